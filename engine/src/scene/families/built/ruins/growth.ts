import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { leaves } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import type { At } from '../place.ts'

/** Ivy: two greens, and in autumn a red between them. */
export function ivyPaints({ mesh, season, snowy }: Site): readonly Paint[] {
  const snow = snowy ? 0.8 : 0
  const paint = (from: string, to: string) => mesh.paint(leaves(rgb(from), rgb(to), { snow, through: 0.2 }))
  const green = paint('#1f3f14', '#5c8a34')
  return season === 'autumn' ? [green, paint('#5a2216', '#a8482a'), green] : [green, paint('#2c5420', '#6c9a3c')]
}

export type Ivy = {
  /** Where on the face it hangs from, how wide and how far down it hangs. */
  readonly along: number
  readonly up: number
  readonly wide: number
  readonly long: number
  /** The face: metres into the place, and the way it looks (-1: to the front). */
  readonly into: number
  readonly way: 1 | -1
  /** Size of a leaf, metres. */
  readonly leaf: number
  readonly count: number
}

/** Leaves that hang down a face, thick above and in strands below. */
export function ivy(
  mesh: MeshBuilder,
  random: Prng,
  at: At,
  { along, up, wide, long, into, way, leaf, count }: Ivy,
  paints: readonly Paint[],
): void {
  const strands = Math.max(3, Math.round(wide / (leaf * 2.2)))
  const lengths = Array.from({ length: strands }, (_, i) => {
    const edge = 1 - Math.abs((i + 0.5) / strands - 0.5) * 1.3
    return long * edge * random.range(0.35, 1)
  })
  for (let i = 0; i < count; i++) {
    const strand = Math.floor(random.next() * strands)
    const q = random.next()
    const down = lengths[strand]! * q * (0.35 + 0.65 * q)
    const a = along + ((strand + random.next()) / strands - 0.5) * wide + random.range(-0.5, 0.5) * leaf
    const out = way * (0.05 + random.next() * (0.34 - 0.2 * q) * Math.min(1, wide * 0.5))
    const size = leaf * random.range(0.7, 1.25)
    const turn = random.next() * TAU
    const c = cos(turn) * size
    const s = sin(turn) * size
    const lean = random.range(-0.5, 0.5) * size
    const u = 0.45 + 0.5 * random.next()
    const tint = random.next()
    const corner = (x: number, y: number, z: number) => {
      const [px, py, pz] = at(a + x, up - down + y, into + out + z)
      const [nx, , nz] = normalOf(at, way)
      return mesh.vertex(px, py, pz, u, tint, nx + x * 0.4, 0.5, nz)
    }
    mesh.use(paints[i % paints.length]!, true)
    mesh.quad(corner(c, s * 0.6, lean), corner(-s * 0.5, c * 0.5, 0), corner(-c, -s * 0.6, -lean), corner(s * 0.5, -c * 0.5, 0))
  }
}

export type Climber = Pick<Ivy, 'along' | 'wide' | 'into' | 'way' | 'leaf' | 'count'> & {
  /** From where up to where it has climbed. */
  readonly foot: number
  readonly top: number
}

/** Ivy that climbs a face from its foot: broad below, in fingers above. */
export function climber(
  mesh: MeshBuilder,
  random: Prng,
  at: At,
  { along, foot, top, wide, into, way, leaf, count }: Climber,
  paints: readonly Paint[],
): void {
  const fingers = Array.from({ length: 5 }, (_, i) => [(i / 4 - 0.5) * 0.8, random.range(0.45, 1), random.range(-0.3, 0.3)] as const)
  const normal = normalOf(at, way)
  for (let i = 0; i < count; i++) {
    const [off, reach, lean] = random.pick(fingers)
    const t = random.next()
    const up = t * (0.4 + 0.6 * random.next()) * reach
    const spread = 0.16 + 0.26 * (1 - up)
    const a = along + (off + lean * up + random.range(-spread, spread)) * wide
    const out = way * (0.04 + random.next() * 0.26 * (1.1 - up))
    leafOn(mesh, random, (x, y, z) => at(a + x, foot + up * (top - foot) + y, into + out + z), normal, leaf, paints[i % paints.length]!)
  }
}

/** Ivy round a column from its foot, thick below. */
export function ivyRound(
  mesh: MeshBuilder,
  random: Prng,
  [x, y, z]: readonly [number, number, number],
  { radius, tall, leaf, count }: { readonly radius: number; readonly tall: number; readonly leaf: number; readonly count: number },
  paints: readonly Paint[],
): void {
  const from = random.next() * TAU
  for (let i = 0; i < count; i++) {
    const up = random.next() * (0.5 + 0.5 * random.next())
    // it leaves a side bare, more of it higher up
    const a = from + (random.next() - 0.5) * TAU * (0.95 - 0.4 * up) + up * 1.2
    const [c, s] = [cos(a), sin(a)]
    const r = radius + 0.03 + random.next() * 0.2 * (1.1 - up)
    leafOn(
      mesh,
      random,
      (across, rise, out) => [x + c * (r + out) - s * across, y + up * tall + rise, z + s * (r + out) + c * across],
      [c, 0, s],
      leaf,
      paints[i % paints.length]!,
    )
  }
}

/** One leaf about a point of a face whose normal is given. */
function leafOn(
  mesh: MeshBuilder,
  random: Prng,
  point: (across: number, rise: number, out: number) => readonly [number, number, number],
  [nx, , nz]: readonly [number, number, number],
  leaf: number,
  paint: Paint,
): void {
  const size = leaf * random.range(0.7, 1.25)
  const turn = random.next() * TAU
  const [c, s] = [cos(turn) * size, sin(turn) * size]
  const lean = random.range(-0.5, 0.5) * size
  const u = 0.4 + 0.55 * random.next()
  const tint = random.next()
  const corner = (x: number, y: number, z: number) => mesh.vertex(...point(x, y, z), u, tint, nx + x * 0.4, 0.5, nz)
  mesh.use(paint, true)
  mesh.quad(corner(c, s * 0.6, lean), corner(-s * 0.5, c * 0.5, 0), corner(-c, -s * 0.6, -lean), corner(s * 0.5, -c * 0.5, 0))
}

function normalOf(at: At, way: number): readonly [number, number, number] {
  const [ax, ay, az] = at(0, 0, 0)
  const [bx, by, bz] = at(0, 0, way)
  return [bx - ax, by - ay, bz - az]
}

/** A plant of blades and small leaves that roots in a crack. */
export function tuft(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, size: number, paint: Paint): void {
  mesh.use(paint, true)
  const count = 14
  for (let i = 0; i < count; i++) {
    const a = random.next() * TAU
    const out = size * random.range(0.3, 0.9)
    const tall = size * random.range(0.5, 1.2)
    const w = size * 0.06
    const tint = random.next()
    const [c, s] = [cos(a), sin(a)]
    mesh.triangle(
      mesh.vertex(x - s * w, y - 0.05, z + c * w, 0.3, tint * 0.5, c, 1, s),
      mesh.vertex(x + s * w, y - 0.05, z - c * w, 0.3, tint * 0.5, c, 1, s),
      mesh.vertex(x + c * out, y + tall, z + s * out, 0.95, tint, c, 1, s),
    )
  }
}
