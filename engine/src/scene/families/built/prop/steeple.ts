import { PI } from '../../../../math/dmath.ts'
import { emitter, plain } from '../../../material/paints.ts'
import type { Paint } from '../../../mesh.ts'
import { blob } from '../../../shape/blob.ts'
import { box, loft } from '../../../shape/loft.ts'
import { polygon, rectangle } from '../../../shape/outline.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { masonryOf } from '../../nature/paints.ts'
import type { Site } from '../../nature/site.ts'
import { axesOf, type Place, sheet } from '../place.ts'
import { archPanel, archRim } from './arch.ts'

export const steepleTops = ['spire', 'onion', 'pyramid', 'campanile', 'lantern'] as const
export type SteepleTop = (typeof steepleTops)[number]

export type Steeple = Place & {
  readonly width: number
  /** Height of its walls. */
  readonly height: number
  readonly top: SteepleTop
  readonly stone: Rgb
  readonly roof: Paint
  readonly clock?: boolean
}

/** A square bell tower with a roof of one of five kinds. Returns the height of its tip over the ground. */
export function steeple(site: Site, spec: Steeple): number {
  const { mesh, lit } = site
  const { x, y, z, turn, width: w, height: h, top, stone, roof, clock = true } = spec
  const at = axesOf(spec)
  const wall = mesh.paint(masonryOf({ colour: stone, blockWidth: 1.1, blockHeight: 0.5, variant: 7, joints: 0.55 }))
  const trim = mesh.paint(
    masonryOf({ colour: [stone[0] * 1.2, stone[1] * 1.2, stone[2] * 1.2], blockWidth: 2, blockHeight: 0.6, variant: 2, joints: 0.3 }),
  )
  const dark = mesh.paint(lit ? emitter([1, 0.55, 0.2], 0.9) : plain([0.02, 0.02, 0.024]))
  box(mesh, { x, y: y - 2, z, width: w, height: h + 2, depth: w, turn, paint: wall })
  for (const up of [h * 0.42, h * 0.7, h - 0.4])
    box(mesh, { x, y: y + up, z, width: w + 0.5, height: 0.45, depth: w + 0.5, turn, paint: trim })
  for (const q of [-1, 1])
    for (const b of [-1, 1]) {
      const [px, , pz] = at((q * w) / 2, 0, (b * w) / 2)
      box(mesh, { x: px, y: y - 2, z: pz, width: 0.6, height: h + 2, depth: 0.6, turn, paint: trim })
    }
  for (const sideways of [false, true])
    for (const q of [-1, 1]) {
      const into = (q * w) / 2 + q * 0.06
      const bell = { into, width: w * 0.2, sill: h * 0.74, height: h * 0.92, sideways, pointed: top === 'spire' } as const
      for (const along of [-w * 0.2, w * 0.2]) {
        archPanel(mesh, at, { ...bell, along }, dark)
        archRim(mesh, at, { ...bell, along }, trim, 0.16, q * 0.1)
      }
      for (const up of [0.12, 0.3]) {
        const slit = { ...bell, along: 0, width: w * 0.13, sill: h * up, height: h * (up + 0.1) } as const
        archPanel(mesh, at, slit, dark)
        archRim(mesh, at, slit, trim, 0.18, q * 0.1)
      }
      if (clock)
        clockFace(site, (a, up, out) => (sideways ? at(into + q * out, up, -q * -a) : at(-q * a, up, into + q * out)), h * 0.58, w * 0.19)
    }
  return crown(site, { x, y: y + h, z, turn }, w, top, wall, trim, roof)
}

