import { atan2, sin, smooth, TAU } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { candidates } from '../../solid/field/candidates.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import { brilliantCut } from '../../solid/field/facets.ts'
import type { Field, Field2 } from '../../solid/field/field.ts'
import { extrude, polygon } from '../../solid/field/outline.ts'
import { box, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { ball, blend, every, groove, oval, rod } from '../../solid/field/solids.ts'
import { cloth } from '../../solid/material/organic.ts'
import type { Opaque } from '../../solid/render/part.ts'
import type { Bench } from '../bench.ts'
import { skullFace } from './skull-face.ts'

const { abs, max, min, sqrt } = Math

/** Where the throne stands. */
export const FLOOR = -1.06

/** Adds a throne of stone that looks along +z and says how high it is; `lettered` takes the letters that are asked for. */
export type StoneThrone = (bench: Bench, rock: Opaque, lettered: Opaque) => number

/** A face of stone as the hammer left it. */
const rough =
  (field: Field, depth: number, fine: number): Field =>
  (x, y, z) => {
    const d = field(x, y, z)
    return d > 0.16
      ? d - 0.04
      : (d -
          depth * (noise3(x * fine + 4, y * fine, z * fine) - 0.5) -
          depth * 0.3 * (noise3(x * fine * 3, y * fine * 3, z * fine * 3) - 0.5)) *
          0.85
  }

/** A high back of courses, crowned by a gable, steps, merlons or crags. */
export const highBack: StoneThrone = (bench, rock, lettered) => {
  const { random } = bench
  const joint = (y: number) => groove(every(y, 0.32), 0.014)
  bench.add(
    'steps',
    (x, y, z) => min(box(x, y + 0.98, z - 0.14, 0.8, 0.08, 0.72, 0.02), box(x, y + 0.84, z - 0.02, 0.66, 0.08, 0.58, 0.02)),
    [0, -0.92, 0.1, 1.12],
    rock,
  )
  bench.add('seat', (x, y, z) => box(x, y + 0.52, z - 0.04, 0.52, 0.26, 0.44, 0.03) + joint(y + 0.1), [0, -0.5, 0.04, 0.74], rock)
  const crown = random.pick(['gable', 'steps', 'merlons', 'crags'] as const)
  const crowned = (x: number): number => {
    const ax = abs(x)
    if (crown === 'gable') return 1.06 - ax * 0.5
    if (crown === 'steps') return ax < 0.2 ? 1.12 : ax < 0.36 ? 0.92 : 0.7
    if (crown === 'merlons') return abs(every(x, 0.36)) < 0.1 ? 1.08 : 0.88
    return 1.14 - ax * 0.9 + 0.5 * abs(every(x + 0.05, 0.22))
  }
  const slope: Field = (x, y, z) => {
    const top = crowned(x)
    const d = max(abs(x) - 0.5, abs(z + 0.36) - 0.14, (y - top) * (crown === 'gable' ? 0.88 : 0.6), -0.76 - y)
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
  bench.add('orbs', (x, y, z) => length3(abs(x) - 0.5, y - 0.25, z - 0.34) - 0.1, [0, 0.25, 0.34, 0.62], bench.fitting({ hammer: 0.04 }))
  bench.add(
    'cushion',
    (x, y, z) => box(x, y + 0.2 - 0.03 * (1 - length2(x, z)), z - 0.06, 0.36, 0.07, 0.36, 0.06) * 0.95,
    [0, -0.2, 0.06, 0.54],
    cloth(bench.fabric, 0.9),
  )
  bench.add(
    'tablet',
    (x, y, z) => box(x, y - 0.42, z + 0.22, 0.3, 0.42, 0.03, 0.02) + groove(box(x, y - 0.42, 0, 0.25, 0.37, 1, 0.02), 0.016),
    [0, 0.42, -0.22, 0.54],
    lettered,
  )
  bench.addGem(brilliantCut(0, 0.86, -0.18, 0.1, 0.08, 8, 'z'), [0, 0.86, -0.18, 0.14])
  if (crown !== 'gable') return 1.2
  const horn = extrude(polygon([0.36, 0.7, 0.56, 0.86, 0.62, 1.2, 0.5, 1.0, 0.3, 0.9]), 0.08, 0.02)
  bench.add('horns', (x, y, z) => horn(abs(x), y, z + 0.36), [0, 0.95, -0.36, 0.7], rock)
  return 1.2
}

/** A boulder in which somebody cut a seat. */
export const boulder: StoneThrone = (bench, rock, lettered) => {
  const lean = bench.random.range(-0.12, 0.12)
  const egg: Field = (x, y, z) => ellipsoid(x - lean * (y + 0.2), y + 0.12, z + 0.06, 0.78, 1.2, 0.66)
  const skin = rough(egg, 0.12, 3.4)
  const cut: Field = (x, y, z) =>
    smoothMax(max(skin(x, y, z), FLOOR - y), -box(x, y - 0.72, z - 0.52, 0.42 + 0.1 * smooth(0, 0.8, y), 1, 0.7 - 0.14 * y, 0.1), 0.06)
  bench.add('boulder', cut, [0, -0.06, -0.04, 1.36], lettered)
  const loose = rough(
    (x, y, z) =>
      min(
        ellipsoid(x - 0.82, y + 0.96, z - 0.34, 0.2, 0.16, 0.17),
        ellipsoid(x + 0.86, y + 0.98, z - 0.2, 0.15, 0.13, 0.16),
        ellipsoid(x + 0.6, y + 1, z - 0.62, 0.11, 0.09, 0.1),
      ),
    0.06,
    8,
  )
  bench.add('stones', loose, [0, -0.97, 0.35, 1.15], rock)
  return 1.08
}

/** Standing stones under a lintel, a block to sit on between them. */
export const trilith: StoneThrone = (bench, rock, lettered) => {
  const { random } = bench
  const [left, right] = [random.range(-0.05, 0.05), random.range(-0.05, 0.05)]
  const stones = rough(
    (x, y, z) =>
      min(
        box(x + 0.62 + left * y, y + 0.1, z + 0.34, 0.17, 0.98, 0.19, 0.05),
        box(x - 0.62 + right * y, y + 0.1, z + 0.34, 0.19, 0.98, 0.17, 0.05),
      ),
    0.09,
    4,
  )
  bench.add('standing stones', stones, [0, -0.1, -0.34, 1.36], rock)
  const lintel = rough((x, y, z) => box(x, y - 1.02 - 0.04 * x, z + 0.34, 0.98, 0.16, 0.23, 0.05), 0.09, 4)
  bench.add('lintel', lintel, [0, 1.02, -0.34, 1.1], rock)
  const slabs = rough((x, y, z) => box(x, y + 0.24, z + 0.36, 0.4, 0.82 + 0.12 * sin(x * 5), 0.09, 0.04), 0.06, 5)
  bench.add('slab', slabs, [0, -0.2, -0.36, 1.04], lettered)
  const seat = rough(
    (x, y, z) => min(box(x, y + 0.68, z - 0.06, 0.46, 0.36, 0.36, 0.06), box(abs(x) - 0.56, y + 0.56, z - 0.1, 0.12, 0.5, 0.34, 0.06)),
    0.07,
    5,
  )
  bench.add('seat', seat, [0, -0.6, 0.06, 1.02], rock)
  return 1.2
}

/** A round niche with fluted inside, open to the front, its sides sloping down into arms. */
export const niche: StoneThrone = (bench, rock, lettered) => {
  const { random } = bench
  const flutes = random.pick([7, 9, 12])
  const tall = random.range(0.3, 0.56)
  const far = (x: number, y: number, z: number) => length3(x, max(y - tall, 0), z)
  const hollow: Field = (x, y, z) => {
    const r = far(x, y, z)
    const inner = 0.5 + 0.035 * abs(sin(atan2(x, -z) * flutes * 0.5))
    // the rim runs down from the crown to the hands
    const rim = z - 0.34 + 0.62 * smooth(-0.2, tall + 0.5, y)
    return max(r - 0.66, inner - r, FLOOR - y, rim) * 0.85
  }
  bench.add('niche', hollow, [0, (tall + 0.6 + FLOOR) / 2, 0, 1.2], lettered)
  bench.add('seat', (x, y, z) => max(length2(x, z) - 0.56, abs(y + 0.68) - 0.38, z - 0.42) - 0.015, [0, -0.68, 0, 0.72], rock)
  const rims = (x: number, y: number, z: number) =>
    min(length2(length2(x, z) - 0.7, y + 0.98) - 0.07, length2(length2(x, z) - 0.82, y + 1.06) - 0.1)
  bench.add('foot', (x, y, z) => max(min(rims(x, y, z), max(length2(x, z) - 0.82, y + 0.98)), FLOOR - y) * 0.9, [0, -1, 0, 1], rock)
  bench.add('crown', ball(0, tall + 0.7, -0.2, 0.11), [0, tall + 0.7, -0.2, 0.14], bench.fitting({ hammer: 0.04 }))
  return tall + 0.82
}

/** A small throne on a pyramid of steps with stairs up its front. */
export const ziggurat: StoneThrone = (bench, rock, lettered) => {
  const tiers = 4
  const rise = 0.17
  const terrace: Field = (x, y, z) => {
    let d = 9
    for (let k = 0; k < tiers; k++)
      d = min(d, box(x, y - FLOOR - rise * (k + 0.5), z, 0.94 - k * 0.14, rise / 2 + 0.01, 0.88 - k * 0.14, 0.015))
    return d
  }
  bench.add('terraces', terrace, [0, -0.74, 0, 1.5], rock)
  const stairs: Field = (x, y, z) => {
    let d = 9
    for (let k = 0; k < tiers * 2; k++)
      d = min(d, box(x, y - FLOOR - (rise / 2) * (k + 0.5), z - 0.46, 0.24, rise / 4 + 0.005, 0.6 - k * 0.073, 0.006))
    const cheek = max(abs(abs(x) - 0.29) - 0.05, (y - FLOOR - 0.1 + (z - 1.0) * 1.16) * 0.68, z - 1.04, FLOOR - y, 0.1 - z)
    return min(d, cheek)
  }
  bench.add('stairs', stairs, [0, -0.78, 0.62, 0.86], rock)
  const base = FLOOR + tiers * rise
  const steps = bench.random.chance(0.5)
  const outline: Field2 = steps
    ? (u, v) => min(max(u - 0.38, v - 0.62), max(u - 0.26, v - 0.84), max(u - 0.14, v - 1.02))
    : (u, v) => max(u - 0.38, (v - 0.98 + u * u * 2.4) * 0.6)
  const back: Field = (x, y, z) => max(outline(abs(x), y - base), abs(z + 0.28) - 0.1, base - y) - 0.012
  bench.add('back', back, [0, base + 0.5, -0.28, 0.74], lettered)
  const seat: Field = (x, y, z) =>
    min(box(x, y - base - 0.14, z - 0.02, 0.36, 0.15, 0.3, 0.02), box(abs(x) - 0.34, y - base - 0.24, z - 0.02, 0.075, 0.24, 0.3, 0.02))
  bench.add('seat', seat, [0, base + 0.2, 0, 0.62], rock)
  const obelisks: Field = (x, y, z) => {
    const [u, w] = [abs(x) - 0.78, z - 0.72]
    const t = y - FLOOR
    return (max(abs(u), abs(w)) + max(0, t - 0.5) * 0.7 - 0.09 + 0.03 * t) * 0.8
  }
  bench.add(
    'obelisks',
    (x, y, z) => max(obelisks(x, y, z), FLOOR - y),
    [0, FLOOR + 0.32, 0.74, 1.05],
    bench.random.chance(0.5) ? bench.fitting({ hammer: 0.05 }) : rock,
  )
  return base + 1.06
}

/** Two lions bear the arms. */
export const lions: StoneThrone = (bench, rock, lettered) => {
  bench.add('dais', (x, y, z) => box(x, y + 0.98, z - 0.1, 0.86, 0.08, 0.8, 0.02), [0, -0.98, 0.1, 1.2], rock)
  const body = blend(
    0.09,
    rod([0.56, -0.34, -0.28], [0.56, -0.26, 0.24], 0.15, 0.17),
    rod([0.56, -0.3, 0.34], [0.57, -0.8, 0.42], 0.095, 0.07),
    oval(0.57, -0.85, 0.48, 0.085, 0.06, 0.13),
    rod([0.57, -0.4, -0.3], [0.58, -0.8, -0.3], 0.13, 0.07),
    oval(0.58, -0.85, -0.22, 0.085, 0.06, 0.13),
  )
  bench.add('lions', (x, y, z) => body(abs(x), y, z), [0, -0.5, 0.06, 1.0], rock)
  const face = blend(
    0.05,
    ball(0.56, 0.03, 0.44, 0.165),
    oval(0.56, -0.05, 0.6, 0.1, 0.08, 0.1),
    oval(0.56, 0.02, 0.63, 0.055, 0.04, 0.08),
    oval(0.56, 0.1, 0.56, 0.035, 0.06, 0.08),
    oval(0.56, -0.14, 0.57, 0.07, 0.035, 0.08),
    oval(0.64, 0.12, 0.53, 0.06, 0.03, 0.05),
    oval(0.48, 0.12, 0.53, 0.06, 0.03, 0.05),
    ball(0.69, 0.18, 0.42, 0.05),
    ball(0.43, 0.18, 0.42, 0.05),
  )
  const head: Field = (x, y, z) => {
    const u = abs(x)
    // the mane lies in locks that point away from the face
    const [a, b] = [u - 0.56, y + 0.03]
    const turn = atan2(a, b)
    const mane =
      ellipsoid(a, b, z - 0.33, 0.25, 0.3, 0.19) +
      0.009 * abs(sin(turn * 5 + length2(a, b) * 9)) +
      0.007 * sin(length2(a, b) * 34 + sin(turn * 5) * 2)
    return smoothMin(face(u, y, z), mane * 0.85, 0.03)
  }
  bench.add('heads', head, [0, 0, 0.42, 0.92], rock)
  const round = bench.random.chance(0.6)
  const back: Field = (x, y, z) => {
    const top = round ? length2(x, max(y - 0.44, 0)) - 0.5 : max(abs(x) - 0.46, y - 0.92 + 0.5 * abs(x))
    return max(top, abs(z + 0.36) - 0.11, -0.9 - y) - 0.015
  }
  bench.add('back', back, [0, 0.04, -0.36, 1.12], lettered)
  const sun: Field = (x, y, z) => {
    const [r, a] = [length2(x, y - 0.46), atan2(x, y - 0.46)]
    return max(min(r - 0.15, r - 0.3 + 0.32 * abs(every(a, TAU / 12))), abs(z + 0.22) - 0.035) * 0.8 - 0.006
  }
  bench.add('sun', sun, [0, 0.46, -0.22, 0.36], bench.random.chance(0.5) ? bench.fitting() : rock)
  bench.add(
    'seat',
    (x, y, z) => box(x, y + 0.58, z + 0.02, 0.44, 0.34, 0.4, 0.02) + groove(every(y + 0.1, 0.3), 0.014),
    [0, -0.58, 0, 0.74],
    rock,
  )
  return round ? 1.0 : 0.98
}

/** A skull looks down from the back, two more lie under the hands. */
export const skulls: StoneThrone = (bench, rock, lettered) => {
  const horned = bench.random.chance(0.5)
  bench.add(
    'dais',
    (x, y, z) => min(box(x, y + 1, z - 0.1, 0.8, 0.06, 0.76, 0.015), box(x, y + 0.88, z - 0.04, 0.66, 0.07, 0.62, 0.015)),
    [0, -0.95, 0.1, 1.14],
    rock,
  )
  const back: Field = (x, y, z) => {
    const u = abs(x)
    // shoulders rise to two points beside the skull
    const top = 0.86 + 0.36 * smooth(0.28, 0.5, u)
    return (max(u - 0.5, abs(z + 0.38) - 0.12, (y - top) * 0.4, -0.8 - y) - 0.015 + groove(every(u, 0.17), 0.016)) * 0.9
  }
  bench.add('back', back, [0, 0.16, -0.38, 1.14], lettered)
  const great = place(skullFace, 0, 0.76, -0.28, 0.16, 0, 0, 0.56)
  bench.add('skull', great, [0, 0.8, -0.28, 0.48], rock)
  const seat: Field = (x, y, z) =>
    min(box(x, y + 0.54, z, 0.5, 0.3, 0.42, 0.03), box(abs(x) - 0.52, y + 0.34, z - 0.02, 0.11, 0.46, 0.42, 0.03)) +
    groove(every(y + 0.1, 0.3), 0.014)
  bench.add('seat', seat, [0, -0.42, 0, 0.92], rock)
  const small = place(skullFace, 0.52, 0.24, 0.28, 0, 0, 0, 0.3)
  bench.add('hands', (x, y, z) => small(abs(x), y, z), [0, 0.26, 0.26, 0.8], rock)
  if (!horned) return 1.24
  const horn = blend(
    0.03,
    rod([0.22, 0.98, -0.34], [0.48, 1.12, -0.34], 0.09, 0.075),
    rod([0.48, 1.12, -0.34], [0.54, 1.42, -0.3], 0.075, 0.02),
  )
  bench.add('horns', (x, y, z) => horn(abs(x), y, z), [0, 1.18, -0.34, 0.64], rock)
  return 1.44
}

/** A great upright wheel of stone behind a plain block. */
export const wheel: StoneThrone = (bench, rock, lettered) => {
  const { random } = bench
  const spokes = random.pick([0, 4, 6])
  const disc: Field = (x, y, z) => {
    const [u, v] = [x, y - 0.3]
    const r = length2(u, v)
    const rings = groove(r - 0.6, 0.02) + groove(r - 0.28, 0.016)
    const d = max(r - 0.78, abs(z + 0.38) - 0.11) - 0.015 + rings
    if (spokes === 0) return d * 0.9
    const a = every(atan2(u, v) + TAU / spokes / 2, TAU / spokes) * r
    const hole = smoothMax(abs(r - 0.44) - 0.11, abs(a) - 0.34 * r + 0.03, 0.04)
    return max(d, -hole) * 0.85
  }
  bench.add('wheel', disc, [0, 0.3, -0.38, 0.96], lettered)
  const boss: Field = (x, y, z) => ellipsoid(x, y - 0.3, z + 0.28, 0.17, 0.17, 0.07)
  bench.add('boss', boss, [0, 0.3, -0.28, 0.2], bench.fitting({ hammer: 0.05 }))
  const seat: Field = (x, y, z) =>
    min(box(x, y + 0.66, z - 0.02, 0.5, 0.32, 0.42, 0.04), box(abs(x) - 0.56, y + 0.5, z - 0.02, 0.13, 0.5, 0.46, 0.09)) +
    groove(y + 0.86, 0.02)
  bench.add('seat', seat, [0, -0.58, 0, 1.0], rock)
  bench.add('foot', (x, y, z) => box(x, y + 1.02, z, 0.82, 0.05, 0.72, 0.02), [0, -1.02, 0, 1.1], rock)
  return 1.12
}

/** Six-sided columns as they stand on some coasts, the lower ones a seat. */
export const columns: StoneThrone = (bench, _rock, lettered) => {
  const { random } = bench
  const [side, row] = [0.21, 0.182]
  const stand: (readonly [x: number, z: number, top: number, tilt: number])[] = []
  const peak = random.range(0.98, 1.2)
  for (let j = -3; j <= 4; j++)
    for (let i = -5; i <= 5; i++) {
      const [x, z] = [(i + (j & 1 ? 0.5 : 0)) * side, j * row]
      const u = abs(x)
      const far = length2(x, z - 0.05)
      if (far > 0.86) continue
      const jitter = random.range(-0.07, 0.07)
      const tilt = random.range(-0.16, 0.16)
      const high =
        j <= -2
          ? peak - u * 0.9 + jitter * 2
          : u > 0.36 && u < 0.66 && j < 3
            ? 0.02 - 0.05 * j + jitter
            : u <= 0.36 && j <= 2
              ? -0.3 + jitter * 0.12
              : -0.72 - (far - 0.5) * 0.5 + jitter
      stand.push([x, z, max(high, FLOOR + 0.06), j <= 2 && u <= 0.36 && j > -2 ? 0 : tilt])
    }
  const half = side / 2
  const column = (at: number, x: number, y: number, z: number): number => {
    const [cx, cz, top, tilt] = stand[at]!
    const [u, w] = [abs(x - cx), abs(z - cz)]
    const d = max(u, u * 0.5 + w * 0.866) - half + 0.016
    const e = y - top - tilt * (x - cx)
    const [a, b] = [max(d, 0), max(e, 0)]
    return min(max(d, e), 0) + sqrt(a * a + b * b) - 0.012
  }
  const near = candidates(stand.length, [-1.1, FLOOR - 0.1, -0.8], [1.1, 1.4, 1.1], 30, 1.3, column)
  const field: Field = (x, y, z) => {
    let d = 9
    for (const at of near(x, y, z)) d = min(d, column(at, x, y, z))
    return max(d, FLOOR - y) * 0.85
  }
  bench.add('columns', field, [0, 0.04, 0.05, 1.52], lettered)
  return peak + 0.14
}
