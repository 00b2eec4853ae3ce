import {
  avatarAges,
  avatarBeards,
  avatarBeings,
  avatarClothes,
  avatarExpressions,
  avatarFeatures,
  avatarHairs,
  avatarHeadwear,
} from '@daedal/protocol/generation/avatar-plan'
import { expect, it } from 'vitest'
import { planAvatar } from '../avatar/plan-avatar.ts'
import { parsePlan } from '../engine.ts'
import { itemNouns } from '../item/lexicon/nouns.ts'
import { planItem } from '../item/plan-item.ts'
import { understand } from '../understanding/understand.ts'
import { colourWord } from './colour-word.ts'
import { describePlan } from './describe-plan.ts'

const told = (prompt: string, language: 'en' | 'zh') => describePlan(parsePlan(understand({ prompt }).plan), language)

it('tells what a scene shows, in both languages', () => {
  const prompt = 'A futuristic city with flying cars and towering skyscrapers at night in the rain'
  expect(told(prompt, 'en')).toMatch(/^A futuristic city .*at night in the rain, with flying cars and towering skyscrapers\.$/)
  expect(told(prompt, 'zh')).toMatch(/^夜晚的雨中的未来城市，.*飞行汽车、高耸的摩天大楼。$/)
})

it('tells of a place of its own, not of the family that draws it', () => {
  expect(told('a lion in the savanna at dusk', 'en')).toBe('A savanna at dusk, with a lion.')
  expect(told('稀树草原上的狮子', 'zh')).toBe('稀树草原，有狮子。')
})

it('tells what someone holds and what stands by what', () => {
  expect(told('a woman holding a red umbrella in a forest', 'en')).toMatch(/with a woman holding a red umbrella/)
  expect(told('a fox beside two bears in a forest', 'en')).toMatch(/with a fox beside the bear, two bears/)
  expect(told('森林里，熊身边的狐狸', 'zh')).toMatch(/狐狸在熊旁边/)
})

it('tells what an item is', () => {
  expect(told('a golden sword', 'en')).toBe('A golden sword.')
  expect(told('three golden apples', 'en')).toBe('Three golden apples.')
  expect(told('two bottles of wine', 'en')).toBe('Two bottles of wine.')
  expect(told('两把金剑', 'zh')).toBe('两个金制剑。')
  expect(told('an ancient blue potion', 'en')).toBe('An ancient blue potion.')
  expect(told('a golden sword', 'zh')).toBe('金制剑。')
})

it('tells who a portrait shows', () => {
  expect(told('laughing old woman with white bun, blue eyes and a red scarf, pixel art', 'en')).toBe(
    'A portrait of a laughing old woman with a white bun, blue eyes and a red scarf, as pixel art.',
  )
  expect(told('a fox wizard', 'en')).toBe('A portrait of a fox with a wizard hat and a robe.')
  expect(told('girl in red, in a wheelchair', 'en')).toBe('A portrait of a girl with red clothes and a wheelchair.')
  expect(told('戴红色头巾的女孩', 'zh')).toBe('女孩的肖像，有红色头巾。')
  expect(told('微笑的黑皮肤女王', 'zh')).toBe('微笑的女人的肖像，有深色的皮肤、王冠、长袍。')
})

it('tells of every value that a portrait can have, in both languages', () => {
  const lists = { being: avatarBeings, age: avatarAges, hair: avatarHairs, beard: avatarBeards, expression: avatarExpressions }
  const worn = { clothes: avatarClothes, headwear: avatarHeadwear }
  const plain = planAvatar({})
  for (const language of ['en', 'zh'] as const) {
    const texts = Object.entries({ ...lists, ...worn }).flatMap(([key, values]) =>
      values
        .filter((value) => !['any', 'none', 'person'].includes(value))
        .map((value) => describePlan({ ...plain, [key]: value }, language)),
    )
    const features = avatarFeatures.map((feature) => describePlan({ ...plain, features: [feature] }, language))
    const all = [...texts, ...features]
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((text) => text.includes('undefined') || text === describePlan(plain, language))).toEqual([])
  }
})

it('tells of a form of an item so that the sentence, read again, asks for it', () => {
  for (const { concept } of itemNouns) {
    const { item, form } = concept
    if (form === undefined) continue
    for (const language of ['en', 'zh'] as const) {
      const told = describePlan(planItem({ item, form }), language)
      expect(understand({ prompt: told, kind: 'item' }).plan, told).toMatchObject({ item, form })
    }
  }
})

it('finds a word for a colour', () => {
  expect(['#ff0000', '#2b62e0', '#101010', '#fafafa', '#808080', '#31c45a'].map((colour) => colourWord(colour)?.en)).toEqual([
    'red',
    'blue',
    'black',
    'white',
    'grey',
    'green',
  ])
  expect(colourWord('')).toBeNull()
})
