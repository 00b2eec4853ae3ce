import type { SceneFamily, SceneFeature } from '@daedal/protocol/generation/scene-plan'
import type { SceneThing } from '@daedal/protocol/generation/scene-things'
import { type Entry, type Role, type SceneSense, scene } from './sense.ts'

type Seen = Partial<Record<SceneFamily, string>>

/** What belongs to a picture without being its subject: `seen` names the compositions that show it, `''` for all of a family. */
const part = (concept: string, en: string, zh: string, seen: Seen, rest: Partial<SceneSense> = {}, role: Role = 'detail'): Entry =>
  scene(concept, role, en, zh, { seen, ...rest })

/** What placed things do; things that do it are listed with spaces. */
const doing = (concept: string, en: string, zh: string, things: string, features: readonly SceneFeature[] = [], seen: Seen = {}): Entry =>
  scene(concept, 'detail', en, zh, { doneBy: { things: things.split(' ') as SceneThing[], features }, seen })

const OUTDOORS: Seen = {
  city: '',
  lake: '',
  mountain: '',
  cabin: '',
  desert: '',
  coast: '',
  islands: '',
  sea: 'sail waves icebergs',
  volcano: '',
  farm: '',
  snow: 'icefield slope frozen',
  town: '',
  castle: '',
  market: 'street night harbour',
  ruins: '',
}

const FLYERS = 'dragon eagle parrot phoenix butterfly bat'
const CRAFT = 'balloon airship ufo plane'
const LEAPERS = 'whale dolphin shark fish'
const SWIMMERS = 'whale dolphin shark fish swan duck frog crocodile'
const BOATS = 'rowing-boat sailboat ship'
const BEASTS =
  'horse unicorn deer cow sheep pig dog wolf fox cat bear polar-bear lion tiger elephant camel giraffe rabbit boar penguin turtle spider dinosaur'

/** Parts of planets. */
const planetary: readonly Entry[] = [
  part('rings', 'ring, planetary ring, ring system', '光环、行星环', { space: 'giant' }),
  part('dome', 'dome, domed, glass dome', '穹顶、圆顶、玻璃穹顶', { space: 'base' }),
]

/** Parts of buildings. */
const built: readonly Entry[] = [
  part('roof', 'roof, rooftop, tiled roof, red roof', '屋顶、屋瓦', {
    castle: '',
    cabin: '',
    farm: '',
    market: 'street night harbour',
    snow: 'slope frozen',
    swamp: 'hut',
  }),
  part('chimney', 'chimney, chimney smoke', '烟囱、炊烟', { cabin: 'clearing village lakeside refuge', town: '' }),
  part(
    'smoke',
    'smoke, smoky, smoking',
    '烟、浓烟、烟雾',
    { cabin: 'clearing village', volcano: 'eruption lava' },
    { soft: { weather: 'fog' } },
  ),
  part('window', 'window, lit window, shutter, windowsill, window sill', '窗户、窗、窗子、窗台', {
    town: '',
    castle: '',
    cabin: 'clearing lakeside',
    farm: 'barn',
    market: 'street night harbour',
    ruins: 'abbey',
    interior: '',
  }),
  part('tall windows', 'tall window, high window, arched window', '高窗、高高的窗户、拱窗', { interior: 'throne' }),
  part('tower', 'tower, turret, battlement, keep, wall, stone wall, rampart', '塔楼、城墙、塔、高塔、角楼', { castle: '' }),
  part('clock tower', 'clock tower, bell tower, town clock', '钟楼、塔钟', { town: 'square canal roofs', market: 'street harbour' }),
  part('banner', 'banner, flag, pennant, bunting', '旗帜、旗、旗子、彩旗', {
    castle: '',
    market: 'street',
    mountain: 'pass',
    snow: 'icefield',
    interior: 'throne',
  }),
  part('stall', 'food, stall, food stall, awning, canopy, goods', '摊位、小吃、货物', { market: '' }),
  part('fruit stall', 'fruit, vegetable, fruit stall, fruit market, vegetable stall', '水果、蔬菜、水果摊', {
    market: 'street night harbour',
  }),
  part('carpets', 'carpet, rug, persian carpet, oriental rug', '地毯、波斯地毯、毛毯', { market: 'bazaar' }),
  part('spices', 'spice, spice stall', '香料、香料摊', { market: 'bazaar' }),
  part('lantern', 'lantern, paper lantern, red lantern, hanging lantern', '灯笼、红灯笼、纸灯笼', { market: 'night' }),
  part('lamp', 'lantern, hanging lantern, lamp, street lamp, lamppost', '路灯、街灯、灯笼', { town: 'lane' }),
  part('cobblestone', 'cobblestone, paving, pavement', '石板', { town: 'lane square', market: 'street bazaar', castle: 'courtyard' }),
  part('house', 'house, home, cottage', '房子、房屋、屋子', {
    town: '',
    market: 'street night harbour',
    farm: 'barn orchard vineyard garden',
    islands: 'hamlet',
  }),
  part('stilts', 'stilt, on stilts, pile, 高脚', '高脚、吊脚', { swamp: 'hut' }),
  part('fence', 'fence, wooden fence', '栅栏、篱笆', { farm: 'barn' }),
]

