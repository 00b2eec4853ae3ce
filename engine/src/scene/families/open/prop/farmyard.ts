import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { clothOf, masonryOf, planksOf, snowOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { gabled, opening, placed, sheet } from './gabled.ts'

type Ground = (x: number, z: number) => number

/** A timber barn with a knee in its roof, great doors and a hayloft. `size` 1 is twelve metres deep. */
export function barn(site: Site, x: number, y: number, z: number, turn: number, colour: Rgb, size = 1): void {
  const { mesh, lit, snowy } = site
  const at = placed(x, y, z, turn)
  const k = size
  const wall = mesh.paint(planksOf(colour, 0.3))
  const white = mesh.paint(plain([0.62, 0.6, 0.56]))
  const dark = mesh.paint(plain([0.03, 0.025, 0.022]))
  const door = mesh.paint(planksOf([colour[0] * 0.8, colour[1] * 0.8, colour[2] * 0.8], 0.3))
  gabled(mesh, {
    at,
    width: 17 * k,
    depth: 11 * k,
    eaves: 5 * k,
    rise: 5.4 * k,
    wall,
    roof: mesh.paint(snowy ? snowOf() : planksOf(rgb('#5a5652'), 0.6)),
    knee: true,
    over: 0.7,
  })
  const front = -8.5 * k
  opening(mesh, at, 'end', [front, 0, 0], [4.4 * k, 4.2 * k], door, white)
  for (const q of [-1, 1]) {
    mesh.use(white)
    sheet(
      mesh,
      at(front - 0.08, 0.1, q * 2.1 * k),
      at(front - 0.08, 0.4, q * 2.1 * k),
      at(front - 0.08, 4.1 * k, q * 0.1),
      at(front - 0.08, 3.8 * k, q * 0.1),
    )
    sheet(
      mesh,
      at(front - 0.08, 3.8 * k, q * 2.1 * k),
      at(front - 0.08, 4.1 * k, q * 2.1 * k),
      at(front - 0.08, 0.4, q * 0.1),
      at(front - 0.08, 0.1, q * 0.1),
    )
  }
  const loftDoor = lit ? mesh.paint(emitter([1, 0.55, 0.2], 1.8)) : dark
  opening(mesh, at, 'end', [front, 5.8 * k, 0], [1.7 * k, 1.8 * k], loftDoor, white)
  for (const b of [-4, 4]) opening(mesh, at, 'end', [front, 1.6 * k, b * k], [1.1 * k, 1.3 * k], loftDoor, white)
  for (const a of [-5, -1.6, 1.8, 5.2]) opening(mesh, at, 'front', [a * k, 1.8 * k, -5.5 * k], [1.1 * k, 1.2 * k], loftDoor, white)
  mesh.use(white)
  for (const q of [-1, 1])
    sheet(
      mesh,
      at(front - 0.03, 0, q * 5.46 * k),
      at(front - 0.03, 0, q * 5.16 * k),
      at(front - 0.03, 5 * k, q * 5.16 * k),
      at(front - 0.03, 5 * k, q * 5.46 * k),
    )
  const [vx, , vz] = at(1.5 * k, 0, 0)
  box(mesh, { x: vx, y: y + 10.2 * k, z: vz, width: 1.4, height: 1.3, depth: 1.4, turn, paint: white })
  loft(
    mesh,
    [
      { y: y + 11.4 * k, points: polygon(vx, vz, 1.3, 8) },
      { y: y + 12.6 * k, points: polygon(vx, vz, 0.06, 8) },
    ],
    { paint: mesh.paint(plain(rgb('#4a4644'), 0.3)) },
  )
}

/** A round silo with a domed cap. */
export function silo({ mesh }: Site, x: number, y: number, z: number, height: number, r: number): void {
  const body = mesh.paint(masonryOf({ colour: [0.46, 0.46, 0.47], blockWidth: 1.2, blockHeight: 1.1, joints: 0.5 }))
  const cap = mesh.paint(plain([0.55, 0.56, 0.58], 0.6, 0.35))
  loft(
    mesh,
    [
      { y: y - 1, points: polygon(x, z, r, 24) },
      { y: y + height, points: polygon(x, z, r, 24) },
    ],
    { paint: body, smooth: true },
  )
  loft(
    mesh,
    [0, 0.35, 0.65, 0.88, 1].map((t) => ({
      y: y + height + r * 0.75 * t,
      lift: 0.5,
      points: polygon(x, z, r * 1.04 * Math.sqrt(Math.max(0.0004, 1 - t * t)), 24),
    })),
    { paint: cap, smooth: true },
  )
}

/** A cottage of plaster and timber, or of stone, with a thatched or tiled roof. */
export function cottage(
  site: Site,
  x: number,
  y: number,
  z: number,
  turn: number,
  look: { readonly wall: 'plaster' | 'stone'; readonly roof: Rgb; readonly size?: number },
): Vec3 {
  const { mesh, scene, lit, snowy } = site
  const k = look.size ?? 1
  const at = placed(x, y, z, turn)
  const wall = mesh.paint(
    look.wall === 'plaster'
      ? plain([0.62, 0.58, 0.5])
      : masonryOf({ colour: [0.36, 0.33, 0.29], blockWidth: 0.7, blockHeight: 0.36, variant: 5 }),
  )
  const beam = mesh.paint(planksOf(rgb('#4a3626'), 0.5))
  gabled(mesh, {
    at,
    width: 9 * k,
    depth: 6.4 * k,
    eaves: 2.9 * k,
    rise: 3.5 * k,
    wall,
    roof: mesh.paint(snowy ? snowOf() : planksOf(look.roof, 0.22)),
    over: 0.6 * k,
    thick: 0.34,
  })
  const pane = mesh.paint(lit ? emitter([1, 0.55, 0.2], 3) : plain([0.05, 0.06, 0.075], 0.9, 1))
  for (const a of [-3, 3]) opening(mesh, at, 'front', [a * k, 0.9 * k, -3.2 * k], [1.2 * k, 1.1 * k], pane, beam)
  opening(mesh, at, 'front', [0, 0, -3.2 * k], [1.1 * k, 2.1 * k], mesh.paint(planksOf(rgb('#3c5a4a'), 0.2)), beam)
  for (const q of [-1, 1]) {
    opening(mesh, at, 'end', [q * 4.5 * k, 0.9 * k, -1.2 * k], [1 * k, 1.1 * k], pane, beam)
    opening(mesh, at, 'end', [q * 4.5 * k, 3.2 * k, 0], [0.9 * k, 0.9 * k], pane, beam)
  }
  if (look.wall === 'plaster') {
    mesh.use(beam)
    for (const a of [-4.4, -1.5, 1.5, 4.4])
      sheet(
        mesh,
        at((a - 0.12) * k, 0, -3.23 * k),
        at((a + 0.12) * k, 0, -3.23 * k),
        at((a + 0.12) * k, 2.9 * k, -3.23 * k),
        at((a - 0.12) * k, 2.9 * k, -3.23 * k),
      )
    sheet(
      mesh,
      at(-4.5 * k, 2.62 * k, -3.23 * k),
      at(4.5 * k, 2.62 * k, -3.23 * k),
      at(4.5 * k, 2.88 * k, -3.23 * k),
      at(-4.5 * k, 2.88 * k, -3.23 * k),
    )
  }
  const top = at(2.4 * k, 0, 0.8 * k)
  box(mesh, {
    x: top[0],
    y: y + 3.6 * k,
    z: top[2],
    width: 0.9 * k,
    height: 3.6 * k,
    depth: 0.9 * k,
    turn,
    paint: mesh.paint(masonryOf({ colour: [0.34, 0.22, 0.17], blockWidth: 0.4, blockHeight: 0.2 })),
  })
  if (lit) {
    for (const a of [-3, 3]) {
      const [lx, ly, lz] = at(a * k, 1.4 * k, -4.6 * k)
      scene.lamps.push({ x: lx, y: ly, z: lz, colour: [0.6, 0.3, 0.1], range: 9 * k })
    }
  }
  return [top[0], y + 7.4 * k, top[2]]
}

/** A mill with four sails of lattice and cloth. `turned` radians are its sails. */
export function windmill(
  site: Site,
  x: number,
  y: number,
  z: number,
  height: number,
  facing: number,
  turned: number,
  cap: Rgb,
  wall: 'plaster' | 'brick' | 'timber',
): void {
  const { mesh, lit } = site
  const r = height * 0.25
  const body = mesh.paint(
    wall === 'timber'
      ? planksOf(rgb('#6a5846'), 0.3)
      : wall === 'brick'
        ? masonryOf({ colour: rgb('#8a4a34'), blockWidth: 0.8, blockHeight: 0.36, joints: 0.7 })
        : masonryOf({ colour: [0.66, 0.63, 0.56], blockWidth: 1.6, blockHeight: 0.8, joints: 0.25 }),
  )
  const dark = mesh.paint(planksOf(rgb('#3c2c20'), 0.5))
  const roof = mesh.paint(planksOf(cap, 0.24))
  const sides = wall === 'timber' ? 8 : 24
  loft(
    mesh,
    [
      [0, 1],
      [0.1, 0.95],
      [0.5, 0.75],
      [1, 0.58],
    ].map(([t, k]) => ({ y: y - 1 + (height + 1) * t!, points: polygon(x, z, r * k!, sides) })),
    { paint: body, smooth: sides > 8 },
  )
  loft(
    mesh,
    [
      [0, 0.66],
      [0.05, 0.68],
      [0.3, 0.54],
      [0.48, 0.26],
      [0.56, 0.03],
    ].map(([t, k]) => ({ y: y + height + r * t! * 2, lift: 0.4, points: polygon(x, z, r * k!, 20) })),
    { paint: roof, smooth: true },
  )
  loft(
    mesh,
    [
      [0.36, 1.2],
      [0.37, 1.2],
    ].map(([t, k]) => ({ y: y + height * t!, points: polygon(x, z, r * k!, 24) })),
    { paint: dark, cap: dark },
  )
  const c = cos(facing)
  const s = sin(facing)
  const pane = mesh.paint(lit ? emitter([1, 0.55, 0.2], 2.6) : plain([0.04, 0.045, 0.05], 0.8, 0.8))
  for (const [up, off] of [
    [0.5, 0.2],
    [0.68, -0.3],
    [0.14, -0.5],
  ] as const) {
    const k = r * (1 - 0.42 * up) + 0.02
    const a = facing + off
    box(mesh, { x: x + sin(a) * k, y: y + height * up, z: z - cos(a) * k, width: 0.9, height: 1.3, depth: 0.3, turn: a, paint: pane })
  }
  // the axle leans out of the cap towards `facing`
  const hub: Vec3 = [x + s * r * 0.86, y + height + r * 0.36, z - c * r * 0.86]
  tube(mesh, [[x, y + height + r * 0.3, z], hub], { paint: dark, radius: r * 0.07, sides: 8 })
  const long = height * 0.62
  const at = (a: number, out: number, across: number): Vec3 => {
    const u = cos(a) * out - sin(a) * across
    const v = sin(a) * out + cos(a) * across
    return [hub[0] + c * u, hub[1] + v, hub[2] + s * u]
  }
  const cloth = mesh.paint(clothOf([0.62, 0.58, 0.48], 0.4))
  for (let i = 0; i < 4; i++) {
    const a = turned + (TAU * i) / 4
    tube(mesh, [at(a, 0, 0), at(a, long, 0)], { paint: dark, radius: long * 0.014, endRadius: long * 0.008, sides: 5 })
    const wide = long * 0.2
    tube(mesh, [at(a, long * 0.16, wide), at(a, long, wide)], { paint: dark, radius: long * 0.007, sides: 4 })
    for (let b = 0; b <= 9; b++) {
      const out = long * (0.16 + 0.84 * (b / 9))
      tube(mesh, [at(a, out, -wide * 0.12), at(a, out, wide)], { paint: dark, radius: long * 0.005, sides: 4 })
    }
    mesh.use(cloth)
    const q = [
      at(a, long * 0.17, wide * 0.06),
      at(a, long * 0.98, wide * 0.06),
      at(a, long * 0.98, wide * 0.96),
      at(a, long * 0.17, wide * 0.96),
    ] as const
    mesh.panel(q[0], q[1], q[2], q[3])
  }
}

/** Posts and rails along points on the ground. */
export function fence(
  mesh: MeshBuilder,
  random: Prng,
  ground: Ground,
  path: readonly (readonly [number, number])[],
  paint: Paint,
  tall = 1.1,
): void {
  for (let i = 0; i < path.length; i++) {
    const [x, z] = path[i]!
    const y = ground(x, z)
    tube(
      mesh,
      [
        [x, y - 0.3, z],
        [x + random.range(-0.04, 0.04), y + tall, z],
      ],
      { paint, radius: 0.065, sides: 5 },
    )
    const next = path[i + 1]
    if (!next) continue
    const ny = ground(next[0], next[1])
    for (const up of [0.4, 0.82])
      tube(
        mesh,
        [
          [x, y + tall * up, z - 0.06],
          [next[0], ny + tall * up + random.range(-0.05, 0.05), next[1] - 0.06],
        ],
        { paint, radius: 0.04, sides: 4 },
      )
  }
}

/** A round bale of straw, lying. */
export function bale(mesh: MeshBuilder, x: number, y: number, z: number, r: number, turn: number, skin: Paint, end: Paint): void {
  const c = cos(turn)
  const s = sin(turn)
  const half = r * 0.8
  const at = (along: number, a: number, k: number): Vec3 => [
    x + c * along + s * cos(a) * r * k,
    y + r * 0.96 + sin(a) * r * k,
    z + s * along - c * cos(a) * r * k,
  ]
  const n = 26
  const base = mesh.vertexCount()
  for (let j = 0; j <= 1; j++)
    for (let i = 0; i <= n; i++) {
      const a = (TAU * i) / n
      const p = at(j ? half : -half, a, 1)
      mesh.vertex(p[0], p[1], p[2], i * 0.3, j * 2, s * cos(a), sin(a), -c * cos(a))
    }
  mesh.use(skin, true)
  for (let i = 0; i < n; i++) mesh.quad(base + i, base + i + 1, base + n + 2 + i, base + n + 1 + i)
  mesh.use(end)
  for (const q of [-1, 1]) {
    const middle = mesh.vertex(...at(q * half, 0, 0), 0, 0)
    let last = -1
    for (let i = 0; i <= n; i++) {
      const v = mesh.vertex(...at(q * half, (TAU * i) / n, 0.99), i, 1)
      if (last >= 0) mesh.triangle(middle, last, v)
      last = v
    }
  }
}
