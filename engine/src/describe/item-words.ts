import type { ItemKind, ItemMaterial, ItemModifier } from '@daedal/protocol/generation/item-plan'
import type { Phrase } from './scene-words.ts'

const phrase = (en: string, zh: string): Phrase => ({ en, zh })

export const ITEM_PHRASES: Readonly<Record<ItemKind, Phrase>> = {
  sword: phrase('sword', '剑'),
  dagger: phrase('dagger', '匕首'),
  axe: phrase('axe', '斧'),
  hammer: phrase('hammer', '锤'),
  spear: phrase('spear', '长矛'),
  staff: phrase('staff', '法杖'),
  bow: phrase('bow', '弓'),
  shield: phrase('shield', '盾牌'),
  helmet: phrase('helmet', '头盔'),
  potion: phrase('potion', '药水'),
  crystal: phrase('crystal', '水晶'),
  ring: phrase('ring', '戒指'),
  amulet: phrase('amulet', '护身符'),
  crown: phrase('crown', '王冠'),
  coin: phrase('pile of coins', '一叠硬币'),
  book: phrase('book', '书'),
  scroll: phrase('scroll', '卷轴'),
  key: phrase('key', '钥匙'),
  lantern: phrase('lantern', '灯笼'),
  candle: phrase('candle', '蜡烛'),
  compass: phrase('compass', '罗盘'),
  hourglass: phrase('hourglass', '沙漏'),
  chest: phrase('chest', '宝箱'),
  goblet: phrase('goblet', '高脚杯'),
  vase: phrase('vase', '花瓶'),
  boots: phrase('pair of boots', '靴子'),
  lute: phrase('lute', '鲁特琴'),
  drum: phrase('drum', '鼓'),
  mushroom: phrase('mushroom', '蘑菇'),
  flower: phrase('flower', '花'),
  apple: phrase('apple', '苹果'),
  loaf: phrase('loaf of bread', '面包'),
  cheese: phrase('piece of cheese', '奶酪'),
  armillary: phrase('armillary sphere', '浑天仪'),
}

/** `any` says nothing. */
export const MATERIAL_PHRASES: Readonly<Record<Exclude<ItemMaterial, 'any'>, Phrase>> = {
  steel: phrase('steel', '钢制'),
  iron: phrase('iron', '铁制'),
  silver: phrase('silver', '银制'),
  gold: phrase('golden', '金制'),
  brass: phrase('brass', '黄铜'),
  bronze: phrase('bronze', '青铜'),
  copper: phrase('copper', '铜制'),
  obsidian: phrase('obsidian', '黑曜石'),
  crystal: phrase('crystal', '水晶'),
  bone: phrase('bone', '骨制'),
  jade: phrase('jade', '玉制'),
}

export const MODIFIER_PHRASES: Readonly<Record<ItemModifier, Phrase>> = {
  ancient: phrase('ancient', '古老的'),
  rusty: phrase('rusty', '生锈的'),
  glowing: phrase('glowing', '发光的'),
  cursed: phrase('cursed', '被诅咒的'),
  frozen: phrase('frozen', '冰封的'),
  fiery: phrase('fiery', '燃烧的'),
  runed: phrase('runed', '刻有符文的'),
  ornate: phrase('ornate', '华丽的'),
  tiny: phrase('tiny', '小巧的'),
}
