import { KINDS } from '@daedal/engine/item/kinds'
import { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import { ItemPlan, itemKinds } from '@daedal/protocol/generation/item-plan'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { ScenePlan, sceneFamilies } from '@daedal/protocol/generation/scene-plan'
import { WorldPlan, worldPlaces } from '@daedal/protocol/generation/world-plan'
import { describe, expect, it } from 'vitest'
import { formsOf } from './item-forms.ts'
import { settingsOf } from './plan-settings.ts'
import { avatarPlan, itemPlan, scenePlan, worldPlan } from './testing/plans.ts'

const t = (key: string) => key
const plans: GenerationPlan[] = [
  ...sceneFamilies.map((family) => scenePlan({ family })),
  ...itemKinds.map((item) => itemPlan({ item })),
  avatarPlan(),
  ...worldPlaces.map((place) => worldPlan({ place })),
]
const schemas = { scene: ScenePlan, item: ItemPlan, avatar: AvatarPlan, world: WorldPlan }

describe('settings of a plan', () => {
  it('are all that the plan has, but for what nobody changes and for the style, which is chosen elsewhere', () => {
    for (const kind of ['scene', 'item', 'avatar', 'world'] as const) {
      const offered = plans
        .filter((plan) => plan.kind === kind)
        .flatMap((plan) => {
          const settings = settingsOf(plan)
          const words = { language: 'en', t } as const
          return [...settings.choices(plan, words), ...settings.several(plan, words), ...settings.colours(plan)].map(({ key }) => key)
        })
      const keys = new Set([...offered, 'kind', 'engineVersion', 'style', 'size', ...(kind === 'scene' ? ['things'] : [])])
      if (kind === 'world') for (const fixed of ['style', 'size']) keys.delete(fixed)
      expect([...keys].toSorted()).toEqual(Object.keys(schemas[kind].properties).toSorted())
    }
  })

  it('name every value, each differently, in both languages', () => {
    for (const language of ['en', 'zh'] as const)
      for (const plan of plans) {
        const settings = settingsOf(plan)
        for (const { key, options } of [...settings.choices(plan, { language, t }), ...settings.several(plan, { language, t })]) {
          const where = `${JSON.stringify(plan)} ${key}`
          expect(new Set(options.map(({ text }) => text)).size, where).toBe(options.length)
          if (language === 'zh')
            expect(
              options.filter(({ text }) => /^[a-z-]+$/.test(text)),
              where,
            ).toEqual([])
        }
      }
  })

  it('hold the value that the plan has', () => {
    // an item is one where its plan does not say how many
    for (const plan of plans)
      for (const { key, options } of settingsOf(plan).choices(plan, { language: 'en', t }))
        expect(options.map(({ value }) => value)).toContain(String((plan as Record<string, unknown>)[key] ?? 1))
  })

  it('know the forms that the engine draws', () => {
    for (const item of itemKinds) expect([item, ...formsOf(item).keys()]).toEqual([item, ...KINDS[item].forms])
  })
})

describe('a change', () => {
  it('of the item takes along what only the item before could show', () => {
    const sword = itemPlan({ item: 'sword', form: 'wavy', material: 'steel', modifiers: ['runed', 'glowing'], colour: '#ff0000' })
    expect(settingsOf(sword).change(sword, 'item', 'mushroom')).toEqual({
      item: 'mushroom',
      form: '',
      material: 'any',
      modifiers: ['glowing'],
      colour: '#ff0000',
    })
  })

  it('of what a portrait has or does without leaves nothing in both lists', () => {
    const sitter = { ...avatarPlan(), features: ['glasses' as const, 'scar' as const], without: ['earrings' as const] }
    expect(settingsOf(sitter).change(sitter, 'without', ['earrings', 'scar'])).toEqual({
      features: ['glasses'],
      without: ['earrings', 'scar'],
    })
    expect(settingsOf(sitter).change(sitter, 'features', ['earrings'])).toEqual({ features: ['earrings'], without: [] })
  })

  it('of what belongs to an item or a place holds the item or the place, whatever the words become', () => {
    const shield = itemPlan({ item: 'shield' })
    expect(settingsOf(shield).change(shield, 'form', 'round')).toEqual({ item: 'shield', form: 'round' })
    const apples = { ...itemPlan({ item: 'apple' }), count: 3 }
    expect(settingsOf(apples).change(apples, 'count', '2')).toEqual({ item: 'apple', count: 2 })
    expect(settingsOf(apples).change(apples, 'item', 'throne')).toMatchObject({ item: 'throne', count: 1 })
    const farm = worldPlan({ place: 'farm' })
    expect(settingsOf(farm).change(farm, 'layout', 'mill')).toEqual({ place: 'farm', layout: 'mill' })
    expect(settingsOf(farm).change(farm, 'place', 'swamp')).toEqual({ place: 'swamp', layout: '' })
  })
})
