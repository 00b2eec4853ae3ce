import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { blend, every, groove, rod, slab } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { cloth, stone } from '../../solid/material/organic.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'

const { abs, max, min } = Math

/** A pointed arch, half the width `w`, springing at `foot`, its point at `top`. */
const arch = (w: number, base: number, spring: number, top: number): Field2 => {
  const points: number[] = [w, base, w, spring]
  for (let i = 1; i < 6; i++) {
    const t = i / 6
    points.push(w * (1 - t * t), spring + (top - spring) * t)
  }
  points.push(0, top)
  for (let i = 5; i > 0; i--) {
    const t = i / 6
    points.push(-w * (1 - t * t), spring + (top - spring) * t)
  }
  points.push(-w, spring, -w, base)
  return polygon(points)
}

function royal(bench: Bench): Pose {
  const gold = bench.named || bench.whole || bench.has('cursed') ? bench.body({ rough: 0.28 }) : bench.body({ rough: 0.28 }, rgb('#e0ac48'))
  const covered = bench.coloured ? bench.fabric : bench.has('cursed') ? rgb('#3a1450') : rgb('#8f1420')
  const velvet = cloth(covered, 1)
  bench.add(
    'dais',
    (x, y, z) => min(box(x, y + 1.0, z - 0.02, 0.72, 0.06, 0.66, 0.015), box(x, y + 0.9, z, 0.6, 0.06, 0.54, 0.015)),
    [0, -0.95, 0, 1],
    bench.named || bench.whole ? gold : stone(rgb('#8d8578')),
  )
  const frame = extrudeRing(arch(0.42, -0.25, 0.55, 1.02), 0.07)
  bench.add('frame', (x, y, z) => frame(x, y, z + 0.4, 0.06), [0, 0.38, -0.4, 0.82], gold)
  const panel = arch(0.36, -0.2, 0.53, 0.94)
  bench.add(
    'panel',
    (x, y, z) => max(panel(x, y), abs(z + 0.4) - 0.045) - 0.01 + (z > -0.36 ? pits(x, y) : 0),
    [0, 0.36, -0.4, 0.72],
    velvet,
  )
  bench.add(
    'studs',
    (x, y, z) => max(length3(every(x, 0.18), every(y - 0.05, 0.18), z + 0.345) - 0.02, abs(x) - 0.25, y - 0.66, -0.08 - y),
    [0, 0.33, -0.345, 0.38],
    gold,
  )
  bench.add('seat', slab(0, -0.42, 0.02, 0.48, 0.07, 0.44, 0.02), [0, -0.42, 0, 0.66], gold)
  bench.add(
    'cushion',
    (x, y, z) => box(x, y + 0.3 - 0.03 * (1 - length2(x, z)), z - 0.03, 0.41, 0.08, 0.38, 0.07) * 0.95,
    [0, -0.28, 0.03, 0.58],
    velvet,
  )
  const post = blend(0.02, slab(0.44, -0.62, 0.36, 0.06, 0.22, 0.06, 0.02), slab(0.44, -0.2, 0.36, 0.042, 0.26, 0.042, 0.015))
  const back = slab(0.46, 0.05, -0.4, 0.062, 0.89, 0.062, 0.02)
  bench.add('posts', (x, y, z) => min(post(abs(x), y, z), back(abs(x), y, z)), [0, 0.06, -0.03, 1.13], gold)
  const arm = sweep([
    [0.46, 0.12, -0.36, 0.05],
    [0.46, 0.1, 0, 0.055],
    [0.46, 0.1, 0.34, 0.065],
    [0.46, 0.05, 0.48, 0.075],
    [0.46, -0.02, 0.46, 0.05],
  ])
  bench.add('arms', (x, y, z) => arm(abs(x), y, z), [0, 0.08, 0.06, 0.72], gold)
  bench.add(
    'finials',
    (x, y, z) =>
      min(
        length3(abs(x) - 0.46, y - 1.0, z + 0.4) - 0.075,
        length3(abs(x) - 0.46, y - 1.1, z + 0.4) - 0.03,
        max(length2(abs(x) - 0.46, z + 0.4) - 0.085, abs(y - 0.93) - 0.018),
      ),
    [0, 1, -0.4, 0.58],
    gold,
  )
  const rays: Field = (x, y, z) => {
    const crest = blend(0.02, rod([0, 1.02, -0.4], [0, 1.2, -0.4], 0.05, 0.018), rod([0.07, 1.0, -0.4], [0.17, 1.12, -0.4], 0.04, 0.014))
    return crest(abs(x), y, z)
  }
  bench.add('crest', rays, [0, 1.08, -0.4, 0.24], gold)
  bench.addGem(brilliantCut(0, 0.98, -0.31, 0.075, 0.07, 8, 'z'), [0, 0.98, -0.31, 0.11])
  for (const side of [-1, 1]) bench.addGem(brilliantCut(side * 0.44, -0.42, 0.47, 0.05, 0.05, 6, 'z'), [side * 0.44, -0.42, 0.47, 0.08])
  const carving: Field = (x, y, z) => max(length2(length2(every(x, 0.16), y + 0.52) - 0.055, z - 0.46) - 0.016, abs(x) - 0.4)
  bench.add('carving', carving, [0, -0.52, 0.46, 0.46], bench.fitting())
  bench.add('front', slab(0, -0.64, 0.4, 0.4, 0.2, 0.03, 0.01), [0, -0.64, 0.4, 0.48], gold)
  return { yaw: 0.42, pitch: 0.12, half: 1.3, aimY: 0.06, stands: -1.06 }
}

