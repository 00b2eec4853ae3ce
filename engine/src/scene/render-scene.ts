import type { ScenePlan } from '@daedal/protocol/generation/scene-plan'
import { alone, RowsDone } from '../crew.ts'
import { createPrng } from '../math/prng.ts'
import type { Picture } from '../picture.ts'
import type { RenderOptions } from '../render-options.ts'
import { briefOf } from './brief.ts'
import { FAMILIES } from './families.ts'
import { createMeter } from './meter.ts'
import { addBloom } from './post/bloom.ts'
import { finishRows } from './post/finish.ts'
import { exposureOf, gradeRows } from './post/grade.ts'
import { addRain, addSnow } from './post/precipitation.ts'
import { addBeams, addGlows, addPuffs } from './post/sprites.ts'
import type { Frame } from './render/frame.ts'
import { renderFrame } from './render/render-frame.ts'
import type { Scene } from './scene.ts'
import { createStreams } from './streams.ts'
import { STYLES } from './style/styles.ts'
import { placeThings } from './thing/place-things.ts'

/** Rows graded or finished between two ticks. */
const ROWS = 64

/** Shows rows as they are shaded. Their exposure is that of the rows so far. */
function createPreview(scene: Scene, picture: Picture, seed: number, show: NonNullable<RenderOptions['onRows']>) {
  const { width, height, rgba } = picture
  const display = new Float32Array(width * height * 3)
  let exposure = 0
  return (frame: Frame, from: number, to: number) => {
    if (exposure === 0 || to % ROWS === 0) exposure = exposureOf(frame.radiance.subarray(0, to * width * 3), scene.grade)
    gradeRows(frame.radiance, width, height, scene.grade, exposure, display, from, to)
    finishRows(display, width, scene.grain, seed, rgba, from, to)
    show(picture, from, to)
  }
}

/** Light that is not part of any surface: halos, smoke, beams, glow, rain and snow. */
function addLight(scene: Scene, frame: Frame, seed: number): void {
  addPuffs(frame, scene.puffs)
  addBeams(frame, scene.beams)
  addGlows(frame, scene.glows)
  addBloom({ width: frame.width, height: frame.height, pixels: frame.radiance }, scene.bloom)
  const random = createPrng(seed, 'scene weather')
  if (scene.rain) addRain(frame, scene.rain, random)
  if (scene.snow) addSnow(frame, scene.snow, random)
}

/** Draws a scene. The same plan and seed (a uint32) give the same bytes on every machine. */
export function renderScene(plan: ScenePlan, seed: number, options: RenderOptions = {}): Picture {
  const { w: width, h: height } = plan.size
  const meter = createMeter(options)
  meter.stage('shape', 0, 0.1)
  const family = FAMILIES[plan.family]
  const streams = createStreams(seed, `scene ${plan.family}`)
  const brief = briefOf(plan, family, seed, streams, meter.pulse)
  const scene = family.compositions[brief.composition]!.build(brief, streams)
  const named = placeThings(scene, plan, streams)
  const style = STYLES[plan.style]
  style.prepare(scene)
  const picture: Picture = { width, height, rgba: new Uint8Array(width * height * 4) }
  const onRows = options.onRows && createPreview(scene, picture, seed, options.onRows)
  const crew = options.crew ?? alone
  const frame = renderFrame(scene, width, height, { meter, crew, ...(onRows && { onRows }) })
  if (!crew.lead) throw new RowsDone()
  meter.stage('develop', 0.88, 0.92)
  addLight(scene, frame, seed)
  meter.tick(0.5)
  const exposure = exposureOf(frame.radiance, scene.grade)
  // in place: a large picture's light is not held twice
  const display = frame.radiance
  for (let from = 0; from < height; from += ROWS) {
    gradeRows(frame.radiance, width, height, scene.grade, exposure, display, from, Math.min(height, from + ROWS))
    meter.tick(0.5 + (0.5 * from) / height)
  }
  meter.stage('develop', 0.92, 0.98)
  const drawn = style.draw(display, { ...frame, named }, seed, meter.tick)
  meter.stage('develop', 0.98, 1)
  for (let from = 0; from < height; from += ROWS) {
    finishRows(drawn, width, scene.grain, seed, picture.rgba, from, Math.min(height, from + ROWS))
    meter.pulse()
  }
  meter.stage('done', 1, 1)
  return picture
}
