import { atan2, PI, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon, rectangle } from '../../../shape/outline.ts'
import { type Rgb, times, type Vec3 } from '../../../vector.ts'
import { clothOf, masonryOf, planksOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { roofTiles } from '../paints.ts'
import { axesOf, type Place, sheet } from '../place.ts'
import { archPanel, archRim } from '../prop/arch.ts'

/** What one castle is built of. */
export type CastleKit = {
  readonly site: Site
  readonly stone: Rgb
  readonly wall: Paint
  readonly trim: Paint
  readonly roof: Paint
  /** Windows and slits: lit ones at night, and dark ones. */
  readonly slit: Paint
  readonly dark: Paint
  readonly wood: Paint
  readonly banner: Rgb
  /** Pointed roofs on towers instead of battlements. */
  readonly roofed: boolean
  /** Height of a pointed roof over its radius. */
  readonly steep: number
  readonly slender: number
}

const KINDS = [
  {
    stone: '#b9b2a4',
    roofs: ['#3a5a84', '#2c4668', '#40668a'],
    roofed: true,
    steep: 3.1,
    slender: 1.35,
    banners: ['#b01c22', '#d8a020', '#6a2a8a'],
  },
  {
    stone: '#8c8478',
    roofs: ['#5a4238', '#3c3c42', '#6e3a2c'],
    roofed: false,
    steep: 1.8,
    slender: 0.9,
    banners: ['#8c1a1a', '#1c3a70', '#c8a030'],
  },
  {
    stone: '#a8764e',
    roofs: ['#5a3a2a', '#3e4a44', '#6a3a30'],
    roofed: true,
    steep: 2.1,
    slender: 1,
    banners: ['#1c5a40', '#e0d8c0', '#a02a20'],
  },
  {
    stone: '#cfc4ae',
    roofs: ['#a4502e', '#8c3e2a', '#3e6a5e'],
    roofed: true,
    steep: 2.5,
    slender: 1.2,
    banners: ['#24489a', '#c02a2a', '#2a7a4a'],
  },
  {
    stone: '#5e5a5c',
    roofs: ['#2c3038', '#3a2c34', '#24343a'],
    roofed: true,
    steep: 3.4,
    slender: 1.25,
    banners: ['#7a1016', '#3a1a5a', '#c0b8a0'],
  },
] as const

/** Chooses stone, roofs and banners for a castle. */
export function castleKit(site: Site): CastleKit {
  const { mesh, streams, brief, lit, snowy } = site
  const random = streams('castle')
  const kind = random.pick(KINDS)
  const stone = times(rgb(kind.stone), 0.85)
  const colour = brief.accent ?? rgb(random.pick(kind.roofs))
  const cover = snowy ? ({ cover: [0.74, 0.78, 0.84], covered: 1 } as const) : ({ cover: [0.1, 0.12, 0.05], covered: 0.35 } as const)
  return {
    site,
    stone,
    wall: mesh.paint(
      masonryOf({ colour: stone, blockWidth: 1.1, blockHeight: 0.55, variant: random.range(0, 20), joints: 0.75, ...cover }),
    ),
    trim: mesh.paint(masonryOf({ colour: times(stone, 1.14), blockWidth: 1.6, blockHeight: 0.6, variant: 3, joints: 0.5, ...cover })),
    roof: mesh.paint(roofTiles({ colour, second: times(colour, 0.75), width: 0.4, row: 0.5, moss: 0.1 })),
    slit: mesh.paint(lit ? emitter([1, 0.55, 0.2], 2) : plain([0.02, 0.02, 0.024])),
    dark: mesh.paint(plain([0.02, 0.02, 0.026], 0.6, 0.5)),
    wood: mesh.paint(planksOf([0.17, 0.1, 0.055], 0.3)),
    banner: brief.accent ?? rgb(random.pick(kind.banners)),
    roofed: kind.roofed,
    steep: kind.steep,
    slender: kind.slender,
  }
}

/** Merlons round an outline at a height. */
export function battlements({ site, wall }: CastleKit, outline: readonly (readonly [number, number])[], y: number, size = 0.9): void {
  const { mesh } = site
  for (let i = 0; i < outline.length; i++) {
    const a = outline[i]!
    const b = outline[(i + 1) % outline.length]!
    const length = Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))
    const turn = atan2(b[1] - a[1], b[0] - a[0])
    const count = Math.max(1, Math.round(length / (size * 2)))
    box(mesh, { x: (a[0] + b[0]) / 2, y, z: (a[1] + b[1]) / 2, width: length, height: size * 0.7, depth: 0.5, turn, paint: wall })
    for (let k = 0; k < count; k++) {
      const t = (k + 0.5) / count
      box(mesh, {
        x: a[0] + (b[0] - a[0]) * t,
        y: y + size * 0.7,
        z: a[1] + (b[1] - a[1]) * t,
        width: Math.min(size, length / count / 1.7),
        height: size * 0.8,
        depth: 0.5,
        turn,
        paint: wall,
      })
    }
  }
}

