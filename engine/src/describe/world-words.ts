import type { WorldPlace, WorldPlan, WorldProp } from '@daedal/protocol/generation/world-plan'
import type { Phrase } from './scene-words.ts'

/** What each place is called. */
export const PLACE_PHRASES: Readonly<Record<WorldPlace, Phrase>> = {
  village: { en: 'a village of mushroom houses', zh: '蘑菇屋村庄' },
  plaza: { en: 'a futuristic city square', zh: '未来城市广场' },
  desert: { en: 'a desert', zh: '沙漠' },
  snow: { en: 'a snowy forest', zh: '雪林' },
  islands: { en: 'islands in the sky', zh: '空中群岛' },
  gallery: { en: 'a picture gallery', zh: '画廊' },
  harbour: { en: 'a harbour town', zh: '海港小镇' },
  volcano: { en: 'volcanic land', zh: '火山之地' },
  farm: { en: 'a farm', zh: '农场' },
  station: { en: 'an outpost in space', zh: '太空据点' },
  swamp: { en: 'a swamp', zh: '沼泽' },
  castle: { en: 'a castle', zh: '城堡' },
}

/** What a layout adds. */
export const LAYOUT_PHRASES: Readonly<Record<string, Phrase>> = {
  lakeside: { en: 'beside a lake', zh: '依湖而建' },
  grove: { en: 'round a great tree', zh: '环绕一棵巨树' },
  spire: { en: 'round a spire', zh: '以尖塔为中心' },
  boulevard: { en: 'along a boulevard', zh: '沿着林荫大道' },
  temple: { en: 'with the ruins of a temple', zh: '有神庙遗迹' },
  oasis: { en: 'with an oasis and a pyramid', zh: '有绿洲与金字塔' },
  cabin: { en: 'with a log cabin', zh: '有一座木屋' },
  hamlet: { en: 'with a hamlet', zh: '有一个小村' },
  gazebo: { en: 'with a gazebo', zh: '有一座凉亭' },
  chain: { en: 'joined by bridges', zh: '以桥相连' },
  hall: { en: 'in one long hall', zh: '一间长厅' },
  rotunda: { en: 'under a dome', zh: '穹顶圆厅' },
  quay: { en: 'along a quay', zh: '沿码头而建' },
  cove: { en: 'in a cove', zh: '位于海湾' },
  crater: { en: 'below a crater', zh: '火山口之下' },
  forge: { en: 'with a forge', zh: '有一座锻造厅' },
  barn: { en: 'with a barn', zh: '有一座谷仓' },
  mill: { en: 'with a windmill', zh: '有一座风车磨坊' },
  ring: { en: 'in orbit', zh: '在轨道上' },
  moonbase: { en: 'on the moon', zh: '在月球上' },
  stilts: { en: 'with houses on stilts', zh: '有高脚屋' },
  witch: { en: 'with a witch’s hut', zh: '有女巫小屋' },
  courtyard: { en: 'with its courtyard', zh: '带庭院' },
  garden: { en: 'with its garden', zh: '带花园' },
}

export const HOUR_PHRASES: Readonly<Record<Exclude<WorldPlan['time'], 'any'>, Phrase>> = {
  day: { en: 'by day', zh: '白昼的' },
  dusk: { en: 'at dusk', zh: '黄昏的' },
  night: { en: 'at night', zh: '夜晚的' },
}

export const PROP_PHRASES: Readonly<Record<WorldProp, Phrase>> = {
  fountain: { en: 'a fountain', zh: '喷泉' },
  statue: { en: 'a statue', zh: '雕像' },
  well: { en: 'a well', zh: '水井' },
  campfire: { en: 'a campfire', zh: '篝火' },
  tent: { en: 'a tent', zh: '帐篷' },
  'rowing-boat': { en: 'a rowing boat', zh: '划艇' },
  snowman: { en: 'a snowman', zh: '雪人' },
  windmill: { en: 'a windmill', zh: '风车' },
  lighthouse: { en: 'a lighthouse', zh: '灯塔' },
  tower: { en: 'a tower', zh: '塔楼' },
  'market-stall': { en: 'a market stall', zh: '货摊' },
  cart: { en: 'a cart', zh: '推车' },
  crystals: { en: 'crystals', zh: '水晶' },
  'giant-mushroom': { en: 'a giant mushroom', zh: '巨型蘑菇' },
  'great-tree': { en: 'a great tree', zh: '巨树' },
  'cherry-tree': { en: 'a cherry tree', zh: '樱花树' },
  palms: { en: 'palms', zh: '棕榈树' },
  'flower-bed': { en: 'a flower bed', zh: '花坛' },
  gazebo: { en: 'a gazebo', zh: '凉亭' },
  arch: { en: 'an arch', zh: '拱门' },
  rocket: { en: 'a rocket', zh: '火箭' },
  rover: { en: 'a rover', zh: '探测车' },
  telescope: { en: 'a telescope', zh: '望远镜' },
  stage: { en: 'a stage', zh: '舞台' },
  scarecrow: { en: 'a scarecrow', zh: '稻草人' },
  'standing-stones': { en: 'standing stones', zh: '巨石阵' },
  'picnic-table': { en: 'a picnic table', zh: '野餐桌' },
  swing: { en: 'a swing', zh: '秋千' },
}
