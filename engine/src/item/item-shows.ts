import type { ItemKind, ItemMaterial, ItemModifier } from '@daedal/protocol/generation/item-plan'

const kinds = (list: string): ReadonlySet<ItemKind> => new Set(list.split(' ') as ItemKind[])

/** Glass, flesh and petals: nothing of them is made of metal. */
const NO_MATERIAL = kinds('potion crystal mushroom')
/** Only their fittings are of metal, so gold and silver show and nothing else does. */
const FITTINGS_ONLY = kinds('ring amulet crown book scroll hourglass flower boots lute cloak backpack quiver orb rope harp wand flute')
/** They can be gilded or cut from crystal as a whole. */
const WHOLE_ONLY = kinds('vase apple loaf cheese drum violin guitar meat carrot cherries banana pumpkin wine cactus')
const RUNED = kinds(
  'sword dagger axe hammer ring amulet katana mace scythe shuriken pistol cannon breastplate gauntlet quiver pickaxe shovel saw wrench gear anvil telescope magnifier bell horn throne trophy',
)
const NO_RUST = kinds(
  'potion crystal vase boots mushroom apple loaf cheese cloak chair table bed throne cake pie fish meat wine teapot cup pumpkin carrot cherries banana egg cat dog rabbit owl turtle dragon fishbowl skull cactus umbrella die feather',
)
const NO_ORNAMENT = kinds(
  'potion crystal coin lantern candle vase boots mushroom apple loaf cheese armillary cake fish pumpkin carrot cherries banana',
)
const NO_COLOUR = kinds('coin chest lute loaf shuriken gear anvil table barrel')

/** Whether a material shows in the pictures of a kind. */
export function canShowMaterial(kind: ItemKind, material: ItemMaterial): boolean {
  const precious = material === 'gold' || material === 'silver'
  if (NO_MATERIAL.has(kind)) return false
  if (FITTINGS_ONLY.has(kind)) return precious
  return WHOLE_ONLY.has(kind) ? precious || material === 'crystal' : true
}

/** Whether a modifier shows in the pictures of a kind. */
export function canShowModifier(kind: ItemKind, modifier: ItemModifier): boolean {
  if (modifier === 'runed') return RUNED.has(kind)
  if (modifier === 'rusty') return !NO_RUST.has(kind)
  return modifier === 'ornate' ? !NO_ORNAMENT.has(kind) : true
}

/** Whether a named colour shows in the pictures of a kind. */
export const takesColour = (kind: ItemKind): boolean => !NO_COLOUR.has(kind)
