import { smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import type { Field, Field2, Rgb } from '../../solid/field/field.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { box, capsule, length2, length3 } from '../../solid/field/shapes.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Material } from '../../solid/render/part.ts'
import { dim, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import { endOf, type Headstock, SOLID } from './guitar-bodies.ts'
import type { Body } from './guitar-neck.ts'

const { abs, max, min } = Math

type Solid = keyof typeof SOLID

const PAINTS = [
  '#b8121c',
  '#1460b0',
  '#0f7a6c',
  '#e8d8a8',
  '#16161a',
  '#f0b41c',
  '#7a2a9a',
  '#f2efe8',
  '#6cc0d8',
  '#f08cae',
  '#e0601a',
  '#8ccaa0',
] as const
const BLACK: Rgb = [0.012, 0.008, 0.008]
const WHITE: Rgb = [0.86, 0.84, 0.78]
const GUARDS = ['#f1ece0', '#f1ece0', '#1c1c20', '#8a2a1c', '#e8dcb0'] as const

/** Which plate and which head go with a body. */
const SUITS: Record<Solid, { guard: 'full' | 'half' | 'none'; heads: readonly Headstock[] }> = {
  horned: { guard: 'full', heads: ['inline'] },
  single: { guard: 'half', heads: ['crowned', 'round'] },
  offset: { guard: 'full', heads: ['inline'] },
  devil: { guard: 'half', heads: ['crowned', 'arrow'] },
  vee: { guard: 'none', heads: ['arrow', 'pointed'] },
  bolt: { guard: 'none', heads: ['pointed', 'inline'] },
  star: { guard: 'none', heads: ['pointed'] },
  crate: { guard: 'half', heads: ['square', 'round'] },
}

const plates = {
  full: polygon(
    catmullRom(
      [
        [-0.1, -0.2],
        [0.08, -0.2],
        [0.24, -0.1],
        [0.24, -0.42],
        [0.34, -0.66],
        [0.3, -0.94],
        [0.16, -0.92],
        [0.14, -0.76],
        [-0.1, -0.76],
        [-0.24, -0.6],
        [-0.26, -0.16],
        [-0.1, -0.2],
      ],
      3,
    ).flat(),
  ),
  half: polygon([0.08, -0.24, 0.24, -0.3, 0.32, -0.72, 0.2, -0.78, 0.13, -0.74, 0.08, -0.5]),
} satisfies Record<string, Field2>

/** Two tones, stripes, grain or a rim that is darker than the rest. */
function paintwork(bench: Bench, shape: Field2): Material {
  const { random } = bench
  if (bench.gilded || bench.whole || bench.named) return bench.body({ brush: 0.003 })
  const colour = bench.coloured ? bench.fabric : rgb(random.pick(PAINTS))
  const pale = colour[0] * 0.3 + colour[1] * 0.6 + colour[2] * 0.1 > 0.25
  const mode = random.pick(['even', 'even', 'burst', 'sunburst', 'racing', 'zigzag', 'grain', 'sparkle'] as const)
  const [amber, cherry] = [rgb('#eaa93a'), rgb('#8a1a0c')]
  const [light, dark] = [rgb('#e2b878'), rgb('#b8813e')]
  return finish(colour, (s) => {
    const d = shape(s.x, s.y)
    paint(s, colour)
    if (mode === 'burst') tint(s, BLACK, smooth(-0.2, -0.03, d))
    else if (mode === 'sunburst' && !bench.coloured) {
      paint(s, amber)
      tint(s, cherry, smooth(-0.24, -0.1, d))
      tint(s, BLACK, smooth(-0.12, -0.03, d))
    } else if (mode === 'racing') tint(s, pale ? BLACK : WHITE, smooth(0.004, -0.004, abs(abs(s.x + 0.13 + 0.3 * s.y * 0.2) - 0.07) - 0.03))
    else if (mode === 'zigzag') {
      const bars = min(abs(s.x * 0.7 + s.y + 0.28), abs(s.x * 0.5 - s.y - 0.86), abs(s.x + 0.25 * s.y + 0.05), abs(s.x * 1.6 + s.y + 0.9))
      tint(s, pale ? BLACK : WHITE, smooth(0.044, 0.036, bars))
    } else if (mode === 'grain' && !bench.coloured) {
      paint(s, dark)
      tint(s, light, noise3(s.x * 26, s.y * 1.4, 3))
      dim(s, 0.85 + 0.3 * noise3(s.x * 90, s.y * 3, 5))
    } else if (mode === 'sparkle') dim(s, 0.75 + 1.1 * smooth(0.62, 0.9, noise3(s.x * 120, s.y * 120, s.z * 120)))
    s.rough = 0.12
    s.coat = 1
  })
}

/** A board with pickups: an electric guitar's body. */
export function solidBody(bench: Bench): Body & { readonly head: Headstock; readonly coat: Material } {
  const { random } = bench
  const name = random.pick(['horned', 'single', 'offset', 'devil', 'vee', 'bolt', 'star', 'crate', 'horned', 'single'] as const)
  const shape = SOLID[name]
  const suits = SUITS[name]
  const coat = paintwork(bench, shape)
  bench.add('body', extrude(shape, 0.1, 0.05), [0, -0.58, 0, 0.98], coat)
  if (suits.guard !== 'none') {
    const guard = plates[suits.guard]
    bench.add(
      'guard',
      (x, y, z) => max(guard(x, y), shape(x, y) + 0.05, abs(z - 0.105) - 0.011) - 0.002,
      [0.04, -0.5, 0.105, 0.5],
      plain(rgb(random.pick(GUARDS)), { rough: 0.2, coat: 0.6 }),
    )
  }
  const chrome = bench.fitting({ rough: 0.14, brush: 0.002 })
  addPickups(bench, chrome)
  const knobs: readonly (readonly [number, number])[] = random.pick([
    [
      [0.21, -0.62],
      [0.25, -0.76],
      [0.22, -0.9],
    ],
    [
      [0.24, -0.72],
      [0.36, -0.82],
      [0.22, -0.88],
      [0.34, -0.98],
    ],
    [[0.26, -0.8]],
  ] as const)
  bench.add(
    'knobs',
    (x, y, z) => {
      let d = 9
      for (const [a, b] of knobs) d = min(d, length2(x - a, y - b))
      return max(d - 0.046 + 0.2 * max(0, z - 0.14), abs(z - 0.135) - 0.036) * 0.96
    },
    [0.27, -0.8, 0.13, 0.28],
    plain(rgb(random.pick(['#efe7d2', '#141216', '#d09030'])), { rough: 0.25, coat: 0.5 }),
  )
  // where the strap is fixed: the end of the body below the bridge
  const end = -endOf(shape)
  const lever = random.chance(0.5)
  const arm = (x: number, y: number, z: number) =>
    min(capsule(x, y, z, 0.1, -0.93, 0.14, 0.24, -0.66, 0.24, 0.014, 0.014), length3(x - 0.24, y + 0.66, z - 0.24) - 0.03)
  const bridge: Field = (x, y, z) => {
    const plate = lever
      ? box(x, y + 0.9, z - 0.125, 0.14, 0.06, 0.026, 0.012)
      : min(box(x, y + 0.88, z - 0.13, 0.14, 0.022, 0.03, 0.012), box(x, y + 0.98, z - 0.13, 0.14, 0.026, 0.026, 0.02))
    return min(plate, length3(x, y + end, z) - 0.03, lever ? arm(x, y, z) : 9)
  }
  bench.add('bridge', bridge, [0.04, -0.88, 0.15, 0.4], chrome)
  return { outline: shape, bridge: -0.9, foot: -0.26, high: 0.17, head: random.pick(suits.heads), coat }
}

/** Three narrow ones or two broad, in plastic or under covers of metal. */
function addPickups(bench: Bench, chrome: Material): void {
  const { random } = bench
  const narrow = random.chance(0.45)
  const rows = narrow ? [-0.36, -0.54, -0.73] : [-0.38, -0.7]
  const covered = !narrow && random.chance(0.55)
  const half = narrow ? 0.036 : 0.062
  // the one at the bridge is set askew where they are narrow
  const lean = narrow ? 0.18 : 0
  bench.add(
    'pickups',
    (x, y, z) => {
      let d = 9
      for (const [at, row] of rows.entries()) d = min(d, box(x, y - row - (at === 2 ? lean * x : 0), z - 0.125, 0.125, half, 0.024, 0.018))
      return d
    },
    [0, -0.54, 0.125, 0.34],
    covered ? chrome : plain(rgb(random.pick(['#18161a', '#18161a', '#f0ead8'])), { rough: 0.3, coat: 0.4 }),
  )
  bench.add(
    'poles',
    (x, y, z) => {
      const column = min(max(Math.floor(x / 0.036), -3), 2) * 0.036 + 0.018
      let d = 9
      for (const [at, row] of rows.entries())
        d = min(d, length3(x - column, (narrow ? y : abs(y - row) + row - 0.03) - row - (at === 2 ? lean * x : 0), z - 0.147))
      return d - 0.014
    },
    [0, -0.54, 0.145, 0.32],
    bench.fitting(),
  )
}
