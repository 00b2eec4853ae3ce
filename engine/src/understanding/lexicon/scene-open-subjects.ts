import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import { type Entry, type Role, type SceneSense, type SceneWish, scene } from './sense.ts'

type Within = NonNullable<SceneSense['within']>

/** A subject that has one family as its home, seen best in one composition of it. */
function subject(
  concept: string,
  en: string,
  zh: string,
  [family, rank, composition]: readonly [family: SceneFamily, rank: number, composition?: string],
  within: Within = {},
  role: Role = 'subject',
): Entry {
  const wish: SceneWish = composition ? { composition } : {}
  return scene(concept, role, en, zh, { home: { family, rank, wish }, within: { [family]: wish, ...within } })
}

const COMPANY: Within = { coast: {}, lake: {}, city: { composition: 'waterfront' } }

/** Seas, space, fire, swamps, fields and ice. */
export const sceneOpenSubjects: readonly Entry[] = [
  subject(
    'ocean',
    'ocean, open sea, high sea, rough sea, wave, waves, pacific, atlantic, seascape, swell, 🌊',
    '海洋、海浪、波浪、浪、波涛、浪花、汪洋、公海、远洋',
    ['sea', 2.1],
    COMPANY,
    'setting',
  ),
  subject(
    'great wave',
    'big wave, giant wave, great wave, huge wave, tsunami, tidal wave, rogue wave, breaker',
    '巨浪、大浪、海啸、惊涛骇浪、狂涛',
    ['sea', 2.6, 'waves'],
  ),
  subject(
    'under water',
    'underwater, under water, under the sea, coral reef, coral, seabed, sea floor, ocean floor, deep sea, undersea, kelp, kelp forest, atlantis',
    '水下、海底、珊瑚、珊瑚礁、深海、海底世界、海藻、海带林',
    ['sea', 5, 'depths'],
    {},
    'setting',
  ),
  subject('iceberg', 'iceberg, ice berg, ice floe, drift ice, pack ice', '冰山、浮冰', ['sea', 4.6, 'icebergs'], { snow: {} }),
  subject(
    'space',
    'space, outer space, deep space, universe, cosmic, interstellar, orbit',
    '太空、外太空、宇宙空间、星际、轨道',
    ['space', 4],
    {},
    'setting',
  ),
  subject('planet', 'planet, alien planet, alien world, exoplanet', '行星、外星球、异星、外星、星球', ['space', 4.1]),
  subject(
    'moonscape',
    'moonscape, lunar, lunar surface, lunar landscape, surface of the moon, moon surface, on the moon',
    '月球、月球表面、月面、月球上',
    // above a crater, which the moon has as well
    ['space', 5.15, 'moonscape'],
  ),
  subject('space station', 'space station, orbital station, starbase, satellite, 🛰', '空间站、太空站、卫星', ['space', 5.2, 'station']),
  subject(
    'ringed giant',
    'saturn, ringed planet, gas giant, jupiter, asteroid, asteroid field, asteroid belt, planetary ring, 🪐',
    '土星、木星、小行星、小行星带、行星环、陨石带',
    ['space', 5, 'giant'],
  ),
  scene('mars', 'subject', 'mars, martian, mars base, red planet base, martian landscape', '火星、火星基地', {
    home: { family: 'space', rank: 4.9, wish: { composition: 'base', accent: '#b5623a' } },
  }),
  subject(
    'space base',
    'moon base, lunar base, space base, base on the moon, base on a planet, space colony, space outpost, rocket launch, launch site, launch pad, spaceport',
    '月球基地、太空基地、火箭发射、发射场、殖民地、太空港',
    ['space', 4.8, 'base'],
  ),
  scene(
    'rocket in space',
    'subject',
    'rocket in space, rocket in outer space, rocket flying through space, spaceship in space',
    '太空中的火箭、宇宙中的火箭、太空中的飞船',
    {
      thing: 'spaceship',
      leans: 'space',
    },
  ),
  scene('base', 'detail', 'base, outpost, settlement, colony', '基地', { within: { space: { composition: 'base' } } }),
  subject(
    'dormant volcano',
    'dormant volcano, extinct volcano, sleeping volcano, quiet volcano, snow capped volcano, mount fuji, fuji, kilimanjaro',
    '休眠火山、死火山、沉睡的火山、富士山',
    ['mountain', 5.2, 'volcano'],
  ),
  subject('volcano', 'volcano, volcanic, 🌋', '火山', ['volcano', 3.6], { mountain: { composition: 'volcano' } }),
  subject('eruption', 'eruption, erupting volcano, volcanic eruption, erupting', '喷发、火山爆发、火山喷发', ['volcano', 4.2, 'eruption']),
  subject('lava', 'lava, magma, lava river, river of lava, lava flow, lava fall, molten rock', '岩浆、熔岩、岩浆河、熔岩河', [
    'volcano',
    4,
    'lava',
  ]),
  subject('crater', 'crater, caldera, volcanic crater, lava lake', '火山口、熔岩湖', ['volcano', 5.1, 'crater']),
  subject('basalt coast', 'obsidian, black beach, black sand, black sand beach, basalt, basalt column', '黑曜石、黑沙滩、玄武岩、石柱群', [
    'volcano',
    4.8,
    'obsidian',
  ]),
  subject(
    'swamp',
    'swamp, marsh, bog, wetland, bayou, marshland, mire, fen, everglades',
    '沼泽、湿地、泥沼、沼泽地',
    ['swamp', 5.1],
    {},
    'setting',
  ),
  subject('dead tree', 'dead tree, bare tree, withered tree, gnarled tree', '枯树、枯木、死树', ['swamp', 4.2, 'deadwood']),
  subject('stilt hut', 'stilt hut, stilt house, swamp hut, witch hut, house on stilts, hut on stilts', '吊脚楼、水上小屋、高脚屋', [
    'swamp',
    7.2,
    'hut',
  ]),
  subject('mangrove', 'mangrove, mangrove forest, mangrove channel', '红树林', ['swamp', 5.2, 'mangrove']),
  subject('giant mushroom', 'giant mushroom, mushroom forest, mushroom grove, fungus forest', '巨型蘑菇、巨大蘑菇、蘑菇森林、大蘑菇', [
    'swamp',
    5.3,
    'mushrooms',
  ]),
  subject(
    'farm',
    'farm, farmland, farm field, field, farmyard, pasture, paddock, ranch, countryside, rural, cropland',
    '农场、农田、田野、乡村、田园、田地、乡下、牧场、田、田里、田间、地里',
    ['farm', 2.6],
    { lake: {}, mountain: {}, forest: {}, cabin: {} },
    'setting',
  ),
  subject('barn', 'barn, silo, hay, hay bale, haystack, straw', '谷仓、粮仓、干草、草垛', ['farm', 5, 'barn']),
  subject(
    'windmill',
    'windmill, wheat, wheat field, corn field, cornfield, barley, rye, rice field, rice paddy, paddy field, lavender field, harvest',
    '风车、麦田、小麦、麦浪、稻田、庄稼、丰收',
    ['farm', 5, 'windmill'],
  ),
  subject('orchard', 'orchard, apple tree, apple orchard', '果园、苹果园', ['farm', 4.9, 'orchard']),
  subject('vineyard', 'vineyard, grapevine', '葡萄园', ['farm', 4.9, 'vineyard']),
  subject(
    'garden',
    'garden, flower garden, rose garden, flower bed, park',
    '花园、庭园、公园、花圃',
    ['farm', 4.7, 'garden'],
    {},
    'setting',
  ),
  subject(
    'arctic',
    'arctic, antarctic, antarctica, polar, north pole, south pole, tundra, glacier, ice field, icefield, snowfield',
    '北极、南极、极地、冰原、冰川、雪原、冻原、冰天雪地',
    ['snow', 4.3, 'icefield'],
    {},
    'setting',
  ),
  subject(
    'snowy slope',
    'snowy slope, snow slope, snowy hill, snow covered hill, snowy hillside, slope, ski slope, ski, piste, snowy forest, snowy pine, winter forest',
    '雪坡、雪山坡、滑雪场、滑雪、雪林',
    ['snow', 4.2, 'slope'],
  ),
  subject(
    'frozen lake',
    'frozen lake, ice lake, lake of ice, frozen river',
    '冰湖、结冰的湖、冰封的湖、冻湖、冰面',
    ['snow', 5.4, 'frozen'],
    {},
    'setting',
  ),
  subject(
    'ice cave',
    'ice cave, ice cavern, glacier cave, crystal cave of ice',
    '冰洞、冰窟、冰川洞穴',
    ['snow', 5.5, 'icecave'],
    {},
    'setting',
  ),
  subject('ancient tree', 'hollow tree, treehouse, tree house, fairy tree, thousand year old tree, old oak', '树屋、千年古树、树洞、老树', [
    'forest',
    4.4,
    'ancient',
  ]),
  subject(
    'redwoods',
    'redwood, giant redwood, redwood forest, giant tree, sequoia, giant sequoia, redwood grove',
    '红杉、巨杉、红杉林、参天大树、巨树',
    ['forest', 4.35, 'ancient'],
  ),
  subject('birches', 'birch forest, birch grove, birch wood, birch tree, aspen, aspen grove', '白桦林、桦树林、白桦树', [
    'forest',
    4.3,
    'birches',
  ]),
  subject(
    'cabin by a lake',
    'lakeside cabin, cabin by a lake, cabin by the lake, lake cabin, lake house',
    '湖边小屋、湖畔小屋、湖畔木屋、湖边木屋、湖边有木屋、湖边的木屋、湖边的小木屋',
    ['cabin', 7.4, 'lakeside'],
  ),
  subject(
    'mountain hut',
    'mountain hut, mountain refuge, alpine hut, mountain lodge, hut above the clouds',
    '登山小屋、高山小屋、山顶小屋',
    ['cabin', 7.3, 'refuge'],
  ),
  subject('snowy mountain', 'snow capped mountain, snow capped peak, snow capped range', '雪山、雪峰、雪岭', ['mountain', 3.3, 'pass'], {
    lake: {},
    cabin: {},
    snow: {},
  }),
  subject('mountain pass', 'mountain pass, high pass, cairn, prayer flag, stupa', '山口、垭口、经幡、玛尼堆', ['mountain', 3.4, 'pass']),
  subject(
    'tarn',
    'tarn, cirque, crater lake, glacial lake, glacier lake, turquoise lake, fjord',
    '冰斗湖、火口湖、火山湖、冰川湖、碧湖、峡湾',
    ['lake', 5.3, 'tarn'],
    {},
    'setting',
  ),
]
