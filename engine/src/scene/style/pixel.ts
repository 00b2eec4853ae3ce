import { mix, saturate, smooth } from '../../math/dmath.ts'
import { clearLines } from './clear-lines.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { kuwahara } from './kuwahara.ts'
import { apart, nearestOf, paletteOf, WEIGHTS } from './palette.ts'
import { liftSubject, type Subject, subjectOf } from './subject.ts'
import { toneAt } from './tone.ts'

const { ceil, floor, max, min, round } = Math

/** Side of a block, in 768ths. */
const BLOCK = 5
const COLOURS = 28
const OUTLINE = [0.09, 0.06, 0.14] as const
/** Bayer's ordered dither, 4 by 4. */
const DITHER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5] as const

/** A picture of one colour a block, and how much of an outline crosses each. */
type Blocks = {
  readonly columns: number
  readonly rows: number
  readonly colour: Float32Array
  readonly outline: Float32Array
  readonly inside: Uint8Array
}

/** Share of a block from which on it shows what the plan names. */
const SHOWS = 0.38

function blocksOf(
  display: Float32Array,
  lines: Float32Array,
  subject: Subject | null,
  width: number,
  height: number,
  side: number,
): Blocks {
  const columns = ceil(width / side)
  const rows = ceil(height / side)
  const colour = new Float32Array(columns * rows * 3)
  const outline = new Float32Array(columns * rows)
  const inside = new Uint8Array(columns * rows)
  for (let cell = 0; cell < outline.length; cell++) {
    const x0 = (cell % columns) * side
    const y0 = floor(cell / columns) * side
    const x1 = min(width, x0 + side)
    const y1 = min(height, y0 + side)
    const area = (x1 - x0) * (y1 - y0)
    let shown = 0
    if (subject) for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) shown += subject.inside[y * width + x]!
    inside[cell] = shown > area * SHOWS ? 1 : 0
    // a block is of what it shows or of what is round that, never of both
    const mixed = shown > 0 && shown < area
    const share = 1 / (mixed ? (inside[cell] ? shown : area - shown) : area)
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) {
        const i = y * width + x
        outline[cell] = outline[cell]! + lines[i]! / area
        if (mixed && subject?.inside[i] !== inside[cell]) continue
        for (let c = 0; c < 3; c++) colour[cell * 3 + c] = colour[cell * 3 + c]! + display[i * 3 + c]! * share
      }
  }
  if (subject)
    for (let cell = 0; cell < inside.length; cell++) {
      if (inside[cell]) outline[cell] = outline[cell]! * 0.35
      else if (inside[cell - 1] || inside[cell + 1] || inside[cell - columns] || inside[cell + columns]) outline[cell] = 0.34
    }
  return { columns, rows, colour, outline, inside }
}

/** Clusters of even colour, more vivid than the picture's, under a dark outline. */
function shade({ columns, rows, colour, outline, inside }: Blocks): Float32Array {
  const flat = kuwahara(colour, columns, rows, 1)
  for (let cell = 0; cell < outline.length; cell++) {
    const tone = toneAt(flat, cell)
    const dark = smooth(0.1, 0.27, outline[cell]!) * 0.62
    for (let c = 0; c < 3; c++) {
      const kept = mix(flat[cell * 3 + c]!, colour[cell * 3 + c]!, inside[cell] ? 0.9 : 0.35)
      const vivid = saturate((tone + (kept - tone) * 1.3 - 0.5) * 1.08 + 0.5)
      flat[cell * 3 + c] = mix(vivid, OUTLINE[c]!, dark)
    }
  }
  return flat
}

/** Which colour of the palette a block gets: the nearest, or in turn with the one on the other side where it lies well between the two. */
function chosen(palette: Float32Array, colour: Float32Array, cell: number, threshold: number): number {
  const at = cell * 3
  const near = nearestOf(palette, colour, at)
  const beyond = [0, 0, 0]
  for (let c = 0; c < 3; c++) beyond[c] = 2 * colour[at + c]! - palette[near * 3 + c]!
  const far = nearestOf(palette, beyond, 0)
  const span = apart(palette, near * 3, palette, far * 3)
  // colours too far apart would make a noise of their own
  if (far === near || span > 0.012) return near
  let along = 0
  for (let c = 0; c < 3; c++)
    along += (colour[at + c]! - palette[near * 3 + c]!) * (palette[far * 3 + c]! - palette[near * 3 + c]!) * WEIGHTS[c]! * WEIGHTS[c]!
  return along / span > 0.22 && along / span > threshold ? far : near
}

/** Pixel art: square blocks, a short palette picked from the picture, ordered dithering between near colours, outlines of objects. */
export function drawPixels(display: Float32Array, frame: DrawnFrame, _seed: number, onProgress: (fraction: number) => void): Float32Array {
  const { width, height } = frame
  const side = max(1, round((BLOCK * max(width, height)) / 768))
  const subject = subjectOf(frame)
  const blocks = blocksOf(subject ? liftSubject(display, subject) : display, clearLines(frame, display, 0.8), subject, width, height, side)
  onProgress(0.4)
  const colour = shade(blocks)
  const palette = paletteOf(colour, COLOURS)
  // whole numbers of 255, a hair above, so that neither grain nor rounding adds a colour
  const inks = palette.map((v) => (round(saturate(v) * 255) + 1e-4) / 255)
  onProgress(0.8)
  const out = new Float32Array(display.length)
  const { columns } = blocks
  for (let cell = 0; cell < blocks.outline.length; cell++) {
    const column = cell % columns
    const row = floor(cell / columns)
    const ink = chosen(palette, colour, cell, (DITHER[(row & 3) * 4 + (column & 3)]! + 0.5) / 16) * 3
    for (let y = row * side; y < min(height, (row + 1) * side); y++)
      for (let x = column * side; x < min(width, (column + 1) * side); x++)
        for (let c = 0; c < 3; c++) out[(y * width + x) * 3 + c] = inks[ink + c]!
  }
  return out
}
