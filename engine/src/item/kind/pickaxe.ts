import { atan2, sin } from '../../math/dmath.ts'
import { mirrorX, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

/** Height of the middle of the head at x: its arms droop. */
const droopOf = (droop: number) => (x: number) => 0.72 - droop * x * x

/** One arm of the head, square in section, tapering to a point. */
const spike = (droop: number, reach: number): Field => {
  const y0 = droopOf(droop)
  return (x, y, z) => {
    const t = max(0, x) / reach
    const r = 0.105 * (1 - t) + 0.014
    return max(max(abs(y - y0(x)), abs(z) * 1.1) - r, x - reach, -x) * 0.82
  }
}

/** The other arm of a mattock: it widens to an edge that lies across the handle. */
const adze = (droop: number, reach: number): Field => {
  const y0 = droopOf(droop)
  return (x, y, z) => {
    const t = max(0, -x) / reach
    return max(abs(z) - 0.085 - 0.12 * t * t, abs(y - y0(x)) - 0.09 * (1 - t) - 0.012, -x - reach, x) * 0.84
  }
}

function helve(bench: Bench): void {
  const swell = (y: number) => 0.012 * sin((y + 1.1) * 3.2) + 0.03 * max(0, -0.95 - y)
  bench.add(
    'handle',
    (x, y, z) => max(length2(x * 1.15, z * 0.9) - 0.062 - swell(y), abs(y + 0.14) - 0.98) * 0.86,
    [0, -0.14, 0, 1.0],
    bench.timber('#6b4322', '#a9763f'),
  )
  bench.add(
    'grip',
    (x, y, z) => max(length2(x * 1.1, z * 0.9) - 0.086 + 0.009 * sin(y * 64 + atan2(z, x)), abs(y + 0.82) - 0.17) * 0.8,
    [0, -0.82, 0, 0.2],
    bench.hide(bench.coloured ? bench.fabric : rgb('#4a2e1e')),
  )
  bench.add(
    'bands',
    (x, y, z) =>
      min(max(length2(x * 1.1, z * 0.9) - 0.08, abs(y - 0.48) - 0.03), max(length2(x * 1.1, z * 0.9) - 0.09, abs(y + 1.08) - 0.045)) -
      0.006,
    [0, -0.3, 0, 0.9],
    bench.fitting({ hammer: 0.05 }),
  )
}

export const pickaxe: Kind = {
  forms: ['miner', 'mattock', 'ice'],
  build(bench) {
    const { form } = bench
    const droop = bench.random.range(0.26, 0.4)
    const reach = bench.random.range(0.78, 0.88)
    const iron = bench.body({ hammer: 0.08, rough: 0.34 }, rgb('#8a8f98'))
    const engraved = bench.inscribed(iron, (s, at) => {
      at.u = (s.y - droopOf(droop)(s.x) + 0.05) * 10
      at.v = s.x * 10
      return s.z > 0 && at.u > 0 && at.u < 1 && abs(s.x) > 0.14 && abs(s.x) < 0.5
    })
    const point = spike(droop, reach)
    const arms: Field =
      form === 'miner'
        ? mirrorX(point)
        : (() => {
            const blade = adze(form === 'ice' ? droop * 1.3 : droop, form === 'ice' ? reach * 0.55 : reach * 0.86)
            return (x, y, z) => min(point(x, y, z), blade(x, y, z))
          })()
    bench.add('head', arms, [0, 0.68 - droop * 0.3, 0, reach + 0.16], engraved)
    bench.add(
      'eye',
      (x, y, z) => {
        const socket = box(x, y - 0.72, z, 0.13, 0.15, 0.125, 0.04)
        const lug = box(x, y - 0.55, abs(z) - 0.085, 0.07, 0.1, 0.03, 0.02)
        return smoothMin(socket, lug, 0.03)
      },
      [0, 0.66, 0, 0.25],
      bench.body({ hammer: 0.05, rough: 0.26 }, rgb('#a0a5ae')),
    )
    bench.add(
      'rivets',
      (x, y, z) => min(length3(x, y - 0.72, abs(z) - 0.13) - 0.038, length3(x, y - 0.52, abs(z) - 0.115) - 0.024),
      [0, 0.62, 0, 0.24],
      bench.fitting(),
    )
    helve(bench)
    if (form === 'ice') {
      const cord = sweep([
        [0.05, -1.0, 0.06, 0.02],
        [0.24, -0.94, 0.05, 0.019],
        [0.32, -0.66, 0, 0.018],
        [0.26, -0.34, -0.02, 0.018],
        [0.07, -0.3, 0.05, 0.02],
      ])
      bench.add('leash', cord, [0.18, -0.65, 0.02, 0.42], bench.hide(bench.accent))
    }
    if (bench.has('ornate')) bench.addGem(brilliantCut(0, 0.72, 0.13, 0.065, 0.06, 8, 'z'), [0, 0.72, 0.13, 0.1])
    return { roll: -0.5, yaw: 0.35, half: 1.2, aimX: 0.04, aimY: -0.12, stands: null, thickness: 0.16 }
  },
}
