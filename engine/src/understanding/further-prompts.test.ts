import { describe, expect, it } from 'vitest'
import { understand } from './understand.ts'

/** Prompts that no list of words was made for. */
const ENGLISH = [
  'two brown horses grazing on a farm in the evening',
  'a whale leaping beside a sailing ship',
  'a yellow hot air balloon drifting over a frozen lake',
  'five swans swimming on a mountain lake at dawn',
  'a knight standing on a winding path below a castle',
  'an owl flying through a misty birch forest',
  'a quiet village under snow with smoke from the chimneys',
  'a stormy sea with three sharks',
  'an astronaut beside a rocket on the moon',
  'a vast desert under a starry sky',
  'a red barn behind a wooden fence',
  'a colourful bazaar full of fruit',
  'a lava river flowing from a volcano at night',
  'a cottage garden with a pond and roses',
  'penguins on an endless ice field',
  'a narrow cobbled lane in an old town at noon',
  'a gleaming bronze helmet with a crest',
  'a carved pumpkin with a glowing face',
  'a thick ancient book with torn pages',
  'a round oak table',
  'a polished silver trumpet',
  'a wooden guitar with steel strings',
  'an iron teapot with a handle',
  'a blue potion with a cork',
  'a telescope on a tripod',
  'a Japanese woman with a red kimono',
  'a 70 year old farmer with a straw hat',
  'an Irish girl with freckles',
  'a smiling baker, 40',
  'a dwarf with a red beard and a helmet',
  'an island world to explore at dusk',
  'a space station to walk around in',
] as const
const CHINESE = [
  '两只白色的天鹅在湖上游动',
  '三匹马在农场吃草',
  '一条蜿蜒的小路通向城堡',
  '雪地里的狐狸',
  '一只橙色的猫，戴着眼镜',
  '戴草帽的农民',
  '六十五岁的渔夫',
  '一把锋利的银剑',
  '挂满红灯笼的夜市',
  '火山旁流淌的岩浆',
  '老旧的木桌和一盏灯',
  '在沙滩上奔跑的狗',
] as const

const shareOf = (prompts: readonly string[]) => {
  const answers = prompts.map((prompt) => understand({ prompt }))
  const sum = (key: 'understood' | 'content') => answers.reduce((total, answer) => total + answer[key], 0)
  return sum('understood') / sum('content')
}

const planOf = (prompt: string) => understand({ prompt }).plan
const missed = (prompt: string) => understand({ prompt }).words.flatMap(({ text, understood }) => (understood ? [] : [text]))

describe('prompts that are in no list', () => {
  it('are realised in nine words of ten', () => {
    expect(shareOf(ENGLISH)).toBeGreaterThan(0.9)
    expect(shareOf(CHINESE)).toBeGreaterThan(0.8)
  })
})

describe('the kind', () => {
  it.each([
    ['a grandfather clock', 'item'],
    ['an oak table', 'item'],
    ['a rocket with fins', 'item'],
    ['a rocket on the moon', 'scene'],
    ['a robot dog', 'item'],
    ['a dancer with green eyes', 'avatar'],
    ['four foxes', 'scene'],
    ['a fox', 'avatar'],
    ['portrait of two foxes', 'avatar'],
    ['戴皇冠的老虎', 'avatar'],
    ['an art gallery', 'world'],
    ['a harbour to walk through', 'world'],
    ['可以探索的村庄', 'world'],
    ['a woman walking in a forest', 'scene'],
  ])('of "%s" is %s', (prompt, kind) => {
    expect(understand({ prompt }).kind).toBe(kind)
  })
})

