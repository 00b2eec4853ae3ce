import { type Act, classify } from '../intents/intent.ts'
import { normalisedChinese, normalisedEnglish } from '../text/normalise.ts'
import { capitalised, trimmed } from '../text/phrasing.ts'
import { askForMore, askSomething } from './asking.ts'
import { translated } from './glossary.ts'
import { takeJob, takeLike, takeName, takeOrigin } from './handlers/player.ts'
import type { Pending } from './state.ts'
import { tell, tellNextOfLore } from './telling.ts'
import { push, type Turn } from './turn.ts'
import { say } from './wording.ts'

/** Takes a message as the answer to what the persona asked or offered: "Tom", "fine", "yes". False when it is none. */
export function answerPending(turn: Turn, pending: Pending): boolean {
  const { text, language } = turn
  if (/[?？]|吗$|(?:什么|谁|哪|怎么).*呢$|你呢$/.test(text) && pending.kind !== 'deal') return false
  const act = classify(text, language)
  const normal = language === 'zh' ? normalisedChinese(text) : normalisedEnglish(text)
  if (pending.kind === 'offer') return answerOffer(turn, pending, act, normal)
  if (pending.kind === 'deal') return answerDeal(turn, pending, act, normal)
  if (pending.kind === 'howru') return answerMood(turn, act, normal)
  if (pending.kind === 'sad') return act.intent === null && comfort(turn)
  const short =
    text.length < 40 &&
    normal
      .replace(/[.!,。！，]/g, ' ')
      .trim()
      .split(/\s+/).length <= 5
  return short && answerAboutPlayer(turn, pending, act, normal)
}

function answerOffer(turn: Turn, pending: Pending & { kind: 'offer' }, act: Act, normal: string): boolean {
  if (act.intent === 'yes' || act.intent === 'wantsMore' || /^(i accept|tell me|do tell)/.test(normal)) {
    turn.intents.push('acceptsOffer')
    push(turn, tell(turn, pending.unit))
    tellNextOfLore(turn, pending.unit)
    return true
  }
  return act.intent === 'no' && decline(turn)
}

function answerDeal(turn: Turn, pending: Pending & { kind: 'deal' }, act: Act, normal: string): boolean {
  if (act.intent === 'yes' || /deal|成交|buy it|take it|wrap/.test(normal)) {
    turn.intents.push('acceptsDeal')
    push(turn, say(turn, 'sold', { q: pending.quantity, x: pending.item, p: pending.price }))
    return true
  }
  return act.intent === 'no' && decline(turn)
}

function decline(turn: Turn): boolean {
  turn.intents.push('no')
  push(turn, say(turn, 'noGen'))
  askSomething(turn)
  return true
}

function answerMood(turn: Turn, act: Act, normal: string): boolean {
  if (act.intent !== null && !['feelsOk', 'yes', 'agrees', 'wow'].includes(act.intent)) return false
  const good = /\b(good|great|fine|well|fantastic|wonderful|amazing|better|not bad|excellent|awesome)\b|好|不错|开心|棒/.test(normal)
  const bad = /not (?:so |very )?(?:good|great|well)|不(太)?好/.test(normal)
  if (good && !bad) {
    turn.intents.push('feelsOk')
    turn.state.mood += 0.1
    push(turn, say(turn, 'userGood'))
  } else if (/\b(ok|okay|so so|meh|alright|busy|could be)\b|一般|凑合|还行|忙/.test(normal)) {
    turn.intents.push('feelsMiddling')
    push(turn, say(turn, 'userMeh'))
  } else return false
  askSomething(turn)
  return true
}

function comfort(turn: Turn): boolean {
  turn.intents.push('feelsSad')
  push(turn, say(turn, 'sad'))
  const like = turn.knowledge.facts.likes[0]
  if (like) push(turn, say(turn, 'sadComfort', { a: translated(like, turn.language) }))
  askForMore(turn)
  return true
}

function answerAboutPlayer(turn: Turn, pending: Pending, act: Act, normal: string): boolean {
  const { text } = turn
  if (pending.kind === 'name' && (act.intent === null || act.intent === 'tellsJob')) {
    const name = trimmed(text.replace(/^(i am|i'm|im|it's|it is|just|call me|我是|叫)\s*/i, ''))
    if (name === '' || name.split(/\s+/).length > 4 || /^(not|no|none|nobody|secret|不)/i.test(name)) return false
    turn.intents.push('tellsName')
    takeName(turn, capitalised(name))
    return true
  }
  if (act.intent !== null) return false
  if (pending.kind === 'job') {
    turn.intents.push('tellsJob')
    takeJob(turn, trimmed(normal.replace(/^(i am|i work as|as|a|an)\s+/, '').replace(/^(a|an)\s+/, '')))
  } else if (pending.kind === 'from') {
    turn.intents.push('tellsFrom')
    takeOrigin(turn, trimmed(text.replace(/^(from|我从|我是)\s*/i, '')).replace(/人$/, ''))
  } else if (pending.kind === 'like') {
    turn.intents.push('tellsLike')
    takeLike(turn, trimmed(text))
  } else return false
  return true
}
