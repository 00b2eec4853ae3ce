import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import type { Vec3 } from '../../../vector.ts'

/** A ribbed column through points, rounded at its top. */
function column(mesh: MeshBuilder, points: readonly Vec3[], radius: number, paint: Paint): void {
  const ribs = 11
  const around = ribs * 2
  const base = mesh.vertexCount()
  const tip = points[points.length - 1]!
  const before = points[points.length - 2]!
  const rows: (readonly [...Vec3, number])[] = points.map((p, i) => [...p, radius * (i === 0 ? 0.86 : 1)] as const)
  for (const [out, k] of [
    [0.5, 0.86],
    [0.85, 0.5],
    [1, 0.05],
  ] as const) {
    const length = Math.sqrt((tip[0] - before[0]) * (tip[0] - before[0]) + (tip[1] - before[1]) * (tip[1] - before[1]) + 1e-6)
    const step = (out * radius) / length
    rows.push([tip[0] + (tip[0] - before[0]) * step, tip[1] + (tip[1] - before[1]) * step, tip[2], radius * k])
  }
  rows.forEach(([x, y, z, r], j) => {
    const lower = rows[Math.max(0, j - 1)]!
    const upper = rows[Math.min(rows.length - 1, j + 1)]!
    // the ring stands across the column: level where it rises, upright where it bends out
    const rise = upper[1] - lower[1]
    const aside = upper[0] - lower[0]
    const into = upper[2] - lower[2]
    const length = Math.sqrt(rise * rise + aside * aside + into * into) || 1
    for (let i = 0; i <= around; i++) {
      const a = (TAU * (i % around)) / around
      const k = i % 2 ? 0.84 : 1
      const u = cos(a) * r * k
      const v = sin(a) * r * k
      mesh.vertex(x + (u * rise) / length, y - (u * aside) / length - (v * into) / length, z + v, i, y, cos(a), 0.1, sin(a))
    }
  })
  mesh.use(paint, true)
  for (let j = 0; j < rows.length - 1; j++)
    for (let i = 0; i < around; i++) {
      const a = base + j * (around + 1) + i
      mesh.quad(a, a + 1, a + around + 2, a + around + 1)
    }
  mesh.smoothGrid(base, around + 1, rows.length, true)
}

/** A saguaro: a tall ribbed trunk with arms that turn upwards. */
export function saguaro(mesh: MeshBuilder, random: Prng, x: number, y: number, z: number, tall: number, paint: Paint): void {
  const radius = tall * 0.062
  column(
    mesh,
    [0, 0.25, 0.5, 0.75, 0.96].map((t): Vec3 => [x, y - 0.2 + tall * t, z]),
    radius,
    paint,
  )
  const arms = random.int(1, 4)
  const first = random.pick([-1, 1])
  for (let i = 0; i < arms; i++) {
    const hand = i % 2 ? -first : first
    const low = tall * random.range(0.3, 0.52)
    const out = radius * random.range(2.4, 3.3)
    const high = low + tall * random.range(0.2, 0.4)
    const dz = random.range(-0.5, 0.5) * radius
    column(
      mesh,
      [
        [x + hand * radius * 0.4, y + low, z],
        [x + hand * out * 0.72, y + low + radius * 0.25, z + dz],
        [x + hand * out, y + low + radius * 1.3, z + dz],
        [x + hand * out * 1.03, y + low + radius * 3, z + dz],
        [x + hand * out * 1.03, y + high, z + dz],
      ],
      radius * 0.66,
      paint,
    )
  }
}
