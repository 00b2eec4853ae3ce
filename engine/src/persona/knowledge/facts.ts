import { hasChinese } from '../text/language.ts'
import { numeralValue } from '../text/numerals.ts'
import { trimmed } from '../text/phrasing.ts'
import type { Facts, Relation, Unit } from './knowledge.ts'

/** Facts with nothing known. */
export const noFacts = (): Facts => ({
  age: null,
  job: '',
  home: '',
  origin: '',
  likes: [],
  dislikes: [],
  fears: [],
  goals: [],
  relations: [],
  goods: [],
})

/** The first whole number of a text, null when there is none. */
export const firstNumber = (text: string): number | null => {
  const digits = /\d+/.exec(text)?.[0]
  return digits === undefined ? null : Number(digits)
}

/** Reads a "key: value" line of a description into the facts; false when the key is not one of ours. */
export function readField(facts: Facts, key: string, value: string): boolean {
  const items = value
    .split(/[,;，、；]| and |和/)
    .map(trimmed)
    .filter((item) => item !== '')
  if (/^(age|年龄|年纪)$/.test(key)) facts.age ??= firstNumber(value)
  else if (/^(occupation|job|profession|职业|工作|身份)$/.test(key)) facts.job ||= value
  else if (/^(likes?|loves|hobbies|hobby|interests|喜欢|爱好|喜好|兴趣)$/.test(key)) facts.likes.push(...items)
  else if (/^(dislikes?|hates|讨厌|厌恶|不喜欢)$/.test(key)) facts.dislikes.push(...items)
  else if (/^(fears?|害怕|恐惧)$/.test(key)) facts.fears.push(...items)
  else if (/^(goals?|dreams?|目标|梦想|愿望)$/.test(key)) facts.goals.push(value)
  else return /^(name|姓名|名字|gender|性别|sex)$/.test(key)
  return true
}

const clauseEnd =
  "(?=[.;!。；！]|,? (?:but|because|when|while|though|since|even|which|who|that|where|and (?:I|hates?|dislikes?|fears?|is|am|has|have|never|always|dreams?|wants?|hopes?|refuse|can't|cannot|lives?|works?))\\b|$)"

const liking = new RegExp(
  `\\bI (?:\\w+ )?(?:love|like|enjoy|adore|am fond of|am obsessed with|am passionate about|collect) (?:to )?(.+?)${clauseEnd}`,
)
const disliking = new RegExp(`\\b(?:I|and|but) (?:\\w+ )?(?:hate|dislike|despise|loathe|detest|cannot stand|can't stand) (.+?)${clauseEnd}`)
const fearing = new RegExp(
  `\\b(?:am|is) (?:\\w+ )?(?:afraid|scared|terrified|frightened) of (.+?)${clauseEnd}|\\bI (?:\\w+ )?fear (.+?)${clauseEnd}`,
)
const wanting =
  /\b(?:I|and) (?:\w+ )?(?:dreams? of|dreams? about|hopes? to|wants? to|wish(?:es)? to|plans? to|am saving (?:up )?(?:to|for)|am trying to) (.+?)(?=[.;!]|, (?:but|because)|$)/
const ageEnglish = /\bI am (?:a |an )?(\d{1,4})(?:[- ]years?[- ]old)?\b|\b(?:aged?|age of) (\d{1,4})\b|\b(?:a|an) (\d{1,4})-year-old/
const ageChinese = /(?:今年)?(\d{1,4}|[一二三四五六七八九十百]{1,5})岁/

/** Adds what one first-person unit says of likes, fears, goals, age, home, origin, work, people and goods. */
export function readUnit(facts: Facts, unit: Unit): void {
  const text = unit.text
  if (unit.source !== 'lore' || /\bI\b|我/.test(text)) {
    readTastes(facts, text, unit.source !== 'scenario')
    readLife(facts, unit)
  }
  readGoods(facts, unit)
  readRelations(facts, unit)
}