export type Tower = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly radius: number
  readonly height: number
  readonly roofed?: boolean
  readonly flag?: boolean
}

/** A round tower that widens below its top, with slits and a pointed roof or battlements. */
export function roundTower(
  kit: CastleKit,
  random: Prng,
  { x, y, z, radius: r, height: h, roofed = kit.roofed, flag = false }: Tower,
): void {
  const { site, wall, trim, roof, slit, dark, steep } = kit
  const { mesh } = site
  const sides = r > 2.2 ? 24 : 16
  const ring = (list: readonly (readonly [up: number, r: number])[], paint: Paint, cap?: Paint) =>
    loft(
      mesh,
      list.map(([up, q]) => ({ y: y + up, points: polygon(x, z, q, sides) })),
      { paint, smooth: true, ...(cap && { cap }) },
    )
  ring(
    [
      [-9, r * 1.18],
      [0, r * 1.1],
      [h * 0.18, r],
      [h, r],
    ],
    wall,
  )
  const head = Math.max(2.4, r * 0.9)
  ring(
    [
      [h - 0.7, r],
      [h, r * 1.2],
      [h + head, r * 1.2],
    ],
    wall,
    trim,
  )
  ring(
    [
      [h - 0.1, r * 1.23],
      [h + 0.35, r * 1.23],
    ],
    trim,
  )
  windows(kit, x, y, z, r, h, random)
  for (let i = 0; i < 8; i++) {
    const at = axesOf({ x, y: y + h, z, turn: (i * PI) / 4 + 0.2 })
    archPanel(
      mesh,
      at,
      { along: 0, into: -r * 1.2 - 0.03, width: r * 0.22, sill: head * 0.3, height: head * 0.78 },
      random.chance(0.5) ? slit : dark,
    )
  }
  if (!roofed) return void battlements(kit, polygon(x, z, r * 1.14, Math.max(8, Math.round(r * 4))), y + h + head, 0.55 + r * 0.08)
  const tip = h + head + r * steep
  ring(
    [
      [h + head - 0.2, r * 1.42],
      [h + head + 0.25, r * 1.3],
      [h + head + r * steep * 0.45, r * 0.66],
      [tip, 0.06],
    ],
    roof,
  )
  if (flag) pennon(kit, [x, y + tip, z], random)
}

/** Slits that wind up a tower. */
function windows(
  { site: { mesh }, slit, dark, trim }: CastleKit,
  x: number,
  y: number,
  z: number,
  r: number,
  h: number,
  random: Prng,
): void {
  const from = random.next() * TAU
  const count = Math.max(3, Math.round(h / 4))
  for (let i = 0; i < count; i++)
    for (let k = 0; k < 3; k++) {
      const at = axesOf({ x, y, z, turn: from + i * 0.55 + (k * TAU) / 3 })
      const shape = {
        along: 0,
        into: -r - 0.05,
        width: 0.5,
        sill: h * (0.24 + (0.7 * i) / count),
        height: h * (0.24 + (0.7 * i) / count) + 1.5,
      }
      archPanel(mesh, at, shape, random.chance(0.45) ? slit : dark)
      if (r > 1.6) archRim(mesh, at, shape, trim, 0.14, 0.06)
    }
}

/** A long flag on a pole. */
export function pennon({ site, banner }: CastleKit, [x, y, z]: Vec3, random: Prng): void {
  const { mesh } = site
  box(mesh, { x, y: y - 0.4, z, width: 0.12, height: 4, depth: 0.12, paint: mesh.paint(plain([0.1, 0.08, 0.06])) })
  const way = random.chance(0.5) ? 1 : -1
  mesh.use(mesh.paint(clothOf(banner, 0.4)))
  let last: Vec3[] = [
    [x, y + 2.2, z],
    [x, y + 3.5, z],
  ]
  for (let i = 1; i <= 5; i++) {
    const t = i / 5
    const wave = sin(i * 1.3) * 0.22
    const next: Vec3[] = [
      [x + way * t * 3.2, y + 2.2 + t * 0.5 + wave, z + wave],
      [x + way * t * 3.2, y + 3.5 - t * 0.5 + wave, z + wave],
    ]
    mesh.panel(last[0]!, next[0]!, next[1]!, last[1]!)
    last = next
  }
}

