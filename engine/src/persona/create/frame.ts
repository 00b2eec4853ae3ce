/** A way of life that an occupation suggests: what its maker left open is filled from it. Sentences are the persona's own words. */
export type Frame = {
  /** Where the work is done, after "at": "a long desk by the window". */
  readonly place: string
  readonly likes: readonly string[]
  /** What the persona wants, from "to". */
  readonly goals: readonly string[]
  /** Day and habit. */
  readonly habits: readonly string[]
  /** What once happened, and what it changed. */
  readonly turns: readonly string[]
  readonly lore: readonly (readonly [keys: string, content: string])[]
}

/** Kinds of work with a frame in each language. */
export const frameNames = ['code', 'teach', 'heal', 'art', 'food', 'craft', 'trade', 'study', 'guard', 'land', 'other'] as const
export type FrameName = (typeof frameNames)[number]

const occupations: readonly (readonly [FrameName, RegExp])[] = [
  [
    'code',
    /software|program|developer|coder|engineer of data|web|data scien|hacker|devops|sysadmin|\bit\b|程序|软件|码农|开发|算法|前端|后端|黑客/i,
  ],
  ['teach', /teach|tutor|professor|coach|instructor|trainer|教师|老师|教授|教练|导师/i],
  [
    'heal',
    /doctor|nurse|healer|physician|surgeon|medic|vet\b|veterinar|therap|dentist|pharmac|herbalist|医生|护士|大夫|郎中|治疗|药师|兽医/i,
  ],
  [
    'art',
    /artist|paint|musician|bard|singer|design|photograph|dancer|actor|actress|sculpt|illustrat|画家|艺术|音乐|歌手|设计|摄影|舞|演员|诗人/i,
  ],
  ['food', /chef|cook|baker|barista|brewer|pastry|厨|面包师|咖啡师|茶/i],
  [
    'craft',
    /smith|carpenter|mechanic|clock|watchmaker|tailor|weaver|potter|jewel|engineer|builder|tinker|inventor|architect|铁匠|木匠|工匠|裁缝|工程师|钟表|机械|建筑/i,
  ],
  ['trade', /shop|merchant|trader|seller|innkeep|tavern|bartender|barkeep|vendor|sales|banker|account|商人|店|掌柜|老板|酒保|会计|销售/i],
  [
    'study',
    /scholar|librar|scien|research|writer|author|historian|astronom|alchemist|wizard|mage|monk|journalist|student|学者|图书|科学|研究|作家|历史|天文|炼金|法师|记者|学生/i,
  ],
  [
    'guard',
    /guard|knight|soldier|detective|police|captain|sailor|pilot|ranger|hunter|adventur|explor|spy|firefight|侦探|骑士|士兵|警|船长|水手|飞行员|猎人|冒险|探险|消防/i,
  ],
  ['land', /farm|garden|fisher|botan|shepherd|florist|beekeep|forester|lighthouse|农|园丁|渔|花店|牧|养蜂|守塔/i],
]

/** The frame of an occupation. */
export const frameOf = (occupation: string): FrameName => occupations.find(([, pattern]) => pattern.test(occupation))?.[0] ?? 'other'
