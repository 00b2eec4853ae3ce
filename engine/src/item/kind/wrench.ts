import { cos, PI, sin } from '../../math/dmath.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { box, length2, rectangle } from '../../solid/field/shapes.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max } = Math

/** A hexagon of the given half width across its flats. */
const hexagon = (x: number, y: number, r: number) => max(abs(y), abs(x) * 0.866 + abs(y) * 0.5) - r

/** Round head with a slot for the nut, turned by an angle. */
function jaw(x: number, y: number, r: number, slot: number, angle: number): number {
  const c = cos(angle)
  const s = sin(angle)
  const u = x * c + y * s
  const v = -x * s + y * c
  return smoothMax(length2(x, y) - r, -max(abs(u) - slot, -v - slot * 0.7), 0.02)
}

function spanner(bench: Bench): void {
  const slot = bench.random.range(0.15, 0.19)
  const bar: Field2 = (x, y) => rectangle(x, y, 0.115 - 0.02 * y, 0.62, 0.05)
  const flat: Field2 = (x, y) => {
    const upper = jaw(x, y - 0.78, 0.34, slot, 0.26)
    const lower = max(length2(x, y + 0.84) - 0.25, -hexagon(x, y + 0.84, 0.13))
    return smoothMax(smoothMin(smoothMin(upper, bar(x, y), 0.14), lower, 0.1), -hexagon(x, y + 0.84, 0.13), 0.01)
  }
  const solid = extrude((x, y) => max(flat(x, y), -jawGap(x, y - 0.78, slot)), 0.075, 0.025)
  // the panel along the bar is sunk, its letters stand out
  const panel: Field = (x, y, z) => max(rectangle(x, y + 0.02, 0.055, 0.4, 0.05), 0.055 - abs(z))
  const steel = bench.body({ brush: 0, rough: 0.18 })
  bench.add(
    'wrench',
    (x, y, z) => smoothMax(solid(x, y, z), -panel(x, y, z), 0.012),
    [0, 0, 0, 1.16],
    bench.inscribed(steel, (s, at) => {
      at.u = s.x * 10 + 0.5
      at.v = s.y * 10
      return at.u > 0 && at.u < 1 && abs(s.y + 0.02) < 0.36
    }),
  )
  bench.add(
    'ring',
    (x, y, z) => max(abs(length2(x, y + 0.84) - 0.215) - 0.018, abs(z) - 0.088) - 0.006,
    [0, -0.84, 0, 0.28],
    bench.fitting(),
  )
}

/** Clears the slot of a spanner out to its mouth. */
function jawGap(x: number, y: number, slot: number): number {
  const c = cos(0.26)
  const s = sin(0.26)
  return max(abs(x * c + y * s) - slot, slot * 0.7 - y * c + x * s - slot * 1.4)
}

function adjustable(bench: Bench): void {
  const open = bench.random.range(0.12, 0.24)
  const steel = bench.body({ brush: 0, rough: 0.2 })
  const fixed = polygon([
    -0.1, 0.2, -0.34, 0.52, -0.38, 0.92, -0.26, 1.12, -0.12, 1.12, -0.1, 0.66, 0.3, 0.66, 0.32, 0.5, 0.18, 0.4, 0.12, 0.2,
  ])
  const head = extrude(fixed, 0.1, 0.03)
  const bar = extrude((u, v) => rectangle(u, v + 0.42, 0.13 - 0.05 * (v + 0.42), 0.7, 0.1), 0.075, 0.03)
  const handle: Field = (x, y, z) => {
    const hole = length2(x, y + 1.0) - 0.06
    const groove = max(rectangle(x, y + 0.36, 0.06, 0.44, 0.05), 0.052 - abs(z))
    return smoothMax(smoothMax(bar(x, y, z), -hole, 0.015), -groove, 0.012)
  }
  bench.add(
    'wrench',
    (x, y, z) => smoothMin(head(x, y, z), handle(x, y, z), 0.06),
    [-0.03, 0.0, 0, 1.18],
    bench.inscribed(steel, (s, at) => {
      at.u = s.x * 10 + 0.5
      at.v = s.y * 10
      return at.u > 0 && at.u < 1 && abs(s.y + 0.36) < 0.4
    }),
  )
  const at = -0.1 + open
  const moving = extrude(polygon([at, 0.62, at, 1.1, at + 0.1, 1.12, at + 0.26, 0.84, at + 0.28, 0.62]), 0.095, 0.03)
  const shoe: Field = (x, y, z) => box(x - at - 0.13, y - 0.6, z, 0.16, 0.06, 0.05, 0.02)
  bench.add(
    'jaw',
    (x, y, z) => smoothMin(moving(x, y, z), shoe(x, y, z), 0.02),
    [at + 0.14, 0.84, 0, 0.36],
    bench.body({ rough: 0.22, brush: 0.004 }),
  )
  const worm: Field = (x, y, z) => max(length2(y - 0.47, z) - 0.085 + 0.016 * abs(sin(x * 60)), abs(x - 0.1) - 0.1) * 0.72
  bench.add('screw', worm, [0.1, 0.47, 0, 0.16], bench.fitting({ rough: 0.3, brush: 0.002 }))
}

