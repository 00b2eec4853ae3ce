import { hasChinese } from '../../text/language.ts'
import { escaped, trimmed, uncapitalised } from '../../text/phrasing.ts'
import { ask, askSomething } from '../asking.ts'
import { translated } from '../glossary.ts'
import { matchingFact } from '../matching-fact.ts'
import { remember } from '../memory.ts'
import { stanceOn } from '../stance.ts'
import { exampleAnswer, findUnit, freshUnit, isFresh, steer, tell, tellAgain, tellNextOfLore } from '../telling.ts'
import { counted, type Handler, inLanguage, noteTopic, push, setTopic, type Turn } from '../turn.ts'
import { say } from '../wording.ts'
import { asWritten, nounPhrase, toSecondPerson } from '../words-back.ts'

/** Says something about a subject; `clause` is the clause it was named in. */
type Speech = (turn: Turn, subject: string, clause: string) => void

const asksForView = /think|feel about|opinion|觉得|怎么看|认为/

/** The persona's own view of something: its likes and fears, its people, what the card says, an everyday stance, or that it has none. */
export const giveOpinion: Speech = (turn, words, question) => {
  const { facts } = turn.knowledge
  const subject = trimmed(words.replace(/[吗么呢]$/, '').replace(/\b(then|too|either|at all|yourself|and why|or not)\b/g, ''))
  const view = asksForView.test(question)
  const liked = matchingFact(turn, facts.likes, subject)
  if (liked) return sayLiking(turn, liked, view)
  const disliked = matchingFact(turn, facts.dislikes, subject)
  if (disliked) {
    push(turn, say(turn, view ? 'dislikesIs' : 'opDislike', { a: translated(disliked, turn.language) }))
    return setTopic(turn, disliked, 'dislike', disliked)
  }
  const relation = facts.relations.find(
    ({ role, who }) => subject !== '' && (subject.toLowerCase().replace(/s$/, '') === role || who === subject),
  )
  if (relation) return tellAbout(turn, relation.who, relation.who)
  const feared = matchingFact(turn, facts.fears, subject)
  if (feared) {
    push(turn, say(turn, 'fearsIs', { a: translated(feared, turn.language) }))
    return setTopic(turn, feared, 'fear', feared)
  }
  const unit = findUnit(turn, subject, 1.8)
  if (unit) return push(turn, isFresh(turn, unit.key) ? tell(turn, unit, 'opUnit') : tellAgain(turn, unit))
  const stance = stanceOn(turn, subject)
  if (stance) {
    push(turn, say(turn, stance.fond ? 'opPos' : 'opNeg', { x: stance.label }), stance.line)
    setTopic(turn, stance.label, 'stance')
    return ask(turn, 'opinion')
  }
  push(turn, say(turn, 'opNone', { x: toSecondPerson(asWritten(subject, turn.text), turn.language) }), steer(turn))
}

function sayLiking(turn: Turn, liked: string, view: boolean) {
  const a = translated(liked, turn.language)
  push(turn, say(turn, view ? 'likesIs' : 'opLike', { a }))
  const unit = findUnit(turn, liked, 1.5)
  if (unit && isFresh(turn, unit.key)) push(turn, tell(turn, unit))
  else if (isFresh(turn, `why ${liked}`)) {
    turn.state.told.set(`why ${liked}`, turn.state.turn)
    push(turn, say(turn, 'whyLike', { a }))
  }
  setTopic(turn, liked, 'like', liked, turn.state.topic?.unit ?? null)
}

