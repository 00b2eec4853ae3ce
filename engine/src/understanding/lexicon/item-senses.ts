import type { ItemKind } from '@daedal/protocol/generation/item-plan'
import { itemBackdropWords, itemColourWords, itemMaterialWords, itemModifierWords } from '../../item/lexicon/adjectives.ts'
import { itemNouns } from '../../item/lexicon/nouns.ts'
import type { WordEntry } from '../../item/lexicon/word-entry.ts'
import type { ItemWishes } from '../../item/plan-item.ts'
import { itemParts } from './item-parts.ts'
import { type Entry, item, type Role } from './sense.ts'

const entries = <Concept>(
  list: readonly WordEntry<Concept>[],
  role: Role,
  nameOf: (entry: WordEntry<Concept>) => string,
  wishOf: (concept: Concept) => Partial<ItemWishes>,
): Entry[] =>
  list.map((entry) => ({
    words: [...entry.en, ...entry.zh],
    sense: { domain: 'item', role, concept: nameOf(entry), wish: wishOf(entry.concept) },
  }))

const pictographs: readonly Entry[] = [
  item('sword', 'subject', '⚔, 🤺', '', { item: 'sword' }),
  item('dagger', 'subject', '🗡, 🔪', '', { item: 'dagger' }),
  item('axe', 'subject', '🪓', '', { item: 'axe' }),
  item('hammer', 'subject', '🔨, ⚒', '', { item: 'hammer' }),
  item('bow', 'subject', '🏹', '', { item: 'bow' }),
  item('shield', 'subject', '🛡', '', { item: 'shield' }),
  item('potion', 'subject', '🧪, ⚗', '', { item: 'potion' }),
  item('crystal', 'subject', '💎', '', { item: 'crystal' }),
  item('ring', 'subject', '💍', '', { item: 'ring' }),
  item('amulet', 'subject', '📿', '', { item: 'amulet' }),
  item('crown', 'subject', '👑', '', { item: 'crown' }),
  item('coin', 'subject', '🪙, 💰', '', { item: 'coin' }),
  item('book', 'subject', '📖, 📕, 📚', '', { item: 'book' }),
  item('scroll', 'subject', '📜', '', { item: 'scroll' }),
  item('key', 'subject', '🔑, 🗝', '', { item: 'key' }),
  item('lantern', 'subject', '🏮, red lantern', '红灯笼', { item: 'lantern', form: 'paper', colour: '#d3202f' }),
  item('lantern', 'subject', 'paper lantern, chinese lantern, lampion', '纸灯笼', { item: 'lantern', form: 'paper' }),
  item('candle', 'subject', '🕯', '', { item: 'candle' }),
  item('compass', 'subject', '🧭', '', { item: 'compass' }),
  item('hourglass', 'subject', '⏳, ⌛', '', { item: 'hourglass' }),
  item('goblet', 'subject', '🍷', '', { item: 'goblet' }),
  item('trophy', 'subject', '🏆', '', { item: 'trophy' }),
  item('skull', 'subject', '💀, ☠', '', { item: 'skull' }),
  item('cactus', 'subject', '🌵', '', { item: 'cactus' }),
  item('umbrella', 'subject', '☂, ☔', '', { item: 'umbrella' }),
  item('die', 'subject', '🎲', '', { item: 'die' }),
  item('feather', 'subject', '🪶', '', { item: 'feather' }),
  item('camera', 'subject', '📷, 📸', '', { item: 'camera' }),
  item('rocket', 'subject', '🚀', '', { item: 'rocket' }),
  item('train', 'subject', '🚂', '', { item: 'train' }),
  item('bicycle', 'subject', '🚲', '', { item: 'bicycle' }),
  item('balloon', 'subject', '🎈', '', { item: 'balloon' }),
  item('vase', 'subject', '🏺', '', { item: 'vase' }),
  item('boots', 'subject', '🥾, 👢', '', { item: 'boots' }),
  item('drum', 'subject', '🥁', '', { item: 'drum' }),
  item('lute', 'subject', '🪕', '', { item: 'lute' }),
  item('mushroom', 'subject', '🍄', '', { item: 'mushroom' }),
  item('flower', 'subject', '🌹, 🌸, 🌷, 🌻', '', { item: 'flower' }),
  item('apple', 'subject', '🍎, 🍏', '', { item: 'apple' }),
  item('loaf', 'subject', '🍞, 🥖', '', { item: 'loaf' }),
  item('cheese', 'subject', '🧀', '', { item: 'cheese' }),
  item('pistol', 'subject', '🔫', '', { item: 'pistol' }),
  item('trident', 'subject', '🔱', '', { item: 'trident' }),
  item('gauntlet', 'subject', '🧤', '', { item: 'gauntlet' }),
  item('mask', 'subject', '🎭, 👺', '', { item: 'mask' }),
  item('backpack', 'subject', '🎒, 👜', '', { item: 'backpack' }),
  item('wand', 'subject', '🪄', '', { item: 'wand' }),
  item('orb', 'subject', '🔮', '', { item: 'orb' }),
  item('pickaxe', 'subject', '⛏', '', { item: 'pickaxe' }),
  item('saw', 'subject', '🪚', '', { item: 'saw' }),
  item('wrench', 'subject', '🔧', '', { item: 'wrench' }),
  item('gear', 'subject', '⚙', '', { item: 'gear' }),
  item('telescope', 'subject', '🔭', '', { item: 'telescope' }),
  item('magnifier', 'subject', '🔍, 🔎', '', { item: 'magnifier' }),
  item('rope', 'subject', '🪢', '', { item: 'rope' }),
  item('bell', 'subject', '🔔, 🛎', '', { item: 'bell' }),
  item('horn', 'subject', '📯, 🎺', '', { item: 'horn' }),
  item('violin', 'subject', '🎻', '', { item: 'violin' }),
  item('guitar', 'subject', '🎸', '', { item: 'guitar' }),
  item('flute', 'subject', '🪈', '', { item: 'flute' }),
  item('chair', 'subject', '🪑', '', { item: 'chair' }),
  item('chair', 'subject', '🛋', '', { item: 'chair', form: 'armchair' }),
  item('bed', 'subject', '🛏', '', { item: 'bed' }),
  item('clock', 'subject', '⏰, 🕰', '', { item: 'clock' }),
  item('mirror', 'subject', '🪞', '', { item: 'mirror' }),
  item('cake', 'subject', '🎂, 🍰', '', { item: 'cake' }),
  item('cake', 'subject', '🧁', '', { item: 'cake', form: 'cupcake' }),
  item('pie', 'subject', '🥧', '', { item: 'pie' }),
  item('fish', 'subject', '🐟, 🐠', '', { item: 'fish' }),
  item('meat', 'subject', '🥩', '', { item: 'meat', form: 'steak' }),
  item('meat', 'subject', '🍖', '', { item: 'meat', form: 'ham' }),
  item('meat', 'subject', '🍗', '', { item: 'meat', form: 'drumstick' }),
  item('wine', 'subject', '🍾', '', { item: 'wine', form: 'champagne' }),
  item('teapot', 'subject', '🫖', '', { item: 'teapot' }),
  item('cup', 'subject', '🍵, ☕', '', { item: 'cup' }),
  item('pumpkin', 'subject', '🎃', '', { item: 'pumpkin', form: 'carved' }),
  item('carrot', 'subject', '🥕', '', { item: 'carrot' }),
  item('cherries', 'subject', '🍒', '', { item: 'cherries' }),
  item('banana', 'subject', '🍌', '', { item: 'banana' }),
  item('egg', 'subject', '🥚', '', { item: 'egg' }),
  item('fiery', 'material', '🔥', '', { modifiers: ['fiery'] }),
]

