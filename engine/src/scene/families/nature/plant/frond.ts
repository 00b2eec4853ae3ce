import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'

export type Frond = {
  readonly from: Vec3
  /** Direction on the ground, radians. */
  readonly turn: number
  readonly length: number
  /** Rise at the start, as a slope; gravity bends the rest down. */
  readonly rise: number
  readonly droop: number
  /** Length of a leaflet, as a share of the frond. */
  readonly leaflet: number
  readonly pairs: number
}

/** A feathered leaf: leaflets in pairs along a bending rib. */
export function frond(mesh: MeshBuilder, random: Prng, { from, turn, length, rise, droop, leaflet, pairs }: Frond, leaf: Paint): void {
  const c = cos(turn)
  const s = sin(turn)
  mesh.use(leaf, true)
  const tint0 = random.next() * 0.5
  for (let k = 0; k < pairs; k++) {
    const t = (k + 0.6) / pairs
    const out = length * t * (1 - 0.18 * droop * t)
    const x = from[0] + c * out
    const z = from[2] + s * out
    const y = from[1] + length * (rise * t - droop * t * t)
    const slope = rise - 2 * droop * t
    const size = length * leaflet * (0.35 + 1.5 * t * (1.25 - t)) * random.range(0.85, 1.1)
    const wide = (length / pairs) * 0.55
    for (const hand of [-1, 1]) {
      const dx = (c * 0.7 - s * hand) * size
      const dz = (s * 0.7 + c * hand) * size
      const dy = slope * size * 0.5 - size * 0.35
      const nx = -s * hand * 0.35
      const nz = c * hand * 0.35
      const u = 0.45 + 0.4 * t
      const a = mesh.vertex(x - c * wide, y - slope * wide, z - s * wide, u, tint0, nx, 0.9, nz)
      const b = mesh.vertex(x + c * wide, y + slope * wide, z + s * wide, u, tint0, nx, 0.9, nz)
      const tip = mesh.vertex(x + dx, y + dy, z + dz, u + 0.15, tint0 + 0.45, nx, 0.7, nz)
      mesh.triangle(a, b, tip)
    }
  }
}

/** A fern: fronds from one root. */
export function fern(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, size: number, leaf: Paint, distance: number): void {
  const count = distance < 14 ? 9 : 6
  const first = random.next() * TAU
  for (let i = 0; i < count; i++)
    frond(
      mesh,
      random,
      {
        from: [x, y, z],
        turn: first + (TAU * i) / count + random.range(-0.25, 0.25),
        length: size * random.range(0.75, 1.15),
        rise: random.range(0.7, 1.15),
        droop: random.range(0.75, 1.05),
        leaflet: 0.26,
        pairs: distance < 8 ? 16 : distance < 16 ? 11 : 6,
      },
      leaf,
    )
}

/** A coconut palm leaning along `lean` (metres at the top, x and z). */
export function palm(
  mesh: MeshBuilder,
  random: Prng,
  x: number,
  y: number,
  z: number,
  height: number,
  lean: readonly [number, number],
  leaf: Paint,
  bark: Paint,
  distance: number,
): void {
  const bend = (t: number): Vec3 => [x + lean[0] * t * t, y - 0.3 + (height + 0.3) * t, z + lean[1] * t * t]
  tube(mesh, [0, 0.15, 0.35, 0.55, 0.75, 0.9, 1].map(bend), {
    paint: bark,
    radius: height * 0.026,
    endRadius: height * 0.015,
    sides: distance < 60 ? 8 : 5,
  })
  const top = bend(1)
  const count = 15
  for (let i = 0; i < count; i++) {
    const high = i % 3
    frond(
      mesh,
      random,
      {
        from: top,
        turn: i * 2.4 + random.range(-0.3, 0.3),
        length: height * random.range(0.36, 0.46),
        rise: [0.75, 0.4, 0.05][high]! + random.range(-0.1, 0.1),
        droop: random.range(0.62, 0.85),
        leaflet: 0.2,
        pairs: distance < 40 ? 26 : distance < 90 ? 15 : 9,
      },
      leaf,
    )
  }
}
