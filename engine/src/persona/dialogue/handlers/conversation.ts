import { clauses } from '../../intents/intent.ts'
import { sentences } from '../../text/sentences.ts'
import { ask, askSomething } from '../asking.ts'
import { translated } from '../glossary.ts'
import { freshUnit, labelOf, sibling, spoken, steer, tell } from '../telling.ts'
import { counted, type Handler, inLanguage, listed, noteTopic, push, switchLanguage, type Turn } from '../turn.ts'
import { say } from '../wording.ts'

const inNewLanguage = (turn: Turn, language: 'en' | 'zh') => {
  switchLanguage(turn, language)
  push(turn, say(turn, 'langSwitch'))
  askSomething(turn)
}

const greets: Handler = (turn) => {
  const { state } = turn
  const count = counted(turn, 'greets')
  push(turn, say(turn, count > 1 ? 'greetAgain' : state.playerName ? 'greetName' : 'greet'))
  if (clauses(turn.text, turn.language).length > 1) return
  if (count > 1) askSomething(turn)
  else ask(turn, turn.streams.asking.chance(0.5) && state.playerName === '' ? 'name' : 'howru')
}

const asksMood: Handler = (turn) => {
  const { mood, rapport } = turn.state
  const hurt = mood < -0.3
  const close = rapport > 0.5 && turn.streams.content.chance(0.4)
  push(turn, say(turn, hurt ? 'howamiLow' : close ? 'howamiHigh' : 'howami'))
  if (!turn.parts.at(-1)?.endsWith('?')) ask(turn, 'howru')
}

const bored: Handler = (turn) => {
  push(turn, say(turn, 'bored'))
  const unit = turn.streams.content.chance(0.5) ? null : freshUnit(turn, (candidate) => !candidate.tags.has('secret'))
  push(turn, unit ? tell(turn, unit, 'link') : say(turn, 'joke'))
}

const wantsStory: Handler = (turn) => {
  const unit =
    freshUnit(turn, ({ tags }) => tags.has('past') || tags.has('family')) ??
    freshUnit(turn, ({ lore, tags }) => lore !== null && !tags.has('sell')) ??
    freshUnit(turn, () => true)
  if (!unit) return push(turn, say(turn, 'tellNone'), steer(turn))
  push(turn, say(turn, 'storyPre') + tell(turn, unit))
  const next = sibling(turn, unit)
  if (next) push(turn, tell(turn, next))
  push(turn, say(turn, 'storyEnd'))
}

const asksWeather: Handler = (turn) => {
  push(turn, say(turn, 'weather'))
  const unit = freshUnit(turn, ({ text }) => /\b(weather|rain|storm|fog|snow)|[雨雾风雪]/.test(text))
  if (unit) push(turn, tell(turn, unit))
}

const really: Handler = (turn) => {
  push(turn, say(turn, 'really'))
  const unit = sibling(turn, turn.state.topic?.unit ?? null)
  if (unit && turn.streams.content.chance(0.6)) push(turn, tell(turn, unit))
}

const wow: Handler = (turn) => {
  push(turn, say(turn, 'wow'))
  const unit = sibling(turn, turn.state.topic?.unit ?? null)
  push(turn, unit ? tell(turn, unit) : steer(turn))
}

const answerOf =
  (kind: 'yesGen' | 'noGen' | 'okGen'): Handler =>
  (turn) => {
    if (turn.pending?.kind === 'quest' && kind !== 'noGen') return push(turn, say(turn, 'questOk'))
    push(turn, say(turn, kind))
    const unit = freshUnit(turn, ({ tags }) => !tags.has('secret'))
    if (unit && turn.streams.content.chance(0.55)) push(turn, tell(turn, unit, 'link'))
    else askSomething(turn)
  }

const leaves: Handler = (turn) => {
  push(turn, say(turn, 'bye'))
  if (turn.state.memories.some(({ kind }) => kind === 'feel'))
    push(turn, inLanguage(turn, 'I hope tomorrow is lighter for you.', '希望你心里能松快些。'))
  turn.mayAsk = false
}

