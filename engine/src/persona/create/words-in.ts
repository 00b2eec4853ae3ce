/** Traits in both languages, so that a persona made in one can be met in the other. */
const PAIRS: readonly (readonly [en: string, zh: string])[] = [
  ['friendly', '友善'],
  ['helpful', '乐于助人'],
  ['curious', '好奇'],
  ['patient', '有耐心'],
  ['kind', '善良'],
  ['funny', '幽默'],
  ['witty', '风趣'],
  ['shy', '害羞'],
  ['grumpy', '脾气坏'],
  ['calm', '沉稳'],
  ['cheerful', '开朗'],
  ['serious', '严肃'],
  ['wise', '睿智'],
  ['brave', '勇敢'],
  ['quiet', '安静'],
  ['talkative', '健谈'],
  ['gentle', '温柔'],
  ['honest', '诚实'],
  ['clever', '聪明'],
  ['stubborn', '倔强'],
  ['loyal', '忠诚'],
  ['polite', '有礼貌'],
  ['sarcastic', '毒舌'],
  ['optimistic', '乐观'],
  ['thoughtful', '体贴'],
  ['energetic', '活泼'],
  ['mysterious', '神秘'],
]

/** Traits of a persona of whom none were told. */
export const openTraits: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: ['curious', 'patient', 'kind', 'honest'],
  zh: ['好奇', '有耐心', '善良', '诚实'],
}

/** A trait in the other language, or as it is. */
export function traitIn(language: 'en' | 'zh', trait: string): string {
  const pair = PAIRS.find(([en, zh]) => en === trait.toLowerCase() || zh === trait)
  return pair ? pair[language === 'en' ? 0 : 1] : trait
}

const JOBS: readonly (readonly [en: string, zh: string])[] = [
  ['software engineer', '软件工程师'],
  ['programmer', '程序员'],
  ['engineer', '工程师'],
  ['teacher', '老师'],
  ['doctor', '医生'],
  ['nurse', '护士'],
  ['artist', '艺术家'],
  ['painter', '画家'],
  ['musician', '音乐家'],
  ['designer', '设计师'],
  ['chef', '厨师'],
  ['cook', '厨师'],
  ['baker', '面包师'],
  ['blacksmith', '铁匠'],
  ['carpenter', '木匠'],
  ['clockmaker', '钟表匠'],
  ['mechanic', '机械师'],
  ['architect', '建筑师'],
  ['merchant', '商人'],
  ['shopkeeper', '店主'],
  ['innkeeper', '客栈老板'],
  ['librarian', '图书管理员'],
  ['scientist', '科学家'],
  ['writer', '作家'],
  ['journalist', '记者'],
  ['student', '学生'],
  ['wizard', '法师'],
  ['knight', '骑士'],
  ['detective', '侦探'],
  ['guard', '卫兵'],
  ['pilot', '飞行员'],
  ['sailor', '水手'],
  ['farmer', '农民'],
  ['gardener', '园丁'],
  ['lighthouse keeper', '灯塔守护人'],
]

/** An occupation in the other language, or as it is. */
export function occupationIn(language: 'en' | 'zh', occupation: string): string {
  const pair = JOBS.find(([en, zh]) => en === occupation.toLowerCase() || zh === occupation)
  return pair ? pair[language === 'en' ? 0 : 1] : occupation
}
