import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'
import { type Frame, hullOf } from './spacecraft.ts'

const HULL = [0.5, 0.51, 0.53] as const

/** A wheel with spokes round a hub; `rings` of them on one axle. `r` is the wheel's radius. */
export function wheelStation(site: Site, at: Frame, r: number, rings: number, random: Prng): void {
  const { mesh, scene } = site
  const hull = mesh.paint(hullOf(HULL, r * 0.1))
  const dark = mesh.paint(plain([0.16, 0.165, 0.18], 0.5, 0.2))
  const window = mesh.paint(emitter([1, 0.8, 0.5], 4))
  const long = r * (0.55 + 0.5 * rings)
  axle(site, at, r, long)
  for (let k = 0; k < rings; k++) {
    const z = (k - (rings - 1) / 2) * r * 0.66
    const size = r * (1 - 0.24 * k)
    const rim: Vec3[] = []
    for (let i = 0; i <= 72; i++) rim.push(at(cos((TAU * i) / 72) * size, sin((TAU * i) / 72) * size, z))
    tube(mesh, rim, { paint: hull, radius: r * 0.105, sides: 14 })
    const spokes = random.pick([4, 6, 8])
    for (let i = 0; i < spokes; i++) {
      const a = (TAU * i) / spokes
      tube(mesh, [at(0, 0, z), at(cos(a) * size, sin(a) * size, z)], { paint: i % 2 ? dark : hull, radius: r * 0.034, sides: 8 })
    }
    mesh.use(window)
    for (let i = 0; i < 132; i++) {
      if (random.chance(0.36)) continue
      const a = (TAU * i) / 132
      const b = (TAU * (i + 0.55)) / 132
      for (const out of [0.99, 1.02]) {
        const q = -r * 0.1 * (out > 1 ? 0.98 : 1.035)
        const low = size * (out - 0.012)
        const high = size * (out + 0.012)
        mesh.panel(
          at(cos(a) * low, sin(a) * low, z + q),
          at(cos(b) * low, sin(b) * low, z + q),
          at(cos(b) * high, sin(b) * high, z + q),
          at(cos(a) * high, sin(a) * high, z + q),
        )
      }
    }
    for (let i = 0; i < 6; i++) {
      const a = (TAU * i) / 6 + 0.3
      const [x, y, zz] = at(cos(a) * size * 1.12, sin(a) * size * 1.12, z)
      scene.glows.push({ x, y, z: zz, colour: i % 2 ? [1, 0.2, 0.12] : [0.5, 0.8, 1], intensity: 1.2, size: r * 0.03 })
    }
  }
}

/** A long truss with modules and wings of solar cells. */
export function trussStation(site: Site, at: Frame, r: number, random: Prng): void {
  const { mesh, scene } = site
  const hull = mesh.paint(hullOf(HULL, r * 0.09))
  const dark = mesh.paint(plain([0.2, 0.2, 0.22], 0.5, 0.2))
  const gold = mesh.paint(plain([0.5, 0.36, 0.12], 0.8, 0.5))
  for (const [y, z] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const)
    tube(mesh, [at(-r * 1.3, y * r * 0.05, z * r * 0.05), at(r * 1.3, y * r * 0.05, z * r * 0.05)], {
      paint: dark,
      radius: r * 0.012,
      sides: 5,
    })
  for (let i = 0; i < 26; i++) {
    const x = (i / 26 - 0.5) * r * 2.6
    const hand = i & 1 ? 1 : -1
    tube(mesh, [at(x, -hand * r * 0.05, -r * 0.05), at(x + r * 0.1, hand * r * 0.05, -r * 0.05)], {
      paint: dark,
      radius: r * 0.01,
      sides: 4,
    })
  }
  const modules = 5 + Math.floor(random.range(0, 3))
  for (let i = 0; i < modules; i++) {
    const x = (i - (modules - 1) / 2) * r * 0.26
    const long = r * random.range(0.3, 0.62)
    const upright = i % 2 === 0
    const point = (t: number) => (upright ? at(x, t * long, 0) : at(x, r * 0.05, t * long))
    tube(mesh, [point(-1), point(-0.94), point(0), point(0.94), point(1)], {
      paint: i % 3 === 1 ? gold : hull,
      radius: r * random.range(0.085, 0.12),
      sides: 16,
    })
    const [gx, gy, gz] = point(-1.06)
    scene.glows.push({ x: gx, y: gy, z: gz, colour: [1, 0.75, 0.4], intensity: 1.4, size: r * 0.03 })
  }
  for (const end of [-1, 1]) for (const k of [0.72, 1.12]) for (const up of [-1, 1]) wing(site, at, end * k * r, up, r)
}

/** Solar cells across the axis at x. */
function wing({ mesh }: Site, at: Frame, x: number, up: number, r: number): void {
  const cell = mesh.paint(plain([0.025, 0.04, 0.13], 0.85, 0.9))
  const frame = mesh.paint(plain([0.55, 0.5, 0.4], 0.5))
  const half = r * 0.145
  tube(mesh, [at(x, 0, 0), at(x, up * r * 1.02, 0)], { paint: frame, radius: r * 0.012, sides: 5 })
  for (let i = 0; i < 8; i++)
    for (const q of [-1, 1]) {
      const y0 = up * r * (0.12 + i * 0.11)
      const y1 = up * r * (0.12 + i * 0.11 + 0.102)
      mesh.use(cell)
      mesh.panel(at(x + q * half * 0.08, y0, 0), at(x + q * half, y0, 0), at(x + q * half, y1, 0), at(x + q * half * 0.08, y1, 0))
    }
}

function axle(site: Site, at: Frame, r: number, long: number): void {
  const { mesh } = site
  const hull = mesh.paint(hullOf([0.58, 0.58, 0.6], r * 0.08))
  const path = (list: readonly number[]) => list.map((t) => at(0, 0, t * long))
  tube(mesh, path([-0.5, -0.48, 0.48, 0.5]), { paint: hull, radius: r * 0.12, sides: 18 })
  tube(mesh, path([-0.62, -0.5]), { paint: hull, radius: r * 0.05, endRadius: r * 0.12, sides: 18 })
  tube(mesh, path([0.5, 0.62]), { paint: hull, radius: r * 0.12, endRadius: r * 0.05, sides: 18 })
  for (const up of [-1, 1]) wing(site, (x, y, z) => at(x, y, z + long * 0.44), 0, up, r * 0.8)
}
