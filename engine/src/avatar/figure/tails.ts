import type { AvatarBeing } from '@daedal/protocol/generation/avatar-plan'
import { sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { capsule, ellipsoid } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb, scale } from '../../solid/palette.ts'
import { type Surface, tint } from '../../solid/render/surface.ts'
import { fur } from '../material/soft.ts'
import type { Traits } from '../traits.ts'
import type { Frame } from './frame.ts'
import type { FigurePart } from './piece.ts'
import type { Bone } from './skeleton.ts'
import type { Binding } from './weights.ts'

const { min } = Math

/** A tail: points behind the hips as [up, back, radius, aside], and how it is painted. */
type Tail = {
  readonly points: readonly (readonly [up: number, back: number, radius: number, aside?: number])[]
  readonly paint?: 'tip' | 'rings' | 'pink' | 'pale' | 'mane' | 'dark'
}

const long: Tail = {
  points: [
    [0, 0.22, 0.1],
    [-0.12, 0.6, 0.095],
    [0.12, 0.98, 0.09, 0.12],
    [0.62, 1.05, 0.085, 0.22],
    [0.9, 0.88, 0.05, 0.28],
  ],
}
const bushy: Tail = {
  points: [
    [0, 0.22, 0.1],
    [-0.18, 0.56, 0.19],
    [-0.12, 1.02, 0.29],
    [0.24, 1.36, 0.27, 0.1],
    [0.56, 1.5, 0.05, 0.16],
  ],
}
const puff: Tail = {
  points: [
    [0.02, 0.3, 0.12],
    [0.04, 0.46, 0.15],
    [0.06, 0.52, 0.1],
  ],
}
const flick: Tail = {
  points: [
    [0.04, 0.26, 0.1],
    [0.1, 0.46, 0.1],
    [0.2, 0.62, 0.04],
  ],
}
const tufted: Tail = {
  points: [
    [0, 0.24, 0.07],
    [-0.34, 0.56, 0.055],
    [-0.66, 0.78, 0.055],
    [-0.86, 0.94, 0.12],
    [-1.04, 1.06, 0.02],
  ],
  paint: 'mane',
}
const horse: Tail = {
  points: [
    [0.06, 0.26, 0.1],
    [0.0, 0.5, 0.15],
    [-0.42, 0.66, 0.17],
    [-0.82, 0.66, 0.13],
    [-1.02, 0.72, 0.02],
  ],
  paint: 'mane',
}
const feathers: Tail = {
  points: [
    [0, 0.2, 0.2],
    [-0.14, 0.5, 0.16],
    [-0.3, 0.86, 0.1],
  ],
}

const TAILS: Partial<Record<AvatarBeing, Tail>> = {
  cat: long,
  dog: { points: [...flick.points.slice(0, 2), [0.36, 0.68, 0.09], [0.6, 0.66, 0.04]] },
  fox: { ...bushy, paint: 'tip' },
  wolf: { points: bushy.points.map(([u, b, r, a]) => [u - b * 0.28, b * 0.9, r * 0.8, a ?? 0] as const) },
  raccoon: { ...bushy, paint: 'rings' },
  bear: puff,
  'polar-bear': puff,
  panda: { ...puff, paint: 'pale' },
  rabbit: { ...puff, paint: 'pale' },
  mouse: { points: long.points.map(([u, b, r, a]) => [u, b, r * 0.5, a ?? 0] as const), paint: 'pink' },
  lion: tufted,
  tiger: { ...long, paint: 'rings' },
  pig: {
    points: [
      [0.04, 0.3, 0.05],
      [0.12, 0.44, 0.045, 0.06],
      [0.02, 0.5, 0.04, 0.12],
      [0.04, 0.44, 0.035, 0.02],
      [0.14, 0.54, 0.02, 0.04],
    ],
  },
  cow: tufted,
  sheep: { ...flick, paint: 'pale' },
  goat: flick,
  deer: { ...flick, paint: 'pale' },
  horse,
  unicorn: horse,
  monkey: {
    points: [
      [0, 0.22, 0.075],
      [-0.3, 0.62, 0.07],
      [-0.1, 1.06, 0.065, 0.1],
      [0.34, 1.1, 0.06, 0.2],
      [0.42, 0.8, 0.05, 0.26],
      [0.22, 0.76, 0.035, 0.3],
    ],
  },
  otter: {
    points: [
      [-0.02, 0.2, 0.24],
      [-0.34, 0.58, 0.19],
      [-0.66, 0.98, 0.13],
      [-0.82, 1.3, 0.03],
    ],
  },
  elephant: { ...tufted, points: tufted.points.map(([u, b, r]) => [u * 0.8, b * 0.75, r * 0.8] as const) },
  dragon: {
    points: [
      [-0.02, 0.15, 0.34],
      [-0.42, 0.62, 0.26],
      [-0.7, 1.12, 0.19, 0.08],
      [-0.72, 1.62, 0.12, 0.22],
      [-0.5, 1.98, 0.02, 0.36],
    ],
  },
  turtle: { points: flick.points.map(([u, b, r]) => [u - 0.25, b * 1.2, r] as const) },
  owl: feathers,
  penguin: { points: feathers.points.map(([u, b, r]) => [u - 0.1, b * 0.7, r] as const) },
  chick: puff,
  duck: { points: flick.points.map(([u, b, r]) => [u + 0.02, b * 1.1, r * 1.5] as const) },
  eagle: feathers,
  parrot: { points: [...feathers.points.slice(0, 2), [-0.6, 0.9, 0.13], [-1.0, 1.2, 0.05]] },
}