/** Grounds named by a place. */
const places: readonly Entry[] = [
  item('sand', 'setting', 'desert, sand, dune, beach, sandy', '沙漠、沙地、沙滩、沙', { backdrop: 'sand' }),
  item('moss', 'setting', 'forest, moss, woodland, woods, jungle, swamp, forest floor', '森林、树林、苔藓、丛林、沼泽', {
    backdrop: 'moss',
  }),
  item('sage', 'setting', 'grass, meadow, garden, field, lawn', '草地、草坪、花园、田野、草原', { backdrop: 'sage' }),
  item('slate', 'setting', 'slate, rock, cave, dungeon, ruin, ruins, stone floor, altar', '岩石、洞穴、地牢、废墟、石台、祭坛', {
    backdrop: 'slate',
  }),
  item('frost', 'setting', 'snow, winter, glacier, snowfield', '雪、雪地、冬天、冰川', { backdrop: 'frost' }),
  item('night', 'setting', 'night, midnight, moonlight, moonlit, starlight, darkness', '夜、月光、星空、午夜、夜色', { backdrop: 'night' }),
  item('dusk', 'setting', 'dusk, sunset, evening, twilight', '黄昏、日落、傍晚、暮色', { backdrop: 'dusk' }),
  item('mauve', 'setting', 'dawn, sunrise, morning', '黎明、日出、清晨', { backdrop: 'mauve' }),
  item('clay', 'setting', 'brick', '砖', { backdrop: 'clay' }),
  item('ember', 'setting', 'volcano, forge, furnace, hell, embers', '火山、熔炉、地狱、余烬', { backdrop: 'ember' }),
  item('lamplight', 'setting', 'tavern, inn, library, lamplight, candlelight', '酒馆、客栈、图书馆、灯光、烛光', { backdrop: 'lamplight' }),
  item('violet', 'setting', 'space, galaxy, nebula, void', '太空、星云、虚空、宇宙', { backdrop: 'violet' }),
]

