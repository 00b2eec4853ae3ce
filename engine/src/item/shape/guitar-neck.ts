import { place, smoothMax } from '../../solid/field/combine.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { extrude } from '../../solid/field/outline.ts'
import { box, capsule, ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Material } from '../../solid/render/part.ts'
import type { Bench } from '../bench.ts'
import { HEADSTOCKS, type Headstock } from './guitar-bodies.ts'
import { stringMesh, strings } from './strings.ts'

const { abs, floor, max, min } = Math

/** Where the strings of a guitar run: along the y axis from the bridge to the nut, over a neck that ends at `foot` above the body. */
export type Scale = {
  readonly bridge: number
  readonly nut: number
  readonly foot: number
  /** Half the width of the neck at its foot. */
  readonly wide: number
  /** Strings, or pairs of them. */
  readonly courses: 4 | 6
  readonly paired?: boolean
  /** Height of the strings over the bridge. */
  readonly high: number
}

/** A body: its outline, and what it decides about the strings. */
export type Body = Pick<Scale, 'bridge' | 'foot' | 'high'> & { readonly outline: Field2 }

const THICK = 0.0075

/** Neck, finger board, frets and the marks between them. */
export function addNeck(bench: Bench, { bridge, nut, foot, wide }: Scale, board: Material, maple: boolean): void {
  const slim = (y: number) => wide - 0.2 * wide * ((y - foot) / (nut - foot))
  const end = nut + 0.02
  bench.add(
    'neck',
    (x, y, z) =>
      smoothMax(length2(x, (z - 0.1) * 0.8) - slim(y) - 0.004, max(z - 0.12, abs(y - (foot + end) / 2) - (end - foot) / 2), 0.012) * 0.95,
    [0, (foot + end) / 2, 0.09, (end - foot) / 2 + 0.08],
    maple ? bench.timber('#b07a40', '#e0b070') : bench.timber('#7a4a26', '#b07a46'),
  )
  const bound = [0, (foot + nut) / 2, 0.15, (nut - foot) / 2 + 0.06] as const
  bench.add(
    'board',
    (x, y, z) => max(abs(x) - slim(y), abs(z - 0.138) - 0.018, abs(y - (foot + nut) / 2) - (nut - foot) / 2) - 0.003,
    bound,
    board,
  )
  const fret = (n: number) => {
    // each fret lies a seventeenth of what is left nearer to the bridge
    let y = nut - 0.02
    for (let i = 0; i < n; i++) y -= (y - bridge) / 17.8
    return y
  }
  const rows = Array.from({ length: 15 }, (_, n) => fret(n)).filter((y) => y > foot + 0.02)
  const marks = [3, 5, 7, 9, 12].map((n) => (fret(n) + fret(n - 1)) / 2).filter((y) => y > foot)
  bench.add(
    'frets',
    (x, y, z) => {
      let d = 9
      for (const at of rows) d = min(d, abs(y - at))
      return max(d - 0.008, abs(x) - slim(y), abs(z - 0.155) - 0.012)
    },
    bound,
    bench.fitting({ rough: 0.2, brush: 0.002 }),
  )
  const blocks = !maple && bench.random.chance(0.4)
  bench.add(
    'dots',
    (x, y, z) => {
      let d = 9
      for (const at of marks) d = min(d, blocks ? max(abs(x) - 0.038, abs(y - at) - 0.02) + 0.018 : length2(x, y - at))
      return max(d - 0.018, abs(z - 0.15) - 0.01)
    },
    bound,
    plain(rgb(maple ? '#1c1614' : '#efe6d4'), { rough: 0.2, coat: 0.7 }),
  )
  bench.add(
    'nut',
    (x, y, z) => box(x, y - nut - 0.005, z - 0.148, 0.8 * wide + 0.003, 0.014, 0.024, 0.006),
    [0, nut + 0.005, 0.148, 0.1],
    plain(rgb('#f0e6cf'), { rough: 0.3 }),
  )
}

/** The plate with the pegs, leaning back from the nut. */
export function addHead(bench: Bench, { nut, courses, paired = false }: Scale, shape: Headstock, wood: Material, buttons?: Material): void {
  const at = (field: Field) => place(field, 0, nut, 0.11, -0.24)
  const plate = extrude(HEADSTOCKS[shape], 0.034, 0.012)
  const inline = shape === 'inline' || shape === 'pointed'
  const bound = [0, nut + 0.23, 0.06, paired || inline ? 0.4 : 0.33] as const
  // the pegs of gut strings are reached through two slots
  const slots: Field = (x, y, z) => box(abs(x) - 0.055, y - 0.21, z, 0.02, 0.12, 0.1, 0.018)
  bench.add('head', at(shape === 'slotted' ? (x, y, z) => max(plate(x, y, z), -slots(x, y, z)) : plate), bound, wood)
  const count = inline ? courses : (courses * (paired ? 2 : 1)) / 2
  const step = inline ? 0.064 : paired ? 0.073 : courses === 4 ? 0.15 : 0.1
  const local = (y: number) => y - (min(max(floor((y - 0.1) / step + 0.5), 0), count - 1) * step + 0.1)
  const side = (x: number) => (inline ? -x - 0.005 : abs(x))
  bench.add(
    'pegs',
    at((x, y, z) => {
      const [u, v] = [side(x), local(y)]
      return min(max(length2(u - 0.06, v) - 0.02, abs(z - 0.03) - 0.05), capsule(u, v, z, 0.08, 0, 0, 0.15, 0, 0, 0.013, 0.013))
    }),
    bound,
    bench.fitting(),
  )
  bench.add(
    'buttons',
    at((x, y, z) => ellipsoid(side(x) - 0.17, local(y), z, 0.038, inline || paired ? 0.024 : 0.032, 0.018)),
    bound,
    buttons ?? bench.fitting(),
  )
}

export function addStrings(bench: Bench, { bridge, nut, wide, courses, paired = false, high }: Scale): void {
  const chords = Array.from({ length: courses }, (_, i) => {
    const u = (2 * i - courses + 1) / (courses - 1)
    return (paired ? [-0.007, 0.007] : [0]).map(
      (off) => [u * 0.1 + off, bridge, high, u * (0.8 * wide - 0.008) + off * 0.7, nut + 0.01, 0.172] as const,
    )
  }).flat()
  const thick = paired ? 0.005 : THICK
  bench.add(
    'strings',
    strings(chords, thick),
    [0, (bridge + nut) / 2, 0.17, (nut - bridge) / 2 + 0.04],
    plain(rgb('#dcd3c0'), { metal: 1, rough: 0.2 }),
    stringMesh(chords, thick),
  )
}
