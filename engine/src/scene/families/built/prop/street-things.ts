import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { clothOf, leaves, planksOf } from '../../nature/paints.ts'
import { leafCard } from '../../nature/plant/broadleaf.ts'
import { CROWNS } from '../../nature/season.ts'
import type { Site } from '../../nature/site.ts'
import { axesOf, type Place } from '../place.ts'
import { turned } from './turned.ts'

/** A barrel with two iron hoops. */
export function barrel(mesh: MeshBuilder, x: number, y: number, z: number, size = 1): void {
  const wood = mesh.paint(planksOf([0.22, 0.12, 0.06], 0.12))
  const iron = mesh.paint(plain([0.05, 0.05, 0.055], 0.4, 0.2))
  turned(
    mesh,
    x,
    z,
    y,
    [
      [0, 0.26],
      [0.25, 0.33],
      [0.45, 0.345],
      [0.65, 0.33],
      [0.9, 0.26],
    ].map(([a, b]) => [a! * size, b! * size] as const),
    14,
    wood,
  )
  for (const up of [0.16, 0.68])
    turned(
      mesh,
      x,
      z,
      y,
      [
        [up * size, 0.325 * size],
        [(up + 0.06) * size, 0.335 * size],
      ],
      14,
      iron,
    )
}

/** A crate of boards. */
export function crate(mesh: MeshBuilder, { x, y, z, turn }: Place, size: number, colour: Rgb = [0.3, 0.19, 0.1]): void {
  const board = mesh.paint(planksOf(colour, 0.16))
  const rib = mesh.paint(planksOf([colour[0] * 0.7, colour[1] * 0.7, colour[2] * 0.7], 0.3))
  box(mesh, { x, y, z, width: size, height: size * 0.8, depth: size * 0.9, turn, paint: board })
  for (const up of [0, 0.7])
    box(mesh, { x, y: y + up * size, z, width: size * 1.04, height: size * 0.1, depth: size * 0.94, turn, paint: rib })
}

/** A tied sack. */
export function sack(mesh: MeshBuilder, x: number, y: number, z: number, size: number, colour: Rgb = [0.42, 0.34, 0.22]): void {
  const cloth = mesh.paint(clothOf(colour, 0.05))
  blob(mesh, {
    x,
    y: y + size * 0.42,
    z,
    rx: size * 0.42,
    ry: size * 0.5,
    rz: size * 0.38,
    paint: cloth,
    rings: 8,
    rough: 0.18,
    frequency: 1.6,
    variant: x + z,
    floor: -0.84,
  })
  blob(mesh, {
    x,
    y: y + size * 0.98,
    z,
    rx: size * 0.17,
    ry: size * 0.15,
    rz: size * 0.16,
    paint: cloth,
    rings: 5,
    rough: 0.3,
    frequency: 3,
  })
}

/** A plant in a pot of clay, in flower in summer. */
export function pottedPlant(site: Site, random: Prng, [x, y, z]: Vec3, size: number): void {
  const { mesh, season, snowy, brief } = site
  const clay = mesh.paint(plain([0.36, 0.16, 0.09]))
  const [from, to] = CROWNS[season === 'spring' ? 'summer' : season][1]!
  const leaf = mesh.paint(leaves(from, to, { snow: snowy ? 0.9 : 0, through: 0.25 }))
  const petal = mesh.paint(
    plain(
      random.pick([
        [0.5, 0.06, 0.06],
        [0.55, 0.25, 0.4],
        [0.6, 0.48, 0.12],
        [0.4, 0.2, 0.5],
      ] as const),
    ),
  )
  turned(
    mesh,
    x,
    z,
    y,
    [
      [0, 0.2 * size],
      [0.42 * size, 0.29 * size],
      [0.5 * size, 0.31 * size],
    ],
    12,
    clay,
  )
  const radius = random.range(0.36, 0.48) * size
  const middle = y + 0.5 * size + radius * 0.75
  mesh.use(leaf, true)
  for (let i = 0; i < 130; i++) leafCard(mesh, random, x, middle, z, radius * (i < 40 ? 0.6 : 1), 0.1 * size, middle - radius, radius * 2)
  if (snowy || season === 'autumn') return
  const many = brief.wants('flowers')
  for (let i = 0; i < (many ? 34 : 12); i++) {
    const a = random.next() * TAU
    const up = random.range(-0.1, 0.95)
    const r = radius * Math.sqrt(1 - up * up)
    const k = (many ? 0.075 : 0.055) * size
    blob(mesh, { x: x + cos(a) * r, y: middle + up * radius * 0.85, z: z + sin(a) * r, rx: k, ry: k, rz: k, paint: petal, rings: 4 })
  }
}

/** A wheel with spokes in the plane across the place's `along` axis. */
function wheel(mesh: MeshBuilder, place: Place, along: number, up: number, into: number, r: number, paint: Paint): void {
  const at = axesOf(place)
  const rim: Vec3[] = []
  for (let i = 0; i <= 20; i++) rim.push(at(along, up + sin((TAU * i) / 20) * r, into + cos((TAU * i) / 20) * r))
  tube(mesh, rim, { paint, radius: 0.05, sides: 6 })
  for (let i = 0; i < 8; i++) tube(mesh, [at(along, up, into), rim[Math.round(i * 2.5)]!], { paint, radius: 0.028, sides: 4 })
}

