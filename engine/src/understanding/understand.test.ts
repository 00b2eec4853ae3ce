import { generatedKinds } from '@daedal/protocol/generation/api'
import { parsePlan } from '@daedal/protocol/generation/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawable } from './lexicon/lexicon.ts'
import { understand } from './understand.ts'

const planOf = (prompt: string) => understand({ prompt }).plan
const wordsOf = (prompt: string) => understand({ prompt }).words
const missed = (prompt: string) => wordsOf(prompt).flatMap(({ text, understood }) => (understood ? [] : [text]))

describe('a prompt', () => {
  it('is understood wholly, in English and in Chinese', () => {
    const en = understand({ prompt: 'A futuristic city with flying cars and towering skyscrapers' })
    expect(en.words.map(({ text, role, understood }) => [text, role, understood])).toEqual([
      ['futuristic', 'setting', true],
      ['city', 'setting', true],
      ['flying cars', 'subject', true],
      ['towering', 'detail', true],
      ['skyscrapers', 'subject', true],
    ])
    expect([en.kind, en.understood, en.content]).toEqual(['scene', 5, 5])
    const zh = understand({ prompt: '一座未来城市，有飞行汽车和高耸的摩天大楼' })
    expect(zh.words.map(({ text }) => text)).toEqual(['未来城市', '飞行汽车', '高耸', '摩天大楼'])
    expect(zh.understood).toBe(4)
    expect(zh.plan).toEqual(en.plan)
    expect(en.plan).toMatchObject({ family: 'city', features: ['flying-cars', 'towers'], time: 'any', composition: '' })
    expect(planOf('未來城市，飛行汽車和高聳的摩天大樓')).toEqual(en.plan)
  })

  it.each([
    ['A futuristic city at night in the rain', { family: 'city', time: 'night', weather: 'rain' }],
    ['A mountain lake at sunrise', { family: 'lake', time: 'sunrise' }],
    ['a golden sword', { item: 'sword', material: 'gold' }],
    ['an 8-bit sword', { item: 'sword', style: 'pixel' }],
    ['a potion in a heart shaped bottle', { item: 'potion', form: 'heart' }],
    ['Floating sky islands at dusk, painterly', { family: 'islands', time: 'dusk', style: 'painterly' }],
    ['a glowing blue potion', { item: 'potion', colour: '#2b62e0', modifiers: ['glowing'] }],
    ['A lighthouse in a storm at sea', { family: 'coast', composition: 'lighthouse', weather: 'storm' }],
    ['A cabin in the snow at blue hour', { family: 'cabin', time: 'bluehour', weather: 'snow' }],
    ['low poly mountain lake', { family: 'lake', style: 'low-poly' }],
    ['pixel art of a lighthouse', { family: 'coast', style: 'pixel' }],
    ['synthwave city at night', { family: 'city', time: 'night', style: 'neon' }],
    ['绘本风格的森林', { style: 'storybook' }],
    ['desert ruins at sunset, ink', { family: 'desert', composition: 'ruins', time: 'dusk', style: 'ink' }],
    ['an erupting volcano at night', { family: 'volcano', composition: 'eruption', time: 'night' }],
    ['a mountain and a volcano', { family: 'volcano', composition: '' }],
    ['a windmill over a field of wheat', { family: 'farm', composition: 'windmill' }],
    ['an iceberg in the ocean', { family: 'sea', composition: 'icebergs' }],
    ['a space station over an alien planet', { family: 'space', composition: 'station' }],
    ['a misty swamp with dead trees', { family: 'swamp', composition: 'deadwood', weather: 'fog' }],
    ['a frozen lake under the northern lights', { family: 'snow', composition: 'frozen', features: ['aurora'] }],
    ['火山喷发的夜晚', { family: 'volcano', composition: 'eruption', time: 'night' }],
    ['雾中的沼泽', { family: 'swamp', weather: 'fog' }],
    ['autumn forest with a stream and a bridge', { family: 'forest', composition: 'stream', features: ['bridge', 'trees', 'autumn'] }],
    ['a red boat on a lake at dawn', { family: 'lake', composition: 'pier', accent: '#d3202f' }],
    ['a neon wolf in the snow', { family: 'snow', style: 'neon', things: [{ thing: 'wolf', count: 1, colour: '' }] }],
    ['a neon street', { family: 'city', style: 'photo', features: ['neon'] }],
    ['a red cabin in the snow', { family: 'cabin', accent: '#d3202f' }],
    ['a castle in the clouds', { family: 'castle', composition: 'clouds' }],
    ['云中的城堡', { family: 'castle', composition: 'clouds' }],
    ['a crater with a lava lake', { family: 'volcano', composition: 'crater' }],
    ['a crater lake', { family: 'lake', composition: 'tarn' }],
    ['a vineyard at sunset', { family: 'farm', composition: 'vineyard' }],
    ['a waterfall in a forest', { family: 'lake', composition: 'falls' }],
    ['a blue sea under white clouds', { family: 'coast', accent: '' }],
    ['a ruby ring in the forest', { item: 'ring', colour: '#d3143c', backdrop: 'moss' }],
    ['a rusty old iron key', { item: 'key', material: 'iron', modifiers: ['worn', 'rusty'] }],
    ['a small wooden house in the woods', { family: 'cabin' }],
    ['a wooden chest', { item: 'chest', material: 'any' }],
    ['a magic ring with a blue gem', { item: 'ring', colour: '#2b62e0', modifiers: ['glowing'] }],
    ['crystal sword', { item: 'sword', material: 'crystal' }],
    ['a wizard robe', { item: 'cloak', form: 'robe' }],
    ['a red electric guitar', { item: 'guitar', form: 'electric', colour: '#d3202f' }],
    ['发光的魔杖', { item: 'wand', modifiers: ['glowing'] }],
    ['古老的大炮', { item: 'cannon', modifiers: ['ancient'] }],
    ['a bottle of red wine', { item: 'wine', form: '' }],
    ['a bronze cat statue', { item: 'cat', material: 'bronze' }],
    ['a birthday cake', { item: 'cake', form: 'birthday' }],
    ['招财猫', { item: 'cat', form: 'lucky' }],
    ['雨夜的赛博朋克街道', { family: 'city', composition: 'canyon', time: 'night', weather: 'rain', features: ['neon'] }],
    ['雪山下的村庄，极光', { family: 'cabin', composition: 'village', features: ['aurora'] }],
    ['森林里的一把剑', { item: 'sword', backdrop: 'moss' }],
    ['一瓶发光的蓝色药水', { item: 'potion', colour: '#2b62e0', modifiers: ['glowing'] }],
    ['阳光明媚的海边灯塔', { family: 'coast', composition: 'lighthouse', weather: 'clear', time: 'day' }],
    ['portrait of an old fisherman', { being: 'person', age: 'old', headwear: 'beanie', clothes: 'sweater' }],
    ['a fox wizard', { being: 'fox', headwear: 'wizard-hat', clothes: 'robe' }],
    ['戴红色头巾的女孩', { presentation: 'feminine', age: 'child', headwear: 'headscarf', headwearColour: '#c3262f' }],
    ['woman with porcelain skin, red hair bob and green eyes', { skin: '#e7b79c', hair: 'bob', hairColour: '#b5451b', eyes: '#3f8a55' }],
    [
      'bearded man with long white beard and a grey suit',
      { beard: 'long', hairColour: '#e6e4e2', clothes: 'suit', clothesColour: '#8b8e96' },
    ],
    ['black cat with green eyes', { being: 'cat', skin: '#232227', eyes: '#3f8a55' }],
    ['a boy in a wheelchair with freckles', { age: 'child', features: ['freckles', 'wheelchair'] }],
    ['woman with a prosthetic arm and a blue hijab', { headwear: 'headscarf', headwearColour: '#2f68c4', features: ['prosthetic-arm'] }],
    ['坐轮椅的老爷爷，白胡子', { age: 'old', beard: 'full', features: ['wheelchair'] }],
    ['微笑的黑皮肤女王，金色王冠', { skin: '#6b432a', expression: 'happy', headwear: 'crown', headwearColour: '#e2a93b' }],
    ['一只戴帽子的熊猫', { being: 'panda', headwear: 'cap' }],
    ['pixel art of a tiger', { being: 'tiger', style: 'pixel' }],
    ['a person with vitiligo and a hearing aid', { features: ['vitiligo', 'hearing-aid'] }],
    ['🦊 😎', { being: 'fox', features: ['sunglasses'] }],
    ['🌃 🚗', { family: 'city', time: 'night', features: ['flying-cars'] }],
  ])('%s: every word shows in the plan', (prompt, plan) => {
    expect(missed(prompt)).toEqual([])
    expect(planOf(prompt)).toMatchObject(plan)
  })

  it.each([
    ['a city without cars or people at night', { without: ['flying-cars', 'people'], features: [], time: 'night' }],
    ['没有飞车的未来城市，夜晚', { family: 'city', without: ['flying-cars'], time: 'night' }],
    ['不要下雨，灯塔', { composition: 'lighthouse', weather: 'clear' }],
    ['mountains, not a city, without snow', { family: 'mountain', weather: 'clear' }],
    ['city, no flying cars, flying cars', { without: ['flying-cars'], features: [] }],
    ['a cabin, not at night', { family: 'cabin', time: 'day' }],
    ['a king without a crown', { clothes: 'robe', headwear: 'none' }],
    ['a wizard with no beard and without glasses', { beard: 'none', features: [], without: ['glasses'] }],
    ['portrait of a woman without earrings or freckles', { features: [], without: ['freckles', 'earrings'] }],
    ['没有雀斑的女孩，不要口红', { features: [], without: ['freckles', 'lipstick'] }],
    ['a fox without a scarf', { being: 'fox', clothes: 'none' }],
    ['a girl without braids', { hair: 'long' }],
    ['没有胡子的老人', { age: 'old', beard: 'none' }],
    ['a sword without rust, not rusty', { item: 'sword', modifiers: [] }],
  ])('%s: what is ruled out is honoured', (prompt, plan) => {
    expect(planOf(prompt)).toMatchObject(plan)
    const negated = wordsOf(prompt).filter(({ role }) => role === 'not')
    expect(negated.length).toBeGreaterThan(0)
    expect(negated.filter(({ understood }) => !understood)).toEqual(negated.filter(({ text }) => text === 'rust'))
  })

  it.each([
    ['an old town at dusk', { family: 'town', time: 'dusk' }],
    ['a lane by day', { family: 'town', composition: 'lane', time: 'day' }],
    ['a stone bridge over a canal in a water town', { family: 'town', composition: 'canal' }],
    ['rainy town square', { family: 'town', composition: 'square', weather: 'rain' }],
    ['a castle on a lake', { family: 'castle', composition: 'lake' }],
    ['a castle above the clouds', { family: 'castle', composition: 'clouds' }],
    ['the drawbridge of a castle in snow', { family: 'castle', composition: 'gate', weather: 'snow' }],
    ['a night market with people', { family: 'market', composition: 'night', time: 'night' }],
    ['港口集市', { family: 'market', composition: 'harbour' }],
    ['古镇的运河', { family: 'town', composition: 'canal' }],
    ['an old town by a river with boats', { family: 'town', composition: 'riverside', features: ['boat'] }],
    ['河边的古镇', { family: 'town', composition: 'riverside' }],
    ['湖边的城堡', { family: 'castle', composition: 'lake' }],
    ['a futuristic city with a canal', { family: 'city', composition: 'waterfront' }],
  ])('%s: a built place, every word of it understood', (prompt, plan) => {
    expect(planOf(prompt)).toMatchObject(plan)
    expect(missed(prompt)).toEqual([])
  })

  it.each([
    ['a three-masted ship', 'three-masted', { family: 'sea', things: [] }],
    ['a two-handed axe', 'two-handed', { item: 'axe' }],
  ])('%s: a number joined to a word counts nothing', (prompt, word, plan) => {
    expect(planOf(prompt)).toMatchObject(plan)
    expect(planOf(prompt)).not.toHaveProperty('count')
    expect(missed(prompt)).toEqual([word])
  })

  it('names what it cannot draw, and what comes near it', () => {
    expect(wordsOf('a geyser with a saxophone at sunset')).toMatchObject([
      { text: 'geyser', understood: false, nearest: expect.arrayContaining(['lake']) },
      { text: 'saxophone', understood: false },
      { text: 'sunset', understood: true },
    ])
    expect(wordsOf('futurstic skyscrapper')).toMatchObject([
      { nearest: expect.arrayContaining(['futuristic']) },
      { nearest: ['skyscraper'] },
    ])
    expect(wordsOf('教堂')).toMatchObject([{ understood: false, nearest: expect.arrayContaining(['城堡']) }])
    expect(wordsOf('seven potions')).toMatchObject([{ text: 'seven', role: 'count', understood: false }, { understood: true }])
    expect(wordsOf('三座城堡').find(({ role }) => role === 'count')).toEqual(expect.not.objectContaining({ nearest: expect.anything() }))
    expect(missed('a red and blue potion')).toHaveLength(1)
    expect(missed('asdf qwer')).toEqual(['asdf', 'qwer'])
    expect(missed('a red cabin')).toEqual([])
    expect(missed('city, a waterfall')).toEqual(['waterfall'])
    expect(missed('an old lion with freckles in a forest')).toEqual(['old', 'freckles'])
    expect(missed('portrait of a blorfing cat')).toEqual(['blorfing'])
  })

  it('gives way to a kind and a style that are asked for', () => {
    expect(understand({ prompt: 'a golden sword', kind: 'scene' }).plan).toMatchObject({ kind: 'scene' })
    expect(understand({ prompt: 'a city', kind: 'item' }).kind).toBe('item')
    expect(understand({ prompt: 'a dragon', kind: 'item' }).plan).toMatchObject({ item: 'dragon' })
    expect(understand({ prompt: 'a sword with a dragon', kind: 'item' }).plan).toMatchObject({ item: 'sword' })
    expect(understand({ prompt: 'a dragon' }).kind).toBe('avatar')
    expect(understand({ prompt: 'a city', style: 'ink' }).plan).toMatchObject({ style: 'ink' })
    expect(understand({ prompt: 'a city', kind: 'avatar', style: 'pixel' }).plan).toMatchObject({ kind: 'avatar', style: 'pixel' })
    expect(understand({ prompt: 'portrait of a knight', kind: 'item' }).kind).toBe('item')
    expect(understand({ prompt: 'city', style: 'no such style' }).plan).toMatchObject({ style: 'photo' })
  })

  it('is read from a lexicon of several hundred words in each language', () => {
    const chinese = drawable.filter(({ key }) => /\p{Script=Han}/u.test(key)).length
    expect(chinese).toBeGreaterThan(400)
    expect(drawable.length - chinese).toBeGreaterThan(700)
  })
})

