import { mix, smooth } from '../../math/dmath.ts'
import { createWalls3, fbm3, noise3, voronoi3 } from '../../math/lattice.ts'
import type { Field, Rgb } from '../field/field.ts'
import { rgb, scale } from '../palette.ts'
import type { Opaque } from '../render/part.ts'
import { bump, dim, emit, facing, paint, tint } from '../render/surface.ts'
import { finish } from './plain.ts'

const { abs, floor } = Math

const IVORY = rgb('#ece0c4')
const MARROW = rgb('#b3946a')

/** Old bone: creamy, dull, darker in its pores and along its grain. */
export const bone = (): Opaque => {
  const walls = createWalls3()
  const pores: Field = (x, y, z) => walls(x * 30, y * 9, z * 30) * 0.04
  return finish(IVORY, (s) => {
    paint(s, IVORY)
    tint(s, MARROW, smooth(0.5, 0.85, fbm3(s.x * 5, s.y * 2.4, s.z * 5, 4)) * 0.7)
    dim(s, 0.88 + 0.2 * noise3(s.x * 26, s.y * 6, s.z * 26))
    s.rough = 0.46
    s.soften = 0.5
    s.coat = 0.12
    bump(s, 0.05, pores)
  })
}

const JADE = rgb('#3f9a72')
const JADE_PALE = rgb('#a8d8b4')
const JADE_DEEP = rgb('#17573f')

/** Polished jade: clouds of pale and deep green under a wet shine, light bleeding through. */
export const jade = (): Opaque =>
  finish(JADE, (s) => {
    const warp = fbm3(s.x * 1.6 + 4, s.y * 1.6, s.z * 1.6, 3)
    const cloud = fbm3(s.x * 2.4 + warp * 2.2, s.y * 2.4, s.z * 2.4 + warp, 4)
    paint(s, JADE)
    tint(s, JADE_PALE, smooth(0.52, 0.72, cloud) * 0.75)
    tint(s, JADE_DEEP, smooth(0.48, 0.3, cloud) * 0.8)
    s.rough = 0.22
    s.coat = 0.9
    s.soften = 0.9
    emit(s, JADE_PALE, 0.05 * (1 - facing(s)))
  })

const MARBLE = rgb('#e2dfd9')
const VEIN = rgb('#5d626c')

/** White marble with grey veins that run aslant. */
export const marble = (): Opaque =>
  finish(MARBLE, (s) => {
    const warp = fbm3(s.x * 1.7, s.y * 1.7, s.z * 1.7, 4) - 0.5
    const vein = abs(noise3(s.x * 2.3 + s.y * 1.6 + warp * 2.6, s.y * 1.8 - s.x * 0.7 + warp * 2.4, s.z * 2.3 + warp * 1.6) - 0.5)
    const hair = abs(noise3(s.x * 4 + warp * 5, s.y * 4 + s.x * 2, s.z * 4 - warp * 4) - 0.5)
    paint(s, MARBLE)
    dim(s, 0.93 + 0.1 * fbm3(s.x * 2, s.y * 2, s.z * 2, 2))
    tint(s, VEIN, smooth(0.05, 0, vein) * 0.8 + smooth(0.035, 0, hair) * 0.35)
    s.rough = 0.2
    s.coat = 0.7
    s.soften = 0.45
  })

const GLAZE = rgb('#f5f3ee')
const COBALT = rgb('#28469c')

/** Blue and white porcelain: cobalt scrolls under a clear glaze. */
export const porcelain = (): Opaque =>
  finish(GLAZE, (s) => {
    const warp = fbm3(s.x * 2.2, s.y * 2.2, s.z * 2.2, 2) - 0.5
    const ring = noise3(s.x * 3.4 + warp, s.y * 3.4, s.z * 3.4 - warp) * 5
    const line = abs(ring - floor(ring) - 0.5)
    const where = smooth(0.5, 0.56, noise3(s.x * 1.9 + 7, s.y * 1.9, s.z * 1.9))
    paint(s, GLAZE)
    tint(s, COBALT, smooth(0.13, 0.07, line) * where * 0.9)
    s.rough = 0.16
    s.coat = 1
    s.soften = 0.2
  })

const TERRACOTTA = rgb('#b5623c')
const ASH = rgb('#d9a27c')

const thrown: Field = (x, y, z) => noise3(x * 2, y * 34, z * 2) * 0.08 + noise3(x * 30, y * 30, z * 30) * 0.03

/** Fired clay without a glaze, with the marks of the wheel. */
export const earthenware = (): Opaque =>
  finish(TERRACOTTA, (s) => {
    paint(s, TERRACOTTA)
    tint(s, ASH, smooth(0.45, 0.8, fbm3(s.x * 3, s.y * 5, s.z * 3, 4)) * 0.55)
    dim(s, 0.85 + 0.25 * noise3(s.x * 12, s.y * 12, s.z * 12))
    s.rough = 0.9
    s.soften = 0.15
    bump(s, 0.06, thrown)
  })

/** Thick coloured glass: what is behind it lights its middle, its edges are deep, and the room lies sharp on its face. */
export const stainedGlass = (colour: Rgb): Opaque => {
  const deep = scale(colour, 0.1)
  const light = scale(colour, 0.8, 0.22)
  return finish(colour, (s) => {
    const through = facing(s)
    const swirl = fbm3(s.x * 1.1 + 2, s.y * 1.1, s.z * 1.1, 2)
    paint(s, deep)
    // glass turns the picture behind it over: the bright table shows above, the dark of the room below, and a caustic at the foot
    const behind = 0.16 + 0.5 * smooth(-0.5, 0.7, s.ny + (swirl - 0.5) * 0.8) + 0.5 * smooth(-0.45, -0.75, s.ny)
    emit(s, light, behind * through * through)
    s.rough = 0.04
    s.coat = 1
    s.specular = 0.14
  })
}

const LAVA_BLACK = rgb('#15131b')

/** Obsidian: black glass in shell-shaped flakes. */
export const volcanicGlass = (): Opaque => {
  const cell = { id: 0 }
  const flakes: Field = (x, y, z) => voronoi3(x * 1.9, y * 1.9, z * 1.9, cell) * 0.16 + noise3(x * 7, y * 7, z * 7) * 0.012
  return finish(LAVA_BLACK, (s) => {
    paint(s, LAVA_BLACK)
    bump(s, 0.7, flakes)
    const sheen = mix(0, 0.12, noise3(s.x * 3, s.y * 3, s.z * 3))
    s.r += sheen * 0.16
    s.b += sheen * 0.3
    s.rough = 0.08
    s.coat = 1
    s.specular = 0.12
  })
}
