import type { GenerationPlan } from '@daedal/protocol/generation/plan'
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
    ['夜市的灯笼', 'scene'],
    ['flowers in a meadow', 'scene'],
    ['a flower in a meadow', 'item'],
    ['森林里的蘑菇', 'scene'],
    ['森林里的一朵蘑菇', 'item'],
    ['a lion in the savanna', 'scene'],
    ['a cat under a tree', 'scene'],
    ['a cat in a hat', 'avatar'],
    ['a knight on a horse', 'scene'],
    ['长椅上的老人', 'scene'],
    ['海的女儿', 'avatar'],
    ['a campfire under the stars', 'scene'],
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
    ['eleven penguins', { things: [{ thing: 'penguin', count: 11, colour: '' }] }],
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
    ['a chocolate cake', { item: 'cake', colour: '#5a3220' }],
    ['a vintage camera', { item: 'camera', modifiers: ['worn'] }],
    ['a mossy old chest', { item: 'chest', modifiers: ['ancient', 'worn'] }],
    ['a dolphin off the coast', { family: 'coast', composition: 'beach' }],
    ['温暖的房间', { family: 'interior', composition: 'bedroom' }],
    ['a red lantern', { item: 'lantern', form: 'paper', colour: '#d3202f' }],
    ['a crocodile in a river', { family: 'mountain', composition: 'river', things: [{ thing: 'crocodile', count: 1, colour: '' }] }],
    ['夜市的灯笼', { family: 'market', composition: 'night' }],
    ['a man on a bridge', { family: 'forest', composition: 'stream' }],
    ['a tower in the desert', { family: 'desert', things: [{ thing: 'tower', count: 1, colour: '' }] }],
    ['a whale under the northern lights', { family: 'sea', things: [{ thing: 'whale', count: 1, colour: '' }] }],
    ['a treasure chest on the seabed', { family: 'sea', composition: 'depths', things: [{ thing: 'chest', count: 1, colour: '' }] }],
    ['田里的拖拉机', { family: 'farm' }],
    ['街上的灯笼', { family: 'town', composition: 'lane' }],
    ['a red car', { kind: 'item', item: 'car' }],
    ['cars', { kind: 'scene', family: 'city' }],
    ['a red car in the rain', { kind: 'scene', family: 'city', weather: 'rain' }],
    ['an oak', { family: 'forest' }],
    ['trees in the snow', { family: 'snow' }],
    ['a palm tree', { family: 'coast', composition: 'beach' }],
    ['雕像', { family: 'ruins', things: [{ thing: 'statue', count: 1, colour: '' }] }],
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

const relationsOf = (prompt: string) =>
  understand({ prompt }).words.flatMap(({ role, text, understood }) => (role === 'relation' ? [`${understood ? '' : 'not '}${text}`] : []))
const thingsOf = (prompt: string) => {
  const plan = planOf(prompt) as GenerationPlan
  return plan.kind === 'scene' ? plan.things : []
}