/** A two-wheeled handcart, its shafts resting on the ground before it. */
export function handcart(mesh: MeshBuilder, place: Place, colour: Rgb = [0.24, 0.14, 0.08]): void {
  const at = axesOf(place)
  const wood = mesh.paint(planksOf(colour, 0.16))
  const [x, y, z] = at(0, 0.62, 0)
  box(mesh, { x, y, z, width: 1.3, height: 0.1, depth: 2.1, turn: place.turn, paint: wood })
  for (const q of [-1, 1]) {
    const [sx, sy, sz] = at(q * 0.62, 0.7, 0)
    box(mesh, { x: sx, y: sy, z: sz, width: 0.06, height: 0.42, depth: 2.1, turn: place.turn, paint: wood })
    wheel(mesh, place, q * 0.78, 0.6, 0.15, 0.6, wood)
    tube(mesh, [at(q * 0.5, 0.66, -1), at(q * 0.42, 0.3, -2.4)], { paint: wood, radius: 0.045, sides: 5 })
  }
  const [bx, by, bz] = at(0, 0.7, 1.02)
  box(mesh, { x: bx, y: by, z: bz, width: 1.3, height: 0.42, depth: 0.06, turn: place.turn, paint: wood })
}

/** A bench of boards on iron feet. */
export function bench(mesh: MeshBuilder, place: Place): void {
  const at = axesOf(place)
  const wood = mesh.paint(planksOf([0.24, 0.14, 0.08], 0.12))
  const iron = mesh.paint(plain([0.04, 0.04, 0.04], 0.4, 0.2))
  for (const [up, into, tilt] of [
    [0.45, 0, 0.4],
    [0.72, 0.24, 0.04],
    [0.88, 0.28, 0.04],
  ] as const) {
    const [x, y, z] = at(0, up, into)
    box(mesh, { x, y, z, width: 1.8, height: tilt > 0.1 ? 0.06 : 0.12, depth: tilt, turn: place.turn, paint: wood })
  }
  for (const a of [-0.75, 0.75])
    tube(mesh, [at(a, 0, -0.16), at(a, 0.46, -0.1), at(a, 0.46, 0.2), at(a, 0.95, 0.3)], { paint: iron, radius: 0.03, sides: 5 })
}

/** Washing on a line between two walls. */
export function washing(mesh: MeshBuilder, random: Prng, from: Vec3, to: Vec3): void {
  const cord = mesh.paint(plain([0.1, 0.1, 0.1]))
  const at = (t: number): Vec3 => [
    from[0] + (to[0] - from[0]) * t,
    from[1] + (to[1] - from[1]) * t - 1.4 * t * (1 - t),
    from[2] + (to[2] - from[2]) * t,
  ]
  tube(
    mesh,
    Array.from({ length: 9 }, (_, i) => at(i / 8)),
    { paint: cord, radius: 0.015, sides: 3 },
  )
  const cloths = [
    [0.6, 0.58, 0.54],
    [0.5, 0.3, 0.26],
    [0.26, 0.34, 0.44],
    [0.55, 0.5, 0.36],
    [0.44, 0.12, 0.1],
  ] as const
  for (let t = 0.14; t < 0.84; ) {
    const wide = random.range(0.08, 0.15)
    const tall = random.range(0.5, 1.2)
    const [a, b] = [at(t), at(t + wide)]
    const sway = random.range(-0.15, 0.15)
    mesh.use(mesh.paint(clothOf(random.pick(cloths), 0.35)))
    mesh.panel([a[0], a[1] - tall, a[2] + sway], [b[0], b[1] - tall * random.range(0.94, 1), b[2] + sway], b, a)
    t += wide + random.range(0.02, 0.06)
  }
}

/** A cloth roof that slopes from a wall's height to its front edge, with a fringe; `at` places it, stripes run down. */
export function awning(
  mesh: MeshBuilder,
  place: Place,
  width: number,
  out: number,
  high: number,
  low: number,
  colour: Rgb,
  stripe: Rgb = [0.62, 0.58, 0.5],
): void {
  const at = axesOf(place)
  const count = Math.max(4, Math.round(width / 0.34))
  const a = mesh.paint(clothOf(colour, 0.3))
  const b = mesh.paint(clothOf(stripe, 0.3))
  for (let i = 0; i < count; i++) {
    const u0 = (i / count - 0.5) * width
    const u1 = ((i + 1) / count - 0.5) * width
    const sag = (t: number) => high + (low - high) * t - 0.22 * 4 * t * (1 - t) * 0.5
    mesh.use(i % 2 ? b : a)
    for (let j = 0; j < 4; j++) {
      const t0 = j / 4
      const t1 = (j + 1) / 4
      mesh.panel(at(u0, sag(t0), -out * t0), at(u1, sag(t0), -out * t0), at(u1, sag(t1), -out * t1), at(u0, sag(t1), -out * t1))
    }
    mesh.panel(at(u0, low, -out), at(u1, low, -out), at(u1, low - 0.26, -out), at(u0, low - 0.26, -out))
  }
}
