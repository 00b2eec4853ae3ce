import { atan2, cos, smooth } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import type { Rgb } from '../../solid/field/field.ts'
import { catmullRom, lathe } from '../../solid/field/outline.ts'
import { length2 } from '../../solid/field/shapes.ts'
import { disc } from '../../solid/field/solids.ts'
import { glass } from '../../solid/material/clear.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { dim, emit, paint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind, Pose } from '../kind.ts'
import { cork } from './potion.ts'

const { abs, floor, max } = Math

type Bottle = {
  readonly profile: readonly (readonly [number, number])[]
  /** Radius of its straight side, where the label sits, and the label's lower and upper edge. */
  readonly side: number
  readonly label: readonly [low: number, high: number]
  readonly glass: string
  readonly wine: string
  /** Where foil begins. */
  readonly foil: number
}

const BOTTLES: Record<string, Bottle> = {
  claret: {
    profile: [
      [0, -0.98],
      [0.25, -0.98],
      [0.29, -0.94],
      [0.29, -0.6],
      [0.29, 0.05],
      [0.28, 0.2],
      [0.19, 0.36],
      [0.105, 0.46],
      [0.092, 0.6],
      [0.09, 0.9],
      [0.108, 0.91],
      [0.108, 0.96],
      [0.088, 0.98],
    ],
    side: 0.294,
    label: [-0.66, -0.02],
    glass: '#3f5a34',
    wine: '#4a0814',
    foil: 0.52,
  },
  burgundy: {
    profile: [
      [0, -0.98],
      [0.29, -0.98],
      [0.345, -0.92],
      [0.345, -0.6],
      [0.345, -0.16],
      [0.3, 0.06],
      [0.19, 0.32],
      [0.115, 0.54],
      [0.095, 0.7],
      [0.092, 0.9],
      [0.112, 0.91],
      [0.112, 0.96],
      [0.09, 0.98],
    ],
    side: 0.35,
    label: [-0.74, -0.22],
    glass: '#8a8a3a',
    wine: '#c9a53a',
    foil: 0.62,
  },
  champagne: {
    profile: [
      [0, -0.98],
      [0.3, -0.98],
      [0.35, -0.92],
      [0.35, -0.6],
      [0.35, -0.2],
      [0.31, 0.02],
      [0.21, 0.28],
      [0.14, 0.5],
      [0.12, 0.7],
      [0.12, 0.84],
      [0.14, 0.86],
      [0.14, 0.9],
      [0.115, 0.92],
    ],
    side: 0.355,
    label: [-0.72, -0.26],
    glass: '#22402a',
    wine: '#8f7a30',
    foil: 0.3,
  },
}
const PAPER = rgb('#efe5cc')
const PRINT = rgb('#2c2420')

/** Printed paper: a border, a crest, lines of lettering. `low` and `high` are its edges. */
const printed = (bench: Bench, low: number, high: number, r: number) =>
  finish(PAPER, (s) => {
    const u = atan2(s.x, s.z) * r
    const t = (s.y - low) / (high - low)
    paint(s, PAPER)
    dim(s, 0.92 + 0.12 * fbm3(s.x * 4, s.y * 4, s.z * 4, 2))
    const gold: Rgb = bench.trim
    const edge = Math.min(t, 1 - t, (0.36 - abs(u)) * 1.6)
    if (abs(edge - 0.06) < 0.012) paint(s, gold)
    const crest = length2(u, (t - 0.7) * 0.62)
    if (crest < 0.075) paint(s, abs(crest - 0.06) < 0.008 ? gold : cos(atan2(u, t - 0.7) * 6) > 0.1 && crest < 0.05 ? gold : bench.fabric)
    const ink = (at: number, tall: number, half: number, pitch: number) => {
      const line = abs(t - at) < tall && abs(u) < half
      return line && noise3(u * pitch, at * 40, 1) + 0.25 * noise3(u * pitch * 2.3, t * 60, 2) > 0.52
    }
    if (ink(0.42, 0.045, 0.2, 34) || ink(0.3, 0.02, 0.15, 60) || ink(0.22, 0.02, 0.24, 60) || ink(0.15, 0.014, 0.12, 70)) paint(s, PRINT)
    s.rough = 0.8
    s.soften = 0.3
  })