describe('how things stand to each other', () => {
  it.each([
    ['a fox beside a bear in a forest', 'fox', { place: 'beside', thing: 'bear' }],
    ['a horse behind a cow in a meadow', 'horse', { place: 'behind', thing: 'cow' }],
    ['a dog in front of a tent in the forest', 'dog', { place: 'front', thing: 'tent' }],
    ['a duck next to a rowing boat on a lake', 'duck', { place: 'beside', thing: 'rowing-boat' }],
    ['a cat on a barrel on a farm', 'cat', { place: 'on', thing: 'barrel' }],
    ['农场里，一只猫在马旁边', 'cat', { place: 'beside', thing: 'horse' }],
    ['森林里，熊身边的狐狸', 'fox', { place: 'beside', thing: 'bear' }],
    ['a man with a lantern beside a horse in a valley', 'man', { place: 'beside', thing: 'horse' }],
  ])('%s: the plan says so', (prompt, thing, by) => {
    expect(thingsOf(prompt).find((wanted) => wanted.thing === thing)).toMatchObject({ by })
    expect(missed(prompt)).toEqual([])
    expect(relationsOf(prompt).length).toBeGreaterThan(0)
  })

  it.each([
    ['a woman holding a red umbrella on a beach', { thing: 'umbrella', colour: '#d3202f' }],
    ['a knight with a torch in a dark forest', { thing: 'torch', colour: '' }],
    ['a girl holding flowers in a garden', { thing: 'flower', colour: '' }],
    ['一个骑士举着火把站在雪山上', { thing: 'torch', colour: '' }],
    ['雪山上拿着剑的骑士', { thing: 'sword', colour: '' }],
  ])('%s: who holds it is drawn with it', (prompt, holds) => {
    expect(thingsOf(prompt)).toMatchObject([{ holds }])
    expect(missed(prompt)).toEqual([])
  })

  it('gives nothing that is ruled out into a hand', () => {
    expect(thingsOf('a knight without a sword in a forest')).toMatchObject([{ thing: 'knight', holds: { thing: 'nothing' } }])
    expect(thingsOf('森林里没有剑的骑士')).toMatchObject([{ thing: 'knight', holds: { thing: 'nothing' } }])
    expect(thingsOf('a monk without a sword in a forest')).toEqual([{ thing: 'monk', count: 1, colour: '' }])
  })

  it('is named where it cannot be shown', () => {
    expect(relationsOf('a man under a horse on a farm')).toEqual(['not under'])
    expect(relationsOf('an elephant on a bench on a farm')).toEqual(['not on'])
    expect(relationsOf('a dog beside a whale on a beach')).toEqual(['not beside'])
    expect(relationsOf('a sword on a book')).toEqual(['not on'])
    expect(relationsOf('a castle on a hill')).toEqual([])
  })
})

const namesOf = (prompt: string) => understand({ prompt }).words.flatMap(({ role, text }) => (role === 'name' ? [text] : []))

describe('a name', () => {
  it.each([
    ['Alice, a 25-year-old software engineer', ['Alice']],
    ['a portrait of Alice, 25, software engineer', ['Alice']],
    ['a cat named Luna', ['Luna']],
    ['a knight called Rose Tyler', ['Rose Tyler']],
    ['portrait of Zyra', ['Zyra']],
    ['名叫小明的男孩', ['小明']],
    ['一只名叫露娜的黑猫', ['露娜']],
    ['a red rose', []],
    ['A castle at night', []],
    ['a city like Paris', []],
  ])('%s: %j', (prompt, names) => {
    expect(namesOf(prompt)).toEqual(names)
  })

  it('leaves age and calling to the portrait', () => {
    expect(planOf('Alice, a 25-year-old software engineer')).toMatchObject({ kind: 'avatar', age: 'young', features: ['glasses'] })
    expect(planOf('Bruno, a 62-year-old sea captain')).toMatchObject({ kind: 'avatar', age: 'old' })
    expect(planOf('名叫小明的八岁男孩')).toMatchObject({ kind: 'avatar', age: 'child' })
  })
})