/** What the persona knows of a person, a thing or a place; honest when it knows nothing. */
export const tellAbout: Speech = (turn, words, clause) => {
  const { knowledge, language } = turn
  const subject = trimmed(words.replace(/\b(please|then|exactly|again|anyway|here|there)\b/g, '')).replace(/^(的|一下|你的)/, '')
  const relation = knowledge.facts.relations.find(
    ({ who, role }) =>
      subject.toLowerCase().includes(who.toLowerCase()) || (role !== '' && new RegExp(`(^|\\b)${escaped(role)}(\\b|$)`, 'i').test(subject)),
  )
  const unit = findUnit(turn, clause.length < 80 ? clause : subject, 1.3) ?? findUnit(turn, subject, 1.2)
  if (relation && !(unit?.lore != null && isFresh(turn, unit.key))) {
    push(
      turn,
      say(turn, 'relIs', { who: relation.who, role: translated(relation.role, language) || inLanguage(turn, 'acquaintance', '熟人') }),
    )
    const told = freshUnit(turn, ({ text }) => text.includes(relation.who))
    if (told) return push(turn, tell(turn, told))
    return setTopic(turn, relation.who)
  }
  if (unit) {
    push(turn, tellAgain(turn, unit))
    tellNextOfLore(turn, unit)
    if (turn.streams.content.chance(0.3)) ask(turn, 'opinion')
    return
  }
  const example = exampleAnswer(turn, clause)
  if (example) return push(turn, example)
  if (stanceOn(turn, subject)) return giveOpinion(turn, subject, '')
  sayUnknown(turn, subject, clause)
}

/** "I couldn't tell you about {the capital of France}", and an offer of what is known. */
function sayUnknown(turn: Turn, subject: string, clause: string) {
  const written = asWritten(subject, turn.text)
  const article =
    turn.language === 'zh' ? undefined : new RegExp(`\\b(the|a|an|this|that)\\s+${subject.replace(/[^\w ]/g, '.')}`, 'i').exec(clause)?.[1]
  const label = (article ? `${/^an?$/i.test(article) ? article.toLowerCase() : 'the'} ` : '') + toSecondPerson(written, turn.language)
  const nameable = label !== '' && label.length < 40 && !/^(it|that|this|them|you|me|he|she|they|他|她|它|这|那)$/i.test(label)
  push(turn, nameable ? say(turn, 'unknown', { x: label }) : say(turn, 'unknownGen'), steer(turn))
}

const asksFavourite: Handler = (turn, act) => {
  const { facts } = turn.knowledge
  const liked = matchingFact(turn, facts.likes, act.subject)
  const unit = liked ? null : (findUnit(turn, `favorite ${act.subject}`, 2) ?? findUnit(turn, act.subject, 2))
  if (liked || unit) return giveOpinion(turn, liked ?? act.subject, act.normal)
  const stance = stanceOn(turn, act.subject)
  if (stance) return push(turn, say(turn, stance.fond ? 'opPos' : 'opNeg', { x: stance.label }), stance.line)
  push(
    turn,
    say(turn, 'opNone', {
      x: inLanguage(turn, /^\w+$/.test(act.subject) ? `a favourite ${act.subject}` : `favourite ${act.subject}`, act.subject),
    }),
  )
  const other = facts.likes[counted(turn, 'likes') % (facts.likes.length || 1)]
  if (other) push(turn, say(turn, 'likesIs', { a: translated(other, turn.language) }))
}

const asksWhere: Handler = (turn, act) => {
  const unit = findUnit(turn, act.subject, 1.2)
  if (!unit) return push(turn, say(turn, 'whereNone', { x: toSecondPerson(asWritten(act.subject, turn.text), turn.language) }), steer(turn))
  push(turn, tellAgain(turn, unit))
  tellNextOfLore(turn, unit)
}

const asksOpinion: Handler = (turn, act) => {
  if (!/^(me|我)$/.test(act.subject)) return giveOpinion(turn, act.subject, act.normal)
  const early = inLanguage(turn, 'We’ve only just started; ask me again later.', '才聊了几句，还不好说。')
  push(turn, turn.state.rapport > 0.3 ? say(turn, 'rapportHi') : early)
}

