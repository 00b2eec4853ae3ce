import { sin, smooth } from '../../math/dmath.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length2, rectangle } from '../../solid/field/shapes.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

/** Height of the cuff's middle by form. */
const CUFFS: Record<string, number> = { tall: 0.42, ankle: 0.14 }

const upper =
  (top: number): Field =>
  (x, y, z) => {
    let d = capsule(x, y, z, 0, -0.35, -0.1, 0, 0.5, -0.12, 0.2, 0.26)
    d = smoothMin(d, ellipsoid(x, y + 0.52, z - 0.22, 0.21, 0.2, 0.42), 0.14)
    d = smoothMin(d, ellipsoid(x, y + 0.5, z + 0.08, 0.19, 0.24, 0.22), 0.08)
    d = smoothMax(d, -(y + 0.66), 0.02)
    d = smoothMax(d, y - top - 0.08, 0.02)
    d = smoothMax(d, -capsule(x, y, z, 0, top - 0.12, -0.12, 0, top + 0.38, -0.12, 0.2, 0.22), 0.02)
    return d + 0.012 * sin(y * 26 + z * 8) * smooth(0.3, 0, abs(y + 0.2))
  }

const sole: Field = (x, y, z) => {
  const tread = max(smoothMin(length2(x, (z - 0.3) * 0.72) - 0.22, length2(x, z + 0.08) - 0.19, 0.15), abs(y + 0.7) - 0.05)
  return min(tread, max(length2(x, z + 0.12) - 0.17, abs(y + 0.76) - 0.07))
}

const straps: Field = (x, y, z) =>
  min(length2(length2(x, (z + 0.1) * 0.95) - 0.215, y + 0.24 - z * 0.2) - 0.035, length2(length2(x, z + 0.1) - 0.235, y - 0.12) - 0.03)

const buckles: Field = (x, y, z) =>
  min(
    max(abs(rectangle(x - 0.2, y - 0.12, 0.055, 0.06, 0.01)) - 0.014, abs(z - 0.03) - 0.05),
    max(abs(rectangle(x - 0.2, y + 0.19, 0.055, 0.06, 0.01)) - 0.014, abs(z - 0.03) - 0.06),
  )

export const boots: Kind = {
  forms: ['tall', 'ankle'],
  build(bench) {
    const top = CUFFS[bench.form] ?? CUFFS.tall!
    const cuff: Field = (x, y, z) =>
      max(abs(length2(x, z + 0.12) - 0.275 - (y - 0.4) * 0.15) - 0.03, abs(y - top) - (top > 0.3 ? 0.12 : 0.07)) - 0.015
    const shaft = bench.hide(bench.coloured ? bench.fabric : rgb('#7a4a28'))
    const feet = [
      { x: -0.36, z: 0, turn: -0.25 },
      { x: 0.36, z: -0.1, turn: 0.35 },
    ]
    for (const { x, z, turn } of feet) {
      const stand = (field: Field) => place(field, x, 0, z, 0, turn, 0)
      bench.add('boot', stand(upper(top)), [x, -0.1, z + 0.1, 0.95], bench.gilded ? bench.body({ hammer: 0.04 }) : shaft)
      bench.add('sole', stand(sole), [x, -0.7, z + 0.1, 0.65], plain(rgb('#2a1c14'), { rough: 0.8 }))
      bench.add('cuff', stand(cuff), [x, top, z - 0.1, 0.42], bench.hide(rgb('#b98a58')))
      if (top > 0.3) {
        bench.add('straps', stand(straps), [x, -0.05, z - 0.1, 0.45], bench.hide(rgb('#3a2216')))
        bench.add('buckles', stand(buckles), [x, 0, z, 0.5], bench.fitting())
      }
    }
    return { yaw: 0.6, pitch: 0.2, half: 1.14, aimY: -0.14, stands: -0.83 }
  },
}