/** Parts of land, water and sky. */
const grown: readonly Entry[] = [
  part('path', 'path, trail, footpath, track, road', '小路、小径、路、山路、径、小道、道路', {
    farm: 'garden windmill barn',
    mountain: 'pass',
    forest: 'clearing',
    castle: 'hill',
  }),
  part('winding', 'winding, meandering, curving', '蜿蜒、弯弯、曲折', { farm: 'windmill garden', mountain: 'pass river', castle: 'hill' }),
  part('trunk', 'trunk, tree trunk, branch, bark', '树干、树枝、枝干', { forest: '' }),
  part('leaf', 'leaf, leaves, fallen leaf, fallen leaves', '叶子、树叶、叶', { forest: '' }),
  part('moss', 'moss, mossy', '苔藓、青苔、苔', { forest: 'stream ancient', ruins: '' }),
  part('fern', 'fern, bracken, undergrowth', '蕨、蕨类', { forest: 'clearing ancient', ruins: 'jungle' }),
  part('root', 'root', '树根', { forest: 'ancient', ruins: 'jungle' }),
  part('grass', 'grass, grassy, turf', '青草、草', {
    farm: 'barn garden',
    mountain: 'valley pass',
    forest: '',
    castle: 'hill',
    ruins: 'temple abbey colossus aqueduct',
  }),
  part('rock', 'rock, boulder, stone, rocky, stony', '岩石、石头、巨石', {
    snow: '',
    castle: 'hill lake clouds',
    swamp: '',
    ruins: '',
    desert: 'arches',
  }),
  part('pond', 'pond, water, pool', '池塘、水', { farm: 'garden', islands: 'cascade' }),
  part('water', 'water, still water, reflecting water', '水、水面', {
    cabin: 'lakeside',
    snow: 'frozen',
    town: 'canal riverside',
    castle: 'lake gate',
    mountain: 'volcano',
    market: 'harbour',
    volcano: 'crater obsidian',
    islands: '',
    ruins: 'aqueduct',
  }),
  part('lake', 'lake, lakeside, lakeshore', '湖、湖泊、湖边、湖畔', {
    cabin: 'lakeside',
    snow: 'frozen',
    mountain: 'volcano',
    volcano: 'crater',
  }),
  part('water lilies', 'lily, water lily, waterlily, lily pad, lotus, lotus leaf', '睡莲、荷花、荷叶、莲花、莲叶', {
    swamp: 'deadwood hut mangrove mushrooms',
  }),
  part('apples', 'apple, apple fruit', '苹果', { farm: 'orchard' }),
  part('grapes', 'grape', '葡萄', { farm: 'vineyard' }),
  part('reeds', 'reed, reeds, bulrush, bulrushes, cattail, rushes', '芦苇、蒲草', { lake: 'reeds' }),
  part('crater', 'crater', '陨石坑、环形山', { space: 'moonscape' }),
  part('river', 'river, canal, stream', '河、小河、河流、小溪', { town: 'riverside canal', ruins: 'aqueduct' }),
  part('reflection', 'reflection, reflected, reflecting, mirrored, mirror', '倒影、倒映、映照', {
    cabin: 'lakeside',
    castle: 'lake',
    town: 'canal riverside',
    mountain: 'volcano',
    ruins: 'aqueduct',
  }),
  part('ivy', 'ivy, vine, creeper, liana, vines', '藤蔓、常春藤、爬山虎、藤', { ruins: 'abbey jungle aqueduct' }),
  part('stairs', 'stair, stairs, staircase, steps, stone steps', '台阶、石阶、阶梯、楼梯', { ruins: 'temple jungle', castle: 'courtyard' }),
  part('broken', 'broken, fallen, toppled, collapsed, shattered', '倒塌、破碎、断裂、残缺、坍塌', { ruins: '' }),
  part('cliff', 'cliff, crag, rock face', '悬崖、峭壁、崖', {
    castle: 'hill clouds lake sea',
    volcano: 'obsidian crater',
    desert: 'arches',
  }),
  part('sky', 'sky, horizon, open sky', '天空、天、地平线、天边', OUTDOORS),
  part('endless', 'endless, vast, boundless, infinite', '无边、无尽、辽阔、广阔、一望无际', {
    desert: '',
    sea: 'sail waves icebergs',
    space: '',
    snow: 'icefield',
  }),
  part('narrow', 'narrow', '狭窄、窄', { town: 'lane canal', city: 'canyon', market: 'street night bazaar' }),
  part('moon', 'moon, small moon', '月亮、卫星', { space: 'moonscape station giant' }),
  part('colourful', 'colourful, colorful', '五彩、绚丽、彩色、五颜六色', { space: 'station giant', market: '', town: 'lane canal' }),
  part('glow', 'glowing, glow', '发光、光', { volcano: 'eruption lava obsidian', snow: 'icecave' }),
  part('flowing lava', 'lava, river of lava, rivers of lava, lava river, lava flow', '熔岩、岩浆、熔岩流、熔岩流淌', {
    volcano: 'eruption lava obsidian',
  }),
  part('cactus', 'cactus, cacti, saguaro', '仙人掌', { desert: 'arches' }),
  part('mushroom', 'mushroom, toadstool, fungus', '蘑菇', { forest: 'clearing', swamp: 'mushrooms' }),
]