describe('a scene', () => {
  it.each([
    ['a windmill and a barn', { family: 'farm' }],
    ['a trail with prayer flags in the mountains', { family: 'mountain', composition: 'pass' }],
    ['clouds over a cabin beside still water', { family: 'cabin' }],
    ['the chimneys of an old town', { family: 'town' }],
    ['rabbits in a forest', { things: [{ thing: 'rabbit', count: 3, colour: '' }] }],
    ['a ruined Gothic abbey at dawn', { family: 'ruins', composition: 'abbey', time: 'sunrise' }],
    ['an overgrown temple in the jungle', { family: 'ruins', composition: 'jungle' }],
    ['an ancient Greek temple with fallen columns', { family: 'ruins', composition: 'temple' }],
    ['a broken aqueduct over a river', { family: 'ruins', composition: 'aqueduct' }],
    ['the stone head of a colossus at dusk', { family: 'ruins', composition: 'colossus', time: 'dusk' }],
    ['雨中的修道院废墟', { family: 'ruins', composition: 'abbey', weather: 'rain' }],
    ['丛林中的古老神庙', { family: 'ruins', composition: 'jungle' }],
    ['遗迹里的一只狼', { family: 'ruins', things: [{ thing: 'wolf', count: 1, colour: '' }] }],
    ['ancient ruins in the desert', { family: 'desert', composition: 'ruins' }],
    ['a temple on a floating island', { family: 'islands', composition: 'temple' }],
    ['an old library with a ladder and a globe', { family: 'interior', composition: 'library' }],
    ['a cosy tavern at night', { family: 'interior', composition: 'tavern', time: 'night' }],
    ['the throne room of a castle', { family: 'interior', composition: 'throne' }],
    ['a bedroom with a fireplace while it snows', { family: 'interior', composition: 'bedroom', weather: 'snow' }],
    ['a candlelit inn', { family: 'interior', composition: 'tavern' }],
    ['雨夜的图书馆', { family: 'interior', composition: 'library', weather: 'rain' }],
    ['王座大厅', { family: 'interior', composition: 'throne' }],
    ['壁炉旁的猫', { family: 'interior', things: [{ thing: 'cat', count: 1, colour: '' }] }],
    ['两只黑色的熊在森林里', { things: [{ thing: 'bear', count: 2, colour: '#2a2733' }] }],
  ])('%s: shows what is named', (prompt, plan) => {
    expect(planOf(prompt)).toMatchObject(plan)
  })

  it('says that something flies, leaps or swims only where something does', () => {
    expect(missed('a dragon flying over a volcano')).toEqual([])
    expect(missed('a flying volcano')).toEqual(['flying'])
    expect(missed('a dolphin leaping from the sea')).toEqual([])
    expect(missed('a bear leaping in a forest')).toEqual(['leaping'])
    expect(missed('a forest swimming')).toEqual(['swimming'])
  })

  it('honours that a part is ruled out where no picture of it has one', () => {
    expect(missed('desert ruins without a roof')).toEqual([])
    expect(missed('a cabin without roofs')).toEqual(['roofs'])
  })
})

describe('an item', () => {
  it.each([
    ['a round shield', { item: 'shield', form: 'round' }],
    ['a horned helmet', { item: 'helmet', form: 'horned' }],
    ['a potion of poison', { item: 'potion' }],
    ['a lantern with a flame', { item: 'lantern', modifiers: [] }],
  ])('%s: every word shows', (prompt, plan) => {
    expect(planOf(prompt)).toMatchObject(plan)
    expect(missed(prompt)).toEqual([])
  })

  it('does not shine through rust, nor have parts of another kind', () => {
    expect(missed('a shiny sword')).toEqual([])
    expect(missed('a rusty shiny sword')).toEqual(['shiny'])
    expect(missed('a sword with strings')).toEqual(['strings'])
    expect(missed('a pickaxe and a violin')).toEqual(['violin'])
  })
})

describe('a portrait', () => {
  it.each([
    ['portrait of a woman, 8', 'child'],
    ['a man, 28', 'young'],
    ['a 45 year old chef', 'middle'],
    ['九十岁的国王', 'old'],
    ['二十五岁的画家', 'young'],
  ])('%s: the number is an age', (prompt, age) => {
    expect(understand({ prompt, kind: 'avatar' }).plan).toMatchObject({ age })
    expect(understand({ prompt, kind: 'avatar' }).understood).toBe(understand({ prompt, kind: 'avatar' }).content)
  })

  it('leans on where someone is from, and gives way to a colour that is named', () => {
    const japanese = planOf('portrait of a Japanese man')
    const blonde = planOf('portrait of a Japanese man with blonde hair')
    expect(japanese).toMatchObject({ kind: 'avatar', hairColour: expect.stringMatching(/^#/) })
    expect(blonde).not.toMatchObject({ hairColour: japanese.kind === 'avatar' ? japanese.hairColour : '' })
  })
})

describe('hostile text', () => {
  it.each([
    ['100 KB of letters', 'a'.repeat(100_000)],
    ['100 KB of known words', 'a red dragon over a castle without clouds, '.repeat(2_400)],
    ['100 KB of Chinese', '没有云的红色城堡和三只狐狸'.repeat(2_600)],
    ['control characters', '\u0000\u0007\u001b[31mcity\u0000\u009f'.repeat(200)],
    ['marks of direction', '\u202e\u200f\u2066city\u2069\u202c castle\ufeff'.repeat(200)],
    ['emoji alone', '👩‍👩‍👧‍👦🏳️‍🌈🫠'.repeat(300)],
    ['HTML', '<img src=x onerror="alert(1)"><script>city()</script>&lt;b&gt;'.repeat(200)],
    ['halves of characters', '\ud800\udc00\udfff'.repeat(500)],
    ['numbers', '9999999999999999999 -1 1e308 二百二十二只 '.repeat(300)],
  ])('ends in a plan within seconds: %s', (_, prompt) => {
    const before = performance.now()
    const { plan, understood, content } = understand({ prompt })
    expect(performance.now() - before).toBeLessThan(4_000)
    expect(understood).toBeLessThanOrEqual(content)
    expect(JSON.stringify(plan).length).toBeLessThan(2_000)
    expect(JSON.stringify(plan)).not.toMatch(/script|onerror|\\u/)
  })
})
