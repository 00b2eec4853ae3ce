import { actOf, classify } from '../../intents/intent.ts'
import type { PhraseKey } from '../../phrases/phrases.ts'
import { trimmed } from '../../text/phrasing.ts'
import { terms } from '../../text/terms.ts'
import { translated } from '../glossary.ts'
import { matchingFact } from '../matching-fact.ts'
import type { Topic } from '../state.ts'
import { freshUnit, isFresh, sibling, steer, tell } from '../telling.ts'
import { counted, type Handler, inLanguage, push } from '../turn.ts'
import { say } from '../wording.ts'
import { goalPhrase } from '../words-back.ts'
import { giveOpinion, tellAbout } from './subjects.ts'

const tailAndYou = /[,，.。!！]?\s*(and|what about|how about)?\s*(you|yourself|你呢|那你呢|你)\s*[?？]*\s*$/i

/** "And you?": the question the player just answered, turned round. */
const andYou: Handler = (turn) => {
  const rest = classify(trimmed(turn.text.replace(tailAndYou, '')), turn.language)
  const before = turn.parts.length > 0 ? turn.intents.at(-2) : undefined
  const intent = before ?? (rest.intent === 'andYou' ? null : rest.intent) ?? turn.state.lastIntents[0] ?? ''
  if (/^feels|^asksMood/.test(intent)) {
    if (turn.intents.length < 2) push(turn, say(turn, /Sad|Anxious|Tired|Lonely|Angry/.test(intent) ? 'sad' : 'userGood'))
    turn.mayAsk = false
    return turn.handle(turn, 'asksMood', actOf(''))
  }
  const { facts } = turn.knowledge
  if (intent === 'tellsFrom' && facts.origin) return push(turn, say(turn, 'originIs', { origin: facts.origin }))
  if (/^tells(Like|Fav)$/.test(intent) && rest.intent && matchingFact(turn, [...facts.likes, ...facts.dislikes], rest.subject))
    return giveOpinion(turn, rest.subject, '')
  const turnedRound = mirrored[intent] ?? (/Goal/.test(intent) ? 'asksGoal' : null)
  if (turnedRound) return turn.handle(turn, turnedRound, actOf(/\bpet/.test(turn.text.toLowerCase()) ? 'pet' : ''))
  const unit = freshUnit(turn, ({ self }) => self)
  push(turn, unit ? tell(turn, unit, 'link') : say(turn, 'andyouNone'))
}

const mirrored: Readonly<Record<string, string>> = {
  tellsAge: 'asksAge',
  tellsJob: 'asksJob',
  tellsFrom: 'asksHome',
  tellsName: 'asksName',
  tellsLike: 'asksLike',
  tellsFav: 'asksLike',
  tellsDislike: 'asksDislike',
  tellsHave: 'asksFriend',
  tellsRel: 'asksFriend',
  asksFamily: 'asksFamily',
}

const whyPhrases: Readonly<Partial<Record<NonNullable<Topic['kind']>, PhraseKey>>> = {
  like: 'whyLike',
  dislike: 'whyDislike',
  goal: 'whyGoal',
  fear: 'whyFear',
}

const why: Handler = (turn) => {
  const { state, knowledge } = turn
  const topic = state.topic
  const count = counted(turn, 'why')
  if (!topic || state.turn - topic.turn > 6) return push(turn, say(turn, 'whyNone'))
  const near = (candidate: (typeof knowledge.units)[number]) => {
    const base = topic.unit
    if (base && topic.fact === '')
      return (candidate.lore !== null && candidate.lore === base.lore) || candidate.terms.some((term) => base.terms.includes(term))
    return terms(topic.fact).some((term) => candidate.terms.includes(term))
  }
  const reason = knowledge.units.find((unit) => isFresh(turn, unit.key) && unit.tags.has('reason') && near(unit))
  if (reason) return push(turn, tell(turn, reason, 'whyUnit'))
  const phrase = topic.kind ? whyPhrases[topic.kind] : undefined
  if (phrase && topic.fact) {
    push(
      turn,
      say(turn, phrase, { a: topic.kind === 'goal' ? goalPhrase(topic.fact, turn.language) : translated(topic.fact, turn.language) }),
    )
    const unit = freshUnit(turn, (candidate) => terms(topic.fact).some((term) => candidate.terms.includes(term)))
    if (unit) push(turn, tell(turn, unit))
    state.topic = { ...topic, turn: state.turn }
    return
  }
  const next = topic.kind === 'job' || topic.kind === 'age' ? null : sibling(turn, topic.unit)
  if (next) return push(turn, tell(turn, next, 'whyUnit'))
  const trait = knowledge.traits[count % (knowledge.traits.length || 1)]
  if (trait && topic.unit?.lore == null) return push(turn, say(turn, 'whyTrait', { trait: translated(trait, turn.language) }))
  push(turn, say(turn, 'whyNone'), steer(turn))
}

const wantsMore: Handler = (turn) => {
  const { state, knowledge } = turn
  const named =
    /\b(?:more|else|details?|elaborate)\b.*?\b(?:about|of|on)\s+(?:the |your |a )?(.+?)[?.!]*$/i.exec(turn.text)?.[1] ??
    /(?:多|再|继续)(?:说说|讲讲|聊聊|说|讲|聊)(.{1,8}?)(?:的事)?[。？?！吧]*$/.exec(turn.text)?.[1]
  if (named && /^(you|yourself)$/i.test(named)) return turn.handle(turn, 'asksSelf', actOf(''))
  if (named && !/^(it|that|this|吧|一点|点|些|下去)$/i.test(named)) return tellAbout(turn, named, named)
  const topic = state.topic
  if (!topic) {
    const unit = freshUnit(turn, ({ tags }) => !tags.has('secret'))
    return push(turn, unit ? say(turn, 'moreIntro') + tell(turn, unit) : say(turn, 'moreNone', { x: inLanguage(turn, 'that', '这个') }))
  }
  const next =
    sibling(turn, topic.unit) ??
    freshUnit(turn, (unit) => topic.fact !== '' && terms(topic.fact).some((term) => unit.terms.includes(term))) ??
    freshUnit(turn, (unit) => topic.kind !== null && unit.tags.has(topic.kind as never))
  if (next) {
    push(turn, say(turn, 'moreIntro') + tell(turn, next))
    if (topic.kind && topic.fact && state.topic) state.topic = { ...state.topic, kind: topic.kind, fact: topic.fact }
    return
  }
  if (topic.kind === 'like' && knowledge.facts.likes.length > 1) return turn.handle(turn, 'asksLike', actOf(''))
  push(turn, say(turn, 'moreNone', { x: topic.label }), steer(turn))
}

/** "And you?", "why?", "tell me more". */
export const followUpHandlers: Readonly<Record<string, Handler>> = { andYou, why, wantsMore }