/** The statements of the persona's last line. */
const lastMeaning = (turn: Turn): string =>
  sentences(turn.state.lastLine.replace(/\*[^*]*\*/g, ''))
    .filter((sentence) => !/[?？]$/.test(sentence.trim()))
    .slice(0, 2)
    .join(turn.language === 'zh' ? '' : ' ')

const asksMeaning: Handler = (turn) => {
  const next = sibling(turn, turn.state.topic?.unit ?? null)
  const meaning = next ? spoken(turn, next) : lastMeaning(turn)
  if (next) tell(turn, next)
  push(turn, meaning ? say(turn, 'mean', { x: meaning }) : say(turn, 'unknownGen'))
}

/** Greetings, thanks, jokes, yes and no: talk that needs nothing of the card. */
export const conversationHandlers: Readonly<Record<string, Handler>> = {
  wantsEnglish: (turn) => inNewLanguage(turn, 'en'),
  wantsChinese: (turn) => inNewLanguage(turn, 'zh'),
  wantsOtherLanguage: (turn) => push(turn, say(turn, 'langNo')),
  greets,
  asksMood,
  bored,
  wantsStory,
  asksWeather,
  really,
  wow,
  leaves,
  yes: answerOf('yesGen'),
  no: answerOf('noGen'),
  agrees: answerOf('okGen'),
  niceToMeet: (turn) => {
    push(turn, say(turn, 'niceMeet2'))
    if (turn.state.playerName === '') ask(turn, 'name')
  },
  invitation: (turn, act) => {
    push(turn, say(turn, 'invitation'))
    const unit = freshUnit(turn, ({ terms, self }) => self && terms.some((term) => act.normal.includes(term)))
    if (unit) push(turn, tell(turn, unit))
  },
  wantsJoke: (turn) => {
    push(turn, say(turn, 'jokePre') + say(turn, 'joke'))
    noteTopic(turn, inLanguage(turn, 'jokes', '笑话'))
  },
  wantsSong: (turn) =>
    push(turn, say(turn, 'sing', { a: translated(turn.knowledge.facts.likes[0] ?? inLanguage(turn, 'wind', '风'), turn.language) })),
  wantsAdvice: (turn) => push(turn, say(turn, turn.knowledge.facts.job && turn.streams.content.chance(0.4) ? 'adviceJob' : 'advice')),
  wantsProfessional: (turn) => push(turn, say(turn, 'prodecline')),
  asksTime: (turn) => push(turn, say(turn, 'timeNone')),
  asksDate: (turn) => push(turn, say(turn, 'dateNone')),
  laugh: (turn) => {
    push(turn, say(turn, 'laugh'))
    turn.state.mood += 0.05
    turn.state.rapport += 0.03
  },
  thanks: (turn) => {
    push(turn, say(turn, 'thanks'))
    turn.state.rapport += 0.05
    turn.state.mood += 0.05
  },
  sorry: (turn) => {
    push(turn, say(turn, 'sorry'))
    turn.state.mood += 0.3
    turn.state.counts.delete('insult')
  },
  wantsHelp: (turn) => {
    const { knowledge, streams } = turn
    const labels = [
      ...knowledge.lore.flatMap(({ units }) => units.slice(0, 1)),
      ...knowledge.units.filter(({ source }) => source === 'description'),
    ].map((unit) => labelOf(turn, unit))
    const offered = streams.content.take([...new Set(labels)], 3)
    push(turn, say(turn, 'help', { list: listed(turn, offered.length > 0 ? offered : [inLanguage(turn, 'small things', '闲话')], 'or') }))
  },
  asksMeaning,
  wantsRepeat: (turn) => {
    const meaning = lastMeaning(turn)
    push(turn, meaning ? say(turn, 'repeat', { x: meaning }) : say(turn, 'recallNothing'))
  },
}