/** A clock at ten past ten; `at` is its wall's plane, `out` metres before it. */
function clockFace({ mesh, lit }: Site, at: (along: number, up: number, out: number) => Vec3, up: number, radius: number): void {
  const face = mesh.paint(lit ? emitter([1, 0.86, 0.6], 0.9) : plain([0.62, 0.6, 0.54]))
  const hand = mesh.paint(plain([0.03, 0.03, 0.03]))
  const disc = (r: number, out: number) => {
    const middle = mesh.vertex(...at(0, up, out))
    const edge = polygon(0, 0, r, 20).map(([a, b]) => mesh.vertex(...at(a, up + b, out)))
    for (let i = 0; i < edge.length; i++) mesh.triangle(middle, edge[i]!, edge[(i + 1) % edge.length]!)
  }
  const bar = (a: number, b: number, wide: number) =>
    mesh.panel(
      at(-b * wide, up + a * wide, 0.09),
      at(b * wide, up - a * wide, 0.09),
      at(a + b * wide, up + b - a * wide, 0.09),
      at(a - b * wide, up + b + a * wide, 0.09),
    )
  mesh.use(hand)
  disc(radius * 1.14, 0.03)
  mesh.use(face)
  disc(radius, 0.06)
  mesh.use(hand)
  bar(radius * 0.72, radius * 0.42, 0.05)
  bar(-radius * 0.46, radius * 0.27, 0.08)
}

/** The roof of a tower whose walls end at a place. */
function crown({ mesh, scene, lit }: Site, place: Place, w: number, top: SteepleTop, wall: Paint, trim: Paint, roof: Paint): number {
  const { x, y, z, turn } = place
  const gold = mesh.paint(plain([0.6, 0.4, 0.1], 0.8, 0.7))
  const finial = (up: number) => {
    blob(mesh, { x, y: y + up, z, rx: 0.3, ry: 0.3, rz: 0.3, paint: gold, rings: 6 })
    box(mesh, { x, y: y + up, z, width: 0.12, height: 1.9, depth: 0.12, paint: gold })
    box(mesh, { x, y: y + up + 1.1, z, width: 0.8, height: 0.12, depth: 0.12, turn, paint: gold })
    return y + up + 1.9
  }
  const rings = (list: readonly (readonly [up: number, half: number])[], sides: number, paint: Paint, smooth = false) =>
    loft(
      mesh,
      list.map(([up, r]) => ({
        y: y + up,
        points: sides === 4 ? rectangle(x, z, r * 2, r * 2, turn) : polygon(x, z, r, sides, turn + PI / sides),
      })),
      { paint, cap: paint, smooth },
    )
  if (top === 'spire') {
    rings(
      [
        [0, w * 0.56],
        [w * 0.25, w * 0.42],
        [w * 2.1, 0.08],
      ],
      8,
      roof,
    )
    for (const q of [-1, 1])
      for (const b of [-1, 1])
        loft(
          mesh,
          [
            [0, 0.5],
            [0.4, 0.45],
            [w * 0.5, 0.03],
          ].map(([up, r]) => ({ y: y + up!, points: polygon(x + (q * w) / 2.2, z + (b * w) / 2.2, r!, 6) })),
          { paint: roof },
        )
    return finial(w * 2.1)
  }
  if (top === 'onion') {
    rings(
      [
        [0, w * 0.5],
        [0.7, w * 0.42],
        [w * 0.3, w * 0.42],
      ],
      8,
      wall,
    )
    rings(
      [
        [w * 0.3, w * 0.44],
        [w * 0.45, w * 0.56],
        [w * 0.62, w * 0.58],
        [w * 0.82, w * 0.46],
        [w * 1, w * 0.24],
        [w * 1.14, w * 0.13],
        [w * 1.3, w * 0.12],
      ],
      16,
      roof,
      true,
    )
    rings(
      [
        [w * 1.3, w * 0.2],
        [w * 1.42, w * 0.22],
        [w * 1.6, w * 0.1],
        [w * 1.85, 0.05],
      ],
      12,
      roof,
      true,
    )
    return finial(w * 1.85)
  }
  if (top === 'pyramid') {
    rings(
      [
        [0, w * 0.6],
        [w * 1.1, 0.1],
      ],
      4,
      roof,
    )
    return finial(w * 1.1)
  }
  if (top === 'campanile') {
    rings(
      [
        [0, w * 0.58],
        [0.5, w * 0.58],
      ],
      4,
      trim,
    )
    rings(
      [
        [0.5, w * 0.4],
        [w * 0.6, w * 0.4],
      ],
      4,
      wall,
    )
    rings(
      [
        [w * 0.6, w * 0.45],
        [w * 1.5, 0.08],
      ],
      4,
      roof,
    )
    return finial(w * 1.5)
  }
  rings(
    [
      [0, w * 0.55],
      [0.5, w * 0.55],
    ],
    8,
    trim,
  )
  for (let i = 0; i < 8; i++) {
    const [px, pz] = polygon(x, z, w * 0.4, 8, turn)[i]!
    box(mesh, { x: px, y: y + 0.5, z: pz, width: 0.4, height: w * 0.5, depth: 0.4, paint: trim })
  }
  rings(
    [
      [w * 0.5 + 0.5, w * 0.5],
      [w * 0.6 + 0.5, w * 0.5],
      [w * 0.8 + 0.5, w * 0.42],
      [w + 0.5, w * 0.26],
      [w * 1.12 + 0.5, 0.1],
    ],
    16,
    roof,
    true,
  )
  if (lit) scene.glows.push({ x, y: y + w * 0.3, z, colour: [1, 0.6, 0.25], intensity: 0.5, size: w * 0.4 })
  return finial(w * 1.12 + 0.5)
}

