import type { Prng } from '../../../../math/prng.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import type { Rgb } from '../../../vector.ts'
import { planksOf } from '../../nature/paints.ts'
import { type At, axesOf, type Place } from '../place.ts'

/** Fruit by its colour and size: apples, oranges, lemons, limes, plums, peaches, melons, tomatoes, aubergines. */
const FRUIT: readonly (readonly [colour: Rgb, radius: number, tall: number])[] = [
  [[0.56, 0.03, 0.025], 0.068, 0.95],
  [[0.7, 0.27, 0.015], 0.072, 1],
  [[0.74, 0.6, 0.05], 0.06, 0.9],
  [[0.24, 0.42, 0.05], 0.066, 0.95],
  [[0.2, 0.03, 0.13], 0.056, 1.05],
  [[0.66, 0.3, 0.13], 0.068, 1],
  [[0.1, 0.24, 0.04], 0.13, 0.9],
  [[0.62, 0.07, 0.03], 0.06, 0.85],
  [[0.68, 0.52, 0.14], 0.11, 1.15],
]

/** Of layers of a heap: how far from its middle a fruit lies, in widths. */
const LAYERS = [
  [-1.5, -0.5, 0.5, 1.5],
  [-1, 0, 1],
  [-0.5, 0.5],
] as const

/** One kind of fruit heaped up round a point; `k` times its usual size. */
export function heapOfFruit(mesh: MeshBuilder, random: Prng, at: At, along: number, up: number, into: number, kind: number, k = 1): void {
  const [colour, radius, tall] = FRUIT[kind % FRUIT.length]!
  const r = radius * k
  const paints = [1, 0.84, 1.14].map((q) => mesh.paint(plain([colour[0] * q, colour[1] * q, colour[2] * q], 0.45, 0.1)))
  const step = Math.max(r * 1.9, 0.12 * k)
  for (const [layer, row] of LAYERS.entries())
    for (const a of row)
      for (const b of row) {
        // the middle of the lowest layer is never seen
        if (layer === 0 && Math.abs(a) < 1 && Math.abs(b) < 1) continue
        const [x, y, z] = at(
          along + (a + random.range(-0.12, 0.12)) * step,
          up + r * (0.8 + layer * 1.45),
          into + (b + random.range(-0.12, 0.12)) * step,
        )
        blob(mesh, { x, y, z, rx: r, ry: r * tall, rz: r, paint: random.pick(paints), rings: r < 0.085 ? 4 : 5 })
      }
}

/** A table of fruit without a roof that looks along the place's -z. */
export function fruitTable(mesh: MeshBuilder, random: Prng, place: Place, width: number): void {
  const at = axesOf(place)
  const wood = mesh.paint(planksOf([0.24, 0.14, 0.07], 0.16))
  const { turn } = place
  const [x, y, z] = at(0, 0.78, 0.58)
  box(mesh, { x, y, z, width, height: 0.06, depth: 1.25, turn, paint: wood })
  for (const a of [-1, 1])
    for (const into of [0.06, 1.1]) {
      const [px, py, pz] = at(a * (width / 2 - 0.06), 0, into)
      box(mesh, { x: px, y: py, z: pz, width: 0.1, height: 0.8, depth: 0.1, turn, paint: wood })
    }
  fruitWares(mesh, random, at, turn, width, 0.14)
}

/** Fruit for sale: crates on a table, those at the back higher by `rise`, and great baskets before it. */
export function fruitWares(mesh: MeshBuilder, random: Prng, at: At, turn: number, width: number, rise: number): void {
  const wood = mesh.paint(planksOf([0.36, 0.24, 0.13], 0.1))
  const wicker = mesh.paint(planksOf([0.4, 0.27, 0.12], 0.05))
  const bays = Math.max(3, Math.round(width / 0.66))
  const first = random.int(0, FRUIT.length - 1)
  for (let i = 0; i < bays; i++)
    for (const row of [0, 1]) {
      const along = ((i + 0.5) / bays - 0.5) * (width - 0.1)
      const [up, into] = [0.84 + row * rise, 0.22 + row * 0.62]
      const [x, y, z] = at(along, up, into)
      box(mesh, { x, y: y - row * rise, z, width: 0.6, height: 0.12 + row * rise, depth: 0.56, turn, paint: wood })
      heapOfFruit(mesh, random, at, along, up + 0.1, into, first + i * 2 + row * 3)
    }
  for (let i = 0; i < bays - 1; i++) {
    if (random.chance(0.18)) continue
    const along = ((i + 1) / bays - 0.5) * (width - 0.1)
    const into = -0.42 - random.range(0, 0.12)
    const [x, y, z] = at(along, 0, into)
    loft(
      mesh,
      (
        [
          [0, 0.24],
          [0.36, 0.33],
          [0.42, 0.34],
        ] as const
      ).map(([up, r]) => ({ y: y + up, points: polygon(x, z, r, 12) })),
      { paint: wicker, cap: wicker, smooth: true },
    )
    heapOfFruit(mesh, random, at, along, 0.38, into, first + i * 4 + 1, 1.25)
  }
}
