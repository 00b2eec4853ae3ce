import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import { alone, RowsDone } from '../crew.ts'
import type { Picture } from '../picture.ts'
import type { RenderOptions } from '../render-options.ts'
import { RenderStopped } from '../render-stopped.ts'
import { bloomOf, type Development, develop, developRows } from '../solid/render/develop.ts'
import { renderFrame } from '../solid/render/frame.ts'
import { buildSitter } from './build-sitter.ts'
import { stage } from './staging.ts'
import { redraw } from './style/redraw.ts'
import { traitsOf } from './traits.ts'

/** Tracing takes this share of the time, from the first number to the second. */
const LIGHT_FROM = 0.2
const LIGHT_TO = 0.93

const DEVELOPMENT: Development = { bloom: 0.75, threshold: 1.7, saturation: 1.05, vignette: 0.2, grain: 0.004 }

/** Draws a portrait. The same plan and seed (a uint32) give the same bytes on every machine. */
export function renderAvatar(plan: AvatarPlan, seed: number, options: RenderOptions = {}): Picture {
  const heed = () => {
    if (options.shouldStop?.()) throw new RenderStopped()
  }
  options.onProgress?.(0, 'shape')
  heed()
  const traits = traitsOf(plan, seed)
  const { parts, fit, extra } = buildSitter(traits)
  const { w: width, h: height } = plan.size
  const picture: Picture = { width, height, rgba: new Uint8Array(width * height * 4) }
  const crew = options.crew ?? alone
  const frame = renderFrame(
    { width, height, parts, ...stage(traits, fit, extra, height / width), floorDrop: Number.POSITIVE_INFINITY },
    {
      crew,
      heed,
      onShape: (fraction) => options.onProgress?.(LIGHT_FROM * fraction, 'shape'),
      onRows(unfinished, from, to) {
        if (options.onRows) {
          developRows(unfinished, DEVELOPMENT, null, picture.rgba, from, to)
          options.onRows(picture, from, to)
        }
      },
      onLight: (fraction) => options.onProgress?.(LIGHT_FROM + (LIGHT_TO - LIGHT_FROM) * fraction, 'light'),
    },
  )
  if (!crew.lead) throw new RowsDone()
  options.onProgress?.(LIGHT_TO, 'develop')
  develop(frame, DEVELOPMENT, plan.style === 'toy' ? bloomOf(frame, DEVELOPMENT) : null, picture.rgba, heed)
  if (plan.style !== 'toy') {
    redraw(picture.rgba, frame, plan.style, traits.backdrop, (fraction) => {
      heed()
      options.onProgress?.(LIGHT_TO + (1 - LIGHT_TO) * fraction, 'develop')
    })
  }
  options.onProgress?.(1, 'done')
  return picture
}
