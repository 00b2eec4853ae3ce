import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'

export type DeadTree = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly height: number
  readonly paint: Paint
  /** How far its roots spread, in radii of the trunk; 0 for none. */
  readonly roots?: number
  /** Boughs fork this often. */
  readonly forks?: number
}

/** A bare, crooked tree. Returns the ends of its boughs. */
export function deadTree(mesh: MeshBuilder, random: Prng, { x, y, z, height, paint, roots = 2.6, forks = 3 }: DeadTree): Vec3[] {
  const thick = height * random.range(0.034, 0.05)
  const lean = random.range(-0.16, 0.16) * height
  const twist = random.next() * TAU
  const stem = (t: number): Vec3 => [
    x + lean * t * t + sin(twist + t * 5) * thick * 0.7 * t,
    y + height * 0.6 * t,
    z + cos(twist + t * 4) * thick * 0.6 * t,
  ]
  tube(mesh, [-0.06, 0.12, 0.35, 0.6, 0.82, 1].map(stem), { paint, radius: thick, endRadius: thick * 0.5, sides: 10 })
  for (let i = 0; i < 6 && roots > 0; i++) {
    const a = twist + (TAU * i) / 6 + random.range(-0.3, 0.3)
    const out = thick * roots * random.range(0.8, 1.4)
    tube(
      mesh,
      [
        [x + cos(a) * thick * 0.3, y + height * 0.07, z + sin(a) * thick * 0.3],
        [x + cos(a) * out * 0.55, y + height * 0.018, z + sin(a) * out * 0.55],
        [x + cos(a) * out, y - thick, z + sin(a) * out],
      ],
      { paint, radius: thick * 0.5, endRadius: thick * 0.16, sides: 6 },
    )
  }
  const tips: Vec3[] = []
  const bough = (from: Vec3, a: number, rise: number, long: number, r: number, depth: number): void => {
    const mid: Vec3 = [
      from[0] + cos(a) * long * 0.5,
      from[1] + rise * long * 0.34 + random.range(-0.05, 0.12) * long,
      from[2] + sin(a) * long * 0.35,
    ]
    const b = a + random.range(-0.5, 0.5)
    const tip: Vec3 = [mid[0] + cos(b) * long * 0.45, mid[1] + rise * long * 0.5, mid[2] + sin(b) * long * 0.3]
    tube(mesh, [from, mid, tip], { paint, radius: r, endRadius: r * 0.36, sides: depth === 0 ? 7 : 4 })
    tips.push(tip)
    if (depth >= forks) return
    for (let k = 0; k < 2; k++)
      bough(
        k === 0 ? tip : mid,
        b + (k === 0 ? 0.5 : -0.7) * random.range(0.5, 1.3),
        rise * random.range(0.5, 1.2),
        long * random.range(0.5, 0.7),
        r * 0.46,
        depth + 1,
      )
  }
  const count = 4 + Math.floor(random.range(0, 3))
  for (let i = 0; i < count; i++) {
    const t = 0.5 + (0.5 * (i + random.next())) / count
    bough(stem(Math.min(1, t)), twist + i * 2.4, random.range(0.5, 1.3), height * random.range(0.24, 0.42), thick * 0.42, 0)
  }
  return tips
}
