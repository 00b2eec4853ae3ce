import type { ItemMaterial } from '@daedal/protocol/generation/item-plan'
import type { Substance } from './substance.ts'

/** sRGB of the metals that main parts can be made of. */
export const MATERIAL_COLOURS: Record<Exclude<ItemMaterial, 'any' | Substance>, string> = {
  steel: '#c3c9d1',
  iron: '#8c9098',
  silver: '#dfe4ea',
  gold: '#f2bd4a',
  brass: '#d9b45a',
  bronze: '#c08043',
  copper: '#d27f52',
}

/** Bare metal nobody named. */
export const STEELS = ['#c3c9d1', '#b4bcc6', '#cfd3d8'] as const
/** Fittings nobody named. */
export const FITTINGS = ['#e8b64c', '#d99a4a', '#c9ced6'] as const
/** Stones, liquids and lights nobody named. */
export const ACCENTS = ['#d3202f', '#25b04f', '#2b62e0', '#8a35d8', '#f0a01c', '#18b0a0', '#f05a9a'] as const
/** Cloth, paint and covers nobody named. */
export const FABRICS = ['#7a2230', '#27476e', '#2f5d43', '#5b3a78', '#8a5a24'] as const

/** Light of a modifier when the plan names no colour. */
export const CURSED_LIGHT = '#8a2be2'
export const FROZEN_LIGHT = '#5cc8f5'
export const FIERY_LIGHT = '#ff5a14'
