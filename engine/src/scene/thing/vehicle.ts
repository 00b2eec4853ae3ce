import { cos, sin, TAU } from '../../math/dmath.ts'
import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb, Vec3 } from '../vector.ts'
import { ball, both, lathe, limb, moved, type Piece, rod, type Shape, sheet, slab, turned } from './shape.ts'

type Build = (random: Prng, colour: Rgb | null) => Piece[]

const paint = (colour: Rgb | null, random: Prng, ...usual: readonly string[]): Rgb => colour ?? rgb(random.pick(usual))
const DARK = rgb('#17171a')
const GLASS = rgb('#16242c')
const STEEL = rgb('#9ca2a8')
const WOOD = rgb('#6a4526')
const LAMP = rgb('#fff0c0')

/** A wheel standing across x. */
const wheel = (x: number, z: number, radius: number, half: number): Shape =>
  turned(
    lathe(
      0,
      0,
      [
        [-half, radius * 0.6],
        [-half, radius],
        [half, radius],
        [half, radius * 0.6],
      ],
      14,
    ),
    0,
    0,
    TAU / 4,
    [x, radius, z],
  )
const hub = (x: number, z: number, radius: number, half: number): Shape =>
  turned(
    lathe(
      0,
      0,
      [
        [-half, 0.01],
        [-half, radius * 0.5],
        [half, radius * 0.5],
        [half, 0.01],
      ],
      10,
    ),
    0,
    0,
    TAU / 4,
    [x, radius, z],
  )
const spoked =
  (x: number, z: number, radius: number): Shape =>
  (sink) => {
    const rim: (readonly [number, number, number, number])[] = Array.from({ length: 13 }, (_, i) => [
      x,
      radius + sin((TAU * i) / 12) * radius * 0.95,
      z + cos((TAU * i) / 12) * radius * 0.95,
      radius * 0.07,
    ])
    limb(rim, { sides: 6 })(sink)
    for (let i = 0; i < 8; i++)
      rod(
        [x, radius, z],
        [x, radius + sin((TAU * i) / 8) * radius * 0.93, z + cos((TAU * i) / 8) * radius * 0.93],
        radius * 0.035,
        radius * 0.035,
        5,
      )(sink)
  }

/** A hull afloat: its keel at −draught, its rim at `freeboard`. */
function hull(length: number, beam: number, freeboard: number, draught: number, sheer = 0.3): { outer: Shape; inner: Shape; rim: Shape } {
  const stations = 12
  const half = (t: number) => beam * Math.sqrt(Math.max(0, 1 - (2 * t - 0.9) * (2 * t - 0.9) * (t > 0.45 ? 0.83 : 1.1)))
  const rimY = (t: number) => freeboard + sheer * (2 * t - 1) * (2 * t - 1)
  const skin =
    (inset: number, sink0: number): Shape =>
    (sink) => {
      const rows: number[][] = []
      for (let i = 0; i <= stations; i++) {
        const t = i / stations
        const w = Math.max(0.02, half(t) - inset)
        const row: number[] = []
        for (let k = 0; k <= 8; k++) {
          const q = k / 4 - 1
          const a = Math.abs(q)
          const y = -draught + sink0 + (rimY(t) + draught - sink0) * a * a * a
          row.push(sink.vertex(w * Math.sign(q) * Math.sqrt(a), y, (t - 0.5) * length, inset > 0 ? -q : q, inset > 0 ? 0.6 : -0.3, 0))
        }
        rows.push(row)
      }
      for (let i = 1; i <= stations; i++)
        for (let k = 0; k < 8; k++) {
          sink.triangle(rows[i - 1]![k]!, rows[i]![k]!, rows[i]![k + 1]!)
          sink.triangle(rows[i - 1]![k]!, rows[i]![k + 1]!, rows[i - 1]![k + 1]!)
        }
    }
  const rim = both(
    limb(
      Array.from(
        { length: stations + 1 },
        (_, i) => [Math.max(0.02, half(i / stations)), rimY(i / stations), (i / stations - 0.5) * length, 0.045] as const,
      ),
      { sides: 6 },
    ),
  )
  return { outer: skin(0, 0), inner: skin(0.06, 0.08), rim }
}

