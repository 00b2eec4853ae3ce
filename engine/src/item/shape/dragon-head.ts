import { sin } from '../../math/dmath.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, length3 } from '../../solid/field/shapes.ts'
import { blend, oval, rod } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import type { Bench } from '../bench.ts'
import { isCast } from './animal.ts'

const { abs, max, min } = Math

/** Belly of every dragon. */
export const BELLY = rgb('#e0c27a')
const HORN = rgb('#e6d8b8')
const HIDES = ['#2f7a4a', '#9a2a26', '#2b5a9a', '#6a3a8a', '#3a3f48', '#b06a20']

/** The colour of a dragon's hide. */
export const hideColour = (bench: Bench) =>
  bench.coloured
    ? bench.fabric
    : bench.has('cursed')
      ? rgb('#2c2436')
      : bench.has('frozen')
        ? rgb('#6aa6c8')
        : rgb(bench.random.pick(HIDES))
/** What horns, claws and spikes are made of. */
export const horny = (bench: Bench): Opaque => (isCast(bench) ? bench.fitting({ rough: 0.3 }) : plain(HORN, { rough: 0.4, coat: 0.3 }))

/** Head about the origin, snout to +z; x ≥ 0. */
const HEAD = blend(
  0.07,
  oval(0, 0, 0, 0.27, 0.25, 0.27),
  oval(0.12, -0.04, 0.12, 0.15, 0.14, 0.16),
  rod([0, -0.07, 0.16], [0, -0.1, 0.38], 0.16, 0.125),
  oval(0.075, -0.04, 0.44, 0.065, 0.055, 0.07),
  oval(0.15, 0.13, 0.12, 0.1, 0.05, 0.12),
  rod([0.22, 0.0, -0.06], [0.36, 0.04, -0.2], 0.08, 0.015),
)
/** The same with jaws and nostrils. */
export const jawed: Field = (x, y, z) => {
  const d = HEAD(abs(x), y, z)
  const line = abs(y + 0.125 - 0.03 * sin(z * 14) - 0.06 * max(0, 0.2 - z))
  const nostril = length3(abs(x) - 0.07, y + 0.015, z - 0.5) - 0.022
  return smoothMax(z > 0.06 ? d + 0.5 * max(0, 0.016 - line) : d, -nostril, 0.01)
}

/** Horns and teeth of a head that `at` puts in its place; `where` says where a place before it lies. */
export function faceOf(
  bench: Bench,
  at: (field: Field) => Field,
  where: (up: number, ahead: number) => readonly [number, number, number],
): void {
  const horn = sweep([
    [0.14, 0.18, -0.06, 0.07],
    [0.2, 0.34, -0.14, 0.055],
    [0.26, 0.46, -0.28, 0.035],
    [0.27, 0.52, -0.4, 0.012],
  ])
  bench.add(
    'horns',
    at((x, y, z) => horn(abs(x), y, z)),
    [...where(0.32, -0.22), 0.44],
    horny(bench),
  )
  const teeth: Field = (x, y, z) => {
    const ax = abs(x)
    return min(
      capsule(ax, y, z, 0.085, -0.13, 0.42, 0.088, -0.2, 0.43, 0.022, 0.008),
      capsule(ax, y, z, 0.125, -0.12, 0.26, 0.13, -0.175, 0.265, 0.02, 0.008),
    )
  }
  bench.add('teeth', at(teeth), [...where(-0.15, 0.34), 0.2], horny(bench))
}
