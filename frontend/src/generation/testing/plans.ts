import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import type { ScenePlan } from '@daedal/protocol/generation/scene-plan'
import type { WorldPlan } from '@daedal/protocol/generation/world-plan'

const engineVersion = '2.0.0'
const size = { w: 768, h: 768 }

/** A scene that leaves everything to the seed, with some of its settings. */
export const scenePlan = (settings: Partial<ScenePlan> = {}): ScenePlan => ({
  kind: 'scene',
  engineVersion,
  family: 'city',
  composition: '',
  hero: '',
  time: 'any',
  weather: 'any',
  style: 'photo',
  density: 'any',
  features: [],
  without: [],
  things: [],
  accent: '',
  size,
  ...settings,
})

/** An item that leaves everything to the seed, with some of its settings. */
export const itemPlan = (settings: Partial<ItemPlan> = {}): ItemPlan => ({
  kind: 'item',
  engineVersion,
  item: 'sword',
  form: '',
  material: 'any',
  colour: '',
  modifiers: [],
  backdrop: 'studio',
  style: 'photo',
  size,
  ...settings,
})

/** A portrait that leaves everything to the seed. */
export const avatarPlan = (): AvatarPlan => ({
  kind: 'avatar',
  engineVersion,
  being: 'person',
  age: 'any',
  presentation: 'any',
  head: 'any',
  skin: '',
  eyes: '',
  nose: 'any',
  mouth: 'any',
  hair: 'any',
  hairColour: '',
  beard: 'any',
  expression: 'any',
  clothes: 'any',
  clothesColour: '',
  headwear: 'any',
  headwearColour: '',
  features: [],
  without: [],
  backdrop: 'any',
  style: 'toy',
  size,
})

/** A world that leaves everything to the seed, with some of its settings. */
export const worldPlan = (settings: Partial<WorldPlan> = {}): WorldPlan => ({
  kind: 'world',
  engineVersion,
  place: 'village',
  layout: '',
  time: 'any',
  density: 'any',
  props: [],
  accent: '',
  ...settings,
})
