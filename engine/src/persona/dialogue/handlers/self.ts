import type { PhraseKey } from '../../phrases/phrases.ts'
import { terms } from '../../text/terms.ts'
import { ask, askSomething } from '../asking.ts'
import { translated } from '../glossary.ts'
import { remembers } from '../memory.ts'
import { anyUnit, findUnit, freshUnit, isFresh, repeatLead, sayFact, steer, tell, tellAgain, tellTagged } from '../telling.ts'
import { counted, type Handler, inLanguage, listed, push, setTopic, type Turn } from '../turn.ts'
import { jobTitle, say } from '../wording.ts'
import { goalPhrase } from '../words-back.ts'
import { tellAbout } from './subjects.ts'

const asksName: Handler = (turn, act) => {
  const lead = repeatLead(turn, 'asksName')
  push(turn, lead + say(turn, 'nameIs'))
  const wantsMore = /who are you|你是谁/.test(act.normal) || turn.streams.content.chance(0.6)
  if (lead === '' && turn.knowledge.facts.job && wantsMore) push(turn, say(turn, 'jobIs'))
  if (turn.state.playerName === '' && counted(turn, 'asked name') <= 2) ask(turn, 'name')
}

const asksAge: Handler = (turn) => {
  const { age } = turn.knowledge.facts
  if (age === null) push(turn, say(turn, 'ageNone'))
  else push(turn, sayFact(turn, 'asksAge', 'ageIs', { age, agex: age > 30 ? age - 20 : Math.max(3, age - 4) }))
  setTopic(turn, inLanguage(turn, 'my age', '年纪'), 'age')
}

/** Says a fact of one word, or the card's own sentence about it, or that it was never written. */
function sayFactOrUnit(turn: Turn, question: string, fact: string, tag: 'job' | 'home', is: PhraseKey, none: PhraseKey) {
  if (fact !== '') return push(turn, sayFact(turn, question, is, { home: fact }))
  const unit = anyUnit(turn, ({ tags, source }) => tags.has(tag) && source !== 'scenario')
  push(turn, unit ? repeatLead(turn, question) + tell(turn, unit) : say(turn, none))
}

const asksJob: Handler = (turn) => {
  const { facts, style } = turn.knowledge
  sayFactOrUnit(turn, 'asksJob', facts.job, 'job', 'jobIs', 'jobNone')
  const unit = freshUnit(
    turn,
    ({ tags, self, text }) => tags.has('job') && self && !text.toLowerCase().includes(facts.job.toLowerCase() || '\n'),
  )
  if (unit && style.chatty > -0.3) push(turn, tell(turn, unit))
  setTopic(turn, inLanguage(turn, 'my work', '我的工作'), 'job', '', unit)
  if (!remembers(turn, 'job')) ask(turn, 'job')
}

const asksHome: Handler = (turn) => {
  const { home } = turn.knowledge.facts
  sayFactOrUnit(turn, 'asksHome', home, 'home', 'homeIs', 'homeNone')
  const unit = freshUnit(turn, ({ tags, text }) => tags.has('home') && !text.includes(home || '\n'))
  if (unit && home) push(turn, tell(turn, unit))
  setTopic(turn, inLanguage(turn, 'where I live', '我住的地方'), 'home')
  if (!remembers(turn, 'from')) ask(turn, 'from')
}

const tastes = {
  like: { list: 'likes', is: 'likesIs', none: 'likesNone', label: ['what I love', '我喜欢的东西'] },
  dislike: { list: 'dislikes', is: 'dislikesIs', none: 'dislikesNone', label: ['what I can’t stand', '我讨厌的东西'] },
  fear: { list: 'fears', is: 'fearsIs', none: 'fearsNone', label: ['what I fear', '我怕的东西'] },
  goal: { list: 'goals', is: 'goalsIs', none: 'goalsNone', label: ['what I want', '我的心愿'] },
} as const

/** One fact of a list, the next each time; repeats are said to be repeats. */
function sayTaste(turn: Turn, kind: keyof typeof tastes) {
  const { list, is, none, label } = tastes[kind]
  const facts = turn.knowledge.facts[list]
  if (facts.length === 0) {
    const unit = anyUnit(turn, ({ tags, source }) => tags.has(kind) && source !== 'scenario')
    return push(turn, unit ? tellAgain(turn, unit) : say(turn, none))
  }
  const count = counted(turn, list) - 1
  const fact = facts[count % facts.length] as string
  const spokenFact = kind === 'goal' ? goalPhrase(fact, turn.language) : translated(fact, turn.language)
  push(turn, (count >= facts.length ? say(turn, 'already') : '') + say(turn, is, { a: spokenFact }))
  const second = facts[1]
  if (kind === 'like' && count === 0 && second && turn.knowledge.style.chatty >= -0.3) {
    push(turn, say(turn, 'likesAlso', { b: translated(second, turn.language) }))
    counted(turn, list)
  }
  const unit = freshUnit(turn, (other) => other.tags.has(kind) && !terms(fact).some((term) => other.terms.includes(term)))
  if (unit && kind !== 'like' && turn.streams.content.chance(0.4)) push(turn, tell(turn, unit))
  setTopic(turn, inLanguage(turn, label[0], label[1]), kind, fact, turn.state.topic?.unit ?? null)
}

const asksOrigin: Handler = (turn) => {
  if (!tellTagged(turn, 'past', 'tellNone', 2)) return
  const topic = turn.state.topic
  if (topic) turn.state.topic = { ...topic, kind: 'past' }
}

