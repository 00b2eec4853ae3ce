import { atan2, cos, PI, sin, smooth, TAU } from '../../math/dmath.ts'
import { fbm3, noise3 } from '../../math/lattice.ts'
import { place, polar, smoothMax } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, cylinder, ellipsoid, length2, length3 } from '../../solid/field/shapes.ts'
import { every } from '../../solid/field/solids.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, floor, max, min } = Math

const LEAF = rgb('#4f8f3a')
const LEAF_DARK = rgb('#2d5a28')
const EARTH = rgb('#3b2a1e')
const CLAY = rgb('#b9623c')
const CREAM = rgb('#f2ead6')
const POLLEN = rgb('#e8b020')
const POT = [
  [0, -0.86],
  [0.3, -0.86],
  [0.4, -0.42],
  [0.46, -0.42],
  [0.46, -0.32],
  [0.38, -0.32],
  [0.36, -0.38],
  [0, -0.38],
]
const crumbs: Field = (x, y, z) => fbm3(x * 16, y * 16, z * 16, 2) * 0.1

const green = finish(LEAF, (s) => {
  paint(s, LEAF)
  tint(s, LEAF_DARK, noise3(s.x * 9, s.y * 9, s.z * 9) * 0.5)
  s.rough = 0.45
  s.soften = 1
  s.coat = 0.25
})
const earth = finish(EARTH, (s) => {
  paint(s, EARTH)
  s.rough = 1
  bump(s, 0.2, crumbs)
})
const clay = finish(CLAY, (s) => {
  paint(s, CLAY)
  dim(s, 0.8 + 0.4 * fbm3(s.x * 4, s.y * 14, s.z * 4, 3))
  s.rough = 0.85
})
const pollen = finish(POLLEN, (s) => {
  paint(s, POLLEN)
  dim(s, 0.6 + 0.6 * noise3(s.x * 40, s.y * 40, s.z * 40))
  s.rough = 0.9
  s.soften = 0.5
})

/** Distance from the axis of a whorl to where its petals begin. */
const FOOT = 0.04
/** Petals are steeper than a distance. */
const STEEP = 0.7

/** A petal along +x from the origin is a thin cupped blade inside an outline; this is how far the one is, and then the other. */
const bladeOf = (x: number, y: number, z: number, cup: number) => (abs(y - cup * x * x + 0.25 * z * z) - 0.016) * STEEP
const outlineOf = (x: number, z: number, length: number, width: number) =>
  ellipsoid(x - length / 2, 0, z, length / 2, 1, width * (0.7 + (0.3 * x) / length)) * STEEP

const petal =
  (length: number, width: number, cup: number): Field =>
  (x, y, z) =>
    max(bladeOf(x, y, z, cup), outlineOf(x, z, length, width))

/** A ring of petals about the y axis: how many, how long, broad and cupped, how far they lean up, and where the first stands. */
type Whorl = {
  readonly count: number
  readonly length: number
  readonly width: number
  readonly cup: number
  readonly lean: number
  readonly start: number
}

/** Petals in whorls. Each is asked for the nearest three of a whorl, and only as far as their blades say that they can be nearest. */
function blossom(whorls: readonly Whorl[]): Field {
  const rings = whorls.map(({ count, length, width, cup, lean, start }) => {
    const step = TAU / count
    // cosine and sine of each petal's angle and of its neighbours', once round to either side of the first
    const petals = Array.from({ length: 2 * count + 3 }, (_, i) => {
      const k = (i - count - 1) * step + start
      return [cos(k), sin(k), cos(k + step), sin(k + step), cos(k - step), sin(k - step)]
    })
    return { middle: count + 1, length, width, cup, up: cos(lean), over: sin(lean), start, step, petals }
  })
  return (x, y, z) => {
    const angle = atan2(z, x)
    let d = 1e9
    for (let i = 0; i < rings.length; i++) {
      const { middle, length, width, cup, up, over, start, step, petals } = rings[i]!
      const turns = petals[floor((angle - start) / step + 0.5) + middle]!
      for (let k = 0; k < 6; k += 2) {
        const c = turns[k]!
        const s = turns[k + 1]!
        const out = c * x + s * z - FOOT
        const u = up * out + over * y
        const v = -over * out + up * y
        const w = -s * x + c * z
        const blade = bladeOf(u, v, w, cup)
        if (blade < d) d = min(d, max(blade, outlineOf(u, w, length, width)))
      }
    }
    return d
  }
}

