import { mirrorX, union } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field } from '../../solid/field/field.ts'
import { box, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, blend, every, rod, slab } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Bench } from '../bench.ts'
import type { Pose } from '../kind.ts'

const { abs, max, min } = Math

const POSE: Pose = { yaw: 0.5, pitch: 0.26, half: 1.24, aimY: -0.14, stands: -0.75 }

/** Plates of iron under a net of riveted bands. */
export function strongbox(bench: Bench): Pose {
  const { random } = bench
  const dark = rgb(random.pick(['#55585e', '#6a5c50', '#3e4a52'] as const))
  const plate = bench.body({ rough: 0.42, hammer: 0.14 }, dark)
  const strip = bench.body({ rough: 0.32, hammer: 0.06 }, scale(dark, 1.25))
  const [wide, deep] = [random.pick([0.74, 0.9]), 0.52]
  const [columns, rows] = [random.pick([0.3, 0.4]), random.pick([0.24, 0.34])]
  const body = union(slab(0, -0.32, 0, wide, 0.36, deep, 0.03), slab(0, 0.16, 0, wide + 0.04, 0.1, deep + 0.04, 0.04))
  bench.add('box', body, [0, -0.18, 0, length3(wide, 0.48, deep) + 0.06], plate)
  const net: Field = (x, y, z) => {
    const bands = min(
      abs(every(x, columns)) - 0.05,
      max(abs(every(y + 0.32, rows)) - 0.05, y - 0.02),
      max(abs(every(z, columns)) - 0.05, 0.02 - y),
    )
    return max(
      bands,
      min(box(x, y + 0.32, z, wide + 0.03, 0.39, deep + 0.03, 0.03), box(x, y - 0.16, z, wide + 0.07, 0.13, deep + 0.07, 0.04)),
    )
  }
  bench.add('bands', net, [0, -0.18, 0, length3(wide, 0.5, deep) + 0.08], strip)
  const rivets: Field = (x, y, z) => {
    const front = length3(every(x, columns), every(y + 0.32, rows), z - deep - 0.035) - 0.03
    const top = length3(every(x, columns), y - 0.295, every(z, columns)) - 0.03
    return max(min(max(front, abs(y + 0.32) - 0.34), max(top, abs(z) - deep)), abs(x) - wide)
  }
  bench.add('rivets', rivets, [0, -0.15, 0.1, length3(wide, 0.5, deep) + 0.06], bench.fitting({ rough: 0.3 }))
  const feet: Field = (x, y, z) => length3(abs(x) - wide + 0.14, y + 0.72, abs(z) - deep + 0.14) - 0.12
  bench.add('feet', feet, [0, -0.72, 0, length2(wide, deep) + 0.1], strip)
  const z0 = deep + 0.1
  const lock: Field = (x, y, z) => {
    const staple = length2(length2(x, y - 0.02) - 0.12, z - z0) - 0.034
    const shape = min(box(x, y + 0.17, z - z0, 0.19, 0.15, 0.08, 0.04), box(x, y - 0.1, z - z0 + 0.03, 0.1, 0.12, 0.04, 0.02))
    const hole = max(min(length2(x, y + 0.15) - 0.04, max(abs(x) - 0.017, abs(y + 0.2) - 0.07)), z0 + 0.05 - z)
    return min(staple, max(shape, -hole))
  }
  bench.add('lock', lock, [0, -0.06, z0, 0.38], bench.fitting({ rough: 0.22 }))
  return { ...POSE, aimY: -0.24, stands: -0.85 }
}

const LACQUERS = ['#7a1220', '#123a5e', '#16462f', '#1b191e', '#e6dac0', '#4a1e5a'] as const