const kinOrPet =
  /\b(mother|father|mom|mum|dad|sister|brother|wife|husband|son|daughter|grandmother|grandfather|uncle|aunt|cat|dog|rival|mentor|boss|friend|apprentice|master|pet)s?\b|(妈|爸|父亲|母亲|姐|妹|哥|弟|儿子|女儿|爷爷|奶奶|师父|师傅|徒弟|朋友|对手|猫|狗|宠物)/
const synonyms: Readonly<Record<string, string>> = { mom: 'mother', mum: 'mother', dad: 'father' }

const asksPeople =
  (tag: 'family' | 'friend'): Handler =>
  (turn, act) => {
    const { relations } = turn.knowledge.facts
    const match = kinOrPet.exec(act.normal)
    const said = match?.[1] ?? match?.[2] ?? ''
    const word = synonyms[said] ?? said
    const pet = word === 'pet' || word === '宠物'
    const relation = relations.find(
      ({ role }) => word !== '' && (role.includes(word) || (pet && /cat|dog|parrot|owl|raven|horse|猫|狗|鹦鹉|马/.test(role))),
    )
    if (relation) return tellAbout(turn, relation.who, relation.who)
    const unit = anyUnit(
      turn,
      ({ source, text, tags }) => source !== 'scenario' && (word !== '' && !pet ? text.includes(word) : tags.has(tag)),
    )
    if (unit) return push(turn, tellAgain(turn, unit))
    if (relations.length === 0 || word !== '') return push(turn, say(turn, 'relNone'), steer(turn))
    const named = relations
      .slice(0, 3)
      .map(({ who, role }) => inLanguage(turn, role ? `${who}, my ${role}` : who, `${translated(role, 'zh')}${who}`))
    push(turn, say(turn, 'relList', { list: listed(turn, named) }))
  }

const asksSecret: Handler = (turn) => {
  const { rapport, turn: at } = turn.state
  const unit = turn.knowledge.units.find(({ tags }) => tags.has('secret'))
  if (!unit) push(turn, say(turn, 'secretNone'))
  else push(turn, rapport < 0.25 && at < 12 ? say(turn, 'secretNo') : tell(turn, unit, 'secret'))
}

const asksPlace: Handler = (turn, act) => {
  const { units } = turn.knowledge
  const unit =
    findUnit(turn, act.segment, 2.5) ??
    units.find(({ source }) => source === 'scenario') ??
    units.find(({ tags, lore }) => tags.has('home') || lore !== null)
  push(turn, unit ? tell(turn, unit, 'place') : say(turn, 'placeNone'))
}

const asksSelf: Handler = (turn) => {
  const { facts, style, units, traits } = turn.knowledge
  const count = counted(turn, 'asksSelf')
  const told = (unit: (typeof units)[number]) => facts.age !== null && count > 1 && unit.text.includes(String(facts.age))
  const own = units.filter(
    (unit) => unit.self && unit.source === 'description' && isFresh(turn, unit.key) && !unit.tags.has('secret') && !told(unit),
  )
  const introduces = own[0] && /^(I am|我是)/.test(own[0].text)
  if (count === 1 && !introduces)
    push(
      turn,
      say(turn, 'selfintro', { jobp: facts.job ? inLanguage(turn, `, ${jobTitle(turn)}`, `，${translated(facts.job, 'zh')}`) : '' }),
    )
  for (const unit of own.slice(0, style.chatty > 0.3 ? 2 : 1)) push(turn, tell(turn, unit))
  if (own.length === 0) {
    const trait = traits[0]
    push(
      turn,
      trait
        ? say(turn, 'whyTrait', { trait: translated(trait, turn.language) })
        : say(turn, 'moreNone', { x: inLanguage(turn, 'myself', '我自己') }),
    )
  }
  askSomething(turn)
}

/** Questions about the persona. */
export const selfHandlers: Readonly<Record<string, Handler>> = {
  asksName,
  asksAge,
  asksJob,
  asksHome,
  asksOrigin,
  asksSecret,
  asksPlace,
  asksSelf,
  asksFamily: asksPeople('family'),
  asksFriend: asksPeople('friend'),
  asksLike: (turn) => {
    sayTaste(turn, 'like')
    if (!remembers(turn, 'like')) ask(turn, 'like')
  },
  asksDislike: (turn) => sayTaste(turn, 'dislike'),
  asksFear: (turn) => sayTaste(turn, 'fear'),
  asksGoal: (turn) => sayTaste(turn, 'goal'),
  asksLook: (turn) => {
    tellTagged(turn, 'look', 'lookNone')
  },
  asksDay: (turn) => {
    const { facts } = turn.knowledge
    const pastime = translated(facts.likes[0] ?? inLanguage(turn, 'rest', '歇着'), turn.language)
    if (facts.job || facts.likes.length > 0) push(turn, say(turn, 'day', { a: pastime }))
    const unit = freshUnit(turn, ({ tags }) => tags.has('job') || tags.has('like'))
    if (unit) push(turn, tell(turn, unit))
  },
  asksSkill: (turn, act) => {
    if (turn.knowledge.units.some(({ tags }) => tags.has('skill'))) tellTagged(turn, 'skill', 'tellNone')
    else if (turn.knowledge.facts.job) push(turn, say(turn, 'jobIs'))
    else turn.handle(turn, 'wantsHelp', act)
  },
  asksMarried: (turn) => {
    const unit = turn.knowledge.units.find(({ text }) => /\b(wife|husband|married|widow)|妻子|丈夫|成亲|结婚|老婆|老公/.test(text))
    push(turn, unit ? tellAgain(turn, unit) : say(turn, 'married'))
  },
}
