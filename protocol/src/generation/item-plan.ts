import Type, { type Static } from 'typebox'
import { enumOf } from '../scalars.ts'

/** What the embedded engine can make an icon of. */
export const itemKinds = [
  'sword',
  'dagger',
  'axe',
  'hammer',
  'spear',
  'staff',
  'bow',
  'shield',
  'helmet',
  'potion',
  'crystal',
  'ring',
  'amulet',
  'crown',
  'coin',
  'book',
  'scroll',
  'key',
  'lantern',
  'candle',
  'compass',
  'hourglass',
  'chest',
  'goblet',
  'vase',
  'boots',
  'lute',
  'drum',
  'mushroom',
  'flower',
  'apple',
  'loaf',
  'cheese',
  'armillary',
  'crossbow',
  'katana',
  'mace',
  'scythe',
  'trident',
  'shuriken',
  'pistol',
  'cannon',
  'breastplate',
  'gauntlet',
  'cloak',
  'mask',
  'backpack',
  'quiver',
  'wand',
  'orb',
  'pickaxe',
  'shovel',
  'saw',
  'wrench',
  'gear',
  'anvil',
  'telescope',
  'magnifier',
  'rope',
  'bell',
  'horn',
  'violin',
  'guitar',
  'harp',
  'flute',
  'gramophone',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** What its main part is made of; `any` leaves the choice to the seed. */
export const itemMaterials = [
  'any',
  'steel',
  'iron',
  'silver',
  'gold',
  'brass',
  'bronze',
  'copper',
  'obsidian',
  'crystal',
  'bone',
  'jade',
] as const
export type ItemMaterial = (typeof itemMaterials)[number]

/** What was done to it. */
export const itemModifiers = ['ancient', 'rusty', 'glowing', 'cursed', 'frozen', 'fiery', 'runed', 'ornate', 'tiny'] as const
export type ItemModifier = (typeof itemModifiers)[number]

/** The ground it is shown on; `studio` is a soft grey table. */
export const itemBackdrops = [
  'studio',
  'paper',
  'sand',
  'slate',
  'mauve',
  'sage',
  'dusk',
  'clay',
  'moss',
  'frost',
  'night',
  'violet',
  'ember',
  'lamplight',
] as const
export type ItemBackdrop = (typeof itemBackdrops)[number]

/** How it is drawn. */
export const itemStyles = ['photo', 'painterly', 'ink', 'pixel', 'low-poly', 'neon', 'storybook'] as const
export type ItemStyle = (typeof itemStyles)[number]

/** A plan for an item icon. With the seed it decides every pixel. */
export const ItemPlan = Type.Object(
  {
    kind: Type.Literal('item'),
    engineVersion: Type.String({ minLength: 1, maxLength: 32 }),
    item: enumOf(itemKinds),
    form: Type.String({
      maxLength: 24,
      description: 'A named form of the item, such as `round` of a shield; empty leaves the choice to the seed',
    }),
    material: enumOf(itemMaterials),
    colour: Type.String({
      pattern: '^(#[0-9a-f]{6})?$',
      description: 'sRGB of its stones, liquid, cloth or paint; empty leaves the choice to the seed',
    }),
    modifiers: Type.Array(enumOf(itemModifiers), { uniqueItems: true, maxItems: itemModifiers.length }),
    backdrop: enumOf(itemBackdrops),
    style: enumOf(itemStyles),
    size: Type.Object(
      { w: Type.Integer({ minimum: 16, maximum: 2048 }), h: Type.Integer({ minimum: 16, maximum: 2048 }) },
      { additionalProperties: false, description: 'Pixels' },
    ),
  },
  { additionalProperties: false },
)
export type ItemPlan = Static<typeof ItemPlan>
