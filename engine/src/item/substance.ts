import type { ItemMaterial } from '@daedal/protocol/generation/item-plan'
import type { Rgb } from '../solid/field/field.ts'
import type { MetalFinish } from '../solid/material/metal.ts'
import { leather, stone, wood } from '../solid/material/organic.ts'
import { crystalline } from '../solid/material/overlay.ts'
import { bone, earthenware, jade, marble, porcelain, stainedGlass, volcanicGlass } from '../solid/material/ware.ts'
import { rgb } from '../solid/palette.ts'
import type { Opaque } from '../solid/render/part.ts'

/** Materials that are no metal: what is made of one is made of it throughout. */
export type Substance = 'obsidian' | 'crystal' | 'bone' | 'jade' | 'wood' | 'stone' | 'marble' | 'glass' | 'porcelain' | 'clay' | 'leather'

const OAK = [rgb('#5b3820'), rgb('#a06c3c')] as const
const GRANITE = rgb('#8f8b84')
const TAN = rgb('#7a4a2a')

/** How each substance is made; `accent` is its colour where it may have any. */
const MADE: Readonly<Record<Substance, (accent: Rgb, finish: MetalFinish) => Opaque>> = {
  obsidian: () => volcanicGlass(),
  crystal: (accent) => crystalline(accent),
  bone: () => bone(),
  jade: () => jade(),
  wood: (_, { axis = 'y' }) => wood(OAK[0], OAK[1], axis),
  stone: () => stone(GRANITE),
  marble: () => marble(),
  glass: (accent) => stainedGlass(accent),
  porcelain: () => porcelain(),
  clay: () => earthenware(),
  leather: () => leather(TAN),
}

export const isSubstance = (material: ItemMaterial): material is Substance => Object.hasOwn(MADE, material)

/** Makes main parts of a substance or, without one, of a metal. */
export const substanceOf = (substance: Substance, accent: Rgb, finish: MetalFinish): Opaque => MADE[substance](accent, finish)