/** What things do. */
const doings: readonly Entry[] = [
  doing('flying', 'flying, in flight, flap, gliding', '飞翔、飞舞、翱翔、飞', `${FLYERS} ${CRAFT}`, ['birds', 'flying-cars']),
  doing('jumping', 'jumping, jump, leaping, leap, breaching, breach', '跃出、跃、跳跃、跃起', LEAPERS),
  doing('swimming', 'swimming, swim, diving, paddling', '游泳、游动、游', SWIMMERS),
  doing('drifting', 'drifting, drift', '漂流、飘着', `${BOATS} ${CRAFT} jellyfish`, ['clouds', 'boat'], { sea: 'icebergs' }),
  doing('sailing', 'sailing, sail away', '航行', BOATS, ['boat'], { sea: 'sail', coast: 'ship' }),
  doing('walking', 'walking, strolling, grazing, roaming, wandering', '散步、行走、走、走着、吃草', BEASTS, ['people']),
  doing('flowing', 'flowing, cascading, pouring, tumbling', '流淌、倾泻、流动、奔流', '', ['waterfall'], {
    volcano: 'lava eruption obsidian',
    forest: 'stream',
    lake: 'falls',
  }),
  doing('glowing', 'glowing, luminous, shining, bioluminescent, luminescent', '发光、荧光', 'jellyfish phoenix campfire lamp portal'),
  scene('alike', 'detail', 'identical, alike, matching, lookalike', '一模一样、相同、同样', {
    doneBy: { things: BEASTS.split(' ') as SceneThing[], features: [], several: true },
  }),
  doing('twinkling', 'twinkling, flickering, sparkling, glittering', '闪烁、闪耀、闪闪', '', ['stars', 'neon']),
]

/** What pictures show beside their subjects, and what is done in them. */
export const sceneParts: readonly Entry[] = [...planetary, ...built, ...grown, ...doings]