function readTastes(facts: Facts, text: string, mayHoldGoal: boolean): void {
  const like = /would like/.test(text) ? null : liking.exec(text)
  if (like?.[1]) addItems(facts.likes, like[1])
  const dislike = disliking.exec(text)
  if (dislike?.[1]) addItems(facts.dislikes, dislike[1])
  const fear = fearing.exec(text)
  if (fear) addItems(facts.fears, fear[1] ?? fear[2] ?? '')
  const want = wanting.exec(text)
  if (want?.[1]) facts.goals.push(/dream|saving (?:up )?for/.test(want[0]) ? want[1] : `to ${want[1]}`)
  const fond = /(?:非常|最|特别|很|也|还)?(?:喜欢|热爱|爱好是?|最爱|迷恋|痴迷于?|爱(?=[喝吃听看讲唱画下养写读弹]))([^，。；！,]+)/.exec(
    text,
  )
  if (fond?.[1] && !/不喜欢|不爱|谁/.test(text)) addItems(facts.likes, fond[1])
  const collected = /(?:收集|收藏)([^，。；！,]+)/.exec(text)
  if (collected?.[1]) addItems(facts.likes, `收集${collected[1]}`)
  const averse = /(?:讨厌|厌恶|受不了|最烦|最恨|不喜欢)([^，。；！,]+)/.exec(text)
  if (averse?.[1]) addItems(facts.dislikes, averse[1])
  const afraid = /(?:害怕|最怕|很怕|怕)([^，。；！,]+)/.exec(text)
  if (afraid?.[1] && !/恐怕|哪怕|不怕/.test(text)) addItems(facts.fears, afraid[1])
  const hope = /(?:想要|希望能?|梦想是?|立志要?|打算|心愿是|一心想要?|目标是)([^。；！]+)/.exec(text)
  if (hope?.[1] && mayHoldGoal) facts.goals.push(hope[1])
}

