import { ITEM_PHRASES, MATERIAL_PHRASES, MODIFIER_PHRASES } from '@daedal/engine/describe/item-words'
import { canShowCount, canShowMaterial, canShowModifier, takesColour } from '@daedal/engine/item/item-shows'
import {
  ITEMS_TOGETHER,
  type ItemKind,
  type ItemPlan,
  itemBackdrops,
  itemKinds,
  itemMaterials,
  itemModifiers,
} from '@daedal/protocol/generation/item-plan'
import { formsOf } from './item-forms.ts'
import { optionList } from './option-list.ts'
import { ITEM_BACKDROP_NAMES } from './plan-names.ts'
import type { KindSettings } from './plan-settings.ts'

const countsOf = (item: ItemKind) =>
  Array.from({ length: ITEMS_TOGETHER }, (_, at) => at + 1)
    .filter((count) => canShowCount(item, count))
    .map((count) => ({ value: String(count), text: String(count) }))

const materialsOf = (item: ItemKind) => itemMaterials.filter((material) => material === 'any' || canShowMaterial(item, material))

/** An item: what it is, what it is made of, and what was done to it. */
export const itemSettings: KindSettings<ItemPlan> = {
  choices({ item }, words) {
    const forms = formsOf(item)
    const counts = countsOf(item)
    return [
      { key: 'item', label: 'create.plan.item', options: optionList(itemKinds, ITEM_PHRASES, words) },
      { key: 'form', label: 'create.plan.form', options: optionList(['', ...forms.keys()], Object.fromEntries(forms), words) },
      ...(counts.length > 1 ? [{ key: 'count', label: 'create.plan.count', options: counts } as const] : []),
      { key: 'material', label: 'create.plan.material', options: optionList(materialsOf(item), MATERIAL_PHRASES, words) },
      { key: 'backdrop', label: 'create.plan.backdrop', options: optionList(itemBackdrops, ITEM_BACKDROP_NAMES, words) },
    ]
  },
  several: ({ item }, words) => [
    {
      key: 'modifiers',
      label: 'create.plan.modifiers',
      options: optionList(
        itemModifiers.filter((modifier) => canShowModifier(item, modifier)),
        MODIFIER_PHRASES,
        words,
      ),
      most: itemModifiers.length,
    },
  ],
  colours: ({ item }) => (takesColour(item) ? [{ key: 'colour', label: 'create.plan.colour' }] : []),
  change(plan, key, value) {
    const { item, count = 1 } = plan
    if (key === 'count') return { item, count: Number(value) }
    if (key !== 'item') return { item, [key]: value }
    const next = value as ItemKind
    return {
      item: next,
      form: '',
      material: canShowMaterial(next, plan.material) ? plan.material : 'any',
      modifiers: plan.modifiers.filter((modifier) => canShowModifier(next, modifier)),
      colour: takesColour(next) ? plan.colour : '',
      ...(!canShowCount(next, count) && { count: 1 }),
    }
  },
}
