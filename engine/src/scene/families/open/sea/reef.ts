import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { leaves, stoneOf } from '../../nature/paints.ts'

const CORALS: readonly Rgb[] = [
  rgb('#d8583c'),
  rgb('#e08a3c'),
  rgb('#c84a78'),
  rgb('#8a5cc0'),
  rgb('#e0c060'),
  rgb('#4aa890'),
  rgb('#d87890'),
  rgb('#5c78c8'),
]

/** Coral of many kinds on the bed round a place. */
export function reef(
  mesh: MeshBuilder,
  random: Prng,
  bed: (x: number, z: number) => number,
  places: readonly (readonly [number, number])[],
): void {
  const paints = CORALS.map((colour) => mesh.paint(stoneOf({ colour, features: 3 })))
  for (const [x, z] of places) {
    const y = bed(x, z)
    const paint = random.pick(paints)
    const kind = random.next()
    if (kind < 0.36) brain(mesh, random, x, y, z, paint)
    else if (kind < 0.76) branching(mesh, random, [x, y - 0.1, z], random.range(0.7, 1.7), paint)
    else fan(mesh, random, x, y, z, paint)
  }
}

function brain(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, paint: Paint): void {
  const r = random.range(0.3, 0.95)
  blob(mesh, { x, y: y + r * 0.2, z, rx: r, ry: r * 0.7, rz: r, paint, rings: 12, rough: 0.16, frequency: 4, variant: random.next() * 9 })
}

function branching(mesh: MeshBuilder, random: Prng, from: Vec3, size: number, paint: Paint, depth = 0): void {
  const arms = depth === 0 ? 5 : 2
  const first = random.next() * TAU
  for (let i = 0; i < arms; i++) {
    const a = first + (TAU * i) / arms
    const out = size * random.range(0.2, 0.45)
    const tip: Vec3 = [from[0] + cos(a) * out, from[1] + size * random.range(0.45, 0.7), from[2] + sin(a) * out]
    const bend: Vec3 = [
      (from[0] + tip[0]) / 2 + cos(a) * out * 0.3,
      (from[1] + tip[1]) / 2 - 0.06 * size,
      (from[2] + tip[2]) / 2 + sin(a) * out * 0.3,
    ]
    tube(mesh, [from, bend, tip], { paint, radius: size * (depth === 0 ? 0.08 : 0.055), endRadius: size * 0.035, sides: 5 })
    if (depth < 2) branching(mesh, random, tip, size * 0.62, paint, depth + 1)
  }
}

function fan(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, paint: Paint): void {
  const size = random.range(0.7, 1.5)
  const turn = random.range(-0.7, 0.7)
  for (let i = 0; i < 13; i++) {
    const a = (i / 12 - 0.5) * 2.1
    const long = size * random.range(0.75, 1)
    const at = (t: number): Vec3 => [x + sin(a) * t * long * cos(turn), y + cos(a * 0.8) * t * long, z + sin(a) * t * long * sin(turn)]
    tube(mesh, [at(0), at(0.5), at(1)], { paint, radius: 0.03 * size, endRadius: 0.014 * size, sides: 4 })
  }
}

/** Kelp that sways up from the bed. */
export function kelp(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, tall: number, paint: Paint): void {
  const phase = random.next() * TAU
  const lean = random.range(-0.14, 0.14)
  const at = (t: number): Vec3 => [
    x + sin(phase + t * 4) * 0.28 * t * tall * 0.2 + lean * t * tall,
    y + t * tall,
    z + cos(phase + t * 3) * 0.18 * t,
  ]
  tube(mesh, [0, 0.25, 0.5, 0.75, 1].map(at), { paint, radius: 0.045, endRadius: 0.02, sides: 4 })
  mesh.use(paint, true)
  const pairs = Math.ceil(tall * 3.4)
  for (let k = 1; k < pairs; k++) {
    const [px, py, pz] = at(k / pairs)
    const a = phase + k * 2.1
    const long = random.range(0.5, 0.9)
    const dx = cos(a) * long
    const dz = sin(a) * long
    const u = 0.4 + 0.5 * (k / pairs)
    mesh.quad(
      mesh.vertex(px, py, pz, u, 0.2, 0, 1, 0),
      mesh.vertex(px + dx * 0.5 - dz * 0.12, py + 0.28, pz + dz * 0.5 + dx * 0.12, u, 0.5, dz, 0.6, -dx),
      mesh.vertex(px + dx, py + 0.42, pz + dz, u, 0.8, 0, 1, 0),
      mesh.vertex(px + dx * 0.5 + dz * 0.12, py + 0.1, pz + dz * 0.5 - dx * 0.12, u, 0.5, dz, 0.6, -dx),
    )
  }
}

export const kelpPaint = (mesh: MeshBuilder): Paint => mesh.paint(leaves(rgb('#2c4a1c'), rgb('#7c8a30'), { through: 0.4 }))

/** A school of fish that swims one way, `size` metres each. */
export function school(
  mesh: MeshBuilder,
  random: Prng,
  at: Vec3,
  spread: number,
  count: number,
  size: number,
  heading: number,
  paint: Paint,
): void {
  for (let i = 0; i < count; i++) {
    const a = random.next() * TAU
    const r = spread * Math.sqrt(random.next())
    const x = at[0] + cos(a) * r * 1.5
    const y = at[1] + sin(a) * r * 0.55 + random.range(-0.2, 0.2) * spread
    const z = at[2] + random.range(-0.7, 0.7) * spread
    fish(mesh, x, y, z, size * random.range(0.75, 1.2), heading + random.range(-0.2, 0.2), random.range(-0.12, 0.12), paint)
  }
}

/** One fish: a spindle with a forked tail. */
function fish(mesh: MeshBuilder, x: number, y: number, z: number, size: number, heading: number, pitch: number, paint: Paint): void {
  const c = cos(heading)
  const s = sin(heading)
  const at = (along: number, up: number, across: number): Vec3 => [
    x + (along * c - across * s) * size,
    y + (up + along * pitch) * size,
    z + (along * s + across * c) * size,
  ]
  mesh.use(paint, true)
  const stations = [
    [0.5, 0.01],
    [0.36, 0.12],
    [0.12, 0.19],
    [-0.14, 0.15],
    [-0.36, 0.05],
  ] as const
  let last: number[] = []
  for (const [along, r] of stations) {
    const row: number[] = []
    for (let k = 0; k <= 8; k++) {
      const a = (TAU * (k % 8)) / 8
      const [px, py, pz] = at(along, cos(a) * r, sin(a) * r * 0.55)
      row.push(mesh.vertex(px, py, pz, along, k, -s * sin(a), cos(a), c * sin(a)))
    }
    if (last.length > 0) for (let k = 0; k < 8; k++) mesh.quad(last[k]!, row[k]!, row[k + 1]!, last[k + 1]!)
    last = row
  }
  mesh.use(paint)
  for (const up of [1, -1])
    mesh.triangle(mesh.vertex(...at(-0.32, 0, 0)), mesh.vertex(...at(-0.6, up * 0.2, 0.02)), mesh.vertex(...at(-0.48, 0, 0)))
  mesh.triangle(mesh.vertex(...at(0.16, 0.16, 0)), mesh.vertex(...at(-0.2, 0.26, 0)), mesh.vertex(...at(-0.22, 0.12, 0)))
}
