import { ITEMS_TOGETHER, type ItemKind, type ItemMaterial, type ItemModifier } from '@daedal/protocol/generation/item-plan'
import { isSubstance } from './substance.ts'

const kinds = (list: string): ReadonlySet<ItemKind> => new Set(list.split(' ') as ItemKind[])

/** Glass, flesh and petals: nothing of them is made of metal. */
const NO_MATERIAL = kinds('potion crystal mushroom')
/** Only their fittings are of metal, so gold and silver show and nothing else does. */
const FITTINGS_ONLY = kinds('book scroll hourglass flower boots lute cloak backpack quiver orb rope wand')
/** They can be gilded or made of one substance as a whole; of other metals they are not. */
const WHOLE_ONLY = kinds('vase apple loaf cheese drum violin guitar meat carrot cherries banana pumpkin wine cactus')
/** Of metal, where it shows at all: a band, a dish, a blade. */
const METAL_ONLY = kinds('bow crossbow chest candle gauntlet pie hourglass scroll harp flute compass')
/** Made of wood, of glass, of clay or of leather by themselves; said again it changes nothing. */
const OF_ITSELF: Readonly<Partial<Record<ItemMaterial, ReadonlySet<ItemKind>>>> = {
  wood: kinds('chest lute bow staff drum crossbow violin guitar harp chair table bed barrel clock ship'),
  glass: kinds('potion hourglass lantern wine orb fishbowl lamp mirror magnifier'),
  clay: kinds('flower cactus'),
  leather: kinds('boots book backpack quiver'),
}
const RUNED = kinds(
  'sword dagger axe hammer ring amulet katana mace scythe shuriken pistol cannon breastplate gauntlet quiver pickaxe shovel saw wrench gear anvil telescope magnifier bell horn throne trophy',
)
const NO_RUST = kinds(
  'potion crystal vase boots mushroom apple loaf cheese cloak chair table bed throne cake pie fish meat wine teapot cup pumpkin carrot cherries banana egg cat dog rabbit owl turtle dragon fishbowl skull cactus umbrella die feather',
)
const NO_ORNAMENT = kinds(
  'potion crystal coin lantern candle vase boots mushroom apple loaf cheese armillary cake fish pumpkin carrot cherries banana',
)
/** Too slender, too small or too clear for a pattern to be seen. */
const NO_PAINT = kinds(
  'potion crystal sword dagger spear staff bow ring amulet key candle katana scythe trident wand orb rope saw harp bicycle feather fishbowl wine magnifier armillary hourglass',
)
/** Stone, hide, pastry and fur that no polishing brings to a shine. */
const NO_SHINE = kinds(
  'potion crystal book scroll candle boots cloak backpack quiver rope loaf cheese mushroom flower bed cake pie fish meat carrot cactus feather fishbowl orb umbrella wine',
)
/** What is eaten or alive does not wear. */
const NO_WEAR = kinds(
  'potion crystal mushroom apple loaf cheese cake pie fish meat pumpkin carrot cherries banana egg flower cactus cat dog rabbit owl turtle dragon',
)
const NO_COLOUR = kinds('coin lute loaf shuriken gear anvil table barrel')

/** Whether a material shows in the pictures of a kind. */
export function canShowMaterial(kind: ItemKind, material: ItemMaterial): boolean {
  const precious = material === 'gold' || material === 'silver'
  if (NO_MATERIAL.has(kind) || OF_ITSELF[material]?.has(kind)) return false
  if (FITTINGS_ONLY.has(kind)) return precious
  if (isSubstance(material)) return !METAL_ONLY.has(kind)
  return WHOLE_ONLY.has(kind) ? precious : true
}

/** Whether a modifier shows in the pictures of a kind. */
export function canShowModifier(kind: ItemKind, modifier: ItemModifier): boolean {
  if (modifier === 'runed') return RUNED.has(kind)
  if (modifier === 'worn') return !NO_WEAR.has(kind)
  if (modifier === 'rusty') return !NO_RUST.has(kind)
  if (modifier === 'striped' || modifier === 'spotted') return !NO_PAINT.has(kind)
  if (modifier === 'broken') return kind !== 'crystal' && kind !== 'candle'
  if (modifier === 'polished') return !NO_SHINE.has(kind)
  return modifier === 'ornate' ? !NO_ORNAMENT.has(kind) : true
}

/** Kinds of which two or three make a picture; of the rest one alone is drawn well. */
const IN_COMPANY = kinds(
  'sword dagger axe hammer spear potion ring key lantern candle goblet vase apple banana pumpkin cactus flower cup wine bell skull shuriken owl cat rabbit carrot hourglass mace pickaxe trophy',
)

/** Whether so many of a kind are drawn. */
export const canShowCount = (kind: ItemKind, count: number): boolean => count === 1 || (count <= ITEMS_TOGETHER && IN_COMPANY.has(kind))

/** Whether a named colour shows in the pictures of a kind. */
export const takesColour = (kind: ItemKind): boolean => !NO_COLOUR.has(kind)
