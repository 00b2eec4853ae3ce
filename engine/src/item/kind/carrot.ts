import { atan2, cos, saturate, sin, smooth, TAU } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { place, smoothMax, union } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { type LockPoint, locks } from '../../solid/field/locks.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { foliage } from '../shape/leaf.ts'

const { abs, max, min } = Math

const ORANGE = rgb('#e56a12')
const SCAR = rgb('#8f3c0a')

/** One root along −y from the shoulder at y = 0.2 to its tip at −1, ringed and a little crooked. */
const root =
  (crook: number): Field =>
  (x, y, z) => {
    const t = saturate((0.24 - y) / 1.24)
    const u = x - crook * t * t
    const v = z - 0.4 * crook * sin(t * 3)
    const r = (0.25 * (1 - t) + 0.012) * (1 - 0.25 * t * (1 - t))
    const rings = 0.006 * cos(y * 64 + 3 * noise3(atan2(v, u), y * 6, 1))
    return max(smoothMax((length2(u, v) - r - rings * (1 - t)) * 0.85, y - 0.23, 0.14), -1.02 - y)
  }

const flesh = (bench: Bench) => {
  const colour = bench.coloured ? bench.accent : ORANGE
  return finish(colour, (s) => {
    paint(s, colour)
    dim(s, 0.85 + 0.25 * fbm3(s.x * 4, s.y * 16, s.z * 4, 2))
    tint(s, SCAR, smooth(0.7, 0.8, noise3(s.x * 5, s.y * 30, s.z * 5)) * 0.5)
    tint(s, rgb('#6b7a2a'), smooth(0.14, 0.25, s.y) * 0.45)
    s.rough = 0.38
    s.coat = 0.45
    s.soften = 0.5
  })
}

/** Stems with feathery leaflets, fanned from the shoulder. */
function tops(bench: Bench, count: number): Field {
  const { random } = bench
  const stems: LockPoint[][] = []
  for (let i = 0; i < count; i++) {
    const a = (i / count) * TAU + random.range(-0.3, 0.3)
    const out = random.range(0.16, 0.4)
    const tall = random.range(0.5, 0.76)
    const tip = [cos(a) * out, 0.24 + tall, sin(a) * out * 0.7] as const
    const mid = [cos(a) * out * 0.4, 0.24 + tall * 0.55, sin(a) * out * 0.28] as const
    stems.push([
      [cos(a) * 0.05, 0.16, sin(a) * 0.05, 0.028],
      [...mid, 0.02],
      [...tip, 0.012],
    ])
    for (let j = 0; j < 8; j++) {
      const t = 0.36 + j * 0.09
      const px = cos(a) * out * t * t
      const py = 0.24 + tall * t
      const pz = sin(a) * out * t * t * 0.7
      const side = j % 2 === 0 ? 1 : -1
      const long = 0.15 * (1.25 - t)
      const dx = -sin(a) * side * long + cos(a) * 0.05
      const dz = cos(a) * side * long * 0.8
      stems.push([
        [px, py, pz, 0.014],
        [px + dx * 0.6, py + 0.05, pz + dz * 0.6, 0.03],
        [px + dx, py + 0.11, pz + dz, 0.014],
      ])
    }
  }
  return locks(stems, 0.008, 3, 40).field
}

function single(bench: Bench): Pose {
  const metalled = bench.gilded || bench.whole
  bench.add('root', root(bench.random.range(-0.1, 0.1)), [0, -0.38, 0, 0.68], metalled ? bench.body({ rough: 0.2 }) : flesh(bench))
  bench.add('tops', tops(bench, 7), [0, 0.58, 0, 0.68], metalled ? bench.fitting() : foliage('#4f9a34'))
  return { roll: -0.7, yaw: 0.4, pitch: 0.1, half: 1.1, aimY: 0, stands: null, thickness: 0.24 }
}

function bunch(bench: Bench): Pose {
  const metalled = bench.gilded || bench.whole
  const skin = metalled ? bench.body({ rough: 0.2 }) : flesh(bench)
  const roots = [-0.34, 0.02, 0.36].map((lean, i) =>
    place(root(bench.random.range(-0.12, 0.12)), lean * 0.62, i === 1 ? 0.02 : 0, i === 1 ? 0.1 : -0.06, 0.04, i, lean * 0.72, 0.95),
  )
  bench.add('roots', union(...roots), [0, -0.36, 0, 0.85], skin)
  bench.add('tops', tops(bench, 8), [0, 0.58, 0, 0.7], metalled ? bench.fitting() : foliage('#4f9a34'))
  const tie: Field = (x, y, z) =>
    min(length2(length2(x, z * 1.2) - 0.17, y - 0.34) - 0.03, length2(length2(x, z * 1.2) - 0.165, y - 0.38) - 0.026) * 0.9
  bench.add('tie', tie, [0, 0.36, 0, 0.24], cloth(rgb('#b08a50')))
  const bow: Field = (x, y, z) =>
    min(length2(length2(abs(x) - 0.1, y - 0.36) - 0.07, z - 0.17) - 0.02, length3(x, y - 0.36, z - 0.18) - 0.04)
  bench.add('bow', bow, [0, 0.36, 0.17, 0.22], cloth(rgb('#b08a50')))
  return { roll: -0.35, yaw: 0.3, pitch: 0.1, half: 1.12, aimY: 0.02, stands: null, thickness: 0.3 }
}

export const carrot: Kind = {
  forms: ['single', 'bunch'],
  build: (bench) => (bench.form === 'bunch' ? bunch(bench) : single(bench)),
}
