import type { WorldPlan } from '@daedal/protocol/generation/world-plan'
import { describe, expect, it } from 'vitest'
import { buildWorld } from '../world/build-world.ts'
import { understand } from './understand.ts'

const understandWorld = (prompt: string) => {
  const { plan, words } = understand({ prompt, kind: 'world' })
  return { plan: plan as WorldPlan, words }
}

const missed = (prompt: string) =>
  understandWorld(prompt)
    .words.filter(({ understood }) => !understood)
    .map(({ text }) => text)

describe('understanding a world', () => {
  it.each([
    ['a tiny mushroom village by a lake at night', 'mushrooms', 'pond', 'night'],
    ['a village by a lake with a pier', 'village', 'lakeside', 'any'],
    ['有教堂的小村', 'village', '', 'any'],
    ['a futuristic plaza with flying cars', 'plaza', '', 'any'],
    ['desert temple ruins at sunset', 'desert', 'temple', 'dusk'],
    ['a snowy forest with a cabin', 'snow', 'cabin', 'any'],
    ['floating islands with bridges', 'islands', '', 'any'],
    ['a gallery to hang pictures', 'gallery', '', 'any'],
    ['a harbour with a lighthouse', 'harbour', '', 'any'],
    ['a volcano with rivers of lava', 'volcano', '', 'any'],
    ['a farm with a barn and sheep', 'farm', 'barn', 'any'],
    ['a moon base', 'station', 'moonbase', 'any'],
    ['a witch in a swamp', 'swamp', 'witch', 'any'],
    ['the garden of a medieval castle', 'castle', 'garden', 'any'],
    ['夜晚的蘑菇村庄', 'mushrooms', '', 'night'],
    ['有金字塔的沙漠世界', 'desert', 'oasis', 'any'],
    ['一个空间站', 'station', '', 'any'],
    ['城堡的花园，有喷泉', 'castle', 'garden', 'any'],
    ['可行走的画廊', 'gallery', '', 'any'],
  ])('reads %j', (prompt, place, layout, time) => {
    const { plan } = understandWorld(prompt)
    expect([plan.place, plan.layout, plan.time]).toEqual([place, layout, time])
  })

  it('makes nouns into props, and leaves out what is ruled out', () => {
    expect(understandWorld('a desert with a fountain, two tents and a statue').plan.props).toEqual(['fountain', 'statue', 'tent'])
    expect(understandWorld('有喷泉和帐篷的城堡').plan.props).toEqual(['fountain', 'tent'])
    const { plan, words } = understandWorld('a farm without a windmill')
    expect(plan.props).toEqual([])
    expect(words.find(({ text }) => text === 'windmill')).toMatchObject({ role: 'not', understood: true })
  })

  it('takes colour and time from the words scenes have', () => {
    const { plan } = understandWorld('a castle with red banners at dusk')
    expect(plan.time).toBe('dusk')
    expect(plan.accent).toMatch(/^#[0-9a-f]{6}$/)
  })

  it('lists what it cannot show', () => {
    expect(missed('a castle with a submarine')).toEqual(['submarine'])
    expect(missed('a desert with a barn')).toEqual(['barn'])
    expect(missed('a harbour at night with a fountain')).toEqual([])
  })

  it('names what a place has instead', () => {
    const near = (prompt: string) => understandWorld(prompt).words.map(({ nearest }) => nearest?.[0])
    expect(near('a desert with a barn')).toEqual([undefined, 'desert'])
    expect(near('a vilage with a fontain')).toEqual(['village', 'fountain'])
  })

  it('has an answer to anything, and each answer is a world one can walk in', { timeout: 60_000 }, () => {
    for (const prompt of ['', '???', 'qwertz uiop', 'a world', 'no village, no castle', '世界'])
      expect(() => buildWorld(understandWorld(prompt).plan, 1)).not.toThrow()
  })

  it('knows when a world is wanted', () => {
    for (const prompt of ['a walkable mushroom village', 'a world of ice', '一个童话世界', '可漫游的城堡'])
      expect(understand({ prompt }).kind).toBe('world')
    for (const prompt of ['a golden sword', 'a lake at dusk', '一座城市']) expect(understand({ prompt }).kind).not.toBe('world')
  })
})