describe('any text', () => {
  const hostile = fc.oneof(
    fc.string({ maxLength: 200, unit: 'binary' }),
    fc.string({ maxLength: 200, unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          ...drawable.map(({ key }) => key),
          'the',
          'without',
          '没有',
          '，',
          'three',
          '🐉',
          'שלום',
          'constructor',
          '__proto__',
          "'s",
        ),
        {
          maxLength: 40,
        },
      )
      .map((parts) => parts.join(' ')),
  )

  it('has an answer: stretches in order, no more understood than there is, a valid plan, the same each time', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...generatedKinds, undefined), (prompt, kind) => {
        const answer = understand({ prompt, ...(kind && { kind }) })
        let at = 0
        for (const { start, end, text } of answer.words) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(prompt.slice(start, end)).toBe(text)
          at = end
        }
        expect(at).toBeLessThanOrEqual(prompt.length)
        expect(answer.understood).toBeLessThanOrEqual(answer.content)
        expect(answer.content).toBe(answer.words.length)
        expect(parsePlan(answer.plan)).toEqual(answer.plan)
        expect(understand({ prompt, ...(kind && { kind }) })).toEqual(answer)
      }),
      { numRuns: 200 },
    )
  })

  it('means the same whatever the order of its adjectives', () => {
    const sorts: [noun: string, adjectives: string[]][] = [
      ['city', ['futuristic', 'rainy', 'crowded', 'neon', 'purple', 'foggy', 'towering', 'quiet', 'sunny']],
      ['sword', ['golden', 'rusty', 'blue', 'red', 'ancient', 'glowing', 'iron', 'tiny', 'ornate']],
      ['woman', ['old', 'smiling', 'tanned', 'curly', 'freckled', 'bald', 'sad', 'androgynous', 'blonde']],
      ['cat', ['angry', 'ginger', 'fluffy', 'black', 'sleepy', 'golden']],
      ['lake', ['peaceful', 'snowy', 'misty', 'dramatic', 'painterly', 'autumn', 'gloomy']],
    ]
    for (const [noun, adjectives] of sorts)
      fc.assert(
        fc.property(fc.shuffledSubarray(adjectives, { minLength: 2 }), (some) => {
          const inOrder = adjectives.filter((adjective) => some.includes(adjective))
          expect(planOf(`a ${some.join(', ')} ${noun}`)).toEqual(planOf(`a ${inOrder.join(', ')} ${noun}`))
        }),
        { numRuns: 40 },
      )
  })

  it.each([
    ['2,000 letters without a space', 'a'.repeat(2_000)],
    ['2,000 Chinese characters', '未来城市里的飞车与高楼龘'.repeat(170).slice(0, 2_000)],
    ['400 unknown words', 'blorf snig wabbet qux '.repeat(100).slice(0, 2_000)],
    ['400 known words', 'misty city rain cars night '.repeat(80).slice(0, 2_000)],
    ['emoji', '🐉🌃⚔️👨‍👩‍👧'.repeat(200).slice(0, 2_000)],
    ['marks', '.,;!?'.repeat(400)],
    ['writing from the right', 'مدينة المستقبل '.repeat(130).slice(0, 2_000)],
  ])('of 2,000 characters has an answer, every time the same: %s', (_, prompt) => {
    const answer = understand({ prompt })
    expect(answer.understood).toBeLessThanOrEqual(answer.content)
    expect(understand({ prompt })).toEqual(answer)
  })
})
