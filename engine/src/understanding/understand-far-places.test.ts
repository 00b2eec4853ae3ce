import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import { describe, expect, it } from 'vitest'
import { understand } from './understand.ts'

const sceneOf = (prompt: string) => {
  const plan = understand({ prompt }).plan as GenerationPlan
  if (plan.kind !== 'scene') return plan.kind
  return [plan.family, plan.composition, ...plan.things.map(({ thing, count }) => `${count} ${thing}`)].join(' ')
}

describe('snow, space and mountains', () => {
  it.each([
    ['a ship stuck in an ice field', 'snow icefield'],
    ['a polar bear on the ice', 'snow icefield 1 polar-bear'],
    ['a polar bear under northern lights', 'snow frozen 1 polar-bear'],
    ['a penguin in the snow', 'snow icefield 1 penguin'],
    ['a snowman on a snowy hill', 'snow slope 1 snowman'],
    ['a snow storm on a slope', 'snow slope'],
    ['igloos in the arctic', 'snow icefield 3 igloo'],
    ['雪人', 'snow slope 1 snowman'],
    ['雪地里的北极熊', 'snow icefield 1 polar-bear'],
    ['a rocket in space', 'space giant 1 spaceship'],
    ['a base on a distant planet', 'space base'],
    ['a rover on the moon', 'space moonscape 1 rover'],
    ['a planet with rings', 'space giant'],
    ['月球上的宇航员', 'space moonscape 1 astronaut'],
    ['a dormant volcano above a plain', 'mountain volcano'],
    ['an eagle over a mountain valley', 'mountain valley 1 eagle'],
    ['a lone hiker above the clouds', 'mountain ridge 1 hiker'],
    ['富士山', 'mountain volcano'],
  ])('%s: %s', (prompt, scene) => {
    expect(sceneOf(prompt)).toBe(scene)
  })

  it('takes snow on the ground for no snowfall where it always lies, and a snow storm for one', () => {
    const weatherOf = (prompt: string) => {
      const plan = understand({ prompt }).plan as GenerationPlan
      return plan.kind === 'scene' ? plan.weather : plan.kind
    }
    expect(weatherOf('a penguin in the snow')).toBe('any')
    expect(weatherOf('a snow storm on a slope')).toBe('snow')
    expect(weatherOf('a town in the snow')).toBe('snow')
  })

  it('gives a planet and Mars their colour', () => {
    const accentOf = (prompt: string) => {
      const plan = understand({ prompt }).plan as GenerationPlan
      return plan.kind === 'scene' ? plan.accent : plan.kind
    }
    expect(accentOf('a red planet')).toBe('#d3202f')
    expect(accentOf('a base on mars')).toBe('#b5623a')
  })
})
