import { atan2, cos, sin, smooth, TAU } from '../../math/dmath.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { cloth } from '../../solid/material/organic.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

/** Where an arrow stands in the mouth, how far it leans out and how high it reaches. */
type Arrow = { readonly x: number; readonly z: number; readonly lean: number; readonly top: number; readonly turn: number }

function arrowsOf(bench: Bench, flat: boolean): Arrow[] {
  const count = bench.random.pick([5, 6, 7])
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * TAU + bench.random.range(-0.2, 0.2)
    const r = i === 0 ? 0.02 : 0.13
    return {
      x: flat ? (i - (count - 1) / 2) * 0.07 : r * cos(angle),
      z: flat ? (i % 2 === 0 ? 0.03 : -0.04) : r * sin(angle),
      lean: flat ? 0.12 : 0.22,
      top: bench.random.range(0.96, 1.2),
      turn: bench.random.range(0, 2),
    }
  })
}

/** Radius of a column that holds an arrow. */
const COLUMN = 0.1

/** A part of an arrow, in the arrow's own coordinates, or `known` where that is not more; far from it, how far at least. */
function inArrow({ x: ax, z: az, lean, top, turn }: Arrow, part: (u: number, v: number, w: number) => number) {
  const c = cos(turn)
  const s = sin(turn)
  return (x: number, y: number, z: number, known: number): number => {
    const out = 1 + lean * (y - 0.2) * 2.4
    const u = x - ax * out
    const w = z - az * out
    const near = known + COLUMN
    if (near > 0 && u * u + w * w >= near * near) return known
    const far = length2(u, w) - COLUMN
    return min(known, far > 0.1 ? far : part(u * c + w * s, y - top, -u * s + w * c))
  }
}

const shaft = (u: number, v: number, w: number) => max(length2(u, w) - 0.02, v, -v - 1.2)
const nock = (u: number, v: number, w: number) => max(length2(u, w) - 0.026, abs(v - 0.01) - 0.035, -max(abs(u) - 0.009, -v))

const [COS_THIRD, SIN_THIRD] = [cos(TAU / 3), sin(TAU / 3)]

/** Three vanes round the shaft, cut slanting. */
const vanes = (u: number, v: number, w: number) => {
  // the one that runs towards the point
  const aside = abs(w)
  const turned = u * COS_THIRD + aside * SIN_THIRD
  const r = max(u, turned)
  const off = turned > u ? aside * COS_THIRD - u * SIN_THIRD : w
  const t = (v + 0.4) / 0.32
  return max(abs(off) - 0.01, r - 0.03 - 0.06 * smooth(0, 0.45, t), abs(v + 0.24 - r * 0.5) - 0.16) * 0.86
}

/** Nearest of all arrows. */
const all = (arrows: readonly Arrow[], part: (u: number, v: number, w: number) => number): Field => {
  const fields = arrows.map((arrow) => inArrow(arrow, part))
  return (x, y, z) => {
    let d = 9
    for (let i = 0; i < fields.length; i++) d = fields[i]!(x, y, z, d)
    return d
  }
}

export const quiver: Kind = {
  forms: ['round', 'flat'],
  build(bench) {
    const flat = bench.form === 'flat'
    const squash = flat ? 0.56 : 1
    const radius = (y: number) => (flat ? 0.18 : 0.22) + (y + 1) * (flat ? 0.035 : 0.05)
    const round = (x: number, y: number, z: number) => length2(x * squash, z) - radius(y)
    const solid: Field = (x, y, z) => smoothMax(round(x, y, z), abs(y + 0.35) - 0.7, 0.05)
    const hollow: Field = (x, y, z) => max(round(x, y, z) + 0.045, -y - 0.9)
    const tube: Field = (x, y, z) => smoothMax(solid(x, y, z), -hollow(x, y, z), 0.015) * 0.96
    const skin = bench.hide(bench.coloured ? bench.fabric : bench.random.pick([rgb('#6a3d22'), rgb('#4c3a26'), rgb('#3c2a24')]))
    const tooled = overlaid(skin, [engraving(5, (s) => (s.y > -0.75 && s.y < 0.0 && s.z > 0 && abs(s.x) < 0.2 ? 1 : 0))])
    bench.add(
      'tube',
      tube,
      [0, -0.35, 0, 0.8],
      bench.inscribed(tooled, (s, at) => {
        at.u = s.x * 8 + 0.5
        at.v = s.y * 8
        return s.z > 0 && at.u > 0 && at.u < 1 && abs(s.y + 0.35) < 0.4
      }),
    )
    bench.add(
      'bands',
      (x, y, z) =>
        max(
          abs(round(x, y, z) - 0.012) - 0.02,
          min(abs(y - 0.3) - 0.05, abs(y + 0.14) - 0.028, abs(y + 0.72) - 0.028, abs(y + 1.0) - 0.045),
        ) - 0.004,
      [0, -0.35, 0, 0.85],
      bench.hide(rgb('#33201a')),
    )
    bench.add(
      'studs',
      (x, y, z) => {
        const count = 14
        const angle = ((floor((atan2(z, x * squash) / TAU) * count) + 0.5) / count) * TAU
        const at = (h: number) => {
          const r = radius(h) + 0.034
          return length3(x * squash - r * cos(angle), y - h, z - r * sin(angle))
        }
        return min(at(0.3), at(-1.0)) - 0.024
      },
      [0, -0.35, 0, 0.8],
      bench.fitting(),
    )
    const arrows = arrowsOf(bench, flat)
    bench.add('shafts', all(arrows, shaft), [0, 0.5, 0, 0.84], bench.timber('#b98a52', '#dcb680'))
    bench.add('nocks', all(arrows, nock), [0, 1.08, 0, 0.36], bench.fitting())
    bench.add('vanes', all(arrows, vanes), [0, 0.83, 0, 0.44], cloth(bench.accent, 0.8))
    const strap = sweep([
      [-(flat ? 0.4 : 0.28), 0.26, -0.06, 0.034],
      [-0.5, 0.2, -0.1, 0.036],
      [-0.62, -0.2, -0.12, 0.036],
      [-0.5, -0.66, -0.1, 0.036],
      [-(flat ? 0.3 : 0.22), -0.84, -0.04, 0.034],
    ])
    bench.add('strap', strap, [-0.42, -0.28, -0.08, 0.64], bench.hide(rgb('#33201a')))
    const buckle: Field = (x, y, z) => max(abs(max(abs(x + 0.61) - 0.062, abs(y + 0.12) - 0.06)) - 0.014, abs(z + 0.12) - 0.052)
    bench.add('buckle', buckle, [-0.61, -0.12, -0.12, 0.13], bench.fitting())
    if (bench.has('ornate')) bench.addGem(brilliantCut(0, 0.3, radius(0.3) + 0.03, 0.055, 0.05, 8, 'z'), [0, 0.3, radius(0.3) + 0.03, 0.09])
    return { roll: -0.5, yaw: 0.3, half: 1.2, aimX: -0.04, aimY: 0.06, stands: null, thickness: flat ? 0.24 : 0.33 }
  },
}
