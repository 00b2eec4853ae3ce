import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Vec3 } from '../../scene/vector.ts'
import { createCanvas, drawParts } from './draw-parts.ts'
import { type Eye, lookFrom } from './eye.ts'
import { SORTS, type StillModel } from './read-model.ts'
import type { Texture } from './texture.ts'

/** Samples across the small picture that a view is judged by. */
const SIDE = 36
/** Focal lengths out of doors and in, in halves of the picture's height. */
const FOCAL = { out: 1.75, in: 1.2 } as const

/** Bearings off the way from the spawn to the landmark, turns. */
const BEARINGS = [0, 0.05, -0.05, 0.11, -0.11, 0.2, -0.2, 0.34, -0.34]
/** Shares of the distance between spawn and landmark, and heights of the eye over what it stands on, metres. */
const DISTANCES = [0.65, 0.95]
const HEIGHTS = [2.2, 4.5, 8]

/** Height of the ground below a place; null where there is none. */
function groundBelow({ parts }: StillModel, x: number, z: number): number | null {
  let best: number | null = null
  for (const { sort, positions: p, index } of parts) {
    if (sort !== 'ground') continue
    for (let t = 0; t < index.length; t += 3) {
      const [a, b, c] = [index[t]! * 3, index[t + 1]! * 3, index[t + 2]! * 3]
      const [ux, uz, vx, vz] = [p[b]! - p[a]!, p[b + 2]! - p[a + 2]!, p[c]! - p[a]!, p[c + 2]! - p[a + 2]!]
      const area = ux * vz - uz * vx
      if (area === 0) continue
      const wb = ((x - p[a]!) * vz - (z - p[a + 2]!) * vx) / area
      const wc = ((z - p[a + 2]!) * ux - (x - p[a]!) * uz) / area
      if (wb < 0 || wc < 0 || wb + wc > 1) continue
      const y = p[a + 1]! * (1 - wb - wc) + p[b + 1]! * wb + p[c + 1]! * wc
      if (best === null || y > best) best = y
    }
  }
  return best
}

/** Views that may flatter: from all round the landmark, near and far, low and high; indoors from wherever one stands. */
function* candidates(model: StillModel): Generator<Eye> {
  const { spawn, landmark, points, outdoors } = model
  if (!outdoors) {
    for (const from of [spawn, ...points])
      for (const to of [landmark, ...points]) {
        const [dx, dz] = [to[0] - from[0], to[2] - from[2]]
        if (dx * dx + dz * dz < 16) continue
        yield lookFrom([from[0], from[1] + 1.75, from[2]], [to[0], from[1] + 1.6, to[2]], FOCAL.in)
      }
    return
  }
  const [dx, dz] = [spawn[0] - landmark[0], spawn[2] - landmark[2]]
  const away = Math.max(15, Math.min(42, Math.sqrt(dx * dx + dz * dz)))
  const [ux, uz] = [dx / (Math.sqrt(dx * dx + dz * dz) || 1), dz / (Math.sqrt(dx * dx + dz * dz) || 1)]
  for (const bearing of BEARINGS) {
    const [c, s] = [cos(bearing * TAU), sin(bearing * TAU)]
    for (const share of DISTANCES) {
      const x = landmark[0] + (ux * c - uz * s) * away * share
      const z = landmark[2] + (uz * c + ux * s) * away * share
      const floor = Math.max(groundBelow(model, x, z) ?? spawn[1], spawn[1] - 1)
      for (const height of HEIGHTS)
        yield lookFrom([x, floor + height, z], [landmark[0], (landmark[1] + spawn[1]) / 2 + 0.8, landmark[2]], FOCAL.out)
    }
  }
}

/** 1 between the bounds, falling to 0 a `slack` outside them. */
const within = (value: number, low: number, high: number, slack: number) => Math.max(0, 1 - Math.max(0, low - value, value - high) / slack)

/** What it costs to cut off a quarter of the upper edge or more: towers of a city, but also a lamp of a lighthouse. */
const CUT = 3

/** Metres within which what the plan names is plain to see. */
const CLEAR = 13

