import { cos, PI, sin, TAU } from '../../../../math/dmath.ts'
import { carPaint, emitter } from '../../../material/paints.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb } from '../../../vector.ts'
import { masonryOf } from '../paints.ts'
import type { Site } from '../site.ts'

/** A round temple: columns under a dome, a light inside. */
export function temple({ mesh, scene, lit }: Site, x: number, y: number, z: number, dome: Rgb): void {
  const marble = mesh.paint(masonryOf({ colour: [0.74, 0.68, 0.58], blockWidth: 2, blockHeight: 0.9, variant: 9, joints: 0.7 }))
  const shaft = mesh.paint(masonryOf({ colour: [0.78, 0.73, 0.64], blockWidth: 40, blockHeight: 2.2, variant: 4, joints: 0.5 }))
  box(mesh, { x, y: y - 4, z, width: 17, height: 5.2, depth: 17, turn: 0.4, paint: marble })
  for (const [r, low, high] of [
    [7.6, 1.2, 1.7],
    [7.1, 1.7, 2.3],
    [6.6, 2.3, 3],
    [6.6, 11, 12.4],
  ] as const)
    loft(
      mesh,
      [low, high].map((up) => ({ y: y + up, points: polygon(x, z, r, 24) })),
      { paint: marble, cap: marble },
    )
  for (let i = 0; i < 10; i++) {
    const a = (TAU * i) / 10
    const px = x + cos(a) * 5.4
    const pz = z + sin(a) * 5.4
    tube(
      mesh,
      [
        [px, y + 3, pz],
        [px, y + 11, pz],
      ],
      { paint: shaft, radius: 0.6, sides: 9, endRadius: 0.5 },
    )
    box(mesh, { x: px, y: y + 10.5, z: pz, width: 1.5, height: 0.5, depth: 1.5, turn: a, paint: marble })
    box(mesh, { x: px, y: y + 3, z: pz, width: 1.5, height: 0.4, depth: 1.5, turn: a, paint: marble })
  }
  const roof = mesh.paint(carPaint(dome))
  loft(
    mesh,
    [0, 0.16, 0.32, 0.48, 0.64, 0.8, 0.95].map((t) => ({
      y: y + 12.4 + 6 * sin((t * PI) / 2),
      lift: t,
      points: polygon(x, z, 6.1 * cos((t * PI) / 2), 24),
    })),
    { paint: roof, cap: roof, smooth: true },
  )
  tube(
    mesh,
    [
      [x, y + 18, z],
      [x, y + 24, z],
    ],
    { paint: roof, radius: 0.35, sides: 6, endRadius: 0.03 },
  )
  const flame = mesh.paint(emitter([1, 0.7, 0.3], lit ? 3.2 : 1.6))
  loft(
    mesh,
    [
      { y: y + 3, points: polygon(x, z, 1.7, 10) },
      { y: y + 6.5, points: polygon(x, z, 1.1, 10) },
      { y: y + 8, points: polygon(x, z, 0.2, 10) },
    ],
    { paint: flame, cap: flame },
  )
  if (!lit) return
  scene.lamps.push({ x, y: y + 6, z: z - 3, colour: [0.8, 0.46, 0.16], range: 26 })
  scene.glows.push({ x, y: y + 6, z: z - 6, colour: [1, 0.62, 0.26], intensity: 0.9, size: 2.2 })
  scene.lampBox = [
    [x - 40, y - 12, z - 40],
    [x + 40, y + 34, z + 40],
  ]
}
