import { smooth } from '../../math/dmath.ts'
import { fbm3, noise3, voronoi3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../field/field.ts'
import { rgb } from '../palette.ts'
import type { Opaque } from '../render/part.ts'
import { bump, dim, paint, tint } from '../render/surface.ts'
import { finish } from './plain.ts'

const BAKED = rgb('#c98238')
const PALE = rgb('#ecc683')
const BURNT = rgb('#7a3d14')

const blisters: Field = (x, y, z) => fbm3(x * 13, y * 13, z * 13, 3) * 0.12

/** Pastry out of the oven: browned where it stands up, pale in the hollows. `up` is the height that browned most. */
export const pastry = (up: number): Opaque =>
  finish(BAKED, (s) => {
    const n = fbm3(s.x * 5, s.y * 5, s.z * 5, 4)
    paint(s, PALE)
    tint(s, BAKED, smooth(0.2, 0.6, n + s.ny * 0.25))
    tint(s, BURNT, smooth(0.6, 0.85, n + smooth(up - 0.15, up, s.y) * 0.22) * 0.7)
    s.rough = 0.45
    s.coat = 0.25
    s.soften = 0.4
    bump(s, 0.08, blisters)
  })

/** Whipped cream and icing: soft, a little shiny. */
export const icing = (colour: Rgb): Opaque =>
  finish(colour, (s) => {
    paint(s, colour)
    dim(s, 0.95 + 0.08 * noise3(s.x * 7, s.y * 7, s.z * 7))
    s.rough = 0.42
    s.coat = 0.2
    s.soften = 0.8
  })

const crumb: Field = (x, y, z) => noise3(x * 42, y * 42, z * 42) * 0.09

/** The colour of a cake's crumb with its pores. */
export function crumbs(s: Parameters<Opaque['shade']>[0], colour: Rgb): void {
  paint(s, colour)
  const wall = voronoi3(s.x * 22, s.y * 22, s.z * 22, s.cell)
  dim(s, 1 - (s.cell.id > 0.55 ? 0.35 * smooth(0.3, 0.6, wall) : 0))
  s.rough = 0.95
  s.soften = 0.5
  s.coat = 0
  bump(s, 0.1, crumb)
}

/** Glazed ware: even colour under a clear glaze. */
export const glazed = (colour: Rgb): Opaque =>
  finish(colour, (s) => {
    paint(s, colour)
    dim(s, 0.96 + 0.06 * noise3(s.x * 3, s.y * 3, s.z * 3))
    s.rough = 0.2
    s.coat = 1
    s.soften = 0.15
  })

/** Skin of fruit: glossy, light passes a little. */
export const fruitSkin = (colour: Rgb, coat = 0.9): Opaque =>
  finish(colour, (s) => {
    paint(s, colour)
    dim(s, 0.85 + 0.25 * fbm3(s.x * 3, s.y * 3, s.z * 3, 2))
    s.rough = 0.2
    s.coat = coat
    s.soften = 0.5
  })
