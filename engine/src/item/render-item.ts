import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import { alone, RowsDone } from '../crew.ts'
import { createPrng } from '../math/prng.ts'
import type { Picture } from '../picture.ts'
import type { RenderOptions } from '../render-options.ts'
import { RenderStopped } from '../render-stopped.ts'
import { scale } from '../solid/palette.ts'
import { bloomOf, develop, developRows } from '../solid/render/develop.ts'
import { renderFrame } from '../solid/render/frame.ts'
import { addMotes } from '../solid/render/particles.ts'
import { redraw } from './redraw.ts'
import { setUpItem } from './set-up-item.ts'
import { stage } from './staging.ts'

/** Tracing takes this share of the time, from the first number to the second. */
const LIGHT_FROM = 0.15
const LIGHT_TO = 0.93

/** Draws an item icon. The same plan and seed (a uint32) give the same bytes on every machine. */
export function renderItem(plan: ItemPlan, seed: number, options: RenderOptions = {}): Picture {
  const heed = () => {
    if (options.shouldStop?.()) throw new RenderStopped()
  }
  options.onProgress?.(0, 'shape')
  const { look, bench, pose } = setUpItem(plan, seed)
  const { view, lighting, backdrop, floorDrop, development } = stage(plan, look, bench, pose, bench.lamps, seed)
  const { w: width, h: height } = plan.size
  const picture: Picture = { width, height, rgba: new Uint8Array(width * height * 4) }
  const crew = options.crew ?? alone
  const frame = renderFrame(
    { width, height, parts: bench.parts, view, lighting, backdrop, floorDrop },
    {
      crew,
      heed,
      onRows(unfinished, from, to) {
        if (options.onRows) {
          developRows(unfinished, development, null, picture.rgba, from, to)
          options.onRows(picture, from, to)
        }
      },
      onLight: (fraction) => options.onProgress?.(LIGHT_FROM + (LIGHT_TO - LIGHT_FROM) * fraction, 'light'),
    },
  )
  if (!crew.lead) throw new RowsDone()
  options.onProgress?.(LIGHT_TO, 'develop')
  const frosty = bench.has('frozen') && !bench.glowing
  if (frosty || bench.glowing) {
    const light = frosty ? ([0.54, 0.54, 0.54] as const) : scale(look.accent, 1.2, 0.08)
    addMotes(frame, bench.has('fiery') ? 60 : 36, light, createPrng(seed, 'item motes'))
  }
  develop(frame, development, bloomOf(frame, development), picture.rgba, heed)
  if (plan.style !== 'photo') {
    redraw(picture.rgba, frame, plan.style, seed, (fraction) => {
      heed()
      options.onProgress?.(LIGHT_TO + (1 - LIGHT_TO) * fraction, 'develop')
    })
  }
  options.onProgress?.(1, 'done')
  return picture
}
