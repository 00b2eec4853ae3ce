import type { ItemStyle } from '@daedal/protocol/generation/item-plan'
import { saturate } from '../math/dmath.ts'
import { STYLES } from '../scene/style/styles.ts'
import type { Frame } from '../solid/render/frame.ts'

const { floor, max } = Math

/** Nearest depth of an item, model units: what lies before it is taken off, so that steps between parts count. */
const BEFORE = 5
/** Materials of a scene end below this number; parts begin here. */
const FIRST_PART = 128
/** What is drawn on paper needs light: shades are lifted. */
const LIFT: Readonly<Record<ItemStyle, number>> = {
  photo: 1,
  painterly: 1.04,
  ink: 1.18,
  pixel: 1.06,
  'low-poly': 1.05,
  neon: 1,
  storybook: 1.14,
}

/** Redraws a developed picture in place with the scenes' brush or pen. Each pixel of a part counts as a face of its own, all else as sky. */
export function redraw(rgba: Uint8Array, frame: Frame, style: ItemStyle, seed: number, onProgress: (fraction: number) => void): void {
  const { width, height, part, depth, normal } = frame
  const count = width * height
  const display = new Float32Array(count * 3)
  const material = new Uint8Array(count)
  const deep = new Float32Array(count)
  const triangle = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const isPart = part[i]! >= 0
    for (let c = 0; c < 3; c++) display[3 * i + c] = saturate((rgba[4 * i + c]! / 255) * LIFT[style])
    material[i] = isPart ? FIRST_PART + (part[i]! % 120) : FIRST_PART - 1
    deep[i] = isPart ? max(0.5, depth[i]! - BEFORE) : 1e6
    triangle[i] = isPart ? i + 1 : 0
  }
  const mesh = { material, smooth: new Uint8Array(count).fill(1) }
  const drawn = STYLES[style].draw(display, { width, height, depth: deep, triangle, normals: normal, mesh }, seed, onProgress)
  for (let i = 0; i < count; i++) for (let c = 0; c < 3; c++) rgba[4 * i + c] = floor(saturate(drawn[3 * i + c]!) * 255 + 0.5)
}
