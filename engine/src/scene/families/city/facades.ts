import type { Prng } from '../../../math/prng.ts'
import { rgb } from '../../../solid/palette.ts'
import { MATERIAL } from '../../material/material-id.ts'
import { type FacadeSpec, facade } from '../../material/paints.ts'
import type { MeshBuilder, Paint } from '../../mesh.ts'
import type { Rgb } from '../../vector.ts'

const WALLS = ['#9aa0a8', '#6f7884', '#b3a795', '#4f5966', '#c6cace', '#84736a', '#e6e4dc', '#b98f72'].map(rgb)
const GLASS = ['#4a7fae', '#2f6f7f', '#6a8f9f', '#30507f', '#8a7f6a', '#2a8f8f'].map(rgb)
/** Walls of a street at night. */
export const DARK_WALLS = ['#2a2d36', '#1c222c', '#3a3434', '#23303a', '#33363c'].map(rgb)

/** Skin and roof of one building. */
export type Skin = { readonly wall: Paint; readonly roof: Paint }

/** What is settled about a building's skin; the rest is drawn. */
export type SkinChoice = Partial<Omit<FacadeSpec, 'variant' | 'base' | 'cool'>>

/** A skin whose floors count from `base` metres. */
export function drawSkin(mesh: MeshBuilder, random: Prng, base: number, choice: SkinChoice = {}): Skin {
  const pattern = choice.pattern ?? random.int(0, 3)
  const wall: Rgb = choice.wall ?? random.pick(WALLS)
  const width = pattern === 1 ? 6 : pattern === 2 ? random.range(2.2, 4) : random.range(2.6, 4.2)
  const paint = mesh.paint(
    facade({
      variant: random.next(),
      wall,
      glass: choice.glass ?? random.pick(GLASS),
      windowWidth: choice.windowWidth ?? width,
      floorHeight: choice.floorHeight ?? random.range(3.4, 4.6),
      pattern,
      lit: choice.lit ?? random.range(0.08, 0.38),
      cool: random.chance(0.3) ? 0.6 : 0.12,
      base,
      gain: choice.gain ?? 1.2,
    }),
  )
  return { wall: paint, roof: { material: MATERIAL.roof, object: paint.object } }
}
