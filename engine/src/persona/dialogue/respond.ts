import { type Act, actOf, classify, clauses } from '../intents/intent.ts'
import { safetyPatterns } from '../intents/safety.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { hasChinese, type Language, languageOf } from '../text/language.ts'
import { cleaned } from '../text/normalise.ts'
import { isGibberish } from '../text/sentences.ts'
import { terms } from '../text/terms.ts'
import { arithmeticIn } from './arithmetic.ts'
import { ask } from './asking.ts'
import { finish } from './finish.ts'
import { handlerOf } from './handlers.ts'
import { answerPending } from './pending.ts'
import type { State } from './state.ts'
import { createStreams } from './streams.ts'
import { findUnit, steer, tell } from './telling.ts'
import { push, type Turn } from './turn.ts'
import { say } from './wording.ts'

/** A persona ready to talk: its name on the card, its seed and what it knows in either language. */
export type Speaker = { readonly name: string; readonly seed: number; readonly knowledgeIn: (language: Language) => Knowledge }

/** What was said and what it answers. */
export type Answer = { readonly text: string; readonly intents: readonly string[]; readonly language: Language }

/** Answers one message and moves the state on. The same speaker, state and message give the same answer. */
export function respond(speaker: Speaker, state: State, message: string): Answer {
  const text = cleaned(message)
  const turn = beginTurn(speaker, state, text)
  answer(turn)
  return { text: finish(turn), intents: turn.intents, language: turn.language }
}

function beginTurn(speaker: Speaker, state: State, text: string): Turn {
  state.turn++
  const language = languageOf(text) ?? state.language
  const knowledge = speaker.knowledgeIn(language)
  if (language !== state.language && state.topic) state.topic = { ...state.topic, unit: null }
  state.language = language
  state.mood += (knowledge.style.cheer * 0.2 - state.mood) * 0.15
  const pending = state.pending && state.turn - state.pending.turn <= 1 ? state.pending : null
  state.pending = null
  return {
    state,
    text,
    cardName: speaker.name,
    streams: createStreams(speaker, state.turn, text),
    knowledgeIn: speaker.knowledgeIn,
    handle: (turn, intent, act) => handlerOf(intent)(turn, act),
    language,
    knowledge,
    pending,
    parts: [],
    questions: [],
    intents: [],
    mayAsk: true,
    plain: false,
    addressed: false,
  }
}

function answer(turn: Turn) {
  const { state, text } = turn
  const same = text !== '' && text.toLowerCase() === state.lastInput
  state.lastInput = text.toLowerCase()
  if (!/[\p{L}\p{N}]/u.test(text)) return answerWordless(turn)
  const danger = safetyPatterns.find(([, pattern]) => pattern.test(text))?.[0]
  if (danger) {
    turn.intents.push(danger)
    turn.mayAsk = false
    return turn.handle(turn, danger, actOf(text))
  }
  if (answerArithmetic(turn)) return
  if (isGibberish(text)) {
    turn.intents.push('gibberish')
    push(turn, say(turn, 'gibberish'))
    if (state.turn > 1) push(turn, steer(turn))
    return
  }
  if (same) {
    push(turn, say(turn, 'same'))
    turn.mayAsk = false
  }
  const parts = clauses(text, turn.language)
  if (turn.pending && parts.length === 1 && answerPending(turn, turn.pending)) return
  answerActs(turn, actsOf(turn, parts), same)
}

/** Emoji, marks or nothing at all. */
function answerWordless(turn: Turn) {
  const { text, state } = turn
  if (/[?？]/.test(text) && /^[?？!！.。…]+$/.test(text) && state.topic) {
    turn.intents.push('asksMeaning')
    turn.handle(turn, 'asksMeaning', actOf(text))
  } else if (/\p{Extended_Pictographic}/u.test(text)) {
    turn.intents.push('emoji')
    push(turn, say(turn, /[😢😭😞💔☹🙁]/u.test(text) ? 'sad' : /[😡🤬]/u.test(text) ? 'angryWorld' : 'laugh'))
  } else {
    turn.intents.push('empty')
    push(turn, say(turn, 'empty'))
  }
}

function answerArithmetic(turn: Turn): boolean {
  const sum = arithmeticIn(turn.text)
  if (!sum) return false
  turn.intents.push('arithmetic')
  turn.mayAsk = false
  push(turn, Number.isFinite(sum.value) ? say(turn, 'math', { e: sum.expression, n: Number(sum.value.toFixed(4)) }) : say(turn, 'mathBad'))
  return true
}

/** From this length on a message is answered by its first intent and its most frequent word. */
const LONG_MESSAGE = 500

const isQuestion = (intent: string): boolean =>
  /^(asks|recall|buys|why|wantsMore|andYou|wantsJoke|wantsStory|wantsAdvice|wantsHelp|wantsRepeat|invitation)/.test(intent)

function actsOf(turn: Turn, parts: readonly string[]): Act[] {
  const acts = parts.map((part) => classify(part, turn.language))
  const known = acts.filter(({ intent }) => intent !== null)
  if (turn.text.length > LONG_MESSAGE) return answerLong(turn, known)
  if (known.length < 2) return acts
  const asks = known.some(({ intent }) => isQuestion(intent as string))
  return known.filter(({ intent }) => !(asks && /^(agrees|wow|laugh|yes|no|really)$/.test(intent as string)))
}

function answerLong(turn: Turn, known: readonly Act[]): Act[] {
  turn.intents.push('long')
  const counts = new Map<string, number>()
  for (const term of terms(turn.text)) if (term.length > 3 || hasChinese(term)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const [top] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
  if (top)
    push(turn, say(turn, 'long', { x: (new RegExp(`\\b${top[0]}\\w*`, 'i').exec(turn.text)?.[0] ?? top[0]).toLowerCase().slice(0, 40) }))
  if (known.length > 0) return known.slice(0, 1)
  const unit = findUnit(turn, turn.text.slice(0, 300))
  if (unit) push(turn, tell(turn, unit, 'link'))
  else ask(turn, 'opinion')
  return []
}

/** Hands each act to its handler, three at most; only the last question may be followed by one of the persona's. */
function answerActs(turn: Turn, acts: readonly Act[], same: boolean) {
  const questions = acts.filter(({ intent }) => intent !== null && isQuestion(intent))
  const seen = new Set<string>()
  let answered = 0
  for (const [at, act] of acts.entries()) {
    const { intent } = act
    if (answered >= 3) break
    if (intent === null ? answered > 0 : seen.has(intent)) continue
    if (intent) seen.add(intent)
    turn.intents.push(intent ?? 'open')
    const last = questions.length > 0 ? act === questions.at(-1) : at === acts.length - 1
    turn.mayAsk = !same && last
    turn.handle(turn, intent, act)
    answered++
  }
}
