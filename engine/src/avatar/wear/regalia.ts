import { atan2, cos, PI, sin, TAU } from '../../math/dmath.ts'
import { mirrorX, place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { ellipsoid, length2, length3, torus } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { metal } from '../../solid/material/metal.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim } from '../../solid/render/surface.ts'
import { fabric } from '../material/soft.ts'
import type { Hatter } from './headwear.ts'

const { abs, floor, max, min } = Math

const POINTS = 8

/** Turns a point into the sector of the nearest of `count` points round the y axis: distance from the axis, and aside. */
function sector(x: number, z: number, count: number, out: [number, number]): void {
  const step = TAU / count
  const turn = floor(atan2(z, x) / step + 0.5) * step
  const c = cos(turn)
  const s = sin(turn)
  out[0] = c * x + s * z
  out[1] = -s * x + c * z
}

const crown: Hatter = ({ bust: { traits }, add }) => {
  const gold = metal(traits.hat, { rough: 0.18, wear: 0.15 })
  const at: [number, number] = [0, 0]
  const ring: Field = (x, y, z) => {
    const yy = y - 0.5 - z * 0.1
    let turn = (atan2(z + 0.05, x) / TAU) * POINTS
    turn -= floor(turn + 0.5)
    const top = 0.04 + 0.24 * max(0, 1 - abs(turn) * 2.1)
    return max(abs(length2(x, z + 0.05) - 0.65 - yy * 0.14) - 0.03, smoothMax(yy - top, -yy - 0.13, 0.02)) * 0.7
  }
  add('crown', ring, [0, 0.55, -0.05, 0.85], gold)
  const balls: Field = (x, y, z) => {
    sector(x, z + 0.05, POINTS, at)
    return length3(at[0] - 0.69, y - 0.82 - z * 0.1, at[1]) - 0.05
  }
  add('balls', balls, [0, 0.82, -0.05, 0.78], gold)
  const gems: Field = (x, y, z) => {
    sector(x, z + 0.05, POINTS, at)
    return ellipsoid(at[0] - 0.665, y - 0.48 - z * 0.1, at[1], 0.04, 0.06, 0.05)
  }
  add('gems', gems, [0, 0.48, -0.05, 0.75], plain(rgb('#c41f4a'), { rough: 0.08, coat: 1, specular: 0.08 }))
  add(
    'velvet',
    (x, y, z) => smoothMax(ellipsoid(x, y - 0.5, z + 0.05, 0.5, 0.36, 0.5), -(y - 0.5), 0.03),
    [0, 0.6, -0.05, 0.6],
    fabric(rgb('#7a1430'), { sheen: 1 }),
  )
  return 0.16
}

const tiara: Hatter = ({ bust: { traits }, add }) => {
  const silver = metal(traits.hat, { rough: 0.14, wear: 0, brush: 0 })
  const band: Field = (x, y, z) => {
    if (z < -0.1) return 0.3
    const yy = y - 0.47 - z * 0.2
    const peak = 0.03 + 0.2 * max(0, 1 - abs(x) * 2.6) + 0.06 * max(0, 1 - abs(abs(x) - 0.3) * 9)
    return max(abs(length2(x, z + 0.05) - 0.645) - 0.02, abs(yy - peak * 0.5) - peak * 0.5, -(z + 0.05)) * 0.6
  }
  add('tiara', band, [0, 0.6, 0.3, 0.75], silver)
  const gem: Field = (x, y, z) => min(ellipsoid(x, y - 0.66, z - 0.6, 0.05, 0.065, 0.04), length3(abs(x) - 0.3, y - 0.64, z - 0.53) - 0.035)
  add('gems', gem, [0, 0.66, 0.58, 0.42], plain(rgb('#4aa8e0'), { rough: 0.06, coat: 1, specular: 0.1 }))
  return 0.05
}

const flowers: Hatter = ({ bust: { traits }, add }) => {
  const own = traits.random('flowers')
  const petals = ['#f26d8f', '#ffd166', '#f7f3ea', '#c77dff', '#ff8c5a']
  for (let i = 0; i < 9; i++) {
    const a = ((-80 + i * 20) * PI) / 180
    const x = sin(a) * 0.636
    const y = 0.56 + cos(a) * 0.03
    const z = cos(a) * 0.638 - 0.033
    const size = 0.1 + own.next() * 0.035
    const bloom: Field = (px, py, pz) => {
      let d = 9
      for (let k = 0; k < 5; k++) {
        const b = k * 1.2566
        d = smoothMin(d, ellipsoid(px - cos(b) * size * 0.75, py - sin(b) * size * 0.75, pz, size * 0.6, size * 0.6, size * 0.28), 0.01)
      }
      return d
    }
    add(
      `flower ${i}`,
      place(bloom, x, y, z, -0.3, a),
      [x, y, z, size * 1.7],
      plain(rgb(own.pick(petals)), { rough: 0.7, soften: 0.8, sheen: 0.3 }),
    )
    add(
      `heart ${i}`,
      (px, py, pz) => length3(px - x * 1.06, py - y, pz - z * 1.055) - size * 0.35,
      [x * 1.06, y, z * 1.055, size * 0.4],
      plain(rgb('#e9a21d'), { rough: 0.8 }),
    )
  }
  add('vine', (x, y, z) => torus(x, y - 0.55 - z * 0.03, z + 0.03, 0.62, 0.035), [0, 0.55, 0, 0.75], plain(rgb('#4d7a3a'), { rough: 0.7 }))
  return 0.02
}

const horns: Hatter = ({ bust: { traits }, add }) => {
  const curve = sweep(
    [
      [0.34, 0.55, 0.12, 0.12],
      [0.52, 0.82, 0.12, 0.1],
      [0.62, 1.05, 0.2, 0.055],
      [0.56, 1.24, 0.32, 0.008],
    ],
    5,
  )
  const material = plain(traits.hat, { rough: 0.4, coat: 0.3 })
  add('horns', mirrorX(curve), [0, 0.85, 0.2, 0.9], {
    ...material,
    shade: (s) => {
      material.shade(s)
      dim(s, 0.86 + 0.14 * sin(s.y * 60 + s.x * 20))
    },
  })
  return 0.24
}

export const regalia = { crown, tiara, flowers, horns } satisfies Record<string, Hatter>