/** A sail bellied by the wind, between four corners. */
const sail =
  (a: Vec3, b: Vec3, c: Vec3, d: Vec3, belly: number): Shape =>
  (sink) => {
    const n = 5
    const at = (u: number, v: number): Vec3 => {
      const out = belly * 16 * u * (1 - u) * v * (1 - v)
      const mix = (k: 0 | 1 | 2) => (a[k] * (1 - u) + b[k] * u) * (1 - v) + (d[k] * (1 - u) + c[k] * u) * v
      return [mix(0) + out, mix(1), mix(2) + out * 0.3]
    }
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        sheet(at(i / n, j / n), at((i + 1) / n, j / n), at((i + 1) / n, (j + 1) / n), at(i / n, (j + 1) / n))(sink)
  }

const VEHICLES = {
  car: (random, colour) => {
    const main = paint(colour, random, '#b8282c', '#2c5a9a', '#e0b030', '#3c7a58', '#d8d8d4')
    return [
      {
        shapes: [
          slab(0, 0.55, 0, 0.86, 0.26, 2.05, 0.95),
          slab(0, 0.66, 1.35, 0.8, 0.12, 0.7, 0.92),
          slab(0, 1.36, -0.25, 0.62, 0.03, 0.75),
        ],
        colour: main,
        gloss: 0.7,
        flat: true,
      },
      { shapes: [slab(0, 1.07, -0.25, 0.76, 0.28, 1.12, 0.78)], colour: GLASS, gloss: 1, flat: true },
      { shapes: [both(wheel(0.8, 1.25, 0.34, 0.12), wheel(0.8, -1.25, 0.34, 0.12))], colour: DARK },
      {
        shapes: [
          both(hub(0.8, 1.25, 0.34, 0.13), hub(0.8, -1.25, 0.34, 0.13)),
          slab(0, 0.4, 2.06, 0.8, 0.06, 0.04),
          slab(0, 0.4, -2.06, 0.8, 0.06, 0.04),
        ],
        colour: STEEL,
        gloss: 0.8,
      },
      { shapes: [both(ball(0.6, 0.62, 2.04, 0.13, 0.1, 0.05))], colour: LAMP, glow: 2.5 },
      { shapes: [both(slab(0.65, 0.64, -2.06, 0.14, 0.06, 0.02))], colour: rgb('#ff2818'), glow: 1.4 },
    ]
  },
  truck: (random, colour) => [
    {
      shapes: [slab(0, 1.15, 1.9, 0.95, 0.6, 0.7, 0.94), slab(0, 0.8, 2.75, 0.85, 0.28, 0.3, 0.9)],
      colour: paint(colour, random, '#a83a2c', '#386a9a', '#d8a030'),
      gloss: 0.6,
      flat: true,
    },
    { shapes: [slab(0, 1.45, -0.75, 1.05, 0.85, 1.75)], colour: rgb('#d8d4c8'), flat: true },
    { shapes: [slab(0, 1.4, 2.0, 0.9, 0.26, 0.64, 0.9)], colour: GLASS, gloss: 1, flat: true },
    {
      shapes: [
        slab(0, 0.5, 0, 0.7, 0.1, 2.7),
        both(wheel(0.88, 2.1, 0.42, 0.14), wheel(0.88, -1.2, 0.42, 0.14), wheel(0.88, -2.05, 0.42, 0.14)),
      ],
      colour: DARK,
    },
    { shapes: [both(ball(0.6, 0.85, 3.06, 0.12, 0.12, 0.05))], colour: LAMP, glow: 2.5 },
  ],
  bus: (random, colour) => [
    {
      shapes: [slab(0, 1.4, 0, 1.15, 0.95, 3.6, 0.97)],
      colour: paint(colour, random, '#c8302c', '#e0a828', '#2c6a9a'),
      gloss: 0.5,
      flat: true,
    },
    { shapes: [slab(0, 1.75, 0, 1.17, 0.34, 3.3), slab(0, 1.6, 3.58, 0.95, 0.5, 0.06)], colour: GLASS, gloss: 1, flat: true },
    { shapes: [both(wheel(1, 2.3, 0.46, 0.14), wheel(1, -2.3, 0.46, 0.14))], colour: DARK },
    { shapes: [both(ball(0.8, 0.75, 3.62, 0.14, 0.1, 0.05))], colour: LAMP, glow: 2.5 },
  ],
  train: (random, colour) => [
    {
      shapes: [
        turned(
          lathe(
            0,
            0,
            [
              [-2.2, 0.02],
              [-2.2, 0.72],
              [2.1, 0.72],
              [2.2, 0.6],
              [2.2, 0.02],
            ],
            16,
          ),
          TAU / 4,
          0,
          0,
          [0, 1.75, 0.9],
        ),
        slab(0, 2.1, -1.9, 0.95, 0.9, 0.95),
        lathe(
          0,
          2.5,
          [
            [2.3, 0.2],
            [2.9, 0.24],
            [3.15, 0.4],
            [3.3, 0.38],
          ],
          12,
        ),
        lathe(
          0,
          1.1,
          [
            [2.35, 0.3],
            [2.65, 0.3],
            [2.8, 0.05],
          ],
          12,
        ),
      ],
      colour: paint(colour, random, '#26332c', '#7a2420', '#1e3048'),
      gloss: 0.6,
    },
    {
      shapes: [slab(0, 3.08, -1.9, 1.1, 0.08, 1.15), slab(0, 0.95, 0, 0.8, 0.12, 3), slab(0, 0.4, 3.25, 0.95, 0.28, 0.35, 0.4)],
      colour: rgb('#3a1a16'),
      flat: true,
    },
    {
      shapes: [
        both(spoked(0.86, 1.9, 0.55), spoked(0.86, 0.5, 0.55), spoked(0.86, -0.9, 0.55), rod([0.95, 0.6, 2], [0.95, 0.6, -1], 0.06)),
      ],
      colour: rgb('#a83428'),
    },
    {
      shapes: [
        lathe(
          0,
          1.85,
          [
            [2.4, 0.18],
            [2.75, 0.18],
            [2.85, 0.02],
          ],
          10,
        ),
        turned(
          lathe(
            0,
            0,
            [
              [0, 0.74],
              [0.08, 0.74],
            ],
            16,
          ),
          TAU / 4,
          0,
          0,
          [0, 1.75, 0.4],
        ),
      ],
      colour: rgb('#d0a040'),
      gloss: 0.9,
    },
    { shapes: [ball(0, 2.6, 3.1, 0.17, 0.17, 0.08)], colour: LAMP, glow: 3 },
    {
      shapes: [0, 1, 2, 3, 4].map((i) => ball(0.12 * i, 3.7 + i * 0.55, 2.4 - i * 0.75, 0.34 + i * 0.14, 0.3 + i * 0.12, 0.36 + i * 0.15)),
      colour: rgb('#d8d6d2'),
    },
    { shapes: [both(slab(0.86, 0.03, 0, 0.06, 0.04, 12))], colour: rgb('#5c564e') },
  ],
  cart: (random, colour) => [
    {
      shapes: [
        slab(0, 0.85, -0.1, 0.6, 0.04, 0.95),
        both(slab(0.6, 1.05, -0.1, 0.03, 0.2, 0.95)),
        slab(0, 1.05, -1.04, 0.6, 0.2, 0.03),
        both(rod([0.4, 0.82, 0.8], [0.32, 0.55, 2.3], 0.04)),
      ],
      colour: WOOD,
      flat: true,
    },
    { shapes: [both(spoked(0.72, -0.1, 0.6))], colour: rgb('#4a3020') },
    { shapes: [ball(0, 1.2, -0.2, 0.52, 0.34, 0.7)], colour: paint(colour, random, '#d8b858', '#a86a34', '#7a9a44') },
  ],
  bicycle: (random, colour) => [
    { shapes: [spoked(0, 0.55, 0.34), spoked(0, -0.55, 0.34), slab(0, 0.95, -0.28, 0.07, 0.03, 0.13)], colour: DARK },
    {
      shapes: [
        rod([0, 0.34, -0.55], [0, 0.34, 0], 0.02),
        rod([0, 0.34, 0], [0, 0.92, -0.26], 0.022),
        rod([0, 0.84, -0.22], [0, 0.82, 0.42], 0.022),
        rod([0, 0.34, 0], [0, 0.8, 0.42], 0.022),
        rod([0, 0.98, 0.36], [0, 0.34, 0.55], 0.02),
        rod([-0.26, 0.99, 0.34], [0.26, 0.99, 0.34], 0.018),
        rod([0, 0.34, -0.55], [0, 0.84, -0.22], 0.018),
      ],
      colour: paint(colour, random, '#c83430', '#2c6ca8', '#3a8a5a'),
      gloss: 0.7,
    },
  ],
  balloon: (random, colour) => {
    const main = paint(colour, random, '#d0342c', '#e0922c', '#2c6cb0', '#7a3a9a')
    const profile = [
      [2.6, 0.5],
      [3.4, 1.35],
      [4.6, 2.3],
      [6, 2.75],
      [7.3, 2.4],
      [8.2, 1.4],
      [8.5, 0.05],
    ] as const
    const gores =
      (odd: boolean): Shape =>
      (sink) => {
        for (let k = 1; k < profile.length; k++)
          for (let s = odd ? 1 : 0; s < 16; s += 2) {
            const at = (j: number, t: number) => {
              const [y, r] = profile[j]!
              const a = (TAU * t) / 16
              const [ya] = profile[Math.max(0, j - 1)]!
              const [yb] = profile[Math.min(profile.length - 1, j + 1)]!
              const lean = profile[Math.max(0, j - 1)]![1] - profile[Math.min(profile.length - 1, j + 1)]![1]
              const n = Math.sqrt((yb - ya) * (yb - ya) + lean * lean)
              return sink.vertex(cos(a) * r, y, sin(a) * r, (cos(a) * (yb - ya)) / n, lean / n, (sin(a) * (yb - ya)) / n)
            }
            const [p, q, r, t] = [at(k - 1, s), at(k - 1, s + 1), at(k, s + 1), at(k, s)]
            sink.triangle(p, q, r)
            sink.triangle(p, r, t)
          }
      }
    return [
      { shapes: [gores(false)], colour: main },
      { shapes: [gores(true)], colour: rgb('#f0e4c8') },
      { shapes: [slab(0, 0.5, 0, 0.5, 0.42, 0.5), slab(0, 0.93, 0, 0.55, 0.05, 0.55)], colour: rgb('#7a5028'), flat: true },
      {
        shapes: [
          [1, 1],
          [1, -1],
          [-1, 1],
          [-1, -1],
        ].map(([x, z]) => rod([x! * 0.45, 0.95, z! * 0.45], [x! * 0.5, 2.9, z! * 0.5], 0.025, 0.02, 5)),
        colour: DARK,
      },
      { shapes: [ball(0, 2.2, 0, 0.14, 0.3, 0.14)], colour: rgb('#ffb040'), glow: 3 },
    ]
  },
  airship: (random, colour) => [
    {
      shapes: [
        limb(
          [
            [0, 2, -5.2, 0.35],
            [0, 2, -3.2, 1.3],
            [0, 2, 0, 1.75],
            [0, 2, 3.4, 1.25],
            [0, 2, 5.2, 0.3],
          ],
          { sides: 14 },
        ),
        sheet([0, 2.2, -3.6], [0, 4.2, -5.6], [0, 2.2, -5.4]),
        both(sheet([0.2, 2, -3.6], [2.2, 2, -5.6], [0.2, 2, -5.4])),
        sheet([0, 1.8, -3.6], [0, 0.2, -5.6], [0, 1.8, -5.4]),
      ],
      colour: paint(colour, random, '#b89a68', '#8a3a34', '#4c6a80'),
    },
    { shapes: [slab(0, 0.05, 0.6, 0.42, 0.32, 1.4, 1.15)], colour: WOOD, flat: true },
    { shapes: [both(...[0, 1, 2, 3].map((i) => slab(0.46, 0.12, 1.5 - i * 0.6, 0.02, 0.1, 0.16)))], colour: LAMP, glow: 1.8 },
    {
      shapes: [
        both(
          rod([0.45, 0.2, 0], [1.3, 0.6, -0.4], 0.05),
          ball(1.35, 0.6, -0.5, 0.2, 0.2, 0.4),
          moved(slab(0, 0, 0, 0.03, 0.5, 0.03), 1.35, 0.6, -0.95),
        ),
      ],
      colour: STEEL,
      gloss: 0.6,
    },
  ],
  ufo: (random, colour) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0.1, 0.4],
            [0.35, 1.9],
            [0.5, 2.1],
            [0.65, 1.9],
            [0.95, 0.8],
          ],
          20,
        ),
      ],
      colour: paint(colour, random, '#8c949c', '#6a7a88'),
      gloss: 0.8,
    },
    { shapes: [ball(0, 0.95, 0, 0.78, 0.6, 0.78, 10)], colour: rgb('#1f4a54'), gloss: 1 },
    {
      shapes: Array.from({ length: 10 }, (_, i) => ball(cos((TAU * i) / 10) * 1.75, 0.32, sin((TAU * i) / 10) * 1.75, 0.13, 0.1, 0.13, 6)),
      colour: rgb('#7cffc8'),
      glow: 3,
    },
  ],
  rocket: (random, colour) => [
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [1, 0.55],
            [2.2, 0.8],
            [4.2, 0.82],
            [5.6, 0.6],
          ],
          16,
        ),
      ],
      colour: rgb('#e4e2de'),
      gloss: 0.5,
    },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [5.6, 0.61],
            [6.6, 0.28],
            [7.3, 0.02],
          ],
          16,
        ),
        lathe(
          0,
          0,
          [
            [2.5, 0.825],
            [2.75, 0.83],
          ],
          16,
        ),
        ...[0, 1, 2].map((i) => turned(sheet([0.5, 2.3, 0], [1.7, 0.9, 0], [1.75, 0, 0], [0.55, 1, 0]), 0, (TAU * i) / 3, 0)),
      ],
      colour: paint(colour, random, '#c82c28', '#d87a24', '#2c5aa0'),
      gloss: 0.5,
    },
    { shapes: [ball(0, 4.6, 0.72, 0.3, 0.3, 0.14)], colour: rgb('#2c5a74'), gloss: 1 },
    {
      shapes: [
        lathe(
          0,
          0,
          [
            [0.55, 0.42],
            [1, 0.5],
          ],
          12,
        ),
      ],
      colour: DARK,
    },
  ],
  plane: (random, colour) => [
    {
      shapes: [
        limb(
          [
            [0, 0.1, -3, 0.1],
            [0, 0, -1, 0.42],
            [0, 0, 1.2, 0.55],
            [0, 0, 2.1, 0.42],
          ],
          { sides: 12 },
        ),
        sheet([-4, 0.35, 0.9], [4, 0.35, 0.9], [4, 0.3, -0.2], [-4, 0.3, -0.2]),
        sheet([-1.3, 0.25, -2.5], [1.3, 0.25, -2.5], [1.3, 0.25, -3.1], [-1.3, 0.25, -3.1]),
        sheet([0, 0.2, -2.4], [0, 1.2, -3.1], [0, 0.2, -3.2]),
      ],
      colour: paint(colour, random, '#c8342c', '#e0b02c', '#3a6a9a'),
      gloss: 0.4,
    },
    {
      shapes: [
        sheet([-3.4, 1.35, 1], [3.4, 1.35, 1], [3.4, 1.3, 0], [-3.4, 1.3, 0]),
        both(rod([2.4, 0.35, 0.5], [2.4, 1.33, 0.6], 0.04), rod([0.4, 0.4, 0.6], [0.5, 1.33, 0.6], 0.04)),
      ],
      colour: rgb('#e8dcc0'),
    },
    {
      shapes: [
        ball(0, 0, 2.15, 0.14, 0.14, 0.25),
        slab(0, 0, 2.35, 0.07, 1, 0.03),
        both(wheel(0.6, 1, 0.26, 0.08)),
        ball(0, 0.5, -0.2, 0.22, 0.26, 0.22),
      ].map((shape, i) => (i === 2 ? moved(shape, 0, -1, 0) : shape)),
      colour: DARK,
    },
  ],
  'rowing-boat': (random, colour) => {
    const { outer, inner, rim } = hull(3.9, 0.74, 0.42, 0.18, 0.28)
    return [
      { shapes: [outer], colour: paint(colour, random, '#8a3428', '#2c5a7c', '#3f6a4a', '#8a6a3c') },
      {
        shapes: [
          inner,
          slab(0, 0.24, 0.2, 0.62, 0.03, 0.14),
          slab(0, 0.24, -0.9, 0.56, 0.03, 0.13),
          both(rod([0.3, 0.36, -1.1], [0.34, 0.5, 1.4], 0.028)),
        ],
        colour: rgb('#a8824c'),
      },
      { shapes: [rim], colour: rgb('#e0d4bc') },
    ]
  },
  sailboat: (random, colour) => {
    const { outer, inner, rim } = hull(6.4, 1.05, 0.6, 0.3, 0.35)
    return [
      { shapes: [outer], colour: paint(colour, random, '#f0ece0', '#2c4a6c', '#7a2a2a'), gloss: 0.4 },
      {
        shapes: [inner, rim, rod([0, 0.2, 0.6], [0, 8.2, 0.5], 0.07), rod([0, 1.3, 0.5], [0.3, 1.25, -2.7], 0.05)],
        colour: rgb('#8a6238'),
      },
      {
        shapes: [
          sail([0, 1.45, 0.45], [0.3, 1.4, -2.6], [0.02, 7.9, 0.42], [0, 7.9, 0.45], 0.5),
          sail([0, 7.4, 0.6], [0.1, 1.3, 0.8], [0, 0.95, 3], [0, 1, 3.05], 0.3),
        ],
        colour: rgb('#f4eee0'),
      },
    ]
  },
  ship: (random, colour) => {
    const { outer, inner, rim } = hull(15, 2.3, 1.8, 0.7, 1.1)
    const cloth = paint(colour, random, '#efe6d0', '#e4d8bc')
    const mast = (z: number, high: number): Shape[] => [
      rod([0, 0.8, z], [0, high, z], 0.16, 0.08),
      ...[0.34, 0.62, 0.86].map((t) => rod([-2.7 + t * 1.3, high * t + 1.2, z], [2.7 - t * 1.3, high * t + 1.2, z], 0.07, 0.05, 6)),
    ]
    const canvas = (z: number, high: number): Shape[] =>
      [0, 1].map((i) => {
        const [t, u] = i === 0 ? [0.34, 0.62] : [0.62, 0.86]
        const w = (v: number) => 2.6 - v * 1.3
        return (sink) => {
          const at = (a: number, b: number): Vec3 => {
            const v = t + (u - t) * b
            return [(a * 2 - 1) * w(v), high * v + 1.2, z + 0.15 + 1.1 * (1 - (2 * a - 1) * (2 * a - 1)) * (0.4 + 0.6 * (1 - b)) * b * 1.6]
          }
          for (let p = 0; p < 5; p++)
            for (let q = 0; q < 4; q++)
              sheet(at(p / 5, q / 4), at((p + 1) / 5, q / 4), at((p + 1) / 5, (q + 1) / 4), at(p / 5, (q + 1) / 4))(sink)
        }
      })
    return [
      { shapes: [outer, slab(0, 3, -6.2, 1.7, 0.85, 1.2, 1.1)], colour: rgb('#4c3018') },
      {
        shapes: [inner, rim, ...mast(3.4, 11), ...mast(-0.6, 12.5), ...mast(-4.4, 9.5), rod([0, 2.6, 6.6], [0, 4.6, 10.2], 0.12, 0.05)],
        colour: rgb('#7a5430'),
      },
      {
        shapes: [
          ...canvas(3.4, 11),
          ...canvas(-0.6, 12.5),
          ...canvas(-4.4, 9.5),
          sail([0, 10.4, 3.6], [0, 5, 5.4], [0, 4.5, 10], [0, 4.6, 10], 0.5),
        ],
        colour: cloth,
      },
      {
        shapes: [
          both(...[-3, -1.6, -0.2, 1.2, 2.6].map((z) => slab(2.22, 0.95, z, 0.06, 0.16, 0.18))),
          rod([0, 13.6, -0.6], [0, 14.4, -0.6], 0.03),
          sheet([0, 14.4, -0.6], [0, 13.9, -0.6], [0.2, 14.1, -2]),
        ],
        colour: rgb('#2a1812'),
      },
    ]
  },
} as const satisfies Record<string, Build>

export type VehicleName = keyof typeof VEHICLES
export const vehicleNames = Object.keys(VEHICLES) as readonly VehicleName[]

export const vehicle = (name: VehicleName, random: Prng, colour: Rgb | null): Piece[] => VEHICLES[name](random, colour)
