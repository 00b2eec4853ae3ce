import { cos, mix, PI, sin, smooth, TAU } from '../../../../math/dmath.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { fbm3, value2, value3 } from '../../../noise.ts'
import type { Vec3 } from '../../../vector.ts'

export type Butte = {
  readonly x: number
  readonly z: number
  /** Height of its foot. */
  readonly y: number
  readonly high: number
  readonly wide: number
  readonly deep: number
  readonly paint: Paint
  /** Tells buttes apart. */
  readonly variant: number
  /** Points round it. */
  readonly points: number
  /** Share of its height that is scree. */
  readonly scree?: number
}

/** A butte: scree at its foot, a fluted wall with ledges, a flat top. */
export function butte(mesh: MeshBuilder, { x, z, y, high, wide, deep, paint, variant, points, scree = 0.34 }: Butte): void {
  const base = mesh.vertexCount()
  const rings = 30
  for (let j = 0; j <= rings; j++) {
    const t = j / (rings - 2)
    const up = Math.min(1, t)
    const steep = smooth(scree - 0.03, scree + 0.03, up)
    const ledges = 0.05 * (Math.floor(up * 7 + 0.5 * value2(up * 3 + variant, 1)) / 7)
    const reach =
      mix(1.62 - (0.56 * up) / scree, 1.06 - ledges - 0.1 * (up - scree), steep) * (j === rings - 1 ? 0.86 : j === rings ? 0 : 1)
    for (let i = 0; i <= points; i++) {
      const a = (TAU * (i % points)) / points
      const c = cos(a)
      const s = sin(a)
      const flutes = 0.3 * (value2(c * 5 + variant, s * 5) - 0.5) + 0.2 * (value2(c * 14 + variant, s * 14 + 3) - 0.5)
      const lobes = 0.55 * (value2(c * 1.5 + variant + 9, s * 1.5) - 0.5)
      const rough = 0.08 * (value3(c * 9 + variant, up * 11, s * 9) - 0.5)
      const r = reach * (1 + lobes + flutes * mix(0.35, 1, steep) + rough)
      const crown = high * (1 - 0.06 * value2(c * 4 + variant, s * 4 + 6)) * up
      mesh.vertex(x + c * r * wide, y + crown, z + s * r * deep, i, j, c, j < rings - 1 ? 0.2 : 1, s)
    }
  }
  mesh.use(paint, true)
  for (let j = 0; j < rings; j++)
    for (let i = 0; i < points; i++) {
      const a = base + j * (points + 1) + i
      mesh.quad(a, a + 1, a + points + 2, a + points + 1)
    }
  mesh.smoothGrid(base, points + 1, rings + 1, true)
}

export type RockArch = {
  /** Middle of the opening on the ground. */
  readonly at: Vec3
  /** Direction of the span on the ground, radians from x towards z. */
  readonly turn: number
  readonly span: number
  readonly high: number
  /** Half the thickness of the rock at its thinnest. */
  readonly thick: number
  readonly paint: Paint
  readonly variant: number
}

/** A natural arch: rock that bridges an opening, its feet spread, weathered into layers. */
export function rockArch(mesh: MeshBuilder, { at: [x, y, z], turn, span, high, thick, paint, variant }: RockArch): void {
  const c = cos(turn)
  const s = sin(turn)
  const along = 84
  const around = 40
  const base = mesh.vertexCount()
  for (let k = 0; k <= along; k++) {
    const t = k / along
    const b = PI * (1.08 * t - 0.04)
    const skew = 0.14 * sin(b) * sin(b)
    const px = -cos(b) * span * 0.5 + skew * span
    const py = (sin(b) > 0 ? Math.sqrt(sin(b)) : -1.6 * Math.sqrt(-sin(b))) * high
    const foot = Math.abs(2 * t - 1)
    const spread = 1 + 2.1 * foot * foot * foot * foot + 0.5 * (1 - t)
    for (let i = 0; i <= around; i++) {
      const a = (TAU * (i % around)) / around
      const ca = cos(a)
      const sa = sin(a)
      const ox = -cos(b) * ca
      const oy = sin(b) * ca
      const wx = px + ox * thick * spread
      const wy = py + oy * thick * spread * 0.85
      const wz = sa * thick * spread * 0.8
      const lumps = fbm3((wx * 0.9) / thick / 2 + variant, (wy * 0.9) / thick / 2, (wz * 0.9) / thick / 2, 3)
      const layers = value2((wy / thick) * 2.4 + variant + lumps, 4) - 0.5
      const k2 = thick * spread * (0.42 * lumps + 0.24 * layers)
      const qx = wx + ox * k2
      const qz = wz + sa * k2
      mesh.vertex(x + qx * c - qz * s, y + wy + oy * k2, z + qx * s + qz * c, i, k, ox * c - sa * s, oy, ox * s + sa * c)
    }
  }
  mesh.use(paint, true)
  for (let k = 0; k < along; k++)
    for (let i = 0; i < around; i++) {
      const a = base + k * (around + 1) + i
      mesh.quad(a, a + 1, a + around + 2, a + around + 1)
    }
  mesh.smoothGrid(base, around + 1, along + 1)
}
