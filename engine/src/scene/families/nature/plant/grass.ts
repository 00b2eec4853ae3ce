import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'

export type Sward = {
  readonly tries: number
  readonly near: number
  readonly far: number
  /** Half width of the strip at distance 1. */
  readonly spread: number
  readonly height: readonly [low: number, high: number]
  /** Height of the ground, or null where nothing grows. */
  readonly ground: (x: number, z: number) => number | null
  readonly paints: readonly Paint[]
}

/** Blades of grass in front of a camera that looks along z: more and finer ones near the eye. */
export function grass(mesh: MeshBuilder, random: Prng, { tries, near, far, spread, height, ground, paints }: Sward): void {
  for (let i = 0; i < tries; i++) {
    const q = random.next()
    const z = near + (far - near) * q * q
    const x = random.range(-spread, spread) * z
    const tall = random.range(height[0], height[1])
    const turn = random.next() * TAU
    const lean = tall * random.range(0.15, 0.7)
    const paint = random.pick(paints)
    const y = ground(x, z)
    if (y === null) continue
    const bx = cos(turn) * lean
    const bz = sin(turn) * lean
    const w = (0.006 + 0.0016 * z) * (0.7 + 0.6 * q)
    const tint = random.next() * 0.7
    mesh.use(paint, true)
    const a = mesh.vertex(x - w, y - 0.03, z, 0.15, tint * 0.5, 0, 1, -0.4)
    const b = mesh.vertex(x + w, y - 0.03, z, 0.15, tint * 0.5, 0, 1, -0.4)
    const c = mesh.vertex(x + bx * 0.35 + w * 0.8, y + tall * 0.6, z + bz * 0.35, 0.65, tint, bx, 1, bz - 0.3)
    const d = mesh.vertex(x + bx * 0.35 - w * 0.8, y + tall * 0.6, z + bz * 0.35, 0.65, tint, bx, 1, bz - 0.3)
    const tip = mesh.vertex(x + bx, y + tall * (1 - 0.25 * (lean / tall)), z + bz, 1, tint + 0.3, bx, 1, bz - 0.2)
    mesh.quad(a, b, c, d)
    mesh.triangle(d, c, tip)
  }
}

/** A flower on a stem: `petals` lozenges around a point, about `size` metres across. */
export function flower(
  mesh: MeshBuilder,
  random: Prng,
  x: number,
  y: number,
  z: number,
  stem: number,
  size: number,
  petal: Paint,
  green: Paint,
): void {
  const lean = random.range(-0.25, 0.25) * stem
  const w = 0.006 + 0.0014 * z
  mesh.use(green, true)
  mesh.triangle(
    mesh.vertex(x - w, y, z, 0.3, 0.2, 0, 1, -0.4),
    mesh.vertex(x + w, y, z, 0.3, 0.2, 0, 1, -0.4),
    mesh.vertex(x + lean, y + stem, z, 0.8, 0.4, 0, 1, -0.4),
  )
  mesh.use(petal, true)
  const turn = random.next() * TAU
  const top = y + stem
  const middle = mesh.vertex(x + lean, top - size * 0.12, z, 0.6, 0.1, 0, 1, -0.3)
  for (let k = 0; k < 5; k++) {
    const a = turn + (TAU * k) / 5
    const c = cos(a) * size
    const s = sin(a) * size
    const left = mesh.vertex(x + lean + c * 0.6 - s * 0.35, top + size * 0.12, z + s * 0.6 + c * 0.35, 1, 0.5, c, 1, s - 0.3)
    const tip = mesh.vertex(x + lean + c, top + size * 0.22, z + s, 1, 1, c, 1, s - 0.3)
    const right = mesh.vertex(x + lean + c * 0.6 + s * 0.35, top + size * 0.12, z + s * 0.6 - c * 0.35, 1, 0.5, c, 1, s - 0.3)
    mesh.triangle(middle, left, tip)
    mesh.triangle(middle, tip, right)
  }
}