const asksAbout: Handler = (turn, act) => {
  if (/^(you|yourself|你|你自己)$/.test(act.subject)) return turn.handle(turn, 'asksSelf', act)
  if (/^(me|myself|我)$/.test(act.subject)) return turn.handle(turn, 'recallFact', { ...act, normal: 'what do you know about me' })
  tellAbout(turn, act.subject, act.segment)
}

const question =
  /[?？]$|吗$|^(?:what|who|where|when|why|how|do|does|did|can|could|is|are|will|would|which|should|have)\b|什么|怎么|为什么|哪|谁|吗/i

/** A clause no pattern took: the card answers, or the player's words are said back and kept. */
export const openTalk: Handler = (turn, act) => {
  const clause = act.segment || turn.text
  const asked = question.test(clause.trim())
  const example = exampleAnswer(turn, clause)
  if (example) return push(turn, example)
  const unit = findUnit(turn, clause, asked ? 1.5 : 2.4)
  if (unit && (asked || isFresh(turn, unit.key))) {
    if (!asked) sayBack(turn, clause)
    push(turn, asked ? tellAgain(turn, unit) : tell(turn, unit, 'link'))
    return tellNextOfLore(turn, unit)
  }
  if (asked) return answerUnknown(turn, clause)
  takeStatement(turn, clause)
}

function answerUnknown(turn: Turn, clause: string) {
  if (/\byou\b|你/.test(clause) && stanceOn(turn, clause)) return giveOpinion(turn, clause, clause)
  const subject = nounPhrase(clause, turn.language)
  const personal = /\byour?\b|你/.test(clause)
  push(
    turn,
    subject && personal ? say(turn, 'tellNone') : subject ? say(turn, 'unknown', { x: subject }) : say(turn, 'unknownGen'),
    steer(turn),
  )
}

function takeStatement(turn: Turn, clause: string) {
  const chinese = turn.language === 'zh'
  const plan = (
    chinese
      ? /(?:明天|下周|打算|准备|要去|正要)([^，。！]{2,16})/
      : /\bI(?:'m| am| have| will| plan| need| want)? (?:going to|to|planning to|about to|plan to|will) ([^.!?,]{3,50})/i
  ).exec(clause)?.[1]
  if (plan) {
    const said = chinese ? `你打算${plan}` : `you’re going to ${toSecondPerson(plan, 'en')}`
    remember(turn, 'plan', plan, said)
    push(turn, say(turn, 'ackFact', { f: said }))
    return ask(turn, 'fact')
  }
  const own = !chinese && /\b(i|i'm|my|we)\b/i.test(clause) && clause.length > 12 && clause.length < 100
  const said = toSecondPerson(trimmed(chinese ? clause : uncapitalised(clause)), turn.language)
  if (own) push(turn, say(turn, 'ackFact', { f: said }))
  else sayBack(turn, clause)
  if (own || (clause.includes('我') && clause.length > 7)) {
    remember(turn, 'fact', clause, said)
    return ask(turn, 'fact')
  }
  const unit = freshUnit(turn, ({ tags }) => !tags.has('secret'))
  if (unit && turn.streams.content.chance(0.5)) push(turn, tell(turn, unit, 'link'))
  else askSomething(turn)
}

/** Says the subject of a statement back, so that the player sees it was heard. */
function sayBack(turn: Turn, clause: string) {
  const subject = nounPhrase(clause, turn.language)
  if (subject === '' || hasChinese(subject) !== (turn.language === 'zh')) return push(turn, say(turn, 'stmtGen'))
  noteTopic(turn, subject)
  push(turn, say(turn, 'stmtEcho', { x: subject }))
}

/** Opinions, people, places and things. */
export const subjectHandlers: Readonly<Record<string, Handler>> = {
  asksOpinion,
  asksFavourite,
  asksWhere,
  asksAbout,
  asksLiking: (turn, act) => giveOpinion(turn, act.subject, act.normal),
}
