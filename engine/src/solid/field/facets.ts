import { cos, PI, sin } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { rotation } from './combine.ts'
import type { Field } from './field.ts'
import { length3 } from './shapes.ts'

/** A half space n·p ≤ d, n not yet normalised. */
export type Plane = readonly [nx: number, ny: number, nz: number, d: number]

/** Packs planes with unit normals, four numbers each. */
export function packPlanes(planes: readonly Plane[]): Float64Array {
  const packed = new Float64Array(planes.length * 4)
  planes.forEach((plane, i) => {
    const length = length3(plane[0], plane[1], plane[2])
    for (let k = 0; k < 4; k++) packed[4 * i + k] = plane[k]! / length
  })
  return packed
}

/** The convex body inside all packed planes. */
export function polyhedron(planes: Float64Array): Field {
  return (x, y, z) => {
    let distance = -1e9
    for (let o = 0; o < planes.length; o += 4) {
      const d = planes[o]! * x + planes[o + 1]! * y + planes[o + 2]! * z - planes[o + 3]!
      if (d > distance) distance = d
    }
    return distance
  }
}

/** A brilliant cut around (cx, cy, cz): girdle radius r, height h, `count` mains; the table faces +y or +z. */
export function brilliantCut(cx: number, cy: number, cz: number, r: number, h: number, count = 8, table: 'y' | 'z' = 'y'): Plane[] {
  const planes: Plane[] = []
  const add = (nx: number, up: number, side: number, d: number) => {
    const ny = table === 'y' ? up : side
    const nz = table === 'y' ? side : up
    planes.push([nx, ny, nz, d + nx * cx + ny * cy + nz * cz])
  }
  add(0, 1, 0, h * 0.42)
  for (let i = 0; i < count; i++) {
    const a = ((i + 0.5) / count) * 2 * PI
    const b = (i / count) * 2 * PI
    add(cos(a) * 0.7, 0.72, sin(a) * 0.7, r * 0.7 * 0.93)
    add(cos(b) * 0.45, 0.9, sin(b) * 0.45, r * 0.53 + h * 0.04)
    add(cos(a), 0, sin(a), r)
    add(cos(a) * 0.75, -0.66, sin(a) * 0.75, r * 0.75)
    add(cos(b) * 0.6, -0.8, sin(b) * 0.6, r * 0.68)
  }
  return planes
}

/** Where a crystal shard stands and how it grows. Angles in radians. */
export type Shard = {
  readonly foot: readonly [number, number, number]
  readonly radius: number
  readonly height: number
  readonly tip: number
  readonly leanX: number
  readonly leanZ: number
  readonly sides: number
  readonly twist: number
}

/** A prismatic crystal with an irregular pointed end. */
export function shardCut(shard: Shard, random: Prng): Plane[] {
  const { foot, radius, height, tip, sides, twist } = shard
  const m = rotation(shard.leanX, 0, shard.leanZ)
  const planes: Plane[] = []
  const add = (a: number, b: number, c: number, d: number) => {
    const nx = m[0] * a + m[1] * b + m[2] * c
    const ny = m[3] * a + m[4] * b + m[5] * c
    const nz = m[6] * a + m[7] * b + m[8] * c
    planes.push([nx, ny, nz, d + nx * foot[0] + ny * foot[1] + nz * foot[2]])
  }
  for (let i = 0; i < sides; i++) {
    const angle = twist + ((i + random.range(-0.14, 0.14)) / sides) * 2 * PI
    add(cos(angle), -0.06, sin(angle), radius * random.range(0.88, 1.05))
    const slant = Math.sqrt(tip * tip + radius * radius)
    const k = tip * random.range(0.8, 1.2)
    add((cos(angle) * k) / slant, radius / slant, (sin(angle) * k) / slant, (height * radius) / slant)
  }
  add(0, -1, 0, 0.02)
  return planes
}