const PINK = rgb('#d9908f')

/** The tail of a being with the chain of bones that carries it; none for those without. */
export function tailOf(traits: Traits, frame: Frame, coat: FigurePart['material']): { part: FigurePart; bones: Bone[] } | null {
  const tail = TAILS[traits.being]
  if (!tail) return null
  const root = frame.hip.y + 0.12
  const back = frame.z - frame.depth * 0.72
  const at = tail.points.map(([up, behind, r, aside = 0]) => [aside, root + up, back - behind + 0.2, r] as const)
  const lowest = frame.floor + 0.14
  const points = at.map(([x, y, z, r]) => [x, Math.max(y, lowest + r), z, r] as const)
  const curve = sweep(points, 4)
  const flat = traits.being === 'eagle' || traits.being === 'owl' || traits.being === 'duck' ? 0.55 : 1
  const field: Field = (x, y, z) => {
    const d = curve(x * flat, y, z)
    return traits.being === 'dragon' ? smoothMin(d, spikes(points, x, y, z), 0.03) : d
  }
  const count = points.length
  const chain = count < 4 ? 1 : 3
  const joint = (i: number) => points[Math.min(count - 1, Math.round((i * (count - 1)) / chain))]!
  const bones: Bone[] = []
  for (let i = 0; i <= chain; i++) {
    const [x, y, z] = joint(i)
    bones.push({ name: `tail${i + 1}`, parent: i === 0 ? 'hips' : `tail${i}`, at: [x, y, z] })
  }
  const last = points[count - 1]!
  const far = Math.max(...points.map(([x, y, z, r]) => Math.sqrt(x * x + (y - root) * (y - root) + (z - back) * (z - back)) + r))
  return {
    bones,
    part: {
      name: 'tail',
      field,
      bound: [0, root, back, far + 0.12],
      material: painted(tail, traits, coat, root, last),
      binding: chainBinding(bones),
      triangles: chain === 1 ? 420 : traits.being === 'dragon' ? 1700 : 1000,
    },
  }
}

function spikes(points: readonly (readonly [number, number, number, number])[], x: number, y: number, z: number): number {
  let d = 9
  for (const [px, py, pz, r] of points.slice(1)) d = min(d, capsule(x, y, z, px, py + r * 0.7, pz, px, py + r + 0.13, pz - 0.08, 0.07, 0.008))
  return min(d, ellipsoid(x, y - 90, z, 1, 1, 1))
}

function painted(tail: Tail, traits: Traits, coat: FigurePart['material'], root: number, last: readonly [number, number, number, number]) {
  const base: Rgb = traits.skin
  const pale = rgb('#e6ded0')
  const dark: Rgb = [0.02, 0.016, 0.014]
  const near = (s: Surface, reach: number) => {
    const dx = s.x - last[0]
    const dy = s.y - last[1]
    const dz = s.z - last[2]
    return smooth(reach + 0.06, reach - 0.06, Math.sqrt(dx * dx + dy * dy + dz * dz) + 0.12 * noise3(s.x * 9, s.y * 9, s.z * 9))
  }
  if (tail.paint === 'tip') return fur(base, (s) => tint(s, pale, near(s, 0.46)))
  if (tail.paint === 'rings') return fur(base, (s) => tint(s, dark, smooth(-0.1, 0.25, sin((s.z - s.y * 0.7) * 13)) * 0.92))
  if (tail.paint === 'pink') return fur(PINK, undefined, 0.03)
  if (tail.paint === 'pale') return fur(traits.being === 'panda' ? pale : scale(pale, 1))
  if (tail.paint === 'mane') {
    const mane = traits.being === 'horse' || traits.being === 'unicorn'
    const hair = traits.being === 'unicorn' ? rgb('#e6a6d0') : scale(base, 0.35)
    return fur(base, (s) => tint(s, hair, mane ? smooth(root + 0.1, root - 0.05, s.y) * 0.95 + 0.05 : near(s, 0.24)))
  }
  return coat
}

/** Follows the nearest stretch of a chain of bones. */
export function chainBinding(bones: readonly Bone[]): Binding {
  return (x, y, z, tell) => {
    let best = 0
    let least = 1e9
    for (let i = 0; i + 1 < bones.length; i++) {
      const [ax, ay, az] = bones[i]!.at
      const [bx, by, bz] = bones[i + 1]!.at
      const [dx, dy, dz] = [bx - ax, by - ay, bz - az]
      const raw = ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / (dx * dx + dy * dy + dz * dz)
      const h = raw < 0 ? 0 : raw > 1 ? 1 : raw
      const [ex, ey, ez] = [x - ax - dx * h, y - ay - dy * h, z - az - dz * h]
      const d = ex * ex + ey * ey + ez * ez
      if (d < least) {
        least = d
        best = i + h
      }
    }
    // half of each stretch leans on the joint before it
    const from = Math.floor(best)
    const t = smooth(0, 1, best - from)
    const parent = bones[0]!.parent
    const name = (i: number) => (i < 0 ? (parent ?? bones[0]!.name) : bones[Math.min(i, bones.length - 2)]!.name)
    tell(name(from - 1), (1 - t) * 0.5)
    tell(name(from), 0.5 + 0 * t)
    tell(name(from), t * 0.5 * (from < bones.length - 2 ? 0 : 1))
    if (from < bones.length - 2) tell(name(from + 1), t * 0.5)
  }
}
