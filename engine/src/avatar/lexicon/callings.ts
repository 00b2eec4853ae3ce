import type { AvatarWishes } from '../plan-avatar.ts'
import { type AvatarWord, word } from './avatar-sense.ts'

/** What people do or stand for: it suggests what they wear. A colour before it is that of their clothes. */
const calling = (concept: string, en: string, zh: string, soft: AvatarWishes, wish?: AvatarWishes): AvatarWord =>
  word('subject', concept, en, zh, { soft, slot: 'clothesColour', ...(wish && { wish }) })

export const callingWords: readonly AvatarWord[] = [
  calling('wizard', 'wizard, mage, sorcerer, warlock, merlin, 🧙', '巫师、法师、魔法师、术士', { headwear: 'wizard-hat', clothes: 'robe' }),
  calling(
    'witch',
    'witch, sorceress, enchantress',
    '女巫、巫婆、魔女',
    { headwear: 'wizard-hat', clothes: 'robe' },
    { presentation: 'feminine' },
  ),
  calling('king', 'king, emperor, monarch, sultan, 🤴', '国王、皇帝、王', {
    headwear: 'crown',
    clothes: 'robe',
    presentation: 'masculine',
  }),
  calling('queen', 'queen, empress, 👸', '女王、皇后、女皇', { headwear: 'crown', clothes: 'robe', presentation: 'feminine' }),
  calling('princess', 'princess, duchess', '公主', { headwear: 'tiara', clothes: 'dress', age: 'young', presentation: 'feminine' }),
  calling('prince', 'prince, duke', '王子', { headwear: 'crown', clothes: 'suit', age: 'young', presentation: 'masculine' }),
  calling('knight', 'knight, paladin, warrior, soldier, gladiator, crusader, fighter', '骑士、武士、战士、士兵、勇士', {
    headwear: 'helmet',
    clothes: 'armour',
  }),
  calling('viking', 'viking, barbarian', '维京人、维京、野蛮人', { headwear: 'horns', beard: 'long', presentation: 'masculine' }),
  calling('samurai', 'samurai, ninja, ronin', '武士道、忍者', { clothes: 'kimono', hair: 'bun', expression: 'determined' }),
  calling('geisha', 'geisha', '艺伎', { clothes: 'kimono', hair: 'bun', features: ['lipstick'], presentation: 'feminine' }),
  calling('pirate', 'pirate, buccaneer, corsair, 🏴‍☠️', '海盗', {
    headwear: 'bandana',
    clothes: 'stripes',
    features: ['eyepatch', 'earrings'],
  }),
  calling('sailor', 'sailor, captain, seaman', '水手、船长、海员', { headwear: 'cap', clothes: 'stripes' }),
  calling('fisherman', 'fisherman, fisher, angler', '渔夫、渔民', {
    headwear: 'beanie',
    clothes: 'sweater',
    beard: 'full',
    presentation: 'masculine',
  }),
  calling('farmer', 'farmer, gardener, shepherd', '农夫、农民、园丁、牧羊人', { headwear: 'straw-hat', clothes: 'overalls' }),
  calling('cowboy', 'cowboy, cowgirl, sheriff, rancher, 🤠', '牛仔、警长', { headwear: 'cowboy-hat', clothes: 'jacket' }),
  calling('chef', 'chef, cook, baker, 🧑‍🍳', '厨师、大厨、面包师', { headwear: 'chef-hat' }),
  calling('astronaut', 'astronaut, cosmonaut, spaceman, 🧑‍🚀', '宇航员、航天员', { clothes: 'spacesuit' }),
  calling('gentleman', 'gentleman, magician, aristocrat, butler', '绅士、魔术师、管家', {
    headwear: 'top-hat',
    clothes: 'suit',
    presentation: 'masculine',
  }),
  calling(
    'business',
    'businessman, businesswoman, lawyer, banker, manager, boss, executive, agent, president, detective, spy',
    '商人、律师、经理、老板、总统、侦探、特工',
    {
      clothes: 'suit',
    },
  ),
  calling(
    'scholar',
    'scholar, software engineer, software developer, professor, scientist, librarian, student, researcher, nerd, engineer, programmer, developer, teacher, doctor',
    '学者、教授、科学家、学生、软件工程师、工程师、程序员、老师、医生、博士',
    {
      features: ['glasses'],
    },
  ),
  calling('artist', 'artist, painter, poet, mime', '艺术家、画家、诗人', { headwear: 'beret' }),
  calling('gamer', 'gamer, streamer, dj, musician, singer', '玩家、主播、音乐家、歌手', { features: ['headphones'], clothes: 'hoodie' }),
  calling('punk', 'punk, rocker, rock star, biker, rebel', '朋克、摇滚歌手、叛逆者', { hair: 'mohawk', clothes: 'jacket' }),
  calling('hipster', 'hipster, lumberjack', '潮人、伐木工', { beard: 'full', headwear: 'beanie' }),
  calling('skater', 'skater, rapper, athlete, sportsman, courier', '滑板少年、说唱歌手、运动员、快递员', {
    headwear: 'cap',
    clothes: 'hoodie',
  }),
  calling('worker', 'mechanic, builder, plumber, worker, carpenter, miner', '机械师、建筑工人、工人、木匠、矿工', {
    clothes: 'overalls',
    headwear: 'cap',
  }),
  calling('inventor', 'inventor, tinkerer, aviator, pilot', '发明家、飞行员', { features: ['glasses'], clothes: 'jacket' }),
  calling('dwarf', 'dwarf, gnome', '矮人', { beard: 'long', head: 'heavy', presentation: 'masculine' }),
  calling('dancer', 'dancer, ballerina', '舞者、舞蹈家', { clothes: 'dress', hair: 'bun' }),
  calling('veteran', 'veteran, old soldier, elder', '老兵、长者', { age: 'old' }),
  calling('captain', 'pirate captain', '海盗船长', {
    headwear: 'bandana',
    clothes: 'stripes',
    features: ['eyepatch', 'earrings'],
  }),
  calling('hippie', 'hippie, hippy, fairy, nymph, druid', '嬉皮士、仙女、仙子、德鲁伊', { headwear: 'flowers', hair: 'long' }),
  calling('bride', 'bride', '新娘', { headwear: 'flowers', clothes: 'dress', presentation: 'feminine' }),
  calling('sage', 'sage, guru, philosopher, wise man, wise woman', '智者、哲学家、睿智、贤者', { age: 'old', features: ['glasses'] }),
  calling('steampunk', 'steampunk, victorian, dapper', '蒸汽朋克、维多利亚', { headwear: 'top-hat', clothes: 'jacket' }),
  calling('monk', 'monk, buddhist', '和尚、僧人', { hair: 'bald', clothes: 'robe', headwear: 'none' }),
  calling('nun', 'nun', '修女、尼姑', { headwear: 'headscarf', clothes: 'robe', presentation: 'feminine' }),
  calling('sikh', 'sikh', '锡克教徒', { headwear: 'turban', beard: 'full', presentation: 'masculine' }),
  calling('muslim woman', 'hijabi, muslim woman, muslim girl', '穆斯林女性', { headwear: 'headscarf' }, { presentation: 'feminine' }),
  calling('rabbi', 'rabbi, jewish man', '拉比', { headwear: 'kippah', beard: 'full', clothes: 'suit', presentation: 'masculine' }),
  calling('angel', 'angel, saint, 👼, 😇', '天使、圣人', { headwear: 'halo', clothes: 'robe' }),
  calling('devil', 'devil, demon, satan, imp, 😈', '恶魔、魔鬼', { headwear: 'horns', skin: '#b3262a', expression: 'sly' }),
]
