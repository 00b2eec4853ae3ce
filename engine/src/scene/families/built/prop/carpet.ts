import type { Prng } from '../../../../math/prng.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { clothOf } from '../../nature/paints.ts'
import { type At, axesOf, type Place } from '../place.ts'

/** Wools: of the field, of the border, of the lines between them. */
const WOOLS: readonly (readonly [field: Rgb, border: Rgb, lines: Rgb])[] = [
  [
    [0.42, 0.035, 0.03],
    [0.03, 0.05, 0.16],
    [0.66, 0.5, 0.26],
  ],
  [
    [0.03, 0.07, 0.24],
    [0.46, 0.06, 0.04],
    [0.7, 0.56, 0.32],
  ],
  [
    [0.5, 0.28, 0.05],
    [0.3, 0.03, 0.04],
    [0.72, 0.62, 0.42],
  ],
  [
    [0.02, 0.17, 0.15],
    [0.44, 0.12, 0.03],
    [0.68, 0.54, 0.28],
  ],
  [
    [0.24, 0.03, 0.12],
    [0.03, 0.13, 0.2],
    [0.7, 0.46, 0.2],
  ],
  [
    [0.6, 0.5, 0.34],
    [0.4, 0.05, 0.04],
    [0.06, 0.1, 0.22],
  ],
]

/** Paint of a carpet; the plan's colour dyes its field. */
function carpetOf(mesh: MeshBuilder, random: Prng, width: number, length: number, dye: Rgb | null): Paint {
  const [field, border, lines] = random.pick(WOOLS)
  const variant = random.next()
  return mesh.paint({
    material: MATERIAL.carpet,
    numbers: [variant, ...(dye ?? field), ...border, ...lines, length / width, width],
  })
}

/** A carpet between four corners: its foot from left to right, then its head. */
export function carpet(
  mesh: MeshBuilder,
  random: Prng,
  corners: readonly [Vec3, Vec3, Vec3, Vec3],
  size: readonly [number, number],
  dye: Rgb | null,
) {
  mesh.use(carpetOf(mesh, random, ...size, dye))
  mesh.panel(...corners)
}

/** A carpet that lies at a place. */
export function lyingCarpet(mesh: MeshBuilder, random: Prng, place: Place, width: number, length: number, dye: Rgb | null): void {
  const at = axesOf(place)
  const [w, l] = [width / 2, length / 2]
  carpet(mesh, random, [at(-w, 0.02, -l), at(w, 0.02, -l), at(w, 0.02, l), at(-w, 0.02, l)], [width, length], dye)
}

/** A carpet that hangs from a rail and looks along the place's -z; `y` is the rail's height. It swings out a little below. */
export function hungCarpet(mesh: MeshBuilder, random: Prng, place: Place, width: number, length: number, dye: Rgb | null): void {
  const at = axesOf(place)
  const w = width / 2
  const lean = random.range(-0.12, 0.02)
  carpet(mesh, random, [at(-w, -length, lean), at(w, -length, lean), at(w, 0, 0), at(-w, 0, 0)], [width, length], dye)
  tube(mesh, [at(-w - 0.15, 0.02, 0.02), at(w + 0.15, 0.02, 0.02)], {
    paint: mesh.paint(plain([0.16, 0.09, 0.04])),
    radius: 0.035,
    sides: 5,
  })
}

/** What a seller of carpets has: a pile of folded ones, rolls on end, one over the table's edge and one behind. */
export function carpetWares(mesh: MeshBuilder, random: Prng, at: At, place: Place, width: number, dye: Rgb | null): void {
  const { turn } = place
  const hang = (along: number, up: number, into: number, wide: number, long: number) => {
    const [x, y, z] = at(along, up, into)
    hungCarpet(mesh, random, { x, y, z, turn }, wide, long, dye)
  }
  const wide = Math.min(1.5, width * 0.5)
  hang(-width * 0.23, 0.9, -0.12, wide, 0.88)
  hang(width * 0.26, 0.9, -0.14, wide * 0.9, 0.88)
  hang(0, 2.5, 1.3, width * 0.8, 1.6)
  for (let i = 0; i < 7; i++) {
    const [field, border] = random.pick(WOOLS)
    const half = random.range(0.42, 0.5)
    const up = 0.86 + i * 0.07
    for (const [out, colour] of [
      [0, field],
      [0.02, border],
    ] as const) {
      mesh.use(mesh.paint(clothOf(colour, 0)))
      const [a, b] = [-width * 0.2 - half, -width * 0.2 + half]
      const [low, high] = out ? [up + 0.025, up + 0.045] : [up, up + 0.068]
      mesh.panel(at(a, low, 0.12 - out), at(b, low, 0.12 - out), at(b, high, 0.12 - out), at(a, high, 0.12 - out))
      if (!out) mesh.panel(at(a, high, 0.12), at(b, high, 0.12), at(b, high, 0.8), at(a, high, 0.8))
    }
  }
  for (let i = 0; i < 5; i++) {
    const [field, border, lines] = random.pick(WOOLS)
    const a = width * 0.12 + i * 0.2
    if (a > width / 2 - 0.1) break
    const lean = random.range(-0.04, 0.04)
    const tall = random.range(1.5, 1.95)
    for (const [from, to, colour, r] of [
      [0, tall, field, 0.1],
      [tall * 0.3, tall * 0.36, lines, 0.104],
      [tall * 0.62, tall * 0.68, lines, 0.104],
      [tall - 0.03, tall + 0.01, border, 0.1],
    ] as const)
      tube(mesh, [at(a + lean * from, from, -0.42), at(a + lean * to, to, -0.42 + to * 0.12)], {
        paint: mesh.paint(clothOf(colour, 0)),
        radius: r,
        sides: 9,
      })
  }
}
