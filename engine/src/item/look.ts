import type { ItemMaterial, ItemPlan } from '@daedal/protocol/generation/item-plan'
import { createPrng } from '../math/prng.ts'
import { rgb } from '../solid/palette.ts'
import type { Look } from './bench.ts'
import { ACCENTS, CURSED_LIGHT, FABRICS, FIERY_LIGHT, FITTINGS, FROZEN_LIGHT, MATERIAL_COLOURS, STEELS } from './colours.ts'
import type { Kind } from './kind.ts'
import { isSubstance } from './substance.ts'

/** Decides form and colours: what the plan names, and what it leaves open by the seed, one random stream for each question. */
export function lookOf(plan: ItemPlan, kind: Kind, seed: number): Look {
  const modifiers = new Set(plan.modifiers)
  const chosen = createPrng(seed, 'item form').pick(kind.forms.filter((name) => !kind.rare?.includes(name)))
  const form = kind.forms.includes(plan.form) ? plan.form : chosen
  const accent = accentOf(plan, modifiers, createPrng(seed, 'item accent').pick(ACCENTS))
  const coloured = plan.colour !== ''
  const substance = isSubstance(plan.material) ? plan.material : null
  const fabric = coloured && !takesAccent(plan.material) ? plan.colour : createPrng(seed, 'item fabric').pick(FABRICS)
  return {
    form,
    modifiers,
    main: rgb(mainOf(plan.material, modifiers, createPrng(seed, 'item metal').pick(STEELS))),
    trim: rgb(trimOf(plan.material, modifiers, createPrng(seed, 'item fittings').pick(FITTINGS))),
    named: plan.material !== 'any' && substance === null,
    gilded: plan.material === 'gold' || plan.material === 'silver',
    substance,
    whole: substance !== null,
    accent: rgb(accent),
    fabric: rgb(fabric),
    coloured,
  }
}

/** Crystal and glass are themselves of the colour that is named. */
const takesAccent = (material: ItemMaterial) => material === 'crystal' || material === 'glass'

function accentOf(plan: ItemPlan, modifiers: Look['modifiers'], open: string): string {
  if (plan.colour !== '') return plan.colour
  if (modifiers.has('cursed')) return CURSED_LIGHT
  if (modifiers.has('frozen')) return FROZEN_LIGHT
  return modifiers.has('fiery') ? FIERY_LIGHT : open
}

function mainOf(material: ItemMaterial, modifiers: Look['modifiers'], open: string): string {
  if (material !== 'any' && !isSubstance(material)) return MATERIAL_COLOURS[material]
  if (modifiers.has('cursed')) return '#3a3444'
  return modifiers.has('rusty') ? '#8f8a86' : open
}

function trimOf(material: ItemMaterial, modifiers: Look['modifiers'], open: string): string {
  if (material === 'gold') return '#f7cf6a'
  if (material === 'silver') return '#e6eaf0'
  if (modifiers.has('ornate')) return '#f0c050'
  if (modifiers.has('cursed')) return '#5a4a6a'
  return modifiers.has('rusty') ? '#a07a4a' : open
}
