import { cos, mix, sin, smooth, TAU } from '../../math/dmath.ts'
import type { Opaque } from '../../solid/render/part.ts'
import type { Sight } from '../bust.ts'
import { paintVertices } from './mesh-part.ts'
import type { Morph, Piece } from './piece.ts'
import { headBinding, rigid } from './weights.ts'

const { max, min, sqrt } = Math

const RINGS = 18
const SECTORS = 28
/** How far round from straight ahead an eyeball is made, radians. */
const REACH = 1.45
/** Turn of the eyes when they look to one side or up, radians. */
const GLANCE = 0.3

const LOOKS: Partial<Record<Morph, readonly [yaw: number, pitch: number]>> = {
  lookUp: [0, GLANCE],
  lookDown: [0, -GLANCE],
  lookLeft: [GLANCE, 0],
  lookRight: [-GLANCE, 0],
}

/** An eyeball of one side: rings about the line of sight, close enough that vertex colours draw a sharp iris. */
function eyeball(sight: Sight, side: 1 | -1): Piece {
  const { x, y, z, r, eye } = sight
  const positions: number[] = []
  const normals: number[] = []
  const index: number[] = []
  for (let j = 0; j <= RINGS; j++)
    for (let i = 0; i < SECTORS; i++) {
      const a = (REACH * j) / RINGS
      const b = (TAU * i) / SECTORS
      const n = [sin(a) * cos(b), sin(a) * sin(b), cos(a)] as const
      normals.push(...n)
      positions.push(side * x + n[0] * r, y + n[1] * r, z + n[2] * r)
      if (j === RINGS) continue
      const p = j * SECTORS + i
      const q = j * SECTORS + ((i + 1) % SECTORS)
      if (j > 0) index.push(p, p + SECTORS, q)
      index.push(q, p + SECTORS, q + SECTORS)
    }
  const { colours } = paintVertices(eye, positions, normals, 0)
  const morphs = new Map<Morph, Float64Array>()
  for (const [name, look] of Object.entries(LOOKS) as [Morph, readonly [number, number]][])
    morphs.set(name, turned(positions, [side * x, y, z], look))
  const name = side > 0 ? 'leftEye' : 'rightEye'
  return { name, positions, normals, index, colours, finish: { rough: 0.2, metal: 0 }, binding: rigid(name), morphs }
}

/** Offsets of points that turn about a centre: to the left and up. */
function turned(positions: readonly number[], centre: readonly [number, number, number], [yaw, pitch]: readonly [number, number]): Float64Array {
  const out = new Float64Array(positions.length)
  const [cy, sy, cp, sp] = [cos(yaw), sin(yaw), cos(pitch), sin(pitch)]
  for (let i = 0; i < positions.length; i += 3) {
    const x = positions[i]! - centre[0]
    const y = positions[i + 1]! - centre[1]
    const z = positions[i + 2]! - centre[2]
    const y1 = y * cp + z * sp
    const z1 = z * cp - y * sp
    out[i] = x * cy + z1 * sy - x
    out[i + 1] = y1 - y
    out[i + 2] = z1 * cy - x * sy - z
  }
  return out
}

const ROWS = 8
const COLUMNS = 18
/** Where a lid starts behind the brow or under the cheek, radians from straight ahead. */
const ROOT = 2
/** Where the lids meet. */
const SHUT = -0.5
/** How far the lids go: the upper one's angle, its tilt, and the lower one's. */
type Held = { readonly upper: number; readonly tilt: number; readonly lower: number }

function lidsHeld(sight: Sight): Record<'rest' | 'shut' | 'happy' | 'angry' | 'sad' | 'relaxed' | 'surprised', Held> {
  const { open, tilt } = sight
  const lower = sight.lower?.open ?? 0.95
  return {
    rest: { upper: open, tilt, lower },
    shut: { upper: SHUT, tilt: 0, lower: -SHUT + 0.03 },
    happy: { upper: open * 0.8, tilt, lower: min(lower, 0.34) },
    angry: { upper: min(open, 0.34), tilt: -0.38, lower: min(lower, 0.56) },
    sad: { upper: min(open, 0.4), tilt: 0.36, lower },
    relaxed: { upper: mix(open, SHUT, 0.45), tilt: tilt * 0.5, lower: mix(lower, 0.5, 0.5) },
    surprised: { upper: max(open, 1.15), tilt: 0, lower: max(lower, 1.05) },
  }
}