/** How well a view shows a world: some sky, things at a distance, water, its landmark and points of interest, those first that the plan names, many colours. */
function scoreOf(model: StillModel, eye: Eye, texture: Texture): number {
  const canvas = createCanvas(SIDE, SIDE)
  drawParts(canvas, eye, model, texture)
  const { colour, inverse, sort } = canvas
  const shares = [0, 0, 0, 0]
  const away = [0, 1, 2].map((k) => model.landmark[k]! - eye.at[k]!)
  /** What is nearer stands in the way. */
  const reach = model.outdoors ? 0.45 * Math.sqrt(away[0]! * away[0]! + away[1]! * away[1]! + away[2]! * away[2]!) : 3.4
  let near = 0
  let edges = 0
  /** Share of the upper edge that cuts something off. */
  let cut = 0
  for (let x = 0; x < SIDE; x++) if (SORTS[sort[x]!] === 'thing') cut += 1 / SIDE
  const tints = new Set<number>()
  for (let p = 0; p < SIDE * SIDE; p++) {
    shares[sort[p]!]! += 1 / (SIDE * SIDE)
    near += Math.min(1, Math.max(0, inverse[p]! * reach - 1)) / (SIDE * SIDE)
    const o = p * 3
    const bin = (c: number) => Math.floor(Math.sqrt(Math.min(0.999, colour[o + c]!)) * 6)
    tints.add(bin(0) * 36 + bin(1) * 6 + bin(2))
    if (p % SIDE === 0) continue
    for (let c = 0; c < 3; c++) edges += Math.abs(Math.sqrt(colour[o + c]!) - Math.sqrt(colour[o + c - 3]!)) / (SIDE * SIDE)
  }
  const share = (sort: (typeof SORTS)[number]) => shares[SORTS.indexOf(sort)]!
  /** 1 of a place that stands within `edge` of the frame with nothing before it, less of one beyond `clear` metres. */
  const isSeen = (place: Vec3, lift: number, edge = 0.92, clear = Number.POSITIVE_INFINITY) => {
    const d = [place[0] - eye.at[0], place[1] + lift - eye.at[1], place[2] - eye.at[2]] as const
    const z = d[0] * eye.forward[0] + d[1] * eye.forward[1] + d[2] * eye.forward[2]
    if (z < 2) return 0
    const x = ((d[0] * eye.right[0] + d[1] * eye.right[1] + d[2] * eye.right[2]) / z) * eye.focal
    const y = ((d[0] * eye.up[0] + d[1] * eye.up[1] + d[2] * eye.up[2]) / z) * eye.focal
    if (x < -edge || x > edge || y < -edge || y > edge) return 0
    const at = inverse[Math.floor(((1 - y) / 2) * SIDE) * SIDE + Math.floor(((x + 1) / 2) * SIDE)]!
    return at * z < 1.3 ? Math.min(1, clear / z) : 0
  }
  const mean = (places: readonly Vec3[], seen: (place: Vec3) => number) =>
    places.reduce((sum, place) => sum + seen(place), 0) / Math.max(1, places.length)
  const points = mean(model.points, (place) => isSeen(place, 1))
  const asked = mean(model.asked, (place) => isSeen(place, 1, 0.7, CLEAR))
  const tall = model.landmark[1] - model.spawn[1]
  const landmark = [0.15, 0.4, 0.7, 0.95].reduce((sum, share) => sum + 0.5 * isSeen(model.landmark, -tall * share), 0)
  const framed = model.outdoors
    ? 1.1 * within(share('sky'), 0.16, 0.36, 0.25) +
      0.8 * within(share('thing'), 0.22, 0.5, 0.25) +
      0.9 * Math.min(1, share('water') * 8) -
      1.5 * Math.max(0, share('ground') - 0.38) -
      CUT * Math.min(0.25, cut)
    : 1.4 * within(share('thing'), 0.45, 0.85, 0.4)
  return framed + landmark + 0.9 * points + 2.5 * asked + 1.6 * Math.min(1, tints.size / 60) + 3 * Math.min(0.25, edges) - 11 * near
}

/** Share of a still's work that choosing its eye is. */
const CHOOSING = 0.4

/** The eye that shows most of a world. */
export function chooseEye(model: StillModel, texture: Texture, tick: (fraction: number) => void): Eye {
  let best: Eye | null = null
  let most = Number.NEGATIVE_INFINITY
  const eyes = [...candidates(model)]
  for (const [i, eye] of eyes.entries()) {
    tick((CHOOSING * i) / eyes.length)
    const score = scoreOf(model, eye, texture)
    if (score <= most) continue
    most = score
    best = eye
  }
  return best ?? lookFrom([model.spawn[0], model.spawn[1] + 1.7, model.spawn[2]], model.landmark, FOCAL.out)
}
