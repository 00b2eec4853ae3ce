import { PI } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb } from '../../../vector.ts'
import { clothOf, planksOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { type At, axesOf, type Place } from '../place.ts'
import { carpetWares } from './carpet.ts'
import { townsperson } from './folk.ts'
import { fruitWares } from './fruit.ts'
import { awning } from './street-things.ts'

/** What a stall sells. */
export const wares = ['fruit', 'spice', 'cloth', 'pots', 'flowers', 'fish', 'bread', 'lamps'] as const
export type Ware = (typeof wares)[number] | 'carpets'

const FRUIT: readonly Rgb[] = [
  [0.52, 0.07, 0.04],
  [0.6, 0.27, 0.03],
  [0.58, 0.46, 0.06],
  [0.2, 0.36, 0.06],
  [0.26, 0.05, 0.16],
  [0.45, 0.12, 0.06],
]
const SPICE: readonly Rgb[] = [
  [0.55, 0.24, 0.03],
  [0.5, 0.07, 0.03],
  [0.6, 0.45, 0.1],
  [0.26, 0.12, 0.05],
  [0.3, 0.3, 0.1],
  [0.42, 0.05, 0.12],
]
const DYES: readonly Rgb[] = [
  [0.46, 0.05, 0.07],
  [0.05, 0.14, 0.36],
  [0.52, 0.3, 0.04],
  [0.04, 0.24, 0.2],
  [0.3, 0.06, 0.28],
  [0.5, 0.42, 0.32],
]

export type Stall = Place & {
  readonly width: number
  readonly ware: Ware
  /** Cloth of its roof. */
  readonly cloth: Rgb
  readonly stripe?: Rgb
  /** Height of the roof at the back and in front. */
  readonly roof?: readonly [back: number, front: number]
  /** So near the eye that single fruit is seen, and what stands on the ground before the table. */
  readonly near?: boolean
  /** Who stands behind the table; left out: nobody. */
  readonly seller?: Prng
}

/** Height of a usual roof at the back and in front. */
const ROOF = [2.95, 2.4] as const

/** A market stall under a cloth roof; its front, where one buys, looks along the place's -z. */
export function stall(site: Site, random: Prng, spec: Stall): void {
  const { mesh, scene, lit } = site
  const { width, cloth, stripe, turn, seller, roof = ROOF } = spec
  const at = axesOf(spec)
  const depth = 1.5
  const wood = mesh.paint(planksOf([0.22, 0.13, 0.07], 0.16))
  const put = (a: number, up: number, b: number, w: number, h: number, d: number, paint: Paint) => {
    const [x, y, z] = at(a, up, b)
    box(mesh, { x, y, z, width: w, height: h, depth: d, turn, paint })
  }
  const post = mesh.paint(planksOf([0.15, 0.09, 0.05], 0.2))
  for (const q of [-1, 1]) {
    put((q * width) / 2, 0, -0.1, 0.09, roof[1] + 0.15, 0.09, post)
    put((q * width) / 2, 0, depth, 0.09, roof[0] - 0.05, 0.09, post)
  }
  const [rx, ry, rz] = at(0, 0, depth + 0.1)
  awning(mesh, { x: rx, y: ry, z: rz, turn }, width + 0.5, depth + 1, ...roof, cloth, stripe)
  put(0, 0.78, depth * 0.42, width, 0.06, depth * 0.9, wood)
  const skirt = mesh.paint(clothOf(random.chance(0.5) ? cloth : [0.4, 0.34, 0.26], 0.1))
  mesh.use(skirt)
  mesh.panel(at(-width / 2, 0.05, -0.08), at(width / 2, 0.05, -0.08), at(width / 2, 0.8, -0.08), at(-width / 2, 0.8, -0.08))
  goods(site, random, at, spec)
  if (seller) {
    const [sx, sy, sz] = at(seller.range(-0.25, 0.25) * width, 0, depth + 0.02)
    townsperson(site, seller, sx, sy, sz, turn + seller.range(-0.3, 0.3), { manner: 'sells' })
  }
  if (!lit) return
  const bulb = mesh.paint(emitter([1, 0.66, 0.3], 5))
  const [lx, ly, lz] = at(random.range(-0.3, 0.3) * width, roof[1] - 0.35, roof === ROOF ? 0.5 : -0.3)
  tube(
    mesh,
    [
      [lx, ly + 0.55, lz],
      [lx, ly + 0.1, lz],
    ],
    { paint: post, radius: 0.012, sides: 3 },
  )
  blob(mesh, { x: lx, y: ly, z: lz, rx: 0.1, ry: 0.13, rz: 0.1, paint: bulb, rings: 6 })
  scene.lamps.push({ x: lx, y: ly - 0.3, z: lz - 0.6, colour: [0.62, 0.35, 0.14], range: 6 })
  scene.glows.push({ x: lx, y: ly, z: lz - 0.1, colour: [1, 0.62, 0.26], intensity: 0.55, size: 0.26 })
}

/** What lies on the table and hangs above it. */
function goods(site: Site, random: Prng, at: At, spec: Stall): void {
  const { mesh, brief } = site
  const { width, ware, turn, near = false, roof = ROOF } = spec
  const bays = Math.max(3, Math.round(width / 0.62))
  const middle = (i: number) => ((i + 0.5) / bays - 0.5) * (width - 0.2)
  if (ware === 'carpets') return void carpetWares(mesh, random, at, spec, width, brief.accent)
  if (ware === 'fruit' && near) return void fruitWares(mesh, random, at, turn, width, roof === ROOF ? 0.26 : 0.06)
  if (ware === 'cloth') return void bolts(mesh, random, at, width)
  if (ware === 'lamps') return void lamps(site, random, at, width)
  for (let i = 0; i < bays; i++)
    for (const row of [0, 1]) {
      const [x, y, z] = at(middle(i), 0.84 + row * 0.16, 0.25 + row * 0.6)
      if (ware === 'fruit' || ware === 'fish' || ware === 'bread') heap(mesh, random, x, y, z, turn, ware)
      else if (ware === 'spice') cone(mesh, random, x, y, z)
      else if (ware === 'pots') pot(mesh, random, x, y, z, random.range(0.5, 1))
      else bunch(mesh, random, x, y, z)
    }
  if (ware === 'pots' || ware === 'flowers')
    for (let i = 0; i < bays; i++) {
      const [x, y, z] = at(middle(i), 0, -0.45)
      if (random.chance(0.6)) ware === 'pots' ? pot(mesh, random, x, y, z, random.range(0.9, 1.7)) : bunch(mesh, random, x, y, z)
    }
  if (ware === 'spice' && near)
    for (let i = 0; i < bays; i++) {
      const [x, y, z] = at(middle(i), 0, -0.42 - (i % 2) * 0.1)
      if (random.chance(0.86)) cone(mesh, random, x, y, z, random.range(1.25, 1.6))
    }
  if (ware === 'bread' || ware === 'fish' || ware === 'fruit') strings(mesh, random, at, width)
}

/** A shallow crate heaped with one thing. */
function heap(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, turn: number, ware: 'fruit' | 'fish' | 'bread'): void {
  const wood = mesh.paint(planksOf([0.34, 0.23, 0.13], 0.1))
  box(mesh, { x, y, z, width: 0.54, height: 0.14, depth: 0.5, turn, paint: wood })
  const colour: Rgb =
    ware === 'fruit'
      ? random.pick(FRUIT)
      : ware === 'fish'
        ? [0.36, 0.4, 0.44]
        : random.pick([
            [0.42, 0.22, 0.08],
            [0.5, 0.3, 0.12],
          ] as const)
  const paint = mesh.paint(plain(colour, ware === 'fish' ? 0.8 : 0.35, ware === 'fish' ? 0.6 : 0.1))
  const ice = mesh.paint(plain([0.62, 0.68, 0.74], 0.6, 0.3))
  if (ware === 'fish') box(mesh, { x, y: y + 0.14, z, width: 0.5, height: 0.05, depth: 0.46, turn, paint: ice })
  const size = ware === 'fruit' ? random.pick([0.055, 0.075, 0.1]) : 0.09
  const count = ware === 'fruit' ? 13 : 6
  for (let i = 0; i < count; i++) {
    const a = random.range(-0.2, 0.2)
    const b = random.range(-0.18, 0.18)
    const lift = 0.17 + 0.13 * (1 - (Math.abs(a) + Math.abs(b)) / 0.4)
    const [rx, ry, rz] = ware === 'fruit' ? [size, size, size] : ware === 'fish' ? [0.2, 0.035, 0.06] : [0.15, 0.08, 0.09]
    blob(mesh, { x: x + a, y: y + lift, z: z + b, rx, ry, rz, paint, rings: 5, rough: ware === 'bread' ? 0.1 : 0 })
  }
}

/** A sack of ground spice, heaped to a cone; `k` times as large as on a table. */
function cone(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, k = 1): void {
  const sack = mesh.paint(clothOf([0.42, 0.34, 0.22], 0.05))
  const dust = mesh.paint(plain(random.pick(SPICE)))
  loft(
    mesh,
    [
      [0, 0.2],
      [0.16, 0.27],
      [0.22, 0.26],
    ].map(([up, r]) => ({ y: y + up! * k, points: polygon(x, z, r! * (0.5 + k / 2), 12) })),
    { paint: sack, smooth: true },
  )
  loft(
    mesh,
    [
      [0.18, 0.25],
      [0.3, 0.15],
      [0.42, 0.02],
    ].map(([up, r]) => ({ y: y + up! * k, points: polygon(x, z, r! * (0.5 + k / 2), 12) })),
    { paint: dust, smooth: true },
  )
}

/** A turned pot or jug. */
export function pot(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, size: number): void {
  const clay = mesh.paint(
    plain(
      random.pick([
        [0.4, 0.17, 0.08],
        [0.08, 0.2, 0.34],
        [0.5, 0.42, 0.3],
        [0.12, 0.26, 0.2],
        [0.3, 0.12, 0.07],
      ] as const),
      0.5,
      0.15,
    ),
  )
  const belly = random.range(0.15, 0.22) * size
  const tall = random.range(0.34, 0.55) * size
  loft(
    mesh,
    (
      [
        [0, 0.55],
        [0.15, 0.85],
        [0.45, 1],
        [0.72, 0.72],
        [0.86, 0.42],
        [0.95, 0.44],
        [1, 0.52],
      ] as const
    ).map(([up, r]) => ({ y: y + up * tall, points: polygon(x, z, r * belly, 14) })),
    { paint: clay, cap: mesh.paint(plain([0.03, 0.025, 0.02])), smooth: true },
  )
}

function bunch(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number): void {
  const tin = mesh.paint(plain([0.28, 0.3, 0.32], 0.6, 0.4))
  const green = mesh.paint(plain([0.07, 0.17, 0.05]))
  const petal = mesh.paint(
    plain(
      random.pick([
        [0.55, 0.06, 0.08],
        [0.6, 0.4, 0.06],
        [0.55, 0.25, 0.42],
        [0.6, 0.58, 0.54],
        [0.28, 0.14, 0.46],
      ] as const),
    ),
  )
  loft(
    mesh,
    [
      [0, 0.13],
      [0.26, 0.17],
    ].map(([up, r]) => ({ y: y + up!, points: polygon(x, z, r!, 10) })),
    { paint: tin },
  )
  blob(mesh, { x, y: y + 0.36, z, rx: 0.2, ry: 0.16, rz: 0.2, paint: green, rings: 6, rough: 0.7, frequency: 4 })
  for (let i = 0; i < 11; i++)
    blob(mesh, {
      x: x + random.range(-0.2, 0.2),
      y: y + random.range(0.42, 0.6),
      z: z + random.range(-0.2, 0.2),
      rx: 0.055,
      ry: 0.05,
      rz: 0.055,
      paint: petal,
      rings: 4,
    })
}

/** Bolts of cloth on the table, and lengths that hang from the roof. */
function bolts(mesh: MeshBuilder, random: Prng, at: At, width: number): void {
  const count = Math.round(width / 0.26)
  for (let i = 0; i < count; i++) {
    const a = ((i + 0.5) / count - 0.5) * width
    const paint = mesh.paint(clothOf(random.pick(DYES), 0.05))
    for (let k = 0; k < 2; k++) tube(mesh, [at(a, 0.94 + k * 0.2, 0.1), at(a, 0.94 + k * 0.2, 1.1)], { paint, radius: 0.11, sides: 8 })
  }
  for (let a = -width / 2 + 0.3; a < width / 2 - 0.2; a += 0.56) {
    if (random.chance(0.25)) continue
    const long = random.range(0.9, 1.4)
    mesh.use(mesh.paint(clothOf(random.pick(DYES), 0.35, random.pick(DYES), random.chance(0.4) ? 7 : 0)))
    mesh.panel(at(a - 0.22, 2.6 - long, 1.25), at(a + 0.22, 2.6 - long, 1.25), at(a + 0.24, 2.6, 1.2), at(a - 0.24, 2.6, 1.2))
  }
}

/** Lamps of coloured glass. */
function lamps({ mesh, lit, scene }: Site, random: Prng, at: At, width: number): void {
  const brass = mesh.paint(plain([0.5, 0.34, 0.1], 0.8, 0.6))
  for (let a = -width / 2 + 0.2; a < width / 2; a += 0.34) {
    const colour = random.pick([
      [1, 0.3, 0.08],
      [0.2, 0.7, 0.9],
      [1, 0.65, 0.15],
      [0.8, 0.15, 0.4],
      [0.3, 0.9, 0.4],
    ] as const)
    const r = random.range(0.1, 0.17)
    const [x, y, z] = at(a, random.range(1.6, 2.25), random.range(-0.3, 0.5))
    blob(mesh, {
      x,
      y,
      z,
      rx: r,
      ry: r * 1.1,
      rz: r,
      paint: mesh.paint(lit ? emitter(colour, 2.6) : plain([colour[0] * 0.5, colour[1] * 0.5, colour[2] * 0.5], 0.8, 0.4)),
      rings: 7,
    })
    loft(
      mesh,
      [
        [r, r * 0.5],
        [r * 1.5, r * 0.2],
      ].map(([up, q]) => ({ y: y + up!, points: polygon(x, z, q!, 8) })),
      { paint: brass, cap: brass },
    )
    tube(
      mesh,
      [
        [x, y + r, z],
        [x, 2.6 + (y > 3 ? 9 : 0), z],
      ],
      { paint: brass, radius: 0.012, sides: 3 },
    )
    if (lit) scene.glows.push({ x, y, z: z - r, colour, intensity: 0.4, size: r * 2 })
  }
  for (let i = 0; i < 7; i++) {
    const [x, y, z] = at((i / 6 - 0.5) * (width - 0.4), 0.84, random.range(0.2, 0.9))
    const s = random.range(0.7, 1.2)
    loft(
      mesh,
      (
        [
          [0, 0.14],
          [0.05, 0.13],
          [0.1, 0.05],
          [0.2, 0.13],
          [0.34, 0.1],
          [0.4, 0.03],
        ] as const
      ).map(([up, r]) => ({ y: y + up * s, points: polygon(x, z, r * s, 12) })),
      { paint: brass, cap: brass, smooth: true },
    )
  }
}

/** Strings of garlic, peppers or sausages from the front edge. */
function strings(mesh: MeshBuilder, random: Prng, at: At, width: number): void {
  const paint = mesh.paint(
    plain(
      random.pick([
        [0.5, 0.05, 0.03],
        [0.55, 0.5, 0.42],
        [0.3, 0.1, 0.06],
      ] as const),
    ),
  )
  for (let a = -width / 2 + 0.25; a < width / 2; a += 0.45) {
    if (random.chance(0.5)) continue
    for (let k = 0; k < 5; k++) {
      const [x, y, z] = at(a + (k % 2) * 0.05, 2.2 - k * 0.12, 0.1)
      blob(mesh, { x, y, z, rx: 0.05, ry: 0.07, rz: 0.05, paint, rings: 4 })
    }
  }
}

/** A quarter turn: a stall on the left of a street that runs along z faces right. */
export const facing = (hand: number) => hand * -PI * 0.5
