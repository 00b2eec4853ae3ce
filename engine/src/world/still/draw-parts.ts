import type { Eye } from './eye.ts'
import { type Part, SORTS, type StillModel } from './read-model.ts'
import type { Texture } from './texture.ts'

/** What is drawn on: linear colours, three numbers a sample, and what each sample shows. */
export type Canvas = {
  readonly width: number
  readonly height: number
  readonly colour: Float32Array
  /** 1 over metres along the view; 0 where nothing is. */
  readonly inverse: Float32Array
  /** Place in `SORTS`. */
  readonly sort: Uint8Array
}

export const createCanvas = (width: number, height: number): Canvas => ({
  width,
  height,
  colour: new Float32Array(width * height * 3),
  inverse: new Float32Array(width * height),
  sort: new Uint8Array(width * height),
})

/** Nearer than this nothing is drawn, metres. */
const NEAR = 0.12
const SKY = SORTS.indexOf('sky')
const WATER = SORTS.indexOf('water')

/** Haze on what lies between these distances, metres, and its greatest share. */
const HAZE_FROM = 22
const HAZE_TO = 190
const HAZE_MOST = 0.34

/** Numbers of a corner: place on the canvas and 1 / depth, then red, green, blue, alpha, u, v, each over its depth. */
const NUMBERS = 9

/** Corners of a part as an eye sees them. */
type View = {
  /** Across, up and along the view, metres, three numbers a corner. */
  readonly places: Float32Array
  /** Across and down the canvas, samples, two numbers a corner; of those before the near plane only. */
  readonly shown: Float64Array
}

/** Memory of the part that is drawn, written anew for each: a view is chosen among many. */
let held: View = { places: new Float32Array(0), shown: new Float64Array(0) }

function seen({ positions }: Part, { at, right, up, forward }: Eye, { width, height }: Canvas, scale: number): View {
  if (held.places.length < positions.length)
    held = { places: new Float32Array(positions.length), shown: new Float64Array((positions.length / 3) * 2) }
  const { places, shown } = held
  for (let i = 0, k = 0; i < positions.length; i += 3, k += 2) {
    const x = positions[i]! - at[0]
    const y = positions[i + 1]! - at[1]
    const z = positions[i + 2]! - at[2]
    places[i] = x * right[0] + y * right[1] + z * right[2]
    places[i + 1] = x * up[0] + y * up[1] + z * up[2]
    places[i + 2] = x * forward[0] + y * forward[1] + z * forward[2]
    if (places[i + 2]! < NEAR) continue
    const iz = 1 / places[i + 2]!
    shown[k] = width / 2 + places[i]! * iz * scale
    shown[k + 1] = height / 2 - places[i + 1]! * iz * scale
  }
  return held
}

/** Layers of depth that triangles are sorted into, each deeper than the one before. */
const LAYERS = 128

/** Where the triangles of a part start in its index, the near ones first, so that most of what is hidden is never coloured. */
function nearFirst(index: ArrayLike<number>, places: Float32Array): Int32Array {
  const count = index.length / 3
  const layer = new Uint8Array(count)
  const starts = new Int32Array(LAYERS + 1)
  for (let t = 0; t < count; t++) {
    const a = places[index[t * 3]! * 3 + 2]!
    const b = places[index[t * 3 + 1]! * 3 + 2]!
    const c = places[index[t * 3 + 2]! * 3 + 2]!
    const z = a + b + c
    layer[t] = z <= 0 ? 0 : Math.floor((LAYERS * z) / (z + 60))
    starts[layer[t]! + 1]!++
  }
  for (let l = 0; l < LAYERS; l++) starts[l + 1]! += starts[l]!
  const order = new Int32Array(count)
  for (let t = 0; t < count; t++) order[starts[layer[t]!]!++] = t * 3
  return order
}

/** Texels of the ground's texture on a metre of it, on average. */
function texelsPerMetre({ positions }: Part, texels: number): number {
  let [least, most] = [1e9, -1e9]
  for (let i = 0; i < positions.length; i += 3) {
    if (positions[i]! < least) least = positions[i]!
    if (positions[i]! > most) most = positions[i]!
  }
  return texels / Math.max(1, most - least)
}

