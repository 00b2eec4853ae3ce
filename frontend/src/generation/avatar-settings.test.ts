import { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import { expect, it } from 'vitest'
import { avatarColours, avatarSettings, featureOptions, optionsOf } from './avatar-settings.ts'

const t = (key: string) => key

it('offers every setting of the plan, but for style and size, which are chosen elsewhere', () => {
  const offered = [...avatarSettings, ...avatarColours, 'features', 'kind', 'engineVersion', 'style', 'size']
  expect(offered.toSorted()).toEqual(Object.keys(AvatarPlan.properties).toSorted())
})

it('names every choice, each differently, in both languages', () => {
  for (const language of ['en', 'zh'] as const)
    for (const options of [...avatarSettings.map((setting) => optionsOf(setting, language, t)), featureOptions(language)]) {
      expect(new Set(options.map(({ text }) => text)).size).toBe(options.length)
      expect(options.filter(({ value, text }) => language === 'zh' && text === value)).toEqual([])
    }
})
