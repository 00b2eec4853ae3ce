import { atan2, cos, sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3, voronoi3 } from '../../math/lattice.ts'
import { place, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { lathe } from '../../solid/field/outline.ts'
import { capsule, ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { finish } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, dim, emit, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

const STEM = rgb('#eee3cd')
const STEM_DARK = rgb('#b8a27e')
const WART = rgb('#f6eedd')
const GILLS = rgb('#ead8b8')
const MOSS = rgb('#5a8236')
const MOSS_DARK = rgb('#2c4520')
const fibres: Field = (x, y, z) => noise3(x * 34, y * 4, z * 34) * 0.1
const cushions: Field = (x, y, z) => noise3(x * 30, y * 30, z * 30) * 0.05

export const mossGround = finish(MOSS, (s) => {
  paint(s, MOSS)
  tint(s, MOSS_DARK, smooth(0.6, 0.3, fbm3(s.x * 12, s.y * 12, s.z * 12, 3)))
  s.rough = 1
  s.sheen = 0.8
  s.soften = 0.5
  bump(s, 0.3, cushions)
})

const pebble = finish(rgb('#8f8a82'), (s) => {
  paint(s, rgb('#8f8a82'))
  dim(s, 0.75 + 0.4 * noise3(s.x * 20, s.y * 20, s.z * 20))
  s.rough = 0.85
})
const shell = finish(rgb('#b8834a'), (s) => {
  paint(s, rgb('#b8834a'))
  dim(s, 0.7 + 0.4 * smooth(0.3, 0.7, sin(s.y * 60) * 0.5 + 0.5))
  s.rough = 0.3
  s.coat = 0.6
})

/** A snail that creeps over the moss. */
const snail =
  (at: number): Field =>
  (x, y, z) => {
    const u = x - at
    const house = min(length2(length2(u, y + 0.64) - 0.05, z - 0.56) - 0.05, ellipsoid(u, y + 0.64, z - 0.56, 0.05, 0.05, 0.07))
    const foot = capsule(u, y, z, -0.1, -0.73, 0.56, 0.13, -0.71, 0.56, 0.024, 0.03)
    const eyes = capsule(u, y, abs(z - 0.56), 0.14, -0.7, 0.01, 0.19, -0.6, 0.035, 0.012, 0.008)
    return min(smoothMin(house, foot, 0.02), eyes)
  }

/** How a species grows: its cap, how thick its stem is, how high the cap sits, the colours it has, and what its skin shows. */
type Species = {
  readonly cap: Field
  readonly stem: number
  readonly colours: readonly string[]
  readonly skins: readonly (keyof typeof SKINS)[]
  /** Half the width that the cap needs. */
  readonly reach: number
  readonly height: number
  /** Folds or gills run down a stem that widens into the cap. */
  readonly funnel?: true
}

/** Paints the top of a cap; lengths from the middle of a cap of size 1. Answers how much of a wart is there. */
const SKINS = {
  warts: (u, y, w, cell) => {
    const wall = voronoi3(u * 3.6 + 3, y * 3.6, w * 3.6, cell)
    return cell.id > 0.4 ? smooth(0.3, 0.36, wall) : 0
  },
  flecks: (u, y, w, cell) => {
    const wall = voronoi3(u * 8 + 3, y * 8, w * 8, cell)
    return cell.id > 0.55 ? smooth(0.3, 0.4, wall) : 0
  },
  rings: (u, y, w) => 0.55 * smooth(0.35, 0.6, sin(length2(u, w) * 22 - y * 4 + noise3(u * 3, y * 3, w * 3) * 1.6)),
  streaks: (u, y, w) => 0.5 * smooth(0.45, 0.75, noise3(cos(atan2(w, u)) * 9, y * 0.7, sin(atan2(w, u)) * 9)),
  bare: () => 0,
} satisfies Record<string, (u: number, y: number, w: number, cell: { id: number }) => number>

const honeycomb = { id: 0 }

const SPECIES: Record<string, Species> = {
  domed: {
    cap: (x, y, z) => smoothMax(ellipsoid(x, y - 0.12, z, 0.72, 0.6, 0.72), -ellipsoid(x, y + 0.12, z, 0.74, 0.34, 0.74), 0.05),
    stem: 1,
    colours: ['#c8261f', '#c8261f', '#d9741f', '#7a3a8f', '#2f7f86', '#8a4a28'],
    skins: ['warts', 'warts', 'flecks', 'rings'],
    reach: 0.98,
    height: 1.1,
  },
  pointed: {
    cap: (x, y, z) => smoothMax(ellipsoid(x, y - 0.16, z, 0.6, 0.82, 0.6), -ellipsoid(x, y + 0.16, z, 0.62, 0.46, 0.62), 0.05),
    stem: 0.85,
    colours: ['#c8261f', '#d98a2a', '#5a7f3a', '#8a3d6a', '#a86a3a'],
    skins: ['warts', 'streaks', 'flecks'],
    reach: 1.05,
    height: 1.1,
  },
  flat: {
    cap: (x, y, z) => smoothMax(ellipsoid(x, y - 0.06, z, 0.8, 0.42, 0.8), -ellipsoid(x, y + 0.1, z, 0.82, 0.24, 0.82), 0.05),
    stem: 0.8,
    colours: ['#c8261f', '#b9855a', '#d8b24a', '#4f6a9a', '#8f8478'],
    skins: ['warts', 'rings', 'streaks'],
    reach: 0.98,
    height: 1.1,
  },
  bell: {
    cap: lathe(
      [
        [0, 0.78],
        [0.16, 0.73],
        [0.32, 0.5],
        [0.4, 0.16],
        [0.5, -0.16],
        [0.56, -0.24],
        [0.5, -0.24],
        [0.36, 0.06],
        [0.2, 0.3],
        [0, 0.36],
      ],
      3,
      0.012,
    ),
    stem: 0.6,
    colours: ['#d9cdb4', '#8f7a5a', '#6a5a78', '#c89a5a', '#4f8f8a'],
    skins: ['streaks', 'streaks', 'flecks'],
    reach: 0.9,
    height: 1.14,
  },
  bolete: {
    cap: (x, y, z) =>
      smoothMax(ellipsoid(x, y - 0.1, z, 0.74, 0.46, 0.74), -(y + 0.1 - 0.12 * (x * x + z * z)), 0.14) + 0.02 * noise3(x * 3, y * 3, z * 3),
    stem: 1.45,
    colours: ['#7a4526', '#96592e', '#5a3420', '#a8743a', '#a03a2a'],
    skins: ['bare', 'bare', 'rings'],
    reach: 0.95,
    height: 1,
  },
  chanterelle: {
    cap: (() => {
      const horn = lathe(
        [
          [0, -0.72],
          [0.12, -0.7],
          [0.13, -0.4],
          [0.22, -0.12],
          [0.48, 0.14],
          [0.76, 0.22],
          [0.74, 0.27],
          [0.46, 0.22],
          [0.16, 0.04],
          [0, -0.12],
        ],
        4,
        0.012,
      )
      return (x, y, z) => {
        const r = length2(x, z)
        if (r > 1.1) return r - 0.9
        const angle = atan2(z, x)
        const wave = (0.07 * sin(angle * 5 + 1) + 0.04 * sin(angle * 9)) * r * r * 1.4
        return (horn(x, y - wave, z) + 0.012 * sin(angle * 22) * smooth(0.2, 0.4, r) * smooth(0.24, 0.1, y - wave)) * 0.72
      }
    })(),
    stem: 0.7,
    colours: ['#e8a02c', '#e8a02c', '#d8762a', '#d8c070', '#8a6fae'],
    skins: ['bare', 'streaks'],
    reach: 1,
    height: 0.85,
    funnel: true,
  },
  morel: {
    cap: (x, y, z) => {
      const d = ellipsoid(x, y - 0.18, z, 0.42 - 0.1 * smooth(0.1, 0.8, y), 0.7, 0.42 - 0.1 * smooth(0.1, 0.8, y))
      if (d > 0.08 || d < -0.16) return d * 0.7
      const wall = voronoi3(x * 5, y * 3.4, z * 5, honeycomb)
      return (d + 0.1 * smooth(0.06, 0.3, wall)) * 0.55
    },
    stem: 1.05,
    colours: ['#b08a50', '#8f6a3c', '#6a5238', '#c8a86a'],
    skins: ['bare'],
    reach: 0.86,
    height: 1.02,
  },
}

/** A mushroom of a species: where it stands, how large it is and how it leans. */
type Grown = { readonly species: Species; readonly colour: Rgb; readonly skin: keyof typeof SKINS; readonly ringed: boolean }

function grow(bench: Bench, { species, colour, skin, ringed }: Grown, px: number, pz: number, size: number, lean: number): void {
  const { stem: thick, reach, height, funnel } = species
  const pale = funnel ? colour : STEM
  const stem = finish(pale, (s) => {
    paint(s, pale)
    tint(s, STEM_DARK, (noise3(s.x * 30, s.y * 3, s.z * 30) * 0.5 + smooth(-0.6, -0.85, s.y) * 0.5) * (funnel ? 0.4 : 1))
    s.rough = 0.8
    s.soften = 1
    bump(s, 0.06, fibres)
    if (bench.glowing) emit(s, colour, 0.12)
  })
  const shaft: Field = (x, y, z) =>
    smoothMin(
      capsule(x, y, z, 0, -0.8, 0, 0.04, 0.1, 0, 0.2 * thick, 0.14 * thick),
      ellipsoid(x, y + 0.74, z, 0.26 * thick + 0.04, 0.14, 0.26 * thick + 0.04),
      0.12,
    ) +
    0.008 * sin(atan2(z, x) * 14)
  bench.add('stem', place(shaft, px, -0.8 + 0.8 * size, pz, 0, 0, lean, size), [px, -0.8 + 0.45 * size, pz, 0.82 * size], stem)
  if (ringed) {
    const skirt: Field = (x, y, z) => {
      const r = length2(x - 0.02, z)
      return max(abs(y + 0.1 + (r - 0.16) * 0.8 - 0.012 * sin(atan2(z, x) * 12)) - 0.016, r - 0.16 * thick - 0.14) * 0.7
    }
    bench.add('skirt', place(skirt, px, -0.8 + 0.8 * size, pz, 0, 0, lean, size), [px, -0.8 + 0.68 * size, pz, 0.44 * size], stem)
  }
  const cell = { id: 0 }
  const cap = finish(colour, (s) => {
    const gx = s.x - px
    const gz = s.z - pz
    const under = funnel ? 0 : smooth(0.1, -0.25, s.ny)
    paint(s, colour)
    s.rough = 0.3
    s.coat = skin === 'bare' || skin === 'streaks' ? 0.2 : 0.5
    s.soften = 0.8
    const wart = SKINS[skin](gx / size, s.y / size, gz / size, cell) * (1 - under)
    if (skin === 'streaks') dim(s, 1 - wart * 0.7)
    else tint(s, WART, wart)
    if (skin === 'bare') dim(s, 0.75 + 0.4 * noise3((gx * 4) / size, (s.y * 4) / size, (gz * 4) / size))
    if (wart > 0.1 && skin !== 'streaks') {
      s.rough = 0.9
      s.coat = 0
    }
    if (under > 0) {
      tint(s, GILLS, under)
      dim(s, 1 - under * 0.3 * (sin(atan2(gz, gx) * 60) * 0.5 + 0.5))
      s.coat = 0
      s.rough = 0.9
    }
    if (bench.glowing) emit(s, colour, 0.25 + under * 0.9 + wart * 1.4)
  })
  const top = place(species.cap, px - lean * 0.3 * size, -0.8 + 0.92 * size, pz, 0.06, 0, lean * 1.3, size)
  bench.add('cap', top, [px - lean * 0.3 * size, -0.8 + height * size, pz, reach * size], cap)
}

/** Where those that stand beside the largest grow: place, size and lean. */
const COMPANIES = [
  [
    [0.57, 0.28, 0.48, -0.28],
    [-0.55, 0.34, 0.38, 0.3],
  ],
  [[-0.56, 0.3, 0.6, 0.24]],
  [
    [0.52, 0.36, 0.34, -0.3],
    [-0.6, 0.2, 0.54, 0.26],
    [-0.18, 0.52, 0.28, 0.06],
    [0.7, 0.02, 0.5, -0.36],
  ],
  [
    [0.5, 0.18, 0.74, -0.24],
    [-0.54, 0.1, 0.66, 0.24],
  ],
  [],
] as const

export const mushroom: Kind = {
  forms: ['domed', 'pointed', 'flat', 'bell', 'bolete', 'chanterelle', 'morel'],
  build(bench) {
    const { random } = bench
    const species = SPECIES[bench.form] ?? SPECIES.domed!
    const colour = bench.coloured || bench.glowing ? bench.accent : rgb(random.pick(species.colours))
    const grown: Grown = {
      species,
      colour,
      skin: random.pick(species.skins),
      ringed: !species.funnel && species.stem < 1.2 && random.chance(0.4),
    }
    const company = random.pick(COMPANIES)
    const flip = random.chance(0.5) ? 1 : -1
    grow(bench, grown, 0, 0, 1, random.range(-0.05, 0.08))
    for (const [x, z, size, lean] of company) grow(bench, grown, x * flip, z, size * random.range(0.9, 1.1), lean * flip)
    const broad = company.length === 0 ? 0.66 : 0.9
    bench.add(
      'moss',
      (x, y, z) => smoothMax(ellipsoid(x, y + 0.84, z - 0.1, broad, 0.16, 0.6) + 0.06 * noise3(x * 9, y * 9, z * 9), -(y + 0.88), 0.02),
      [0, -0.84, 0.1, 1],
      mossGround,
    )
    if (random.chance(0.35)) {
      const pebbles: Field = (x, y, z) =>
        min(
          ellipsoid(x - 0.36 * flip, y + 0.74, z - 0.5, 0.12, 0.08, 0.1),
          ellipsoid(x + 0.24 * flip, y + 0.75, z - 0.56, 0.08, 0.06, 0.07),
        ) +
        0.012 * noise3(x * 14, y * 14, z * 14)
      bench.add('pebbles', pebbles, [0, -0.75, 0.52, 0.52], pebble)
    }
    if (random.chance(0.35)) bench.add('snail', snail(-0.42 * flip), [-0.42 * flip, -0.68, 0.56, 0.24], shell)
    if (bench.glowing) bench.addLamp({ at: [0, -0.1, 0.3], colour, strength: 0.5, falloff: 2 })
    return { yaw: 0.15, pitch: 0.08, half: 1.26, aimY: 0.03, stands: -0.88 }
  },
}