function readLife(facts: Facts, unit: Unit): void {
  const text = unit.text
  if (facts.age === null && unit.self) {
    const age = ageEnglish.exec(text) ?? (/岁(那年|时|的时候|起|前|后)/.test(text) ? null : ageChinese.exec(text))
    if (age) facts.age = numeralValue(age[1] ?? age[2] ?? age[3] ?? '')
  }
  const home =
    /\bI (?:\w+ )?(?:live|reside|dwell)s? ((?:in|on|at|near|above|under|behind|beside|by|with) [^.;,]+)/.exec(text) ??
    /我?家?住在([^，。；]+)/.exec(text)
  facts.home ||= home?.[1] ?? ''
  const origin =
    /\b(?:grew up|born and raised|was born|was raised|come originally|come|hail)s? ((?:in|on|at|near|from) [^.;,]+)/.exec(text) ??
    /(?:出生在|生于|来自|从小在)([^，。；]+?)(?:长大)?(?=[，。；]|$)/.exec(text)
  facts.origin ||= origin?.[1]?.replace(/^from /, 'in ') ?? ''
  if (facts.job || !unit.self || unit.source !== 'description') return
  const job =
    /\bI(?: am|'m) (?:a|an|the) (.+?)(?= who| that| in | at | from | of | with | on |[,.;]|$)/.exec(text)?.[1] ??
    /我是(?:一[个位名])?([^，。；]+?)(?=[，。；]|$)/.exec(text)?.[1]
  if (job) facts.job = hasChinese(job) ? job.replace(/^.*[岁里上边]的(?=.{2,})/, '') : job.replace(/^\d+[- ]years?[- ]old /, '')
}

function addItems(list: string[], text: string): void {
  for (const part of text.split(/,|;|、| and (?!roll)|以及|和/)) {
    const item = trimmed(part)
      .replace(/^(also|also |to |the idea of |going to )/i, '')
      .replace(/\s+(more than anything|very much|a lot|too much|every \w+)$/i, '')
    const known = list.some((other) => other.toLowerCase() === item.toLowerCase())
    if (item && item.length < 60 && !/^(I|when|because|but|so|my own|then|who|that)\b/.test(item) && !known) list.push(item)
  }
}

const englishGood =
  /((?:[A-Z][\w'’-]+|[a-z][\w'’-]+)(?: (?:of |for )?[\w'’-]+){0,3}?)(?: (?:costs?|goes for|go for|sells? for|at|for|is|are)|\s*[:(—-])\s*(?:only )?(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|a hundred) (?:(gold|silver|copper|bronze) )?(coins?|gold|silvers?|coppers?|credits?|dollars?|euros?|pence|crowns?|shillings?|marks|pieces?)\b/g
const chineseGood =
  /([\u4e00-\u9fff]{2,6}?)(?:每?一?[壶碗两斤个份盏瓶把件杯张本只块]|要价|卖|只要|售价|[:：])*?(\d+|[一二三四五六七八九十百两半]+)(文钱?|两银子|两|个?金币|枚金币|个?铜钱|枚铜钱|枚银币|银币|块钱|元|贯|灵石|信用点)/g

/** "A healing potion costs 12 gold coins", "龙井一壶三十文". Only priced words are goods. */
function readGoods(facts: Facts, unit: Unit): void {
  for (const [, name = '', price = '', metal, currency] of unit.text.matchAll(englishGood)) {
    const item = name.replace(/^(?:.*\b(?:and|the|a|an|my|sell|sells|also|but|with|while|stocks?|offers?) )+/i, '').trim()
    if (item && !/^(it|they|that|which|each|one|cost|price|reward|bounty|pay|wage|debt|fee)$/i.test(item))
      facts.goods.push({
        item: item.toLowerCase(),
        price: numeralValue(price),
        currency: metal ? `${metal} ${currency}` : (currency ?? ''),
        unit,
      })
  }
  for (const [, name = '', price = '', currency = ''] of unit.text.matchAll(chineseGood)) {
    const item = name
      .replace(/^(?:我|卖|店里|一|有|和|还)+/, '')
      .replace(/^[壶碗份个盏瓶把件杯张本只块](?=.)/, '')
      .replace(/(一[壶碗两斤个份盏瓶把件杯张本只块]|要价|要|卖|只要|售价|每|价)$/, '')
    if (item) facts.goods.push({ item, price: numeralValue(price), currency, unit })
  }
}

const kin = 'mother|father|sister|brother|wife|husband|son|daughter|grandmother|grandfather|uncle|aunt|cousin|twin|niece|nephew'
const company = 'friend|rival|mentor|apprentice|boss|partner|cat|dog|parrot|horse|raven|master'
const englishKin = new RegExp(
  `\\b[Mm]y (?:(?:older|younger|little|big|late|old|best|twin|estranged|former|only) )*(${kin}|${company}),? (?:(?:named|called|is) )?([A-Z][\\w'-]+)`,
  'g',
)

/** "my older sister Nora", "a cat called Miso", "师父叫老秦". */
function readRelations(facts: Facts, unit: Unit): void {
  const add = (who: string | undefined, role: string | undefined) => {
    if (who && role) facts.relations.push({ who, role: role.toLowerCase(), unit })
  }
  for (const [, role, who] of unit.text.matchAll(englishKin)) add(who, role)
  for (const [, role, who] of unit.text.matchAll(
    /\b(?:a|an|my|his|her) (?:[a-z]+ )?(cat|dog|parrot|horse|raven|owl|fox|crow|robot|rabbit|goat) (?:named|called) ([A-Z][\w'-]+)/g,
  ))
    add(who, role)
  for (const [, role, who] of unit.text.matchAll(
    /(母亲|父亲|妈妈|爸爸|姐姐|妹妹|哥哥|弟弟|妻子|丈夫|儿子|女儿|师父|师傅|徒弟|朋友|好友|同事|对手|猫|狗|鹦鹉|马)(?:叫做?|名叫|是)([\u4e00-\u9fff]{1,4})(?=[，。；、]|$)/g,
  ))
    add(who, role)
}

/** Without doubles, first mention first. */
export function distinctFacts(facts: Facts): Facts {
  const once = <T>(items: readonly T[], nameOf: (item: T) => string) =>
    [...new Map(items.toReversed().map((item) => [nameOf(item).toLowerCase(), item])).values()].toReversed()
  return {
    ...facts,
    job: trimmed(facts.job),
    likes: once(facts.likes, String),
    goals: once(facts.goals, String).filter((goal) => goal !== ''),
    relations: once<Relation>(facts.relations, (relation) => relation.who),
    goods: once(facts.goods, (good) => good.item),
  }
}
