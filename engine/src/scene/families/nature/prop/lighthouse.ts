import { cos, sin, TAU } from '../../../../math/dmath.ts'
import { carPaint, emitter, plain } from '../../../material/paints.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { bandsOf } from '../paints.ts'
import type { Site } from '../site.ts'

const { sqrt } = Math

/** A banded lighthouse of this height on ground at `y`, its lamp lit unless it is bright day. Returns where the lamp is. */
export function lighthouse(site: Site, x: number, y: number, z: number, height: number, band: Rgb): Vec3 {
  const { mesh, scene, side, lit } = site
  const dark = mesh.paint(plain([0.06, 0.065, 0.07], 0.5))
  const tower = mesh.paint(bandsOf([0.72, 0.7, 0.66], band, height / 5, y))
  loft(
    mesh,
    (
      [
        [0, 4.6],
        [0.05, 4.1],
        [0.3, 3.5],
        [0.6, 3],
        [0.9, 2.65],
        [1, 2.6],
      ] as const
    ).map(([t, r]) => ({ y: y - 3 + (height + 3) * t, points: polygon(x, z, r, 28) })),
    { paint: tower, smooth: true },
  )
  loft(
    mesh,
    (
      [
        [height - 0.1, 2.6],
        [height + 0.6, 3.9],
        [height + 0.9, 3.9],
      ] as const
    ).map(([up, r]) => ({ y: y + up, points: polygon(x, z, r, 28) })),
    { paint: dark, cap: dark, smooth: true },
  )
  const ring = (r: number, up: number): Vec3[] =>
    [...polygon(x, z, r, 24), polygon(x, z, r, 24)[0]!].map(([px, pz]) => [px, y + height + up, pz])
  for (let i = 0; i < 16; i++) {
    const a = (TAU * i) / 16
    const at = (up: number): Vec3 => [x + cos(a) * 3.7, y + height + up, z + sin(a) * 3.7]
    tube(mesh, [at(0.9), at(2.1)], { paint: dark, radius: 0.06, sides: 4 })
  }
  for (const up of [1.5, 2.1]) tube(mesh, ring(3.7, up), { paint: dark, radius: 0.07, sides: 4 })
  const lamp = mesh.paint(lit ? emitter([1, 0.86, 0.55], 12) : plain([0.5, 0.5, 0.42], 0.9, 1))
  loft(
    mesh,
    [0.9, 4.1].map((up) => ({ y: y + height + up, points: polygon(x, z, 1.5, 16) })),
    { paint: lamp },
  )
  for (let i = 0; i < 8; i++) {
    const a = (TAU * i) / 8
    const at = (up: number): Vec3 => [x + cos(a) * 2, y + height + up, z + sin(a) * 2]
    tube(mesh, [at(0.9), at(4.2)], { paint: dark, radius: 0.1, sides: 4 })
  }
  loft(
    mesh,
    (
      [
        [4.1, 2.5],
        [4.6, 2.2],
        [5.6, 1.3],
        [6.3, 0.3],
        [7.6, 0.05],
      ] as const
    ).map(([up, r]) => ({ y: y + height + up, lift: 0.6, points: polygon(x, z, r, 24) })),
    { paint: mesh.paint(carPaint([band[0] * 0.9, band[1], band[2]])), smooth: true },
  )
  const window = mesh.paint(lit ? emitter([1, 0.62, 0.25], 2.5) : plain([0.05, 0.06, 0.07], 0.8, 1))
  for (let i = 0; i < 4; i++) {
    const r = 4.15 - i * 0.38
    box(mesh, {
      x: x + side * r * 0.35,
      y: y + 5 + i * 7.2 * (height / 34),
      z: z - r * 0.9,
      width: 0.8,
      height: 1.5,
      depth: 0.5,
      turn: -side * 0.35,
      paint: window,
    })
  }
  const at: Vec3 = [x, y + height + 2.5, z]
  if (!lit) return at
  scene.lamps.push({ x: at[0], y: at[1], z: at[2], colour: [0.9, 0.75, 0.45], range: 55 })
  scene.glows.push({ x: at[0], y: at[1], z: at[2] - 2.4, colour: [1, 0.85, 0.55], intensity: 5, size: 3 })
  return at
}

/** Two opposite beams of a lighthouse, across the picture and slightly towards the camera. */
export function sweep({ scene, side }: Site, lamp: Vec3, intensity: number): void {
  const across = sqrt(1 - 0.42 * 0.42)
  scene.beams.push(
    { from: lamp, along: [side * across, 0.015, -0.42], intensity },
    { from: lamp, along: [-side * across, -0.015, 0.42], intensity: intensity * 0.66 },
  )
}

/** A keeper's house with a pitched roof. */
export function keepersHouse({ mesh, lit }: Site, x: number, y: number, z: number, turn: number): void {
  const c = cos(turn)
  const s = sin(turn)
  const at = (a: number, up: number, b: number): Vec3 => [x + a * c - b * s, y + up, z + a * s + b * c]
  const wall = mesh.paint(plain([0.66, 0.64, 0.6]))
  box(mesh, { x, y: y - 1.5, z, width: 8, height: 5.7, depth: 6, turn, paint: wall })
  mesh.use(wall)
  for (const q of [-1, 1])
    mesh.triangle(mesh.vertex(...at(q * 4, 4.2, -3)), mesh.vertex(...at(q * 4, 4.2, 3)), mesh.vertex(...at(q * 4, 7, 0)))
  mesh.use(mesh.paint(plain([0.16, 0.06, 0.05], 0.3)))
  for (const q of [-1, 1]) mesh.panel(at(-4.5, 3.9, q * 3.5), at(4.5, 3.9, q * 3.5), at(4.5, 7.1, 0), at(-4.5, 7.1, 0))
  const window = mesh.paint(lit ? emitter([1, 0.62, 0.25], 2.5) : plain([0.05, 0.06, 0.07], 0.8, 1))
  mesh.use(window)
  for (const a of [-2.4, 0.3, 2.6])
    mesh.panel(at(a - 0.45, 1.4, -3.05), at(a + 0.45, 1.4, -3.05), at(a + 0.45, 2.7, -3.05), at(a - 0.45, 2.7, -3.05))
}