/** A small box for jewels: lacquer in frames of gold under a hipped lid. */
export function casket(bench: Bench): Pose {
  const { random } = bench
  const lacquer =
    bench.named || bench.whole
      ? bench.body({ rough: 0.25 })
      : plain(bench.coloured ? bench.fabric : rgb(random.pick(LACQUERS)), { rough: 0.2, coat: 1 })
  const gold = bench.jewel({ rough: 0.16 })
  const [wide, deep] = [random.pick([0.66, 0.78]), random.pick([0.46, 0.52])]
  const slope = random.pick([0.5, 0.8, 1.1])
  bench.add('box', slab(0, -0.3, 0, wide, 0.32, deep, 0.02), [0, -0.3, 0, length3(wide, 0.32, deep) + 0.03], lacquer)
  const lid = (swell: number): Field => {
    const steep = 1 / Math.sqrt(1 + slope * slope)
    return (x, y, z) => {
      const run = max(abs(x) - wide, abs(z) - deep) - 0.02
      return max((run + (y - 0.1) * slope) * steep, run, 0.04 - y, y - 0.36) - 0.02 - swell
    }
  }
  bench.add('lid', lid(0), [0, 0.15, 0, length2(wide, deep) + 0.2], lacquer)
  const frame: Field = (x, y, z) => {
    const [u, v, w] = [abs(abs(x) - wide), abs(abs(z) - deep), min(abs(y + 0.6), abs(y - 0.03))]
    const beam = min(length2(u, v), length2(u, w), length2(v, w))
    return max(beam - 0.05, box(x, y + 0.29, z, wide + 0.06, 0.39, deep + 0.06, 0.02)) * 0.9
  }
  bench.add('frame', frame, [0, -0.29, 0, length3(wide, 0.4, deep) + 0.12], gold)
  const crest: Field = (x, y, z) => {
    const top = max(abs(x) - wide, abs(z) - deep) + 0.26 * slope
    return max(lid(0.02)(x, y, z), min(abs(top) - 0.02, 0.33 - y, abs(y - 0.08) - 0.03)) * 0.9
  }
  bench.add('crest', crest, [0, 0.18, 0, length2(wide, deep) + 0.24], gold)
  const round = random.chance(0.5)
  const feet: Field = (x, y, z) => {
    const [u, v] = [abs(x) - wide + 0.06, abs(z) - deep + 0.06]
    return round ? length3(u, y + 0.7, v) - 0.1 : min(length3(u, y + 0.64, v) - 0.09, length3(u - 0.06, y + 0.74, v - 0.06) - 0.06)
  }
  bench.add('feet', feet, [0, -0.7, 0, length2(wide, deep) + 0.16], gold)
  if (random.chance(0.5)) {
    bench.add('knob', blend(0.03, ball(0, 0.42, 0, 0.05), ball(0, 0.5, 0, 0.075)), [0, 0.46, 0, 0.15], gold)
  } else {
    const arch = mirrorX(
      sweep([
        [0.22, 0.36, 0, 0.04],
        [0.2, 0.48, 0, 0.032],
        [0.1, 0.56, 0, 0.032],
        [0, 0.58, 0, 0.04],
      ]),
    )
    bench.add('handle', arch, [0, 0.47, 0, 0.3], gold)
  }
  const count = random.pick([1, 3])
  const r = count === 1 ? 0.16 : 0.1
  for (let i = 0; i < count; i++) {
    const x = (i - (count - 1) / 2) * wide * 0.62
    bench.addGem(brilliantCut(x, -0.28, deep + 0.03, r, r * 0.8, 8, 'z'), [x, -0.28, deep + 0.03, r * 1.5])
    const collar: Field = (u, y, z) => length2(length2(u - x, y + 0.28) - r * 1.04, z - deep - 0.01) - 0.03
    bench.add(`collar ${i}`, collar, [x, -0.28, deep, r + 0.1], gold)
  }
  return { ...POSE, half: 1.1, aimY: -0.12, stands: -0.8 }
}

const TRUNKS = ['#6b3f22', '#2f3d2c', '#2b3550', '#7a2c22', '#8a6a42', '#26221f'] as const

/** A travelling trunk: hide over boards, two belts, a handle and caps on its corners. */
export function trunk(bench: Bench): Pose {
  const { random } = bench
  const colour = bench.coloured ? bench.fabric : rgb(random.pick(TRUNKS))
  const cover = bench.named || bench.whole ? bench.body({ rough: 0.35 }) : bench.hide(colour)
  const [wide, deep, tall] = [random.pick([0.86, 0.98]), random.pick([0.38, 0.5]), random.pick([0.44, 0.54])]
  const mid = tall - 0.75
  const top = mid + tall
  const seam = top - tall * 0.5
  const body: Field = (x, y, z) => box(x, y - mid, z, wide, tall, deep, 0.08) + 0.014 * max(0, 1 - abs(y - seam) / 0.014)
  bench.add('trunk', (x, y, z) => body(x, y, z) * 0.8, [0, mid, 0, length3(wide, tall, deep) + 0.02], cover)
  const belts: Field = (x, y, z) => max(abs(abs(x) - wide * 0.5) - 0.07, box(x, y - mid, z, wide + 0.02, tall + 0.025, deep + 0.025, 0.09))
  bench.add(
    'belts',
    belts,
    [0, mid, 0, length3(wide * 0.6, tall, deep) + 0.12],
    bench.hide(bench.coloured ? scale(colour, 0.45) : rgb('#3a2115')),
  )
  const brass = bench.fitting({ rough: 0.24 })
  const buckle: Field = (x, y, z) =>
    min(
      max(abs(box(abs(x) - wide * 0.5, y - seam, 0, 0.11, 0.09, 1, 0.03)) - 0.016, abs(z - deep - 0.035) - 0.02),
      box(abs(x) - wide * 0.5, y - seam, z - deep - 0.04, 0.012, 0.09, 0.012, 0.008),
    )
  bench.add('buckles', buckle, [0, seam, deep + 0.03, wide * 0.5 + 0.18], brass)
  const caps: Field = (x, y, z) => {
    const [u, v, w] = [wide - abs(x), tall - abs(y - mid), deep - abs(z)]
    return max(u + v + w - 0.3, box(x, y - mid, z, wide + 0.02, tall + 0.02, deep + 0.02, 0.08)) * 0.8
  }
  bench.add('caps', caps, [0, mid, 0, length3(wide, tall, deep) + 0.04], brass)
  const lock: Field = (x, y, z) =>
    max(box(x, y - seam, z - deep, 0.1, 0.12, 0.04, 0.03), -max(length2(x, y - seam + 0.03) - 0.024, deep + 0.02 - z))
  bench.add('lock', lock, [0, seam, deep, 0.2], brass)
  const grip = mirrorX(
    sweep([
      [0.26, top, 0, 0.045],
      [0.24, top + 0.1, 0, 0.04],
      [0.12, top + 0.14, 0, 0.045],
      [0, top + 0.145, 0, 0.045],
    ]),
  )
  bench.add('handle', grip, [0, top + 0.07, 0, 0.34], bench.hide(bench.coloured ? scale(colour, 0.45) : rgb('#3a2115')))
  return { ...POSE, aimY: mid + 0.08 }
}

