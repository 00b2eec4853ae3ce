import type { PhraseKey } from '../../phrases/phrases.ts'
import { trimmed } from '../../text/phrasing.ts'
import { ask, askForMore, askSomething } from '../asking.ts'
import { remember } from '../memory.ts'
import { steer } from '../telling.ts'
import { counted, type Handler, inLanguage, push, type Turn } from '../turn.ts'
import { say } from '../wording.ts'
import { toSecondPerson } from '../words-back.ts'

/** Why the player feels so, in the second person; empty when not said. */
function causeOf(turn: Turn): string {
  const { text, language } = turn
  const because =
    language === 'zh' ? /(?:因为|由于)([^，。！？]{2,20})/.exec(text) : /\b(?:because|since|due to)\s+(?:of\s+)?([^.!?]{3,50})/i.exec(text)
  if (because?.[1]) return toSecondPerson(trimmed(because[1]), language)
  if (language === 'zh') return /我?(的)?(.{1,6})(去世|过世|走了|死了)/.test(text) ? '这样的离别' : ''
  const loss = /\b(my [\w ]{2,20}) (died|passed away|left me|broke up with me)/i.exec(text)
  return loss?.[1] ? `losing ${toSecondPerson(loss[1], 'en')}` : ''
}

const sorrow =
  (key: PhraseKey): Handler =>
  (turn, act) => {
    const { state, language } = turn
    state.rapport += 0.08
    state.mood -= 0.05
    push(turn, say(turn, key))
    const cause = causeOf(turn)
    if (cause && key === 'sad') push(turn, say(turn, 'sadCause', { cause }))
    const said = toSecondPerson(trimmed(act.segment), language)
    remember(turn, 'feel', cause || inLanguage(turn, 'what’s weighing on you', '你心里那件事'), inLanguage(turn, said, `你之前说${said}`))
    if (!/[?？]$/.test(turn.parts.at(-1) ?? '') && turn.mayAsk) askForMore(turn)
  }

const feelsHappy: Handler = (turn) => {
  const { text, language, state } = turn
  push(turn, say(turn, 'happy'))
  const news =
    language === 'zh'
      ? /我(.{0,4}(?:升职|考上|通过|中奖|赢|拿到|录取|订婚)[^，。！]*)/.exec(text)
      : /\bI ((?:just |finally )?(?:got|passed|won|finished) [^.!?,]{2,40})/i.exec(text)
  if (news?.[1]) {
    const clause = language === 'zh' ? `你${news[1]}` : toSecondPerson(`you ${news[1].replace(/^(just|finally) /, '')}`, 'en')
    if (language === 'zh') push(turn, say(turn, 'happyCause', { cause: clause }))
    remember(turn, 'fact', news[1], clause)
  }
  state.mood += 0.15
  state.rapport += 0.06
  ask(turn, 'fact')
}

/** How the player feels, and how they speak to the persona. */
export const feelingHandlers: Readonly<Record<string, Handler>> = {
  feelsSad: sorrow('sad'),
  feelsLonely: sorrow('lonely'),
  feelsAngry: sorrow('angryWorld'),
  feelsAnxious: sorrow('anxious'),
  feelsTired: sorrow('tired'),
  feelsHappy,
  feelsOk: (turn) => {
    push(turn, say(turn, 'userGood'))
    askSomething(turn)
  },
  declaresLove: (turn) => {
    push(turn, say(turn, 'love'))
    turn.state.rapport += 0.05
  },
  insult: (turn) => {
    const count = counted(turn, 'insult')
    turn.state.mood = Math.max(-1, turn.state.mood - 0.45)
    turn.state.rapport = Math.max(0, turn.state.rapport - 0.1)
    push(turn, say(turn, count > 1 ? 'insult2' : 'insult1'))
    turn.mayAsk = false
  },
  compliment: (turn) => {
    turn.state.mood = Math.min(1, turn.state.mood + 0.25)
    turn.state.rapport += 0.12
    push(turn, say(turn, 'compliment'))
    if (turn.streams.content.chance(0.4)) push(turn, steer(turn))
  },
}