/** The nave of a church behind its tower: tall windows, a steep roof. Its ridge runs into the depth. */
export function nave(site: Site, place: Place, width: number, length: number, height: number, stone: Rgb, roof: Paint): void {
  const { mesh, lit } = site
  const at = axesOf(place)
  const { x, y, z, turn } = place
  const wall = mesh.paint(masonryOf({ colour: stone, blockWidth: 1.1, blockHeight: 0.5, variant: 7, joints: 0.55 }))
  const glass = mesh.paint(lit ? emitter([1, 0.5, 0.18], 1.4) : plain([0.03, 0.035, 0.05], 0.8, 0.7))
  const trim = mesh.paint(plain([stone[0] * 1.15, stone[1] * 1.15, stone[2] * 1.15]))
  box(mesh, { x, y: y - 2, z, width, height: height + 2, depth: length, turn, paint: wall })
  const ridge = height + width * 0.62
  mesh.use(roof)
  for (const q of [-1, 1])
    sheet(
      mesh,
      at(q * (width / 2 + 0.6), height - 0.5, -length / 2 - 0.4),
      at(q * (width / 2 + 0.6), height - 0.5, length / 2 + 0.4),
      at(0, ridge + 0.2, length / 2 + 0.4),
      at(0, ridge + 0.2, -length / 2 - 0.4),
    )
  mesh.use(wall)
  for (const b of [-length / 2, length / 2])
    mesh.triangle(
      mesh.vertex(...at(-width / 2, height, b), 0, height),
      mesh.vertex(...at(width / 2, height, b), width, height),
      mesh.vertex(...at(0, ridge, b), width / 2, ridge),
    )
  const count = Math.max(2, Math.round(length / 4.5))
  for (const q of [-1, 1])
    for (let i = 0; i < count; i++) {
      const along = ((i + 0.5) / count - 0.5) * length
      const window = {
        along,
        into: q * (width / 2 + 0.06),
        width: 1.4,
        sill: height * 0.25,
        height: height * 0.82,
        pointed: true,
        rise: 1.5,
        sideways: true,
      } as const
      archPanel(mesh, at, window, glass)
      archRim(mesh, at, window, trim, 0.2, q * 0.1)
      const [bx, , bz] = at(q * (width / 2 + 0.4), 0, along + length / count / 2)
      box(mesh, { x: bx, y: y - 2, z: bz, width: 1, height: height * 0.75 + 2, depth: 0.8, turn, paint: wall })
    }
}