/** Boards nailed to a frame, for goods. */
export function crate(bench: Bench): Pose {
  const { random } = bench
  const [early, late, dark] = random.pick([
    ['#8a6236', '#c59a62', '#5e3f22'],
    ['#6b4426', '#a06c3e', '#3a2416'],
    ['#8a8072', '#b4a998', '#57503f'],
  ] as const)
  const painted = plain(bench.fabric, { rough: 0.6 })
  const boards = bench.coloured ? painted : bench.timber(early, late, 'x')
  const [wide, tall, deep] = random.pick([
    [0.72, 0.68, 0.66],
    [0.92, 0.5, 0.6],
    [0.62, 0.74, 0.6],
  ] as const)
  const mid = tall - 0.75
  const slats = random.pick([0.22, 0.3])
  const gap: Field = (_x, y) => 0.02 * max(0, 1 - abs(every(y - mid - slats / 2, slats)) / 0.02)
  bench.add(
    'boards',
    (x, y, z) => (box(x, y - mid, z, wide - 0.04, tall - 0.02, deep - 0.04, 0.015) + gap(x, y, z)) * 0.75,
    [0, mid, 0, length3(wide, tall, deep) + 0.02],
    boards,
  )
  const frame: Field = (x, y, z) => {
    const [u, v, w] = [wide - abs(x), tall - abs(y - mid), deep - abs(z)]
    const beams = min(max(u, v), max(u, w), max(v, w)) - 0.13
    return max(beams, box(x, y - mid, z, wide + 0.05, tall + 0.01, deep + 0.05, 0.015))
  }
  const rails = bench.coloured ? plain(scale(bench.fabric, 0.62), { rough: 0.6 }) : bench.timber(dark, early, 'y')
  bench.add('frame', frame, [0, mid, 0, length3(wide, tall, deep) + 0.09], rails)
  const brace = random.pick(['one', 'cross', 'none'] as const)
  if (brace !== 'none') {
    const [a, b] = [wide - 0.1, tall - 0.1]
    const long = length2(a, b)
    const bar = (u: number, v: number) => abs(u * b - v * a) / long - 0.075
    const braces: Field = (x, y, z) => {
      const v = y - mid
      const both = brace === 'cross' ? min(bar(x, v), bar(-x, v)) : bar(x, v)
      return max(both, abs(abs(z) - deep + 0.01) - 0.04, abs(x) - wide, abs(v) - tall)
    }
    bench.add('braces', braces, [0, mid, 0, length3(wide, tall, deep) + 0.04], rails)
  }
  const nails: Field = (x, y, z) => length3(abs(x) - wide + 0.065, abs(y - mid) - tall + 0.065, z - deep - 0.05) - 0.022
  bench.add('nails', nails, [0, mid, deep + 0.05, length2(wide, tall)], bench.body({ rough: 0.4 }))
  if (random.chance(0.5)) {
    const rope = union(
      mirrorX(rod([wide + 0.05, mid + 0.1, 0.16], [wide + 0.1, mid - 0.06, 0.1], 0.035)),
      mirrorX(rod([wide + 0.05, mid + 0.1, -0.16], [wide + 0.1, mid - 0.06, -0.1], 0.035)),
      mirrorX(rod([wide + 0.1, mid - 0.06, -0.1], [wide + 0.1, mid - 0.06, 0.1], 0.035)),
    )
    bench.add('handles', rope, [0, mid, 0, wide + 0.26], plain(rgb('#c9a86a'), { rough: 0.9 }))
  }
  return { ...POSE, aimY: mid + 0.02, half: 1.2, stands: -0.76 }
}
