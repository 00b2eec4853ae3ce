import { cos, sin } from '../../../../math/dmath.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import { barkOf, planksOf, snowOf } from '../paints.ts'
import type { Site } from '../site.ts'

/** Split logs stacked in rows under boards, their cut ends to the eye. */
export function logStack({ mesh, streams, snowy }: Site, [x, y, z]: Vec3, turn: number): void {
  const random = streams('log stack')
  const [c, s] = [cos(turn), sin(turn)]
  const at = (a: number, up: number, b: number): Vec3 => [x + a * c - b * s, y + up, z + a * s + b * c]
  const cut = mesh.paint(planksOf([0.34, 0.24, 0.14], 0.5))
  const bark = mesh.paint(barkOf([0.12, 0.085, 0.06], 2))
  const [rows, columns] = [5, 9]
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < columns; i++) {
      const a = (i - (columns - 1) / 2 + (row % 2) * 0.5) * 0.3 + random.range(-0.02, 0.02)
      const up = 0.1 + row * 0.26
      const radius = random.range(0.11, 0.15)
      tube(mesh, [at(a, up, -0.5), at(a, up, 0.5)], { paint: bark, radius, sides: 7 })
      tube(mesh, [at(a, up, -0.53 - random.range(0, 0.05)), at(a, up, -0.45)], { paint: cut, radius: 0.01, endRadius: radius, sides: 7 })
    }
  const roof = 0.1 + rows * 0.26
  for (const a of [-1.6, 1.6]) tube(mesh, [at(a, -0.5, 0), at(a, roof + 0.2, 0)], { paint: bark, radius: 0.07, sides: 5 })
  const [low, high] = [roof + 0.1, roof + 0.5]
  for (const [lift, paint] of [
    [0, cut],
    [snowy ? 0.26 : 0.05, snowy ? mesh.paint(snowOf()) : bark],
  ] as const) {
    mesh.use(paint)
    mesh.panel(at(-1.8, low + lift, -0.9), at(1.8, low + lift, -0.9), at(1.8, high + lift, 0.7), at(-1.8, high + lift, 0.7))
    if (lift > 0) mesh.panel(at(-1.8, low, -0.9), at(1.8, low, -0.9), at(1.8, low + lift, -0.9), at(-1.8, low + lift, -0.9))
  }
}

/** A fence of two rails along a line from near to far. */
export function railFence(
  { mesh, snowy }: Site,
  height: (x: number, z: number) => number,
  xAt: (z: number) => number,
  from: number,
  to: number,
): void {
  const wood = mesh.paint(barkOf([0.16, 0.12, 0.085], 2))
  const snow = snowy ? mesh.paint(snowOf()) : null
  const step = 2.4
  const post = (z: number, up: number): Vec3 => [xAt(z), height(xAt(z), z) + up, z]
  for (let z = from; z <= to; z += step) {
    tube(mesh, [post(z, -0.3), post(z, 1.05)], { paint: wood, radius: 0.075, sides: 6 })
    if (snow) tube(mesh, [post(z, 1.02), post(z, 1.18)], { paint: snow, radius: 0.12, endRadius: 0.03, sides: 7 })
    if (z + step > to) continue
    for (const up of [0.45, 0.85]) {
      tube(mesh, [post(z, up), post(z + step, up)], { paint: wood, radius: 0.05, sides: 5 })
      if (snow) tube(mesh, [post(z, up + 0.06), post(z + step, up + 0.06)], { paint: snow, radius: 0.055, sides: 5 })
    }
  }
}