const pits = (x: number, y: number) => {
  const r = length2(every(x, 0.18), every(y - 0.05, 0.18))
  return r > 0.1 ? 0 : 0.3 * (0.1 - r) * (1 - r * 6)
}
/** A frame of width `w` round an outline. */
const extrudeRing =
  (outline: Field2, w: number) =>
  (x: number, y: number, z: number, half: number): number =>
    length2(max(abs(outline(x, y)) - w * 0.35, 0), max(abs(z) - half + 0.03, 0)) - 0.03

function hewn(bench: Bench): Pose {
  const rock =
    bench.named || bench.whole ? bench.body({ rough: 0.4, hammer: 0.08 }) : stone(bench.has('cursed') ? rgb('#3a3444') : rgb('#9a948a'))
  const joint = (y: number) => groove(every(y, 0.32), 0.014)
  bench.add(
    'steps',
    (x, y, z) => min(box(x, y + 0.98, z - 0.14, 0.8, 0.08, 0.72, 0.02), box(x, y + 0.84, z - 0.02, 0.66, 0.08, 0.58, 0.02)),
    [0, -0.92, 0.1, 1.12],
    rock,
  )
  bench.add('seat', (x, y, z) => box(x, y + 0.52, z - 0.04, 0.52, 0.26, 0.44, 0.03) + joint(y + 0.1), [0, -0.5, 0.04, 0.74], rock)
  const slope: Field = (x, y, z) => {
    const top = 1.06 - abs(x) * 0.5
    const d = max(abs(x) - 0.5, abs(z + 0.36) - 0.14, (y - top) * 0.88, -0.76 - y)
    return (d - 0.02 + joint(y + 0.1)) * 0.9
  }
  bench.add('back', slope, [0, 0.14, -0.36, 1.06], rock)
  bench.add(
    'arms',
    (x, y, z) =>
      min(
        box(abs(x) - 0.5, y + 0.22, z, 0.1, 0.3, 0.4, 0.03) + joint(y + 0.1),
        box(abs(x) - 0.5, y - 0.1, z - 0.02, 0.13, 0.06, 0.46, 0.03),
      ),
    [0, -0.15, 0, 0.95],
    rock,
  )
  const orb: Field = (x, y, z) => length3(abs(x) - 0.5, y - 0.25, z - 0.34) - 0.1
  bench.add('orbs', orb, [0, 0.25, 0.34, 0.62], bench.fitting({ hammer: 0.04 }))
  bench.add(
    'cushion',
    (x, y, z) => box(x, y + 0.2 - 0.03 * (1 - length2(x, z)), z - 0.06, 0.36, 0.07, 0.36, 0.06) * 0.95,
    [0, -0.2, 0.06, 0.54],
    cloth(bench.fabric, 0.9),
  )
  const rune = bench.inscribed(rock, (s, at) => {
    at.u = s.x * 7 + 0.5
    at.v = s.y * 7
    return abs(s.x) < 0.2 && s.y > 0.1 && s.y < 0.8
  })
  bench.add(
    'tablet',
    (x, y, z) => box(x, y - 0.42, z + 0.22, 0.3, 0.42, 0.03, 0.02) + groove(box(x, y - 0.42, 0, 0.25, 0.37, 1, 0.02), 0.016),
    [0, 0.42, -0.22, 0.54],
    rune,
  )
  bench.addGem(brilliantCut(0, 0.86, -0.18, 0.1, 0.08, 8, 'z'), [0, 0.86, -0.18, 0.14])
  const horn = extrude(polygon([0.36, 0.7, 0.56, 0.86, 0.62, 1.2, 0.5, 1.0, 0.3, 0.9]), 0.08, 0.02)
  bench.add('horns', (x, y, z) => horn(abs(x), y, z + 0.36), [0, 0.95, -0.36, 0.7], rock)
  return { yaw: 0.46, pitch: 0.14, half: 1.32, aimY: 0.06, stands: -1.06 }
}

export const throne: Kind = {
  forms: ['royal', 'stone'],
  build: (bench) => (bench.form === 'stone' ? hewn(bench) : royal(bench)),
}