/** A species: rings of petals, how they open, the colours it has and what is in their middle. */
type Species = {
  readonly whorls: readonly Whorl[]
  readonly colours: readonly string[]
  /** How far the head nods towards the viewer. */
  readonly nod: number
  readonly reach: number
  readonly middle: readonly [x: number, y: number, z: number]
  readonly eye?: { readonly radius: number; readonly height: number; readonly colour: string; readonly at: number }
  readonly stamens?: true
  /** Colour at the foot of the petals. */
  readonly throat?: string
}

const SPECIES: Record<string, Species> = {
  rose: {
    whorls: [
      { count: 5, length: 0.44, width: 0.26, cup: 0.5, lean: 0.35, start: 0 },
      { count: 5, length: 0.38, width: 0.24, cup: 0.6, lean: 0.7, start: 0.6 },
      { count: 4, length: 0.33, width: 0.2, cup: 0.7, lean: 1, start: 0.2 },
      { count: 3, length: 0.29, width: 0.17, cup: 0.7, lean: 1.22, start: 0.9 },
    ],
    colours: ['#c31e3a', '#c31e3a', '#f0a0b4', '#f2c14a', '#f3ead8', '#8f1d4a', '#e8784a'],
    nod: 0.42,
    reach: 0.56,
    middle: [0, 0.08, 0.04],
  },
  daisy: {
    whorls: [
      { count: 13, length: 0.46, width: 0.085, cup: 0.1, lean: 0.12, start: 0 },
      { count: 13, length: 0.4, width: 0.08, cup: 0.1, lean: 0.28, start: 0.24 },
    ],
    colours: ['#f4f1e8', '#f4f1e8', '#e58aa8', '#9a6fd0', '#f0b03a', '#7fa8e0'],
    nod: 0.75,
    reach: 0.58,
    middle: [0, 0.02, 0.02],
    eye: { radius: 0.17, height: 0.09, colour: '#e8b020', at: 0.05 },
  },
  tulip: {
    whorls: [
      { count: 3, length: 0.56, width: 0.22, cup: 0.5, lean: 1.02, start: 0 },
      { count: 3, length: 0.54, width: 0.22, cup: 0.5, lean: 1.1, start: PI / 3 },
    ],
    colours: ['#e2552a', '#d8283c', '#f0c030', '#8a3aa0', '#f2a0b8', '#f1ece0'],
    nod: 0.1,
    reach: 0.58,
    middle: [0, 0.26, 0],
    throat: '#f2c850',
  },
  sunflower: {
    whorls: [
      { count: 17, length: 0.56, width: 0.085, cup: -0.06, lean: 0.1, start: 0 },
      { count: 17, length: 0.5, width: 0.08, cup: 0.12, lean: 0.24, start: 0.18 },
    ],
    colours: ['#f2b01e', '#f2b01e', '#e88a1c', '#b8502a'],
    nod: 0.95,
    reach: 0.68,
    middle: [0, 0.02, 0.02],
    eye: { radius: 0.28, height: 0.09, colour: '#4a2a16', at: 0.06 },
    throat: '#c86a1a',
  },
  lily: {
    whorls: [
      { count: 3, length: 0.6, width: 0.15, cup: -0.75, lean: 1.05, start: 0.3 },
      { count: 3, length: 0.58, width: 0.12, cup: -0.75, lean: 0.98, start: 0.3 + PI / 3 },
    ],
    colours: ['#f6f1ea', '#f2a0b8', '#f0902c', '#f2d060', '#c83a5a'],
    nod: 0.6,
    reach: 0.72,
    middle: [0, 0.12, 0.14],
    stamens: true,
    throat: '#d8b04a',
  },
  lotus: {
    whorls: [
      { count: 8, length: 0.5, width: 0.15, cup: 0.4, lean: 0.3, start: 0 },
      { count: 8, length: 0.5, width: 0.15, cup: 0.4, lean: 0.72, start: 0.4 },
      { count: 6, length: 0.44, width: 0.14, cup: 0.35, lean: 1.08, start: 0.1 },
    ],
    colours: ['#f2b0c8', '#f6ecec', '#e86a98', '#d8c0f0'],
    nod: 0.12,
    reach: 0.6,
    middle: [0, 0.18, 0],
    eye: { radius: 0.11, height: 0.12, colour: '#e8c040', at: 0.1 },
    throat: '#f6f2e0',
  },
  poppy: {
    whorls: [
      { count: 4, length: 0.46, width: 0.34, cup: 0.75, lean: 0.42, start: 0.2 },
      { count: 4, length: 0.42, width: 0.32, cup: 0.8, lean: 0.6, start: 0.2 + PI / 4 },
    ],
    colours: ['#d8321e', '#d8321e', '#e8742a', '#f2e6d8', '#5a78d8'],
    nod: 0.62,
    reach: 0.6,
    middle: [0, 0.12, 0.06],
    eye: { radius: 0.09, height: 0.1, colour: '#1c1a20', at: 0.08 },
    throat: '#1c1a20',
  },
}