/** Samples across a canvas from which sorting triangles costs less than colouring what is hidden. */
const SORTED = 256

/** Samples along a row from which those before a triangle are skipped, not tried. */
const LONG = 6

/** Triangles between two pulses. */
const PULSE = 256

/** Draws a model's parts as an eye sees them. `pulse` is called every few milliseconds and may throw. */
export function drawParts(
  canvas: Canvas,
  eye: Eye,
  { parts, horizon, ground }: StillModel,
  texture: Texture,
  pulse: () => void = () => {},
): void {
  const { width, height, colour, inverse, sort } = canvas
  const scale = (height / 2) * eye.focal
  const corner = new Float64Array(4 * NUMBERS)
  const texel = new Float64Array(3)

  /** Puts corner `a`, cut towards corner `b` at the near plane where it lies behind that, into place `to`. */
  function place({ colours, uvs }: Part, { places, shown }: View, a: number, b: number, to: number): void {
    const za = places[a * 3 + 2]!
    const isCut = za < NEAR
    const t = isCut ? (NEAR - za) / (places[b * 3 + 2]! - za) : 0
    const between = (list: Float32Array, width: number, k: number) =>
      list[a * width + k]! + (list[b * width + k]! - list[a * width + k]!) * t
    const o = to * NUMBERS
    const iz = 1 / between(places, 3, 2)
    corner[o] = isCut ? width / 2 + between(places, 3, 0) * iz * scale : shown[a * 2]!
    corner[o + 1] = isCut ? height / 2 - between(places, 3, 1) * iz * scale : shown[a * 2 + 1]!
    corner[o + 2] = iz
    for (let k = 0; k < 4; k++) corner[o + 3 + k] = colours ? between(colours, 4, k) * iz : iz
    if (!uvs) return
    corner[o + 7] = between(uvs, 2, 0) * iz
    corner[o + 8] = between(uvs, 2, 1) * iz
  }

  function fill(a: number, b: number, c: number, kind: number, span: number): void {
    const ax = corner[a]!
    const ay = corner[a + 1]!
    const abx = corner[b]! - ax
    const aby = corner[b + 1]! - ay
    const acx = corner[c]! - ax
    const acy = corner[c + 1]! - ay
    const area = abx * acy - aby * acx
    if (area > -1e-9 && area < 1e-9) return
    const left = Math.max(0, Math.ceil(ax + Math.min(0, abx, acx) - 0.5))
    const rightmost = Math.min(width - 1, Math.floor(ax + Math.max(0, abx, acx) - 0.5))
    const top = Math.max(0, Math.ceil(ay + Math.min(0, aby, acy) - 0.5))
    const bottom = Math.min(height - 1, Math.floor(ay + Math.max(0, aby, acy) - 0.5))
    if (left > rightmost) return
    const stepB = acy / area
    const stepC = -aby / area
    const ia = corner[a + 2]!
    const ib = corner[b + 2]!
    const ic = corner[c + 2]!
    for (let y = top; y <= bottom; y++) {
      const dx = left + 0.5 - ax
      const dy = y + 0.5 - ay
      let wb = (dx * acy - dy * acx) / area
      let wc = (dy * abx - dx * aby) / area
      let p = y * width + left
      let isInside = false
      let x = left
      if (rightmost - left > LONG) {
        // a little before the first sample that may be inside
        const stepA = -stepB - stepC
        const wa = 1 - wb - wc
        let skip = 0
        if (wa < 0 && stepA > 0) skip = -wa / stepA
        if (wb < 0 && stepB > 0) skip = Math.max(skip, -wb / stepB)
        if (wc < 0 && stepC > 0) skip = Math.max(skip, -wc / stepC)
        skip = Math.min(rightmost - left, Math.floor(skip) - 1)
        if (skip > 0) {
          x += skip
          p += skip
          wb += stepB * skip
          wc += stepC * skip
        }
      }
      for (; x <= rightmost; x++, p++, wb += stepB, wc += stepC) {
        const wa = 1 - wb - wc
        if (wa < 0 || wb < 0 || wc < 0) {
          if (isInside) break
          continue
        }
        isInside = true
        const iz = ia * wa + ib * wb + ic * wc
        if (iz <= inverse[p]!) continue
        const z = 1 / iz
        const ka = wa * z
        const kb = wb * z
        const kc = wc * z
        let red = corner[a + 3]! * ka + corner[b + 3]! * kb + corner[c + 3]! * kc
        let green = corner[a + 4]! * ka + corner[b + 4]! * kb + corner[c + 4]! * kc
        let blue = corner[a + 5]! * ka + corner[b + 5]! * kb + corner[c + 5]! * kc
        if (span > 0) {
          const u = corner[a + 7]! * ka + corner[b + 7]! * kb + corner[c + 7]! * kc
          const v = corner[a + 8]! * ka + corner[b + 8]! * kb + corner[c + 8]! * kc
          texture(u, v, z * span, texel)
          red *= texel[0]!
          green *= texel[1]!
          blue *= texel[2]!
        }
        if (kind !== SKY && z > HAZE_FROM) {
          const share = Math.min(1, (z - HAZE_FROM) / (HAZE_TO - HAZE_FROM)) * HAZE_MOST
          red += (horizon[0] - red) * share
          green += (horizon[1] - green) * share
          blue += (horizon[2] - blue) * share
        }
        const o = p * 3
        sort[p] = kind
        if (kind === WATER) {
          const alpha = corner[a + 6]! * ka + corner[b + 6]! * kb + corner[c + 6]! * kc
          colour[o] = colour[o]! + (red - colour[o]!) * alpha
          colour[o + 1] = colour[o + 1]! + (green - colour[o + 1]!) * alpha
          colour[o + 2] = colour[o + 2]! + (blue - colour[o + 2]!) * alpha
          continue
        }
        inverse[p] = iz
        colour[o] = red
        colour[o + 1] = green
        colour[o + 2] = blue
      }
    }
  }

  /** Whether a triangle wholly before the eye lies beside the canvas or between its samples. */
  function isMissed({ shown }: View, a: number, b: number, c: number): boolean {
    const xa = shown[a * 2]!
    const xb = shown[b * 2]!
    const xc = shown[c * 2]!
    if (Math.max(0, Math.ceil(Math.min(xa, xb, xc) - 0.5)) > Math.min(width - 1, Math.floor(Math.max(xa, xb, xc) - 0.5))) return true
    const ya = shown[a * 2 + 1]!
    const yb = shown[b * 2 + 1]!
    const yc = shown[c * 2 + 1]!
    return Math.max(0, Math.ceil(Math.min(ya, yb, yc) - 0.5)) > Math.min(height - 1, Math.floor(Math.max(ya, yb, yc) - 0.5))
  }

  for (const part of parts) {
    const view = seen(part, eye, canvas, scale)
    const { places } = view
    const kind = SORTS.indexOf(part.sort)
    const span = part.uvs ? texelsPerMetre(part, ground.width) / scale : 0
    const { index } = part
    const isIn = (i: number) => places[i * 3 + 2]! >= NEAR
    // what is seen through keeps its order
    const order = width >= SORTED && kind !== WATER ? nearFirst(index, places) : null
    for (let n = 0; n < index.length / 3; n++) {
      if (n % PULSE === 0) pulse()
      const t = order ? order[n]! : n * 3
      let a = index[t]!
      let b = index[t + 1]!
      let c = index[t + 2]!
      const inFront = (isIn(a) ? 1 : 0) + (isIn(b) ? 1 : 0) + (isIn(c) ? 1 : 0)
      if (inFront === 0 || (inFront === 3 && isMissed(view, a, b, c))) continue
      // turned until the odd one out is first
      while (inFront !== 3 && isIn(a) !== (inFront === 1)) [a, b, c] = [b, c, a]
      place(part, view, a, b, 0)
      place(part, view, b, a, 1)
      place(part, view, c, a, 2)
      fill(0, NUMBERS, 2 * NUMBERS, kind, span)
      if (inFront !== 2) continue
      place(part, view, a, c, 3)
      fill(0, 2 * NUMBERS, 3 * NUMBERS, kind, span)
    }
  }
}
