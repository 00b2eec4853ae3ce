import { cos, PI, sin } from '../../math/dmath.ts'
import { smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length2, length3, torus } from '../../solid/field/shapes.ts'
import type { Kind } from '../kind.ts'

const { abs, max } = Math

const trefoil: Field = (x, y, z) => {
  let d = 9
  for (let i = 0; i < 3; i++) {
    const a = ((90 + i * 120) * PI) / 180
    d = smoothMin(d, length2(length2(x - cos(a) * 0.17, y - 0.62 - sin(a) * 0.17) - 0.15, z * 0.9) - 0.048, 0.03)
  }
  return smoothMin(d, length2(length2(x, y - 0.62) - 0.085, z) - 0.04, 0.03)
}
const rings: Field = (x, y, z) => {
  const outer = length2(length2(x, y - 0.66) - 0.3, z * 0.9) - 0.056
  const inner = length2(length2(x, y - 0.66) - 0.13, z) - 0.045
  const spokes = max(abs(x) - 0.03, abs(z) - 0.03, abs(abs(y - 0.66) - 0.21) - 0.1)
  return smoothMin(smoothMin(outer, inner, 0.02), spokes, 0.03)
}

const shaft: Field = (x, y, z) => {
  let d = max(length2(x, z) - 0.062, abs(y + 0.2) - 0.62)
  d = smoothMin(d, torus(x, y - 0.3, z, 0.06, 0.04), 0.02)
  d = smoothMin(d, torus(x, y - 0.2, z, 0.06, 0.028), 0.015)
  d = smoothMin(d, length3(x, y + 0.84, z) - 0.075, 0.02)
  return smoothMin(d, torus(x, y + 0.42, z, 0.055, 0.026), 0.015)
}

const wards: Field = (x, y, z) =>
  max(
    box(x - 0.19, y + 0.63, z, 0.17, 0.16, 0.035, 0.01),
    -box(x - 0.3, y + 0.63, z, 0.1, 0.03, 0.1, 0),
    -box(x - 0.2, y + 0.49, z, 0.03, 0.06, 0.1, 0),
    -box(x - 0.2, y + 0.77, z, 0.03, 0.06, 0.1, 0),
  )

export const key: Kind = {
  forms: ['trefoil', 'rings'],
  build(bench) {
    bench.add('bow', bench.form === 'rings' ? rings : trefoil, [0, 0.62, 0, 0.48], bench.body({ brush: 0.008 }))
    bench.add('shaft', shaft, [0, -0.2, 0, 0.78], bench.body({ brush: 0.008 }))
    bench.add('bit', wards, [0.19, -0.63, 0, 0.28], bench.form === 'rings' ? bench.fitting() : bench.body({ brush: 0.008 }))
    bench.addGem(
      bench.form === 'rings' ? brilliantCut(0, 0.66, 0.02, 0.09, 0.09, 8, 'z') : brilliantCut(0, 0.62, 0.02, 0.085, 0.09, 8, 'z'),
      [0, 0.64, 0.02, 0.15],
    )
    return { roll: -0.7, yaw: 0.4, half: 1.12, stands: null, thickness: 0.075 }
  },
}
