import { cos, sin } from '../../math/dmath.ts'
import { smoothMin, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { box, capsule, ellipsoid, length2, length3, rectangle } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { engraving } from '../../solid/material/engraving.ts'
import { overlaid } from '../../solid/material/overlay.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'
import { stained } from '../stained.ts'

const { abs, max, min, sqrt } = Math
const DIAGONAL = sqrt(0.5)

/** The side of the stock, muzzle towards +x; `muzzle` is where the wood ends. */
const stockOf = (muzzle: number): Field2 =>
  polygon(
    catmullRom(
      [
        [muzzle, 0.2],
        [0.2, 0.2],
        [-0.2, 0.22],
        [-0.42, 0.2],
        [-0.62, 0.08],
        [-0.78, -0.18],
        [-0.88, -0.42],
        [-0.72, -0.52],
        [-0.58, -0.3],
        [-0.42, -0.06],
        [-0.2, 0.0],
        [0.2, 0.02],
        [muzzle - 0.02, 0.08],
        [muzzle, 0.2],
      ],
      3,
    ).flat(),
  )

/** Lock plate, cock and frizzen, on the side towards +z. */
function lock(bench: Bench, engraved: boolean): void {
  const plateSide = polygon(
    catmullRom(
      [
        [-0.5, 0.1],
        [-0.36, 0.17],
        [0.0, 0.18],
        [0.16, 0.15],
        [0.14, 0.08],
        [-0.1, 0.05],
        [-0.34, 0.05],
        [-0.5, 0.1],
      ],
      3,
    ).flat(),
  )
  const steel = bench.body({ brush: 0.006, rough: 0.22 })
  const plate = extrude(plateSide, 0.028, 0.01)
  bench.add(
    'lock',
    union(
      (x, y, z) => plate(x, y, z - 0.105),
      (x, y, z) => min(length3(x + 0.36, y - 0.1, z - 0.13), length3(x - 0.08, y - 0.115, z - 0.13)) - 0.026,
    ),
    [-0.17, 0.11, 0.105, 0.36],
    engraved ? overlaid(steel, [engraving(9)]) : steel,
  )
  const neck = sweep([
    [-0.25, 0.13, 0.15, 0.046],
    [-0.34, 0.25, 0.15, 0.034],
    [-0.3, 0.37, 0.14, 0.03],
    [-0.2, 0.4, 0.12, 0.032],
  ])
  const spur = sweep([
    [-0.31, 0.35, 0.14, 0.026],
    [-0.38, 0.42, 0.14, 0.02],
    [-0.42, 0.5, 0.14, 0.015],
  ])
  const jaws: Field = (x, y, z) =>
    min(box(x + 0.16, y - 0.385, z - 0.11, 0.065, 0.018, 0.045, 0.012), box(x + 0.16, y - 0.455, z - 0.11, 0.065, 0.018, 0.045, 0.012))
  const screw: Field = (x, y, z) => max(length2(x + 0.17, z - 0.11) - 0.016, abs(y - 0.45) - 0.09)
  bench.add('cock', union(neck, spur, jaws, screw), [-0.25, 0.31, 0.13, 0.29], bench.body({ rough: 0.2, brush: 0.004 }))
  bench.add(
    'flint',
    (x, y, z) => max(abs(z - 0.11) - 0.042, abs(y - 0.42) - 0.02, abs(x + 0.13) - 0.075),
    [-0.13, 0.42, 0.11, 0.1],
    plain(rgb('#4a4038'), { rough: 0.5 }),
  )
  const face: Field = (x, y, z) => {
    const c = cos(0.25)
    const s = sin(0.25)
    const u = (x - 0.05) * c + (y - 0.34) * s
    const v = -(x - 0.05) * s + (y - 0.34) * c
    return min(box(u, v, z - 0.11, 0.022, 0.11, 0.045, 0.012), capsule(x, y, z, 0.07, 0.24, 0.11, 0.15, 0.21, 0.11, 0.03, 0.024))
  }
  const pan: Field = (x, y, z) => max(ellipsoid(x + 0.02, y - 0.22, z - 0.12, 0.11, 0.07, 0.07), y - 0.23)
  bench.add('frizzen', union(face, pan), [0.04, 0.31, 0.11, 0.2], bench.fitting())
}

function furniture(bench: Bench, muzzle: number): void {
  const guard = sweep([
    [-0.46, -0.12, 0, 0.022],
    [-0.36, -0.2, 0, 0.02],
    [-0.22, -0.23, 0, 0.02],
    [-0.08, -0.17, 0, 0.02],
    [-0.02, -0.03, 0, 0.022],
  ])
  const trigger = sweep([
    [-0.22, 0.0, 0, 0.02],
    [-0.25, -0.09, 0, 0.018],
    [-0.21, -0.17, 0, 0.014],
  ])
  const rib: Field = (x, y, z) => max(length2(y - 0.02, z) - 0.024, abs(x - muzzle * 0.6) - muzzle * 0.44)
  bench.add('guard', union(guard, trigger), [-0.24, -0.1, 0, 0.28], bench.fitting())
  bench.add('ramrod', rib, [muzzle * 0.6, 0.02, 0, muzzle * 0.44 + 0.03], bench.timber('#3a2416', '#5f3c22', 'x'))
  const butt: Field = (x, y, z) => {
    const cap = ellipsoid(x + 0.83, y + 0.49, z, 0.15, 0.12, 0.13)
    return smoothMin(cap, length3(x + 0.89, y + 0.58, z) - 0.045, 0.03)
  }
  const cap = bench.fitting({ rough: 0.18 })
  bench.add('butt', butt, [-0.84, -0.51, 0, 0.19], bench.has('ornate') || bench.has('runed') ? overlaid(cap, [engraving(8)]) : cap)
}

export const pistol: Kind = {
  forms: ['flintlock', 'blunderbuss'],
  build(bench) {
    const wide = bench.form === 'blunderbuss'
    const end = wide ? bench.random.range(0.78, 0.86) : bench.random.range(0.92, 1.06)
    const muzzle = wide ? 0.4 : end - 0.24
    const shape = stockOf(muzzle)
    const wood = extrude(shape, 0.1, 0.045)
    bench.add('stock', wood, [-0.05, -0.12, 0, 0.98], stained(bench, '#4a2613', '#8c5128', 'x'))
    const bell = (x: number) => (wide ? 0.1 * max(0, (x - 0.3) / 0.5) * max(0, (x - 0.3) / 0.5) : 0)
    const steel = bench.body(wide ? { axis: 'x', brush: 0.006 } : { axis: 'x', brush: 0.01 }, wide ? rgb('#d0a85a') : bench.main)
    const tube: Field = (x, y, z) => {
      const r = length2(y - 0.25, z)
      // eight flats at the breech, round from there
      const flats = max(abs(y - 0.25), abs(z), (abs(y - 0.25) + abs(z)) * DIAGONAL)
      const outer = (x < 0.1 ? flats : r) - 0.098 + 0.014 * min(1, max(0, x + 0.3)) - bell(x)
      const bore = r - 0.054 - bell(x) * 0.95
      return max(max(outer, -max(bore, 0.3 - x)), x - end, -x - 0.34) * 0.9
    }
    const etched = bench.inscribed(steel, (s, at) => {
      at.u = (s.y - 0.22) * 14
      at.v = s.x * 11
      return s.z > 0 && at.u > 0 && at.u < 1 && s.x > 0.2
    })
    const middle = (end - 0.34) / 2
    bench.add('barrel', tube, [middle, 0.25, 0, end - middle + (wide ? 0.13 : 0.04)], etched)
    const hoops = wide ? [end - 0.02, 0.3] : [end - 0.03, end - 0.3, 0.34]
    bench.add(
      'hoops',
      (x, y, z) => {
        let d = 9
        for (const at of hoops) d = min(d, length2(length2(y - 0.25, z) - 0.086 - bell(at), max(0, abs(x - at) - 0.018)) - 0.022)
        const clasp = max(rectangle(y - 0.13, z, 0.17, 0.108, 0.05), abs(x - muzzle + 0.03) - 0.05)
        return min(d, clasp)
      },
      [middle, 0.2, 0, end - middle + 0.14],
      bench.fitting(),
    )
    lock(bench, bench.has('ornate') || bench.random.next() > 0.4)
    furniture(bench, muzzle)
    if (bench.has('ornate')) bench.addGem(brilliantCut(-0.6, -0.06, 0.1, 0.055, 0.05, 8, 'z'), [-0.6, -0.06, 0.1, 0.09])
    return { roll: -0.32, yaw: 0.3, half: 1.16, aimX: 0.06, aimY: -0.06, stands: null, thickness: 0.14 }
  },
}
