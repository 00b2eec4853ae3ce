import type { ItemBackdrop, ItemKind, ItemMaterial, ItemModifier, ItemPlan, ItemStyle } from '@daedal/protocol/generation/item-plan'
import { itemModifiers } from '@daedal/protocol/generation/item-plan'
import { ENGINE_VERSION } from '../version.ts'
import { canShowCount } from './item-shows.ts'

/** What was understood of a prompt about an item; everything but the kind may be open. */
export type ItemWishes = {
  readonly item: ItemKind
  readonly form?: string
  /** Heeded by the kinds that are drawn well beside their like. */
  readonly count?: number
  readonly material?: ItemMaterial
  /** sRGB, `#rrggbb`. */
  readonly colour?: string
  readonly modifiers?: readonly ItemModifier[]
  readonly backdrop?: ItemBackdrop
  readonly style?: ItemStyle
  readonly size?: { readonly w: number; readonly h: number }
}

/** What leaves no shine. */
const DULL: ReadonlySet<ItemModifier> = new Set(['ancient', 'worn', 'rusty', 'frozen'])

/** Completes wishes to a plan. Modifiers are put in one order, so that the order of words does not change the plan. */
export function planItem(wishes: ItemWishes): ItemPlan {
  const asked = itemModifiers.filter((modifier) => wishes.modifiers?.includes(modifier))
  const dull = asked.some((modifier) => DULL.has(modifier))
  const modifiers = asked.filter((modifier) => !(dull && modifier === 'polished'))
  return {
    kind: 'item',
    engineVersion: ENGINE_VERSION,
    item: wishes.item,
    ...(wishes.count !== undefined && wishes.count > 1 && canShowCount(wishes.item, wishes.count) && { count: wishes.count }),
    form: wishes.form ?? '',
    // a crystal of crystal says nothing new
    material: wishes.item === 'crystal' && wishes.material === 'crystal' ? 'any' : (wishes.material ?? 'any'),
    colour: wishes.colour ?? '',
    modifiers,
    backdrop: wishes.backdrop ?? backdropFor(wishes.item, modifiers, wishes.style),
    style: wishes.style ?? 'photo',
    size: { w: wishes.size?.w ?? 768, h: wishes.size?.h ?? 768 },
  }
}

/** Ink is drawn on paper; light of its own wants a dark room; the seed chooses the table of everything else. */
function backdropFor(item: ItemKind, modifiers: readonly ItemModifier[], style: ItemStyle = 'photo'): ItemBackdrop {
  if (style === 'ink') return 'paper'
  if (modifiers.includes('cursed')) return 'violet'
  if (modifiers.includes('fiery')) return 'ember'
  if (modifiers.includes('glowing')) return 'night'
  if (modifiers.includes('frozen')) return 'frost'
  return item === 'lantern' || item === 'candle' || item === 'lamp' ? 'lamplight' : 'any'
}
