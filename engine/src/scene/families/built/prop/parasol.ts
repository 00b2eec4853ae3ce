import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder } from '../../../mesh.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb } from '../../../vector.ts'
import { clothOf, planksOf } from '../../nature/paints.ts'

/** A café table with stools under a sunshade. */
export function parasol(mesh: MeshBuilder, random: Prng, x: number, z: number, colour: Rgb): void {
  const wood = mesh.paint(planksOf([0.26, 0.15, 0.08], 0.14))
  const iron = mesh.paint(plain([0.04, 0.04, 0.045], 0.4, 0.2))
  const cloth = mesh.paint(clothOf(colour, 0.35))
  tube(
    mesh,
    [
      [x, 0, z],
      [x, 2.9, z],
    ],
    { paint: wood, radius: 0.035, sides: 6 },
  )
  loft(
    mesh,
    [
      [2.05, 1.7],
      [2.2, 1.68],
      [2.9, 0.04],
    ].map(([y, r]) => ({ y: y!, points: polygon(x, z, r!, 8, 0.3) })),
    { paint: cloth },
  )
  const disc = (cx: number, cz: number, y: number, r: number) =>
    loft(
      mesh,
      [
        { y, points: polygon(cx, cz, r, 12) },
        { y: y + 0.05, points: polygon(cx, cz, r, 12) },
      ],
      { paint: wood, cap: wood },
    )
  disc(x, z, 0.74, 0.48)
  const turn = random.range(0, 6)
  for (let i = 0; i < 3; i++) {
    const a = turn + (TAU * i) / 3
    const [cx, cz] = [x + cos(a) * 0.9, z + sin(a) * 0.9]
    disc(cx, cz, 0.46, 0.2)
    for (const q of [-0.13, 0.13])
      tube(
        mesh,
        [
          [cx + q, 0, cz],
          [cx + q * 0.8, 0.46, cz],
        ],
        { paint: iron, radius: 0.02, sides: 4 },
      )
  }
}