/** A hanging banner, point down, on a wall that looks along the place's -z. */
export function hanging({ site, banner }: CastleKit, place: Place, width: number, length: number): void {
  const { mesh } = site
  const at = axesOf(place)
  const cloth = mesh.paint(clothOf(banner, 0.15))
  const gold = mesh.paint(plain([0.55, 0.4, 0.12], 0.4, 0.2))
  const w = width / 2
  mesh.use(cloth)
  const rows = 6
  for (let i = 0; i < rows; i++) {
    const [a, b] = [(i / rows) * length, ((i + 1) / rows) * length]
    const out = (t: number) => -0.1 - 0.1 * sin(t * 2.2)
    mesh.panel(at(-w, -b, out(b)), at(w, -b, out(b)), at(w, -a, out(a)), at(-w, -a, out(a)))
  }
  mesh.triangle(
    mesh.vertex(...at(-w, -length, -0.14)),
    mesh.vertex(...at(w, -length, -0.14)),
    mesh.vertex(...at(0, -length - w * 1.1, -0.14)),
  )
  mesh.use(gold)
  mesh.panel(
    at(-w * 0.3, -length * 0.62, -0.26),
    at(w * 0.3, -length * 0.62, -0.26),
    at(w * 0.3, -length * 0.36, -0.26),
    at(-w * 0.3, -length * 0.36, -0.26),
  )
  mesh.panel(at(-w * 1.1, -0.06, -0.12), at(w * 1.1, -0.06, -0.12), at(w * 1.1, 0.08, -0.12), at(-w * 1.1, 0.08, -0.12))
}

/** A wall walk with battlements between two points; `y` is the ground, it reaches well below it. */
export function curtain(
  kit: CastleKit,
  from: readonly [number, number],
  to: readonly [number, number],
  y: number,
  height: number,
  thick = 2.2,
): void {
  const { site, wall, trim, dark } = kit
  const { mesh } = site
  const dx = to[0] - from[0]
  const dz = to[1] - from[1]
  const length = Math.sqrt(dx * dx + dz * dz)
  const place: Place = { x: (from[0] + to[0]) / 2, y, z: (from[1] + to[1]) / 2, turn: atan2(dz, dx) }
  const at = axesOf(place)
  box(mesh, { ...place, y: y - 9, width: length, height: height + 9, depth: thick, paint: wall, cap: trim })
  for (const q of [-1, 1]) {
    const a = at(-length / 2, 0, (q * thick) / 2)
    const b = at(length / 2, 0, (q * thick) / 2)
    battlements(
      kit,
      [
        [a[0], a[2]],
        [b[0], b[2]],
      ],
      y + height,
    )
    const [cx, , cz] = at(0, 0, (q * thick) / 2)
    box(mesh, { x: cx, y: y + height - 0.5, z: cz, width: length, height: 0.35, depth: 0.4, turn: place.turn, paint: trim })
    for (let k = 0; k < length / 4 - 1; k++)
      archPanel(
        mesh,
        at,
        { along: -length / 2 + 4 + k * 4, into: (q * thick) / 2 + q * 0.04, width: 0.4, sill: height * 0.5, height: height * 0.5 + 1.4 },
        dark,
      )
  }
}

/** A square keep with corner turrets and a steep roof or battlements. */
export function keep(kit: CastleKit, random: Prng, place: Place, width: number, depth: number, height: number): void {
  const { site, wall, trim, roof, slit, dark, roofed } = kit
  const { mesh } = site
  const at = axesOf(place)
  const { x, y, z, turn } = place
  box(mesh, { x, y: y - 9, z, width, height: height + 9, depth, turn, paint: wall, cap: trim })
  for (const up of [height * 0.34, height * 0.68, height - 0.5])
    box(mesh, { x, y: y + up, z, width: width + 0.5, height: 0.4, depth: depth + 0.5, turn, paint: trim })
  for (const sideways of [false, true])
    for (const q of [-1, 1]) {
      const span = sideways ? depth : width
      const count = Math.max(2, Math.round(span / 3.4))
      for (let i = 0; i < count; i++)
        for (const level of [0.1, 0.42, 0.74]) {
          if (random.chance(0.2)) continue
          const shape = {
            along: ((i + 0.5) / count - 0.5) * span,
            into: (q * (sideways ? width : depth)) / 2 + q * 0.05,
            width: level > 0.4 ? 1.1 : 0.5,
            sill: height * level + 0.8,
            height: height * (level + 0.19),
            pointed: level > 0.7,
            sideways,
          }
          archPanel(mesh, at, shape, random.chance(0.6) ? slit : dark)
          archRim(mesh, at, shape, trim, 0.18, q * 0.1)
        }
    }
  const outline = rectangle(x, z, width + 0.4, depth + 0.4, turn)
  battlements(kit, outline, y + height)
  for (const [px, pz] of outline)
    roundTower(kit, random, { x: px, y: y + height * 0.55, z: pz, radius: width * 0.1, height: height * 0.62 })
  if (!roofed) return
  const ridge = height + Math.min(width, depth) * 0.75
  mesh.use(roof)
  const w = width / 2 - 0.8
  const d = depth / 2 - 0.8
  const tip = w * 0.5
  for (const q of [-1, 1]) {
    sheet(mesh, at(-w, height + 0.3, q * d), at(w, height + 0.3, q * d), at(tip, ridge, 0), at(-tip, ridge, 0))
    const [a, b, c] = [at(q * w, height + 0.3, -d), at(q * w, height + 0.3, d), at(q * tip, ridge, 0)]
    mesh.triangle(mesh.vertex(...a, 0, 0), mesh.vertex(...b, 2 * d, 0), mesh.vertex(...c, d, ridge - height))
  }
  if (random.chance(0.6)) pennon(kit, at(tip, ridge, 0), random)
}