/** A head of a species at a place, `size` times as large. */
function addHead(
  bench: Bench,
  { whorls, nod, reach, middle, eye, stamens, throat }: Species,
  colour: Rgb,
  at: readonly [number, number, number],
  size: number,
  aside: number,
): void {
  const [hx, hy, hz] = at
  const inner = throat && !bench.coloured && !bench.glowing ? rgb(throat) : null
  const petals = finish(colour, (s) => {
    paint(s, colour)
    const r = length3(s.x - hx, s.y - hy, s.z - hz) / size
    if (inner) tint(s, inner, smooth(0.3, 0.12, r) * 0.85)
    dim(s, 0.7 + 0.45 * smooth(0, 0.42, r) - 0.12 * noise3(atan2(s.z - hz, s.x - hx) * 14, r * 3, 1))
    s.rough = 0.55
    s.soften = 1
    s.sheen = 0.4
    if (bench.glowing) emit(s, colour, 0.7)
  })
  const turned = (field: Field) => place(field, hx, hy, hz, nod, 0, aside, size)
  bench.add(
    'petals',
    turned(blossom(whorls)),
    [hx + middle[0] * size, hy + middle[1] * size, hz + middle[2] * size, (reach + 0.06) * size],
    petals,
  )
  const near = [hx, hy + 0.1 * size, hz + 0.08 * size, 0.36 * size] as const
  if (eye)
    bench.add(
      'eye',
      turned((x, y, z) => ellipsoid(x, y - eye.at, z, eye.radius, eye.height, eye.radius)),
      near,
      eye.colour === '#e8b020' ? pollen : seeds(rgb(eye.colour)),
    )
  else if (!stamens)
    bench.add(
      'heart',
      turned((x, y, z) => ellipsoid(x, y - 0.14, z, 0.1, 0.15, 0.1)),
      near,
      petals,
    )
  if (stamens) {
    const threads = polar(
      (x, y, z) => min(capsule(x, y, z, 0.02, 0, 0, 0.13, 0.4, 0, 0.012, 0.01), ellipsoid(x - 0.13, y - 0.41, z, 0.05, 0.022, 0.024)),
      6,
    )
    bench.add('stamens', turned(threads), [hx, hy + 0.22 * size, hz + 0.16 * size, 0.4 * size], pollen)
  }
  const cup: Field = (x, y, z) => smoothMax(ellipsoid(x, y, z, 0.1, 0.09, 0.1), y - 0.03, 0.02)
  bench.add('calyx', turned(cup), [hx, hy, hz, 0.15 * size], green)
}

/** Small dark grains. */
const seeds = (colour: Rgb) =>
  finish(colour, (s) => {
    paint(s, colour)
    dim(s, 0.5 + 0.9 * noise3(s.x * 60, s.y * 60, s.z * 60))
    s.rough = 0.85
  })

/** Outlines of pots with earth at height −0.4 inside a rim of radius 0.38. */
const POTS = {
  clay: POT,
  bowl: [
    [0, -0.86],
    [0.22, -0.86],
    [0.24, -0.82],
    [0.46, -0.66],
    [0.52, -0.48],
    [0.46, -0.33],
    [0.38, -0.33],
    [0.37, -0.38],
    [0, -0.38],
  ],
  urn: [
    [0, -0.86],
    [0.3, -0.86],
    [0.28, -0.8],
    [0.14, -0.74],
    [0.18, -0.68],
    [0.38, -0.56],
    [0.4, -0.44],
    [0.48, -0.34],
    [0.46, -0.31],
    [0.37, -0.36],
    [0, -0.38],
  ],
  drum: [
    [0, -0.86],
    [0.42, -0.86],
    [0.44, -0.84],
    [0.44, -0.34],
    [0.42, -0.32],
    [0.38, -0.33],
    [0.37, -0.38],
    [0, -0.38],
  ],
} as const

const GLAZES = ['#2f5f8f', '#e8e0d0', '#3f7f6a', '#8f2f3a', '#d8a03a', '#4a4a58'] as const

