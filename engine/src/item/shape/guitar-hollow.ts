import { atan2, cos, sin, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Field2, Rgb } from '../../solid/field/field.ts'
import { once } from '../../solid/field/once.ts'
import { catmullRom, extrude, polygon } from '../../solid/field/outline.ts'
import { box, capsule, cylinder, length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import type { Material } from '../../solid/render/part.ts'
import { dim, paint, type Surface, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import { endOf, HOLLOW } from './guitar-bodies.ts'
import type { Body } from './guitar-neck.ts'

const { abs, floor, max, min } = Math

type Hollow = (typeof HOLLOW)[keyof typeof HOLLOW]

/** Colours of a top, from its middle to its rim. */
const TOPS = [
  ['#e8c68c', '#e0b878'],
  ['#d89a4e', '#c8823a'],
  ['#e6a03c', '#1c0a06'],
  ['#d8782a', '#5a0e0a'],
  ['#8a3a1c', '#6a2a14'],
  ['#1b191b', '#1b191b'],
  ['#efe9da', '#e6dcc4'],
  ['#a01c22', '#3a0608'],
  ['#2c5f96', '#0e1c38'],
  ['#2f6a4c', '#0f2a1e'],
  ['#5a3018', '#140a06'],
] as const
const BURSTS = [
  ['#e8a840', '#1a0a06'],
  ['#e09038', '#4a0c08'],
  ['#ecd09a', '#e0bc7c'],
  ['#b01a20', '#4a060a'],
  ['#1d1b1e', '#1d1b1e'],
  ['#c87a30', '#2a0e06'],
  ['#2a6a8a', '#0c1f34'],
] as const
const SIDES = [
  ['#4a2010', '#7a3c1e'],
  ['#2a1610', '#4e2a1c'],
  ['#8a5a30', '#c08a50'],
] as const
const ROSETTES = ['#cca04e', '#2f8f8a', '#d8d2c4', '#a03a2a'] as const
const BINDINGS = ['#efe3c8', '#efe3c8', '#1a1512', '#8a4a1c'] as const
const INK: Rgb = [0.03, 0.015, 0.01]

/** Lacquered wood whose colour runs from the middle of the body to its rim; `mark` paints on it. */
function lacquered(bench: Bench, outline: Field2, tones: readonly (readonly [string, string])[], mark?: (s: Surface) => void): Material {
  if (bench.gilded) return bench.timber()
  if (bench.whole) return bench.body()
  const [inner, rim] = bench.random.pick(tones)
  const middle = bench.coloured ? bench.fabric : rgb(inner)
  const edge: Rgb = bench.coloured ? [middle[0] * 0.25, middle[1] * 0.25, middle[2] * 0.25] : rgb(rim)
  return finish(middle, (s) => {
    paint(s, middle)
    tint(s, edge, smooth(-0.22, -0.02, outline(s.x, s.y)))
    dim(s, 0.82 + 0.3 * noise3(s.x * 60, s.y * 1.6, 2))
    mark?.(s)
    s.rough = 0.25
    s.coat = 0.7
  })
}

/** Sides, and the edge round the top. */
function addRim(bench: Bench, { outline }: Hollow, sides: Material): void {
  bench.add('sides', (x, y, z) => smoothMax(outline(x, y), abs(z + 0.04) - 0.13, 0.02), [0, -0.6, -0.04, 0.9], sides)
  bench.add(
    'binding',
    (x, y, z) => length2(outline(x, y), abs(z + 0.02) - 0.122) - 0.02,
    [0, -0.6, -0.02, 0.92],
    plain(rgb(bench.random.pick(BINDINGS)), { rough: 0.3, coat: 0.5 }),
  )
}

/** Holes in the middle of a top, by their rim. */
const HOLES = {
  round: (x, y) => length2(x, y) - 0.146,
  oval: (x, y) => (length2(x * 0.72, y * 1.3) - 0.12) * 0.85,
  /** Flat on the side of the neck. */
  bow: (x, y) => smoothMax(length2(x * 0.8, y - 0.06) - 0.19, y - 0.07, 0.03),
} satisfies Record<string, Field2>

const smoothPolygon = (points: readonly (readonly [number, number])[]) => polygon(catmullRom(points, 3).flat())
const DROP = smoothPolygon([
  [0.12, -0.42],
  [0.2, -0.36],
  [0.26, -0.44],
  [0.28, -0.64],
  [0.2, -0.72],
  [0.14, -0.58],
  [0.12, -0.42],
])
const HORN = smoothPolygon([
  [0.13, -0.3],
  [0.26, -0.24],
  [0.36, -0.4],
  [0.42, -0.7],
  [0.38, -0.92],
  [0.3, -0.8],
  [0.2, -0.66],
  [0.11, -0.48],
  [0.13, -0.3],
])
/** Plates that keep the plectrum off the top. */
const GUARDS = {
  drop: DROP,
  horn: HORN,
  pair: (x, y) => HORN(abs(x), y),
} satisfies Record<string, Field2>

/** A flat top with a hole: what most call a guitar. */
export function flatTop(bench: Bench, name: keyof typeof HOLLOW): Body {
  const { random } = bench
  const made = HOLLOW[name]
  const { outline, sound, bridge } = made
  const small = name === 'parlour'
  const shape = HOLES[random.pick(name === 'horned' || name === 'teardrop' ? (['bow', 'oval'] as const) : (['round'] as const))]
  const size = small ? 0.8 : 1
  const hole: Field2 = (x, y) => shape(x / size, (y - sound) / size) * size
  const rosette = rgb(random.pick(ROSETTES))
  const rings = random.pick([1, 2, 3])
  const around = random.pick([0.034, 0.034, 0.06])
  const face = lacquered(bench, outline, TOPS, (s) => {
    const ring = abs(hole(s.x, s.y) - around - 0.02)
    tint(s, INK, smooth(around, around - 0.008, ring))
    tint(
      s,
      rosette,
      smooth(0.03 / rings, 0.006, abs(every(ring - 0.012, around / rings) * rings)) * smooth(around + 0.002, around - 0.004, ring) * 0.9,
    )
  })
  addRim(bench, made, bench.timber(...random.pick(SIDES), 'x'))
  bench.add('top', (x, y, z) => max(outline(x, y) - 0.004, abs(z - 0.1) - 0.014, -hole(x, y)) * 0.96 - 0.004, [0, -0.6, 0.1, 0.9], face)
  bench.add(
    'hole',
    (x, y, z) => max(hole(x, y) - 0.004, abs(z - 0.094) - 0.014),
    [0, sound, 0.094, 0.26],
    plain(rgb('#0d0806'), { rough: 1 }),
  )
  const guard = random.pick(small ? (['none', 'none', 'drop'] as const) : (['drop', 'horn', 'pair', 'none'] as const))
  if (guard !== 'none') {
    const plate = GUARDS[guard]
    const off = size === 1 ? 0 : 0.06
    bench.add(
      'guard',
      extrude((x, y) => max(plate(x + off, y - off), outline(x, y) + 0.03, 0.02 - hole(x, y)), 0.13, 0.004),
      [guard === 'pair' ? 0 : 0.22, -0.56, 0, guard === 'pair' ? 0.62 : 0.44],
      plain(rgb(random.pick(['#2a0f0a', '#160c0a', '#8a4a1c', '#efe6d2', '#a03022'])), { rough: 0.18, coat: 0.8 }),
    )
  }
  const wing = random.pick([0.25, 0.25, 0.3])
  bench.add(
    'bridge',
    (x, y, z) =>
      smoothMin(box(x, y - bridge, z - 0.13, 0.19, 0.045, 0.026, 0.014), box(x, y - bridge, z - 0.125, wing, 0.026, 0.014, 0.01), 0.02),
    [0, bridge, 0.13, wing + 0.04],
    bench.timber('#24120a', '#3c2114', 'x'),
  )
  bench.add(
    'saddle',
    (x, y, z) => {
      const column = (floor(x / 0.045) + 0.5) * 0.045
      return min(
        box(x, y - bridge - 0.02, z - 0.165, 0.14, 0.011, 0.018, 0.005),
        max(length3(x - column, y - bridge + 0.02, z - 0.158) - 0.015, abs(x) - 0.135),
      )
    },
    [0, bridge, 0.16, 0.17],
    plain(rgb('#f0e6cf'), { rough: 0.3, coat: 0.4 }),
  )
  return { outline, bridge, foot: sound + 0.18 * size, high: 0.176 }
}

/** One of two slots like an f, at |x|. */
const F_HOLE = once(
  sweep(
    [
      [0.25, -0.36, 0, 0.038],
      [0.25, -0.3, 0, 0.014],
      [0.2, -0.29, 0, 0.012],
      [0.19, -0.38, 0, 0.014],
      [0.22, -0.52, 0, 0.022],
      [0.26, -0.62, 0, 0.024],
      [0.3, -0.74, 0, 0.02],
      [0.33, -0.87, 0, 0.014],
      [0.31, -0.95, 0, 0.012],
      [0.26, -0.94, 0, 0.014],
      [0.26, -0.88, 0, 0.038],
    ],
    3,
  ),
)

/** Vaulted like a violin's, with two slots, a tailpiece and, most often, pickups. */
export function archTop(bench: Bench): Body {
  const { random } = bench
  const made = HOLLOW[random.pick(['waisted', 'jumbo', 'cutaway', 'horned'] as const)]
  const { outline } = made
  const bridge = -0.78
  addRim(bench, made, bench.timber(...random.pick(SIDES), 'x'))
  const bulge = (d: number) => 0.035 * smooth(0.02, 0.2, -d)
  const face = lacquered(bench, outline, BURSTS, (s) => {
    const d = F_HOLE(abs(s.x), s.y, 0)
    tint(s, [0.006, 0.004, 0.004], smooth(0.01, 0.002, d))
  })
  bench.add(
    'top',
    (x, y, z) => {
      const d = outline(x, y)
      return max(d - 0.004, abs(z - 0.1 - bulge(d)) - 0.014) * 0.95 - 0.004
    },
    [0, -0.6, 0.1, 0.9],
    face,
  )
  const chrome = bench.fitting({ rough: 0.14, brush: 0.002 })
  const end = -endOf(outline)
  const trapeze = random.chance(0.5)
  const tail: Field = (x, y, z) => {
    const top = y + 0.98
    const plate = box(x, top, z - 0.165, 0.13, 0.035, 0.02, 0.01)
    const shank = trapeze
      ? capsule(abs(x), y, z, 0.11, -0.98, 0.16, 0.03, -end, 0.13, 0.014, 0.014)
      : box(x, y + (0.98 + end) / 2, z - 0.15, 0.07 - 0.1 * (y + 0.98), (end - 0.98) / 2 + 0.02, 0.014, 0.006)
    return min(plate, shank) * 0.9
  }
  bench.add('tailpiece', tail, [0, -0.98 - (end - 0.98) / 2, 0.15, 0.26], chrome)
  bench.add(
    'bridge',
    (x, y, z) => box(x, y - bridge, z - 0.155, 0.17, 0.026, 0.03, 0.012),
    [0, bridge, 0.15, 0.22],
    bench.timber('#24120a', '#3c2114', 'x'),
  )
  const pickups = random.pick([0, 1, 2, 2])
  if (pickups > 0) {
    const rows = [-0.34, -0.62].slice(0, pickups)
    bench.add(
      'pickups',
      (x, y, z) => min(...rows.map((row) => box(x, y - row, z - 0.15, 0.13, 0.05, 0.026, 0.014))),
      [0, -0.48, 0.15, 0.28],
      random.chance(0.7) ? chrome : plain(rgb('#16131a'), { rough: 0.3, coat: 0.4 }),
    )
    const knob = (x: number, y: number, z: number) => max(length2(x, y) - 0.044, abs(z - 0.15) - 0.036)
    bench.add(
      'knobs',
      (x, y, z) => min(knob(x - 0.34, y + 0.84, z), knob(x - 0.28, y + 0.98, z)),
      [0.31, -0.91, 0.15, 0.15],
      plain(rgb(random.pick(['#d8a040', '#16131a', '#efe7d2'])), { rough: 0.2, coat: 0.6 }),
    )
  }
  if (random.chance(0.6)) {
    const guard = smoothPolygon([
      [0.09, -0.2],
      [0.17, -0.22],
      [0.2, -0.5],
      [0.19, -0.74],
      [0.11, -0.76],
      [0.09, -0.2],
    ])
    bench.add(
      'guard',
      extrude((x, y) => guard(x, y), 0.17, 0.004),
      [0.14, -0.48, 0.1, 0.32],
      plain(rgb(random.pick(['#1c0f0c', '#6a2a16', '#efe6d2'])), { rough: 0.18, coat: 0.8 }),
    )
  }
  return { outline, bridge, foot: -0.26, high: 0.19 }
}

/** A plate of metal over a cone that sounds instead of a wooden top. */
export function resonator(bench: Bench): Body {
  const { random } = bench
  const made = HOLLOW[random.pick(['dreadnought', 'waisted', 'bell'] as const)]
  const { outline } = made
  const bridge = -0.72
  const chrome = bench.fitting({ rough: 0.12, brush: 0.002 })
  const steel = !bench.coloured && !bench.whole && random.chance(0.45)
  const shell = bench.body({ rough: 0.16, brush: 0.001 }, rgb(random.pick(['#d3d7dc', '#d3d7dc', '#c79a5e'])))
  addRim(bench, made, steel ? shell : bench.timber(...random.pick(SIDES), 'x'))
  bench.add(
    'top',
    (x, y, z) => max(outline(x, y) - 0.004, abs(z - 0.1) - 0.014) * 0.96 - 0.004,
    [0, -0.6, 0.1, 0.9],
    steel ? shell : lacquered(bench, outline, BURSTS),
  )
  const rays = random.pick([8, 12])
  const fan = random.chance(0.5)
  const dark: Rgb = [0.012, 0.012, 0.014]
  const pierced = finish(chrome.base, (s) => {
    chrome.shade(s)
    const [x, y] = [s.x, s.y - bridge]
    const [r, a] = [length2(x, y), atan2(x, y)]
    const ray = abs(every(a, 6.283185307179586 / rays)) * r
    // slits like rays, or holes in a ring
    const cut = fan ? max(ray - 0.028, abs(r - 0.2) - 0.05) : length2(ray, r - 0.2) - 0.034
    const hit = smooth(0.008, 0, cut)
    tint(s, dark, hit)
    s.metal *= 1 - hit
    tint(s, dark, smooth(0.012, 0.004, abs(r - 0.29)) * 0.7)
  })
  const cover: Field = (x, y, z) => {
    const r = length2(x, y - bridge)
    return max(r - 0.325, abs(z - 0.118 - 0.03 * smooth(0.28, 0.24, r)) - 0.014) * 0.9 - 0.005
  }
  bench.add('cover', cover, [0, bridge, 0.12, 0.36], pierced)
  bench.add('rest', (x, y, z) => box(x, y - bridge, z - 0.155, 0.16, 0.045, 0.034, 0.014), [0, bridge, 0.15, 0.22], chrome)
  const grille = finish(chrome.base, (s) => {
    chrome.shade(s)
    const mesh = max(smooth(0.35, 0.7, sin(s.x * 210)), smooth(0.35, 0.7, cos(s.y * 210)))
    tint(s, dark, 0.85 - 0.6 * mesh)
    s.metal *= mesh
  })
  bench.add('screens', (x, y, z) => cylinder(abs(x) - 0.2, z - 0.11, y + 0.22, 0.075, 0.02, 0.008), [0, -0.22, 0.11, 0.3], grille)
  const [tail, end] = [-1.0, -1.12]
  bench.add(
    'tailpiece',
    (x, y, z) =>
      min(
        box(x, y - tail, z - 0.15, 0.12, 0.03, 0.02, 0.01),
        box(x, y - (tail + end) / 2, z - 0.14, 0.05, (tail - end) / 2 + 0.02, 0.014, 0.006),
      ),
    [0, (tail + end) / 2, 0.15, 0.2],
    chrome,
  )
  return { outline, bridge, foot: -0.26, high: 0.19 }
}