/** One lid: bands round the axis through both eyes from its root to an edge that may be tilted. */
function lid(sight: Sight, side: 1 | -1, isUpper: boolean, material: Opaque): Piece {
  const { x, y, z, shell, r } = sight
  const held = lidsHeld(sight)
  const place = ({ upper, tilt, lower }: Held) => {
    const points: number[] = []
    for (let j = 0; j <= ROWS; j++)
      for (let i = 0; i <= COLUMNS; i++) {
        // rows crowd at the edge, where the lashes are; the last one turns in
        const t = j === ROWS ? 1 : 1 - (1 - j / (ROWS - 1)) * (1 - j / (ROWS - 1))
        const b = ((i / COLUMNS) * 2 - 1) * 1.5
        const edge = isUpper ? upper - (tilt * sin(b)) / max(0.35, cos(b)) : -lower
        const a = mix(isUpper ? ROOT : -ROOT, edge, t)
        const radius = j === ROWS ? r * 0.985 : shell
        points.push(side * (x + radius * sin(b)), y + radius * cos(b) * sin(a), z + radius * cos(b) * cos(a))
      }
    return points
  }
  const positions = place(held.rest)
  const normals: number[] = []
  for (let i = 0; i < positions.length; i += 3) {
    const d = [positions[i]! - side * x, positions[i + 1]! - y, positions[i + 2]! - z] as const
    const length = sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2])
    normals.push(d[0] / length, d[1] / length, d[2] / length)
  }
  const index: number[] = []
  for (let j = 0; j < ROWS; j++)
    for (let i = 0; i < COLUMNS; i++) {
      const a = j * (COLUMNS + 1) + i
      const c = a + COLUMNS + 1
      if (isUpper === side > 0) index.push(a, c, a + 1, a + 1, c, c + 1)
      else index.push(a, a + 1, c, a + 1, c + 1, c)
    }
  const { colours } = paintVertices(material, positions, normals, 0)
  const to = (target: Held) => {
    const points = place(target)
    return Float64Array.from(points, (value, i) => value - positions[i]!)
  }
  const morphs = new Map<Morph, ArrayLike<number>>()
  morphs.set(side > 0 ? 'blinkLeft' : 'blinkRight', to(held.shut))
  for (const name of ['happy', 'angry', 'sad', 'relaxed', 'surprised'] as const) morphs.set(name, to(held[name]))
  const word = isUpper ? 'upper' : 'lower'
  return { name: `${word} lid ${side > 0 ? 'left' : 'right'}`, positions, normals, index, colours, finish: { rough: 0.5, metal: 0 }, binding: headBinding, morphs }
}

/** Eyes that turn, and lids that shut over them. */
export function eyePieces(sight: Sight): { readonly eyes: Piece[]; readonly lids: Piece[] } {
  const sides = [1, -1] as const
  return {
    eyes: sides.map((side) => eyeball(sight, side)),
    lids: sides.flatMap((side) => [
      lid(sight, side, true, sight.upper),
      ...[lid(sight, side, false, sight.lower?.lid ?? sight.upper)],
    ]),
  }
}

/** Lashes, or other eyes without lids: how they follow a blink. */
export function squeezed(positions: ArrayLike<number>, at: { readonly y: number; readonly z: number }, back: number): Map<Morph, Float64Array> {
  const morphs = new Map<Morph, Float64Array>()
  for (const [name, side] of [
    ['blinkLeft', 1],
    ['blinkRight', -1],
  ] as const) {
    const out = new Float64Array(positions.length)
    for (let i = 0; i < out.length; i += 3)
      if (positions[i]! * side > 0) {
        out[i + 1] = (at.y - positions[i + 1]!) * 0.92
        out[i + 2] = -back * smooth(at.z - 0.1, at.z + 0.1, positions[i + 2]!)
      }
    morphs.set(name, out)
  }
  return morphs
}

/** Turns lashes with the upper lid about the axis through both eyes. */
export function lashMorphs(positions: ArrayLike<number>, sight: Sight): Map<Morph, Float64Array> {
  const held = lidsHeld(sight)
  const rotated = (angle: number, side: 0 | 1 | -1) => {
    const [c, s] = [cos(angle), sin(angle)]
    const out = new Float64Array(positions.length)
    for (let i = 0; i < out.length; i += 3) {
      if (side !== 0 && positions[i]! * side < 0) continue
      const y = positions[i + 1]! - sight.y
      const z = positions[i + 2]! - sight.z
      out[i + 1] = y * c - z * s - y
      out[i + 2] = y * s + z * c - z
    }
    return out
  }
  const morphs = new Map<Morph, Float64Array>([
    ['blinkLeft', rotated(sight.open - SHUT, 1)],
    ['blinkRight', rotated(sight.open - SHUT, -1)],
  ])
  for (const name of ['happy', 'angry', 'sad', 'relaxed', 'surprised'] as const) morphs.set(name, rotated(sight.open - held[name].upper, 0))
  return morphs
}

