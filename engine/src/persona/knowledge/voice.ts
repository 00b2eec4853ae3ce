import { hasChinese, languageOf } from '../text/language.ts'
import { escaped } from '../text/phrasing.ts'
import { terms } from '../text/terms.ts'
import type { Example } from './knowledge.ts'

/** What a card's own examples show of its voice. */
export type Voice = { examples: Example[]; actions: string[]; tics: string[]; address: string[] }

const addressWords =
  'traveler traveller stranger friend adventurer love dear darling sweetie lad lass matey captain sir comrade kiddo buddy mate wanderer child 客官 旅人 少侠 姑娘 公子 阁下 朋友 施主 道友 小友 冒险者'.split(
    ' ',
  )
const ticWords =
  /(?:^|[.!?…"“\n]\s*|: )((?:Hmph|Hmm+|Arr+|Aye|Oh my|Oh dear|Bah|Heh|Hee hee|Ahoy|Well well|Ha|Ah|Beep|Bzzt|Tsk|Och|Blimey|Goodness|Um+|Uh)(?=[,.!…~ -])|哼|嘿嘿|呵呵|哈哈|嘻嘻|哎呀|唉|嗯|咳咳|喵|那个……|滴|啧)/gi

/** Takes question-and-answer pairs, *actions*, verbal tics and words of address from the example dialogue and the first message. */
export function voiceOf(exampleDialogue: string, firstMessage: string, name: string): Voice {
  const examples = examplesOf(exampleDialogue, name)
  const spoken = `${examples.map((example) => example.answer).join('\n')}\n${firstMessage}`
  const actions = new Set<string>()
  for (const [, starred, bracketed] of spoken.matchAll(/\*([^*\n]{4,90})\*|（([^（）\n]{3,40})）/g)) {
    const action = (starred ?? bracketed ?? '').trim()
    if (!/\byou\b|你|\b(my|me)\b/.test(action)) actions.add(action)
  }
  const tics = new Set<string>()
  for (const [, tic] of spoken.replace(/\*[^*]*\*/g, '').matchAll(ticWords)) if (tic) tics.add(tic)
  const lower = spoken.toLowerCase()
  const address = addressWords.filter((word) =>
    hasChinese(word) ? spoken.includes(word) : new RegExp(`(?:[,!] |welcome,? |hello,? |my )${word}\\b`).test(lower),
  )
  return { examples, actions: [...actions], tics: [...tics], address }
}

function examplesOf(dialogue: string, name: string): Example[] {
  const speaker = new RegExp(`^(?:${escaped(name)}|${escaped(name.split(' ')[0] ?? name)})\\s*[:：]\\s*(.+)`)
  const found: Example[] = []
  let question = ''
  for (const raw of dialogue.split('\n')) {
    const line = raw.trim()
    const asked = /^(?:\{\{user\}\}|you|user|你|用户)\s*[:：]\s*(.+)/i.exec(line)?.[1]
    const answer = speaker.exec(line)?.[1]
    if (asked) question = asked
    else if (answer) {
      const text = answer.replace(/\{\{user\}\}/gi, hasChinese(line) ? '你' : 'friend').trim()
      found.push({ answer: text, terms: terms(question), language: languageOf(text) ?? 'en' })
      question = ''
    } else question = ''
  }
  return found
}
