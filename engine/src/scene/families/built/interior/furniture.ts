import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { plain } from '../../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb } from '../../../vector.ts'
import { clothOf } from '../../nature/paints.ts'
import { booksOf } from '../paints.ts'
import { axesOf, type Place, sheet } from '../place.ts'
import { turned } from '../prop/turned.ts'
import { part, wood } from './room.ts'

/** Leather of bindings. */
const BINDINGS: readonly Rgb[] = [
  [0.26, 0.05, 0.04],
  [0.05, 0.1, 0.2],
  [0.06, 0.14, 0.08],
  [0.34, 0.22, 0.1],
]

/** A table on four legs, or on two boards. */
export function table(mesh: MeshBuilder, place: Place, width: number, depth: number, height: number, paint: Paint): void {
  part(mesh, place, [0, height - 0.07, 0], [width, 0.07, depth], paint)
  part(mesh, place, [0, height - 0.17, 0], [width * 0.9, 0.1, depth * 0.86], paint)
  for (const a of [-1, 1])
    for (const b of [-1, 1]) part(mesh, place, [a * (width / 2 - 0.1), 0, b * (depth / 2 - 0.1)], [0.09, height - 0.07, 0.09], paint)
}

/** A chair; it looks along the place's -z. */
export function chair(mesh: MeshBuilder, place: Place, paint: Paint, seat: Paint = paint, back = 1.05): void {
  part(mesh, place, [0, 0.43, 0], [0.46, 0.06, 0.44], seat)
  for (const a of [-1, 1]) {
    part(mesh, place, [a * 0.2, 0, -0.18], [0.05, 0.43, 0.05], paint)
    part(mesh, place, [a * 0.2, 0, 0.2], [0.05, back, 0.05], paint)
  }
  for (const up of [0.62, 0.78, back - 0.13]) part(mesh, place, [0, up, 0.2], [0.4, 0.09, 0.03], paint)
}

/** A bench without a back. */
export function bench(mesh: MeshBuilder, place: Place, length: number, paint: Paint): void {
  part(mesh, place, [0, 0.42, 0], [length, 0.06, 0.34], paint)
  for (const a of [-1, 1]) part(mesh, place, [a * (length / 2 - 0.2), 0, 0], [0.07, 0.42, 0.3], paint)
}

/** A stuffed chair with arms; it looks along the place's -z. */
export function armchair(mesh: MeshBuilder, place: Place, colour: Rgb): void {
  const cloth = mesh.paint(clothOf(colour, 0.02))
  const foot = wood(mesh, [0.1, 0.055, 0.03])
  const at = axesOf(place)
  const pad = (along: number, up: number, into: number, rx: number, ry: number, rz: number) => {
    const [x, y, z] = at(along, up, into)
    blob(mesh, { x, y, z, rx, ry, rz, paint: cloth, rings: 10 })
  }
  part(mesh, place, [0, 0.14, 0.02], [0.76, 0.26, 0.74], cloth)
  pad(0, 0.46, -0.04, 0.36, 0.12, 0.4)
  part(mesh, place, [0, 0.3, 0.36], [0.8, 0.66, 0.16], cloth)
  pad(0, 0.94, 0.36, 0.41, 0.2, 0.13)
  for (const q of [-1, 1]) {
    part(mesh, place, [q * 0.42, 0.14, 0], [0.17, 0.46, 0.78], cloth)
    pad(q * 0.42, 0.61, -0.02, 0.11, 0.09, 0.41)
    for (const b of [-0.3, 0.32]) part(mesh, place, [q * 0.38, 0, b], [0.07, 0.14, 0.07], foot)
  }
}

/** A bookcase `width` wide; its front looks along the place's -z and lies on it. */
export function bookcase(mesh: MeshBuilder, random: Prng, place: Place, width: number, height: number, colour: Rgb): void {
  const paint = wood(mesh, colour)
  const at = axesOf(place)
  mesh.use(mesh.paint(booksOf([colour[0] * 0.9, colour[1] * 0.9, colour[2] * 0.9], random.next(), 0.37, random.range(0.04, 0.055))))
  const w = width / 2 - 0.07
  const u = random.range(0, 90)
  sheet(mesh, at(-w, 0.26, 0.1), at(w, 0.26, 0.1), at(w, height - 0.24, 0.1), at(-w, height - 0.24, 0.1), u, 0)
  for (const q of [-1, 1]) part(mesh, place, [q * (width / 2 - 0.04), 0, 0.1], [0.1, height, 0.36], paint)
  part(mesh, place, [0, 0, 0.12], [width, 0.26, 0.42], paint)
  part(mesh, place, [0, height - 0.24, 0.1], [width, 0.12, 0.4], paint)
  part(mesh, place, [0, height - 0.12, 0.08], [width + 0.06, 0.12, 0.5], paint)
  for (let up = 0.26 + 0.37; up < height - 0.3; up += 0.37) part(mesh, place, [0, up - 0.018, 0.06], [width - 0.1, 0.036, 0.14], paint)
}

