import { cos, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import type { Vec3 } from '../../../vector.ts'

export type GiantMushroom = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly height: number
  readonly cap: Paint
  readonly gills: Paint
  readonly stem: Paint
  readonly dots: Paint | null
  /** Pointed like a bell, round like a dome, or flat like a plate. */
  readonly form: 'bell' | 'dome' | 'plate'
  readonly fine?: boolean
}

const PROFILES = {
  bell: { wide: 0.3, rise: 0.52, droop: 0.2, power: 1.6 },
  dome: { wide: 0.42, rise: 0.34, droop: 0.1, power: 0.55 },
  plate: { wide: 0.42, rise: 0.15, droop: -0.05, power: 0.8 },
} as const

/** A mushroom as tall as a tree. Returns the middle under its cap. */
export function giantMushroom(mesh: MeshBuilder, random: Prng, m: GiantMushroom): Vec3 {
  const { x, y, z, height: h, form, fine = true } = m
  const { wide, rise, droop, power } = PROFILES[form]
  const lean = random.range(-0.1, 0.1) * h
  const rimY = y + h * (1 - rise)
  const r = h * wide * random.range(0.85, 1.15)
  const salt = random.next() * 60
  const around = fine ? 44 : 22
  stemOf(mesh, m, lean, rimY, salt, around)
  const grid = (paint: Paint, rows: number, at: (t: number, a: number) => Vec3) => {
    const base = mesh.vertexCount()
    mesh.use(paint, true)
    for (let j = 0; j <= rows; j++)
      for (let i = 0; i <= around; i++) {
        const a = (TAU * (i % around)) / around
        const p = at(j / rows, a)
        mesh.vertex(p[0], p[1], p[2], i / around, j / rows, cos(a) * 0.5, paint === m.gills ? -1 : 1, sin(a) * 0.5)
      }
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < around; i++) {
        const q = base + j * (around + 1) + i
        mesh.quad(q, q + 1, q + around + 2, q + around + 1)
      }
    mesh.smoothGrid(base, around + 1, rows + 1, true)
  }
  const wave = (a: number, t: number) => 1 + 0.09 * t * (value2(cos(a) * 2 + salt, sin(a) * 2 + 9) - 0.5) * 2
  const up = (t: number) => {
    const s = Math.max(0, 1 - t * t)
    const root = Math.sqrt(s)
    return h * rise * (power > 1 ? s * s : power < 0.6 ? root : s) - h * droop * smooth(0.7, 1, t) * 0.5
  }
  grid(m.cap, fine ? 14 : 8, (t, a) => [x + lean + cos(a) * r * t * wave(a, t), rimY + up(t), z + sin(a) * r * t * wave(a, t)])
  const under = rimY + h * rise * 0.18
  grid(m.gills, 5, (t, a) => {
    const q = 0.1 + 0.9 * t
    return [x + lean + cos(a) * r * q * wave(a, q) * 0.995, under + (rimY + up(1) - under) * q * q, z + sin(a) * r * q * wave(a, q) * 0.995]
  })
  const { dots } = m
  if (dots)
    for (let i = 0; i < (fine ? 26 : 9); i++) {
      const a = random.next() * TAU
      const t = random.range(0.12, 0.88)
      const size = r * random.range(0.035, 0.09)
      const spot = (da: number, dt: number): Vec3 => {
        const tt = t + dt
        return [
          x + lean + cos(a + da) * r * tt * wave(a, tt) * 1.01,
          rimY + up(tt) + 0.02 * h * 0.4,
          z + sin(a + da) * r * tt * wave(a, tt) * 1.01,
        ]
      }
      mesh.use(dots, true)
      const middle = mesh.vertex(...spot(0, 0), 0, 0, cos(a) * 0.5, 1, sin(a) * 0.5)
      let last = -1
      for (let k = 0; k <= 10; k++) {
        const b = (TAU * k) / 10
        const p = spot((cos(b) * size) / (r * t), (sin(b) * size) / r)
        const v = mesh.vertex(p[0], p[1] - 0.006 * h, p[2], 0, 0, cos(a) * 0.5, 1, sin(a) * 0.5)
        if (last >= 0) mesh.triangle(middle, last, v)
        last = v
      }
    }
  return [x + lean, rimY, z]
}

function stemOf(
  mesh: MeshBuilder,
  { x, y, z, height: h, stem }: GiantMushroom,
  lean: number,
  top: number,
  salt: number,
  around: number,
): void {
  const rows = 9
  const base = mesh.vertexCount()
  mesh.use(stem, true)
  const segments = around >> 1
  for (let j = 0; j <= rows; j++)
    for (let i = 0; i <= segments; i++) {
      const t = j / rows
      const a = (TAU * (i % segments)) / segments
      const r = h * (0.05 + 0.045 * (1 - t) * (1 - t) + 0.012 * t) * (1 + 0.14 * (value2(cos(a) + salt, t * 3 + sin(a)) - 0.5))
      mesh.vertex(
        x + lean * t * t + cos(a) * r,
        y - 0.3 + (top - y + 0.3 + h * 0.06) * t,
        z + sin(a) * r,
        i / segments,
        t,
        cos(a),
        0.1,
        sin(a),
      )
    }
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < segments; i++) {
      const q = base + j * (segments + 1) + i
      mesh.quad(q, q + 1, q + segments + 2, q + segments + 1)
    }
  mesh.smoothGrid(base, segments + 1, rows + 1, true)
}