describe('an item', () => {
  it.each([
    ['a round shield', { item: 'shield', form: 'round' }],
    ['a horned helmet', { item: 'helmet', form: 'horned' }],
    ['a potion of poison', { item: 'potion' }],
    ['a lantern with a flame', { item: 'lantern', modifiers: [] }],
    ['a wooden sword', { item: 'sword', material: 'wood' }],
    ['a wooden chair', { item: 'chair', material: 'any' }],
    ['a steel axe with a wooden handle', { item: 'axe', material: 'steel' }],
    ['an iron sword with a leather grip', { item: 'sword', material: 'iron' }],
    ['a marble owl figurine', { item: 'owl', material: 'marble' }],
    ['a glass apple', { item: 'apple', material: 'glass' }],
    ['a stone mask', { item: 'mask', material: 'stone' }],
    ['a jade ring', { item: 'ring', material: 'jade' }],
    ['an iron crown with a red gem', { item: 'crown', material: 'iron' }],
    ['a diamond ring', { item: 'ring', material: 'any' }],
    ['a clay cup', { item: 'cup', material: 'clay' }],
    ['a striped umbrella', { item: 'umbrella', modifiers: ['striped'] }],
    ['a mug with polka dots', { item: 'cup', modifiers: ['spotted'] }],
    ['a cracked mirror', { item: 'mirror', modifiers: ['broken'] }],
    ['青花瓷花瓶', { item: 'vase', material: 'porcelain' }],
    ['一把断剑', { item: 'sword', modifiers: ['broken'] }],
    ['透明的玻璃苹果', { item: 'apple', material: 'glass' }],
  ])('%s: every word shows', (prompt, plan) => {
    expect(planOf(prompt)).toMatchObject(plan)
    expect(missed(prompt)).toEqual([])
  })

  it.each([
    ['three apples', { item: 'apple', count: 3 }],
    ['two golden swords', { item: 'sword', count: 2, material: 'gold' }],
    ['三个红色的苹果', { item: 'apple', count: 3 }],
    ['two lit candles', { item: 'candle', count: 2 }],
  ])('%s: so many are drawn', (prompt, plan) => {
    expect(planOf(prompt)).toMatchObject(plan)
    expect(missed(prompt)).toEqual([])
  })

  it('says where it cannot draw so many', () => {
    expect(missed('seven apples')).toEqual(['seven'])
    expect(missed('two crowns')).toEqual(['two'])
    expect(planOf('two crowns')).not.toHaveProperty('count')
    expect(missed('one crown')).toEqual([])
  })

  it('does not shine through rust, nor have parts of another kind', () => {
    expect(missed('a shiny sword')).toEqual([])
    expect(missed('a rusty shiny sword')).toEqual(['shiny'])
    expect(missed('a vase without stripes')).toEqual([])
    expect(planOf('a cup, not broken')).toMatchObject({ modifiers: [] })
    expect(planOf('一个没有裂纹的花瓶')).toMatchObject({ item: 'vase', modifiers: [] })
    expect(missed('a spotted dagger')).toEqual(['spotted'])
    expect(missed('a glass book')).toEqual(['glass'])
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

  it('puts who lives in the savanna there, unless the words say where it is', () => {
    const place = (prompt: string) => {
      const { plan } = understand({ prompt, kind: 'scene' })
      return plan.kind === 'scene' && [plan.family, plan.composition]
    }
    expect(place('an elephant')).toEqual(['desert', 'savanna'])
    expect(place('a lion in the desert')).toEqual(['desert', ''])
    expect(place('a lion on a mountain')).toEqual(['mountain', ''])
  })

  it('frames a scene so that all of its subjects are in it', () => {
    const asked = (prompt: string) => {
      const { plan, words } = understand({ prompt, kind: 'scene' })
      return [plan.kind === 'scene' && plan.composition, words.every(({ understood }) => understood)]
    }
    expect(asked('a village of cabins in the snow')).toEqual(['village', true])
    expect(asked('a bridge across a city of skyscrapers')).toEqual(['waterfront', true])
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
    ['relations without end', 'a cat beside a dog on a barrel behind a horse holding a sword in front of '.repeat(1_300)],
    ['Chinese relations without end', '在马旁边的猫前面拿着剑的骑士后面'.repeat(2_000)],
    ['names without end', 'named called named Zzyx Qwrt, 名叫名叫小明的'.repeat(2_500)],
    ['marks without letters', '\u0301\u200d\u200b\ufe0f\u20e3'.repeat(5_000)],
    ['empty', ''],
    ['spaces', ' \t\n\u3000'.repeat(10_000)],
    ['prototypes', '__proto__ constructor toString hasOwnProperty valueOf '.repeat(400)],
    ['numbers', '9999999999999999999 -1 1e308 二百二十二只 '.repeat(300)],
  ])('ends in a plan within seconds: %s', (_, prompt) => {
    // time of this thread: others may keep the machine busy
    const before = process.threadCpuUsage()
    const { plan, understood, content } = understand({ prompt })
    const { user, system } = process.threadCpuUsage(before)
    expect(user + system).toBeLessThan(3_000_000)
    expect(understood).toBeLessThanOrEqual(content)
    expect(JSON.stringify(plan).length).toBeLessThan(2_000)
    expect(JSON.stringify(plan)).not.toMatch(/script|onerror|\\u/)
  })
})