/** Words for an item that the item's own lists do not have. */
const further: readonly Entry[] = [
  item(
    'glowing',
    'material',
    'glow, shimmering, sparkling, mystical, mystic, mythical, sacred, celestial, divine, electric, lightning, thunder, neon',
    '神秘、光芒、发亮、荧光、闪电、雷电',
    { modifiers: ['glowing'] },
  ),
  item('ancient', 'material', 'forgotten, relic, archaic, stone age', '上古', { modifiers: ['ancient'] }),
  item('worn', 'material', 'medieval, rustic, shabby, tattered', '中世纪、古旧、质朴', { modifiers: ['worn'] }),
  item(
    'ornate',
    'material',
    'elegant, fancy, luxurious, beautiful, elaborate, intricate, regal, bejewelled, king, queen',
    '精致、精美、优雅、豪华、国王、女王、美丽',
    { modifiers: ['ornate'] },
  ),
  item('frozen', 'material', 'freezing, cold, glacial', '寒冷、冰冷', { modifiers: ['frozen'] }),
  item('cursed', 'material', 'corrupted, necromantic, wicked, death, vampire, undead', '堕落、死亡、亡灵、腐化', { modifiers: ['cursed'] }),
  item('fiery', 'material', 'flame, phoenix, infernal, hot', '烈火、凤凰、炽热', { modifiers: ['fiery'] }),
]

const natural = (concept: string, kinds: string, words: string): Entry => ({
  words: words.split(/[,、]\s*/),
  sense: { domain: 'item', role: 'material', concept, wish: {}, kinds: kinds.split(' ') as ItemKind[] },
})

/** What a potion is for, by the colour that players know it by. */
const brew = (concept: string, colour: string, words: string): Entry => ({
  words: words.split(/[,、]\s*/),
  sense: { domain: 'item', role: 'detail', concept, wish: { colour }, kinds: ['potion'] },
})
const brews: readonly Entry[] = [
  brew('health', '#d3202f', 'health, healing, life, 生命、治疗、回血'),
  brew('mana', '#2b62e0', 'mana, 法力、魔力'),
  brew('stamina', '#25b04f', 'stamina, 体力、耐力'),
  brew('love', '#f05a9a', 'love, 爱情'),
]

/** What some kinds are always made of or set with. */
const naturals: readonly Entry[] = [
  natural(
    'wooden',
    'chest lute bow drum staff spear axe hammer crossbow mace scythe trident pistol cannon wand pickaxe shovel saw anvil magnifier violin guitar harp flute gramophone chair table bed barrel mirror clock ship scroll hourglass',
    'wooden, wood, oak, timber, 木、木制、木头、木质、橡木',
  ),
  natural(
    'leather',
    'boots book backpack quiver gauntlet sword dagger katana mace axe hammer bow crossbow saw scythe shovel pickaxe',
    'leather, leather bound, leather grip, leather handle, hide, 皮革、皮、皮制',
  ),
  natural('glass', 'potion hourglass lantern wine mirror orb fishbowl magnifier compass', 'glass, 玻璃、透明'),
  natural('clay', 'vase flower teapot cup', 'clay, ceramic, porcelain, pottery, 陶、陶瓷、瓷、陶土'),
  natural('clay', 'cactus flower', 'clay, terracotta, pot, clay pot, flower pot, 陶、陶盆、花盆'),
  natural('paper', 'scroll book', 'paper, parchment, papyrus, 纸、羊皮'),
  natural('wax', 'candle', 'wax, 蜡'),
]

/** Every meaning a word has in an item. */
export const itemSenses: readonly Entry[] = [
  ...itemNouns.map(
    ({ en, zh, concept: { item: kind, form, quiet } }): Entry => ({
      words: [...en, ...zh],
      sense: {
        domain: 'item',
        role: 'subject',
        concept: en[0] ?? kind,
        wish: { item: kind, ...(form && { form }) },
        ...(quiet && { quiet }),
      },
    }),
  ),
  ...entries(
    itemModifierWords,
    'material',
    ({ concept }) => concept,
    (modifier) => ({ modifiers: [modifier] }),
  ),
  ...entries(
    itemMaterialWords,
    'material',
    ({ concept }) => concept,
    (material) => ({ material }),
  ),
  ...entries(
    itemColourWords,
    'colour',
    ({ en, concept }) => en[0] ?? concept,
    (colour) => ({ colour }),
  ),
  ...entries(
    itemBackdropWords,
    'setting',
    ({ concept }) => concept,
    (backdrop) => ({ backdrop }),
  ),
  ...pictographs,
  ...places,
  ...further,
  ...naturals,
  ...brews,
  ...itemParts,
]
