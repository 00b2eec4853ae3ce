import { mix, saturate, smooth } from '../../math/dmath.ts'
import { createPrng } from '../../math/prng.ts'
import { boxBlur } from './box-blur.ts'
import { delaunay } from './delaunay.ts'
import type { DrawnFrame } from './drawn-frame.ts'
import { penLines } from './pen-lines.ts'
import { liftSubject, type Subject, subjectOf } from './subject.ts'
import { toneAt } from './tone.ts'

const { abs, floor, max, min, round } = Math

/** Distance of corners along clear edges and in even areas, in 768ths. */
const FINE = 6.5
const COARSE = 34
/** Round what the plan names. */
const OUTLINE = 3.5
/** How much further apart they lie where there is no thing. */
const OPEN = 1.5
const LEVELS = 48

/** How much each pixel asks for a corner, 0..1: outlines of things and steps of colour. */
function wanted(display: Float32Array, frame: DrawnFrame, subject: Subject | null): Float32Array {
  const { width, height } = frame
  const lines = boxBlur(penLines(frame, display), width, height, 1, 1)
  const tone = new Float32Array(width * height)
  for (let i = 0; i < tone.length; i++) tone[i] = toneAt(display, i)
  const soft = boxBlur(tone, width, height, 2, 1)
  const out = new Float32Array(width * height)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      const step = abs(soft[i + 1]! - soft[i - 1]!) + abs(soft[i + width]! - soft[i - width]!)
      out[i] = subject?.edge[i] ? 1 : saturate(max(lines[i]! * 1.3, smooth(0.01, 0.14, step)))
    }
  return out
}

/** Corners of the facets: first where edges are clearest, each keeping others at a distance that grows as edges fade. */
function cornersOf(
  display: Float32Array,
  frame: DrawnFrame,
  subject: Subject | null,
  seed: number,
  unit: number,
): { xs: Int32Array; ys: Int32Array } {
  const { width, height } = frame
  const random = createPrng(seed, 'scene facets')
  const want = wanted(display, frame, subject)
  const taken = new Uint8Array(width * height)
  const xs = [0, width, width, 0]
  const ys = [0, 0, height, height]
  const place = (x: number, y: number, reach: number) => {
    xs.push(x)
    ys.push(y)
    for (let py = max(0, y - reach); py <= min(height - 1, y + reach); py++)
      for (let px = max(0, x - reach); px <= min(width - 1, x + reach); px++)
        if ((px - x) * (px - x) + (py - y) * (py - y) <= reach * reach) taken[py * width + px] = 1
  }
  const along = max(2, round(COARSE * unit))
  for (let x = along; x < width - along / 2; x += along) for (const y of [0, height]) place(x, y, floor(along / 2))
  for (let y = along; y < height - along / 2; y += along) for (const x of [0, width]) place(x, y, floor(along / 2))
  const levels: number[][] = Array.from({ length: LEVELS }, () => [])
  for (let y = 1; y < height; y++)
    for (let x = 1; x < width; x++) {
      const i = y * width + x
      // everywhere a few ask, and along edges all
      if (want[i]! > 0.12 || random.next() < 0.03 / (unit * unit)) levels[LEVELS - 1 - floor(want[i]! * (LEVELS - 0.01))]!.push(i)
    }
  for (const level of levels) {
    for (let k = level.length - 1; k > 0; k--) {
      const j = floor(random.next() * (k + 1))
      const swap = level[k]!
      level[k] = level[j]!
      level[j] = swap
    }
    for (const i of level) {
      if (taken[i]) continue
      const clear = smooth(0.05, 0.75, want[i]!)
      place(
        i % width,
        floor(i / width),
        max(
          1,
          round(
            (subject?.edge[i] ? OUTLINE : subject?.inside[i] ? FINE : mix(frame.triangle[i] === 0 ? COARSE * OPEN : COARSE, FINE, clear)) *
              unit *
              (0.85 + 0.3 * random.next()),
          ),
        ),
      )
    }
  }
  return { xs: Int32Array.from(xs), ys: Int32Array.from(ys) }
}

/** Calls `paint` with the pixel of each quarter of a pixel that lies in a triangle. */
function fill(xs: Int32Array, ys: Int32Array, corners: Int32Array, t: number, width: number, paint: (pixel: number) => void): void {
  const [a, b, c] = [corners[t]!, corners[t + 1]!, corners[t + 2]!]
  const [ax, ay, bx, by, cx, cy] = [xs[a]! * 2, ys[a]! * 2, xs[b]! * 2, ys[b]! * 2, xs[c]! * 2, ys[c]! * 2]
  const left = min(ax, bx, cx)
  const right = max(ax, bx, cx)
  for (let y = min(ay, by, cy); y < max(ay, by, cy); y++) {
    const row = (y >> 1) * width
    let entered = false
    for (let x = left; x < right; x++) {
      // no edge between whole numbers passes through these, so that every quarter is in one facet
      const px = x + 0.5123
      const py = y + 0.5071
      const inside =
        (bx - ax) * (py - ay) >= (by - ay) * (px - ax) &&
        (cx - bx) * (py - by) >= (cy - by) * (px - bx) &&
        (ax - cx) * (py - cy) >= (ay - cy) * (px - cx)
      if (inside) {
        entered = true
        paint(row + (x >> 1))
      } else if (entered) break
    }
  }
}

/** Flat facets that follow the picture's edges, each of one colour, brighter where it leans to the upper left. */
export function drawLowPoly(plain: Float32Array, frame: DrawnFrame, seed: number, onProgress: (fraction: number) => void): Float32Array {
  const { width, height } = frame
  const subject = subjectOf(frame)
  const display = subject ? liftSubject(plain, subject) : plain
  const { xs, ys } = cornersOf(plain, frame, subject, seed, max(width, height) / 768)
  onProgress(0.4)
  const corners = delaunay(xs, ys)
  onProgress(0.6)
  const random = createPrng(seed, 'scene facet light')
  const out = new Float32Array(display.length)
  const colour = [0, 0, 0]
  for (let t = 0; t < corners.length; t += 3) {
    if (t % 1536 === 0) onProgress(0.6 + (0.4 * t) / corners.length)
    colour.fill(0)
    let count = 0
    let open = 0
    // a facet is of what the plan names or of what is round that, whichever it shows more of
    let shown = 0
    let all = 0
    if (subject)
      fill(xs, ys, corners, t, width, (pixel) => {
        all++
        shown += subject.inside[pixel]!
      })
    const side = shown * 2 > all ? 1 : 0
    const mixed = shown > 0 && shown < all
    fill(xs, ys, corners, t, width, (pixel) => {
      if (mixed && subject?.inside[pixel] !== side) return
      count++
      if (frame.triangle[pixel] === 0) open++
      for (let c = 0; c < 3; c++) colour[c] = colour[c]! + display[pixel * 3 + c]!
    })
    const share = 1 / max(1, count)
    const tone = (0.3 * colour[0]! + 0.59 * colour[1]! + 0.11 * colour[2]!) * share
    const light = 1 + (random.next() - 0.5) * mix(0.13, 0.035, open * share)
    for (let c = 0; c < 3; c++) colour[c] = saturate((tone + (colour[c]! * share - tone) * 1.22) * light) / 4
    fill(xs, ys, corners, t, width, (pixel) => {
      for (let o = pixel * 3; o < pixel * 3 + 3; o++) out[o] = out[o]! + colour[o - pixel * 3]!
    })
  }
  return out
}