function bottle(bench: Bench): Pose {
  const shape = BOTTLES[bench.form] ?? BOTTLES.claret!
  const outline = catmullRom(shape.profile, 4)
  const drink = bench.coloured || bench.glowing ? bench.accent : rgb(shape.wine)
  const tint3 = rgb(shape.glass)
  const pale = (v: number) => 0.35 + 0.6 * v
  const metalled = bench.gilded || bench.whole
  bench.add(
    'glass',
    lathe(outline),
    [0, 0, 0, 1.02],
    metalled ? bench.body({ rough: 0.14 }) : glass(tint3, [pale(tint3[0]), pale(tint3[1]), pale(tint3[2])], 1.1, 0.05),
  )
  const hollow = outline.map(([r, h]) => [max(0, r! - 0.035), h! + (h! < -0.9 ? 0.05 : 0)]).filter(([, h]) => h! < 0.62)
  const still = finish(drink, (s) => {
    paint(s, drink)
    emit(s, drink, (0.12 + 0.2 * smooth(-0.9, 0.4, s.y)) * bench.brilliance)
    s.rough = 0.15
    s.coat = 0.6
    s.soften = 1
  })
  bench.add('wine', lathe(hollow), [0, -0.2, 0, 0.84], still)
  const [low, high] = shape.label
  const middle = (low + high) / 2
  bench.add(
    'label',
    (x, y, z) => max(abs(length2(x, z) - shape.side) - 0.011, abs(y - middle) - (high - low) / 2, abs(atan2(x, z)) * shape.side - 0.36),
    [0, middle, 0.12, 0.5],
    printed(bench, low, high, shape.side),
  )
  const foil = finish(bench.fabric, (s) => {
    paint(s, bench.form === 'champagne' ? bench.trim : bench.fabric)
    s.metal = 0.8
    s.rough = 0.32 + 0.2 * noise3(s.x * 20, s.y * 20, s.z * 20)
  })
  const above = outline.filter(([, h]) => h! > shape.foil && h! < 0.955).map(([r, h]) => [r! + 0.014, h!])
  bench.add('foil', lathe([[above[0]![0]! - 0.03, above[0]![1]! - 0.012], ...above], 0, 0.006), [0, (shape.foil + 0.95) / 2, 0, 0.42], foil)
  if (bench.form === 'champagne') {
    bench.add(
      'cork',
      lathe(
        [
          [0, 0.88],
          [0.1, 0.88],
          [0.11, 0.98],
          [0.16, 1.02],
          [0.17, 1.1],
          [0.13, 1.15],
          [0, 1.16],
        ],
        3,
      ),
      [0, 1.02, 0, 0.24],
      cork,
    )
    const wire = (x: number, y: number, z: number) => {
      const a = atan2(z, x)
      const spoke = abs(a - floor(a / 1.5708 + 0.5) * 1.5708) * length2(x, z)
      return max(length2(spoke, length2(x, z) - 0.18 + abs(y - 1.04) * 0.12) - 0.013, abs(y - 1.0) - 0.14)
    }
    bench.add('cage', wire, [0, 1, 0, 0.24], bench.fitting())
  } else bench.add('cork', disc(0, 0.985, 0, 0.075, 0.04, 0.01), [0, 0.985, 0, 0.1], cork)
  bench.add(
    'seal',
    (x, y, z) => length2(length2(x, z) - shape.side, y - low + 0.02) - 0.016,
    [0, low, 0, shape.side + 0.04],
    bench.has('ornate') ? bench.fitting() : foil,
  )
  return { yaw: 0.35, pitch: 0.08, half: 1.22, aimY: bench.form === 'champagne' ? 0.08 : 0, stands: -0.99 }
}

export const wine: Kind = { forms: ['claret', 'burgundy', 'champagne'], build: bottle }