function pipe(bench: Bench): void {
  const paint = bench.coloured ? bench.fabric : rgb('#a3231d')
  const red = bench.inscribed(bench.named || bench.whole ? bench.body({ hammer: 0.03 }) : bench.hide(paint), (s, at) => {
    at.u = s.x * 10 + 0.5
    at.v = s.y * 10
    return at.u > 0 && at.u < 1 && abs(s.y + 0.4) < 0.4
  })
  const bar = extrude((x, y) => rectangle(x, y + 0.36, 0.1 + 0.03 * (y + 0.36), 0.7, 0.07), 0.075, 0.03)
  const cage: Field = (x, y, z) =>
    smoothMax(box(x - 0.02, y - 0.42, z, 0.2, 0.16, 0.14, 0.04), -box(x - 0.02, y - 0.42, z, 0.13, 0.3, 0.085, 0.02), 0.02)
  bench.add(
    'handle',
    (x, y, z) => {
      const i = max(rectangle(x, y + 0.4, 0.05, 0.46, 0.04), 0.05 - abs(z))
      return smoothMax(smoothMin(bar(x, y, z), cage(x, y, z), 0.03), -max(i, length2(x, y + 0.98) - 9), 0.012)
    },
    [0, -0.24, 0, 0.88],
    red,
  )
  bench.add(
    'eyelet',
    (x, y, z) => max(abs(length2(x, y + 0.92) - 0.055) - 0.016, abs(z) - 0.082) - 0.004,
    [0, -0.92, 0, 0.12],
    bench.fitting(),
  )
  const open = bench.random.range(0.0, 0.1)
  const hookSide = polygon([
    0.06,
    0.0,
    0.06,
    0.74 + open,
    -0.3,
    0.76 + open,
    -0.34,
    0.9 + open,
    -0.26,
    1.02 + open,
    0.1,
    1.02 + open,
    0.2,
    0.92 + open,
    0.2,
    0.0,
  ])
  const hook = extrude(hookSide, 0.075, 0.025)
  const bite = (x: number, y: number, at: number) => 0.014 * abs((x / 0.06 - floor(x / 0.06) - 0.5) * 2) * (abs(y - at) < 0.08 ? 1 : 0)
  bench.add(
    'hook',
    (x, y, z) => hook(x, y, z) + (x < 0.04 ? bite(x, y, 0.76 + open) : 0),
    [-0.06, 0.52, 0, 0.64],
    bench.body({ rough: 0.26, brush: 0 }),
  )
  const heel = extrude(polygon([-0.3, 0.5, -0.32, 0.6, -0.3, 0.66, 0.0, 0.66, 0.02, 0.5, -0.06, 0.4]), 0.085, 0.02)
  bench.add('heel', (x, y, z) => heel(x, y, z) + bite(x, y, 0.66), [-0.15, 0.54, 0, 0.24], bench.body({ rough: 0.26, brush: 0 }))
  const nut: Field = (x, y, z) =>
    max(length2(x - 0.13, z) - 0.15 + 0.012 * abs(sin(y * 3)) + 0.01 * max(0, sin((x - 0.13) * 50)), abs(y - 0.42) - 0.085) * 0.8
  bench.add('nut', nut, [0.13, 0.42, 0, 0.2], bench.fitting({ rough: 0.3, brush: 0.002 }))
}

/** A soft grip drawn over the bar. */
function sleeve(bench: Bench): void {
  const grip = extrude((x, y) => rectangle(x, y + 0.28, 0.145 - 0.02 * y, 0.36, 0.08), 0.1, 0.04)
  bench.add(
    'sleeve',
    (x, y, z) => (grip(x, y, z) + 0.008 * abs(sin(y * 40))) * 0.92,
    [0, -0.28, 0, 0.42],
    plain(bench.fabric, { rough: 0.55 }),
  )
}

export const wrench: Kind = {
  forms: ['spanner', 'adjustable', 'pipe'],
  build(bench) {
    if (bench.form === 'adjustable') adjustable(bench)
    else if (bench.form === 'pipe') pipe(bench)
    else spanner(bench)
    if (bench.coloured && bench.form !== 'pipe') sleeve(bench)
    if (bench.has('ornate')) bench.addGem(brilliantCut(0, 0.24, 0.085, 0.06, 0.05, 8, 'z'), [0, 0.24, 0.085, 0.09])
    return { roll: -PI * 0.22, yaw: 0.35, half: 1.14, stands: null, thickness: 0.11 }
  },
}