/** Baked clay, or glazed in bands. */
function addPot(bench: Bench): void {
  const { random } = bench
  const made = random.pick(['clay', 'bowl', 'urn', 'drum'] as const)
  const glaze = rgb(random.pick(GLAZES))
  const bands = random.pick(['plain', 'bands', 'zigzag', 'dots'] as const)
  const glazed = finish(glaze, (s) => {
    paint(s, glaze)
    const angle = atan2(s.z, s.x)
    const v = s.y + 0.6
    const mark =
      bands === 'bands'
        ? smooth(0.024, 0.016, abs(abs(v) - 0.1))
        : bands === 'zigzag'
          ? smooth(0.03, 0.02, abs(v - 0.08 * abs(every(angle, TAU / 12) * 7.6) + 0.08))
          : bands === 'dots'
            ? smooth(0.045, 0.035, length2(every(angle, TAU / 14) * 0.44, v))
            : 0
    tint(s, CREAM, mark * 0.9)
    s.rough = 0.2
    s.coat = 0.9
  })
  const pot =
    bench.gilded || bench.named || bench.whole ? bench.body({ hammer: 0.05 }) : made === 'clay' || random.chance(0.3) ? clay : glazed
  bench.add('pot', lathe(POTS[made], made === 'bowl' || made === 'urn' ? 2 : 0, 0.012), [0, -0.6, 0, 0.64], pot)
  bench.add('earth', (x, y, z) => cylinder(x, y + 0.4, z, 0.37, 0.05, 0.03) - 0.03 * noise3(x * 14, y, z * 14), [0, -0.4, 0, 0.44], earth)
  if (made === 'clay')
    bench.add('band', (x, y, z) => max(abs(length2(x, z) - 0.47) - 0.012, abs(y + 0.37) - 0.02), [0, -0.37, 0, 0.5], bench.fitting())
}

/** Where heads are and how large: one, one with a smaller one beside it, or three. */
const STANDS = [
  [[0, 0.52, 0, 1, 0]],
  [[0, 0.52, 0, 1, 0]],
  [
    [-0.2, 0.6, 0, 0.84, 0.2],
    [0.4, 0.2, 0.1, 0.6, -0.3],
  ],
  [
    [0.02, 0.66, -0.06, 0.72, 0],
    [-0.46, 0.32, 0.06, 0.62, 0.3],
    [0.46, 0.22, 0.1, 0.58, -0.32],
  ],
] as const

export const flower: Kind = {
  forms: ['rose', 'daisy', 'tulip', 'sunflower', 'lily', 'lotus', 'poppy'],
  build(bench) {
    const { form, random } = bench
    const species = SPECIES[form] ?? SPECIES.rose!
    const colour = bench.coloured || bench.glowing ? bench.accent : rgb(random.pick(species.colours))
    const flip = random.chance(0.5) ? 1 : -1
    const stand = random.pick(STANDS)
    for (const [px, y, z, size, aside] of stand) {
      const x = px * flip
      const stem = sweep([
        [x * 0.1, -0.42, z * 0.2, 0.03],
        [x * 0.3 + 0.03, -0.1, z * 0.4 + 0.02, 0.028],
        [x * 0.8 - 0.02, y - 0.3, z, 0.026],
        [x, y - 0.03, z, 0.034],
      ])
      bench.add('stem', stem, [x / 2, (y - 0.45) / 2, z / 2, 0.6], green)
      addHead(bench, species, colour, [x, y, z], size, aside * flip)
    }
    const slim = form === 'tulip' || form === 'lily'
    const leafBlade = slim ? petal(0.68, 0.085, -0.35) : petal(0.5, random.range(0.11, 0.16), -0.5)
    const turns = [random.range(0, 1), random.range(2.4, 3.4), random.range(4.2, 5.2)]
    const heights = slim ? [-0.3, -0.34, -0.36] : [-0.12, 0.08 - (stand.length - 1) * 0.12, -0.28]
    turns.forEach((turn, i) => {
      const height = heights[i]!
      const lean = slim ? 1.05 : 0.55
      bench.add(
        'leaf',
        place(place(leafBlade, 0, 0, 0, 0, 0, lean), 0, height, 0, 0, -turn),
        [cos(turn) * 0.22, height + (slim ? 0.26 : 0.1), sin(turn) * 0.22, slim ? 0.6 : 0.46],
        green,
      )
    })
    addPot(bench)
    return { yaw: 0.2, pitch: 0.2, half: 1.16, aimY: 0.1, stands: -0.87 }
  },
}