/** A carpet with a border. */
export function rug(
  mesh: MeshBuilder,
  { x, z }: { readonly x: number; readonly z: number },
  width: number,
  depth: number,
  colour: Rgb,
  border: Rgb,
  y = 0.012,
): void {
  const flat = (w: number, d: number, up: number, c: Rgb) => {
    mesh.use(mesh.paint(clothOf(c, 0)))
    sheet(mesh, [x - w / 2, up, z - d / 2], [x + w / 2, up, z - d / 2], [x + w / 2, up, z + d / 2], [x - w / 2, up, z + d / 2])
  }
  const edge = Math.min(width, depth) * 0.09
  flat(width, depth, y, border)
  flat(width - edge, depth - edge, y + 0.004, colour)
  flat(width - edge * 2.2, depth - edge * 2.2, y + 0.008, border)
  flat(width - edge * 2.6, depth - edge * 2.6, y + 0.012, [colour[0] * 0.85, colour[1] * 0.85, colour[2] * 0.85])
  mesh.use(mesh.paint(clothOf(border, 0)))
  const r = Math.min(width, depth) * 0.2
  for (const k of [-1, 0, 1]) {
    const mz = z + k * depth * 0.26
    mesh.panel([x - r, y + 0.016, mz], [x, y + 0.016, mz - r * 0.7], [x + r, y + 0.016, mz], [x, y + 0.016, mz + r * 0.7])
  }
}

/** A pile of books lying down, and sometimes an open one on top. */
export function books(mesh: MeshBuilder, random: Prng, [x, y, z]: readonly [number, number, number], count: number): void {
  let up = y
  for (let i = 0; i < count; i++) {
    const thick = random.range(0.035, 0.07)
    part(
      mesh,
      { x, y: 0, z, turn: random.range(-0.5, 0.5) },
      [0, up, 0],
      [random.range(0.2, 0.28), thick, random.range(0.15, 0.2)],
      mesh.paint(plain(random.pick(BINDINGS), 0.3, 0.05)),
    )
    up += thick
  }
}

/** An open book: two leaves that bulge. */
export function openBook(mesh: MeshBuilder, [x, y, z]: readonly [number, number, number], size: number): void {
  const page = mesh.paint(plain([0.66, 0.6, 0.46]))
  for (const q of [-1, 1]) blob(mesh, { x: x + q * size * 0.5, y, z, rx: size * 0.5, ry: 0.03, rz: size * 0.38, paint: page, rings: 7 })
}

/** A globe in its stand. */
export function globe(mesh: MeshBuilder, x: number, z: number, size: number): void {
  const frame = wood(mesh, [0.16, 0.085, 0.04])
  const brass = mesh.paint(plain([0.5, 0.34, 0.12], 0.7, 0.5))
  turned(
    mesh,
    x,
    z,
    0,
    [
      [0, 0.3 * size],
      [0.06 * size, 0.3 * size],
      [0.1 * size, 0.07 * size],
      [0.5 * size, 0.06 * size],
      [0.56 * size, 0.16 * size],
    ],
    12,
    frame,
  )
  const y = 1.02 * size
  blob(mesh, {
    x,
    y,
    z,
    rx: 0.42 * size,
    ry: 0.42 * size,
    rz: 0.42 * size,
    paint: mesh.paint(plain([0.16, 0.26, 0.3], 0.5, 0.25)),
    rings: 16,
  })
  for (let i = 0; i < 7; i++) {
    const a = i * 2.4
    const up = sin(i * 1.7) * 0.24
    blob(mesh, {
      x: x + cos(a) * 0.34 * size,
      y: y + up * size,
      z: z + sin(a) * 0.34 * size,
      rx: 0.13 * size,
      ry: 0.12 * size,
      rz: 0.13 * size,
      paint: mesh.paint(plain([0.42, 0.32, 0.14], 0.4, 0.1)),
      rings: 7,
      rough: 0.4,
      frequency: 2,
      variant: i,
    })
  }
  const ring = (flat: boolean) =>
    tube(
      mesh,
      Array.from({ length: 29 }, (_, i) => {
        const [c, s] = [cos((TAU * i) / 28) * 0.5 * size, sin((TAU * i) / 28) * 0.5 * size]
        return flat ? ([x + c, y, z + s] as const) : ([x + c * 0.5, y + s, z + c * 0.2] as const)
      }),
      { paint: flat ? frame : brass, radius: (flat ? 0.035 : 0.018) * size, sides: 6 },
    )
  ring(true)
  ring(false)
}

/** A tankard of wood and iron. */
export function mug(mesh: MeshBuilder, x: number, y: number, z: number): void {
  turned(
    mesh,
    x,
    z,
    y,
    [
      [0, 0.055],
      [0.15, 0.05],
      [0.155, 0.042],
    ],
    9,
    mesh.paint(plain([0.28, 0.17, 0.09], 0.3, 0.1)),
  )
  blob(mesh, { x, y: y + 0.155, z, rx: 0.045, ry: 0.025, rz: 0.045, paint: mesh.paint(plain([0.72, 0.66, 0.52])), rings: 5 })
}

/** Bottles of several colours in a row along x, from -w to w. */
export function bottles(mesh: MeshBuilder, random: Prng, place: Place, width: number): void {
  const at = axesOf(place)
  for (let a = -width / 2 + 0.08; a < width / 2; a += random.range(0.11, 0.2)) {
    const [x, y, z] = at(a, 0, random.range(-0.03, 0.03))
    const tall = random.range(0.2, 0.34)
    const r = random.range(0.035, 0.055)
    const colour = random.pick([
      [0.05, 0.16, 0.07],
      [0.24, 0.09, 0.03],
      [0.3, 0.05, 0.04],
      [0.1, 0.18, 0.22],
      [0.4, 0.3, 0.14],
    ] as const)
    turned(
      mesh,
      x,
      z,
      y,
      [
        [0, r],
        [tall * 0.55, r],
        [tall * 0.72, r * 0.36],
        [tall, r * 0.34],
      ],
      8,
      mesh.paint(plain(colour, 0.8, 0.5)),
    )
  }
}
