import { atan2, sin } from '../../math/dmath.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, capsule, ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'
import { stringMesh, strings } from '../shape/strings.ts'

const { abs, floor, max, min } = Math

const bowl: Field = (x, y, z) => {
  const t = max(y + 0.42, 0)
  let d = ellipsoid(x, y + 0.42, z, 0.5 - 0.12 * t, 0.52, 0.36)
  d = smoothMin(d, capsule(x, y, z, 0, -0.3, -0.05, 0, 0.12, -0.02, 0.3, 0.08), 0.2)
  d = smoothMax(d, z - 0.08, 0.02)
  return z < 0 ? d - 0.008 * abs(sin(atan2(x, -z) * 7)) : d
}

const board: Field = (x, y, z) => {
  let d = ellipsoid(x, y + 0.42, 0, 0.49 - 0.12 * max(y + 0.42, 0), 0.51, 0.4)
  d = smoothMin(d, capsule(x, y, 0, 0, -0.3, 0, 0, 0.12, 0, 0.29, 0.07), 0.2)
  return max(d, abs(z - 0.085) - 0.014, 0.11 - length2(x, y + 0.3))
}

const pegs: Field = (x, y, z) => {
  const row = min(max(floor(y / 0.09 + 0.5) * 0.09, 0.05), 0.3)
  return min(capsule(abs(x), y - row, z, 0.08, 0, 0, 0.18, 0, 0, 0.014, 0.014), ellipsoid(abs(x) - 0.2, y - row, z, 0.035, 0.022, 0.03))
}

const CHORDS = [-0.045, -0.015, 0.015, 0.045].map((u) => [u * 1.6, -0.68, 0.12, u, 0.94, 0.135] as const)
const STRING = 0.0045

export const lute: Kind = {
  forms: ['lute'],
  build(bench) {
    const dark = bench.timber('#2c1810', '#4a2a1a')
    bench.add('bowl', bowl, [0, -0.3, 0, 0.8], bench.timber('#6b2f16', '#a85a2a'))
    bench.add('board', board, [0, -0.3, 0.08, 0.8], bench.timber('#c98a4a', '#e6b878'))
    bench.add(
      'rose',
      (x, y, z) => {
        const r = length2(x, y + 0.3)
        return min(max(abs(r - 0.125) - 0.02, abs(z - 0.1) - 0.008), max(abs(r - 0.06) - 0.012, abs(z - 0.085) - 0.01))
      },
      [0, -0.3, 0.1, 0.2],
      bench.fitting(),
    )
    bench.add(
      'hole',
      (x, y, z) => max(length2(x, y + 0.3) - 0.11, abs(z - 0.06) - 0.01),
      [0, -0.3, 0.06, 0.15],
      plain(rgb('#1a0d08'), { rough: 1 }),
    )
    bench.add('neck', (x, y, z) => box(x, y - 0.5, z - 0.075, 0.068 - (y - 0.5) * 0.02, 0.46, 0.04, 0.02), [0, 0.5, 0.07, 0.5], dark)
    bench.add(
      'frets',
      (x, y, z) => {
        const fret = min(max(floor((y - 0.1) / 0.1 + 0.5) * 0.1 + 0.1, 0.12), 0.9)
        return max(abs(y - fret) - 0.007, abs(x) - 0.066, abs(z - 0.115) - 0.01)
      },
      [0, 0.5, 0.11, 0.45],
      bench.fitting(),
    )
    bench.add(
      'head',
      place((x, y, z) => box(x, y - 0.17, z, 0.1, 0.2, 0.035, 0.02), 0, 0.94, 0.06, -0.55),
      [0, 1.02, -0.05, 0.36],
      dark,
    )
    bench.add('pegs', place(pegs, 0, 0.94, 0.06, -0.55), [0, 1.02, -0.05, 0.4], plain(rgb('#e8dcc0'), { rough: 0.3, coat: 0.5 }))
    bench.add(
      'strings',
      strings(CHORDS, STRING),
      [0, 0.1, 0.13, 0.86],
      plain(rgb('#f4e6c0'), { metal: 1, rough: 0.2 }),
      stringMesh(CHORDS, STRING),
    )
    bench.add('bridge', (x, y, z) => box(x, y + 0.68, z - 0.11, 0.16, 0.03, 0.022, 0.01), [0, -0.68, 0.11, 0.2], dark)
    return { roll: -0.55, yaw: 0.4, half: 1.22, aimY: 0.06, stands: null, thickness: 0.42 }
  },
}
