import type { SceneFamily, SceneFeature, SceneTime, SceneWeather } from '@daedal/protocol/generation/scene-plan'

/** A phrase in English and in Chinese. */
export type Phrase = { readonly en: string; readonly zh: string }

const phrase = (en: string, zh: string): Phrase => ({ en, zh })

/** What each family shows. */
export const FAMILY_PHRASES: Readonly<Record<SceneFamily, Phrase>> = {
  city: phrase('a futuristic city', '未来城市'),
  lake: phrase('a mountain lake', '山间湖泊'),
  mountain: phrase('mountains', '群山'),
  forest: phrase('a forest', '森林'),
  cabin: phrase('a cabin in the snow', '雪中小屋'),
  desert: phrase('a desert', '沙漠'),
  coast: phrase('a sea coast', '海岸'),
  islands: phrase('islands floating in the sky', '漂浮在空中的岛屿'),
  sea: phrase('the open sea', '辽阔的大海'),
  space: phrase('outer space', '太空'),
  volcano: phrase('a volcano', '火山'),
  swamp: phrase('a swamp', '沼泽'),
  farm: phrase('farmland', '田园'),
  snow: phrase('a land of snow and ice', '冰雪大地'),
}

/** How a composition shows its family; those that say nothing new are left out. */
export const COMPOSITION_PHRASES: Readonly<Record<string, Phrase>> = {
  canyon: phrase('seen along a street between towers', '从高楼间的街道望去'),
  skyline: phrase('seen as a skyline', '呈现天际线'),
  above: phrase('seen from above', '从高处俯瞰'),
  waterfront: phrase('seen across water', '隔水相望'),
  pier: phrase('with a pier', '有栈桥'),
  valley: phrase('around a valley', '环绕山谷'),
  ridge: phrase('along a ridge', '沿着山脊'),
  stream: phrase('with a stream', '有溪流'),
  village: phrase('in a village', '在村庄里'),
  ruins: phrase('with ruins', '有废墟'),
  oasis: phrase('with an oasis', '有绿洲'),
  lighthouse: phrase('with a lighthouse', '有灯塔'),
  beach: phrase('with a beach', '有沙滩'),
  cliffs: phrase('with cliffs', '有悬崖'),
  ship: phrase('with a sailing ship', '有帆船'),
  temple: phrase('with a temple', '有神殿'),
  tree: phrase('with a great tree', '有大树'),
  tarn: phrase('between steep walls', '在峭壁之间'),
  pass: phrase('over a high pass', '翻越山口'),
  ancient: phrase('with an ancient tree', '有古树'),
  birches: phrase('of birches', '白桦成林'),
  lakeside: phrase('by a lake', '在湖边'),
  refuge: phrase('above the clouds', '在云海之上'),
  sail: phrase('with a ship under sail', '有扬帆的船'),
  waves: phrase('with great waves', '有巨浪'),
  depths: phrase('under water', '在水下'),
  icebergs: phrase('with icebergs', '有冰山'),
  moonscape: phrase('from a rocky moon', '从岩石卫星上望去'),
  station: phrase('with a space station', '有空间站'),
  giant: phrase('with a ringed giant', '有带光环的巨行星'),
  base: phrase('with a base on another world', '有异星基地'),
  eruption: phrase('in eruption', '正在喷发'),
  lava: phrase('with a river of lava', '有岩浆河'),
  crater: phrase('seen from its crater', '从火山口望去'),
  obsidian: phrase('on a black coast', '在黑色海岸'),
  deadwood: phrase('with dead trees', '有枯树'),
  hut: phrase('with a hut on stilts', '有水上小屋'),
  mangrove: phrase('between mangroves', '在红树林间'),
  mushrooms: phrase('with giant mushrooms', '有巨型蘑菇'),
  barn: phrase('with a barn', '有谷仓'),
  windmill: phrase('with a windmill', '有风车'),
  orchard: phrase('with an orchard', '有果园'),
  garden: phrase('with a flower garden', '有花园'),
  icefield: phrase('on an ice field', '在冰原上'),
  slope: phrase('on a slope of firs', '在冷杉雪坡上'),
  frozen: phrase('with a frozen lake', '有冰湖'),
  icecave: phrase('in an ice cave', '在冰洞里'),
}

/** `any` says nothing. */
export const TIME_PHRASES: Readonly<Record<Exclude<SceneTime, 'any'>, Phrase>> = {
  day: phrase('by day', '白天的'),
  sunrise: phrase('at sunrise', '日出时的'),
  dusk: phrase('at dusk', '黄昏的'),
  bluehour: phrase('in the blue hour', '蓝调时刻的'),
  night: phrase('at night', '夜晚的'),
}

export const WEATHER_PHRASES: Readonly<Record<Exclude<SceneWeather, 'any'>, Phrase>> = {
  clear: phrase('under a clear sky', '晴空下的'),
  rain: phrase('in the rain', '雨中的'),
  snow: phrase('in falling snow', '飘雪中的'),
  fog: phrase('in fog', '雾中的'),
  storm: phrase('in a storm', '风暴中的'),
}

export const FEATURE_PHRASES: Readonly<Record<SceneFeature, Phrase>> = {
  'flying-cars': phrase('flying cars', '飞行汽车'),
  towers: phrase('towering skyscrapers', '高耸的摩天大楼'),
  neon: phrase('neon lights', '霓虹灯'),
  bridge: phrase('a bridge', '桥'),
  people: phrase('people', '行人'),
  trees: phrase('trees', '树木'),
  birds: phrase('birds', '飞鸟'),
  clouds: phrase('clouds', '云'),
  stars: phrase('stars', '星空'),
  aurora: phrase('an aurora', '极光'),
  lightning: phrase('lightning', '闪电'),
  waterfall: phrase('a waterfall', '瀑布'),
  ruins: phrase('ruins', '废墟'),
  autumn: phrase('autumn leaves', '秋叶'),
  blossom: phrase('blossom', '花树'),
  flowers: phrase('flowers', '花朵'),
  boat: phrase('a boat', '小船'),
}
