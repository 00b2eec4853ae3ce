import { hasChinese, type Language } from '../text/language.ts'
import { normalisedEnglish } from '../text/normalise.ts'
import { trimmed } from '../text/phrasing.ts'
import { isStopWord } from '../text/terms.ts'

const secondPerson: Readonly<Record<string, string>> = {
  'i am': 'you are',
  "i'm": 'you are',
  'i was': 'you were',
  'i have': 'you have',
  my: 'your',
  mine: 'yours',
  me: 'you',
  i: 'you',
  myself: 'yourself',
}

/** The player's words as the persona says them back: "my dog" → "your dog". */
export function toSecondPerson(text: string, language: Language): string {
  if (language === 'zh') return text.replace(/[我你]/g, (word) => (word === '我' ? '你' : '我'))
  return text.replace(/\b(i am|i was|i have|i'm|my|mine|me|i|myself)\b/gi, (word) => secondPerson[word.toLowerCase()] ?? word)
}

/** The aim of a persona as it stands after "to" or "what I want is". */
export function goalPhrase(goal: string, language: Language): string {
  const text = trimmed(goal)
  if (language === 'zh') return text.replace(/^(想要?|能|去)/, '')
  return /^[A-Z]/.test(text) && !/^(I|[A-Z]\w+ [A-Z])/.test(text) ? `to ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text
}

const vagueWords =
  /^(went|come|came|take|took|make|made|see|saw|feel|felt|need|try|tried|keep|has|gets?|really|today|yesterday|tomorrow|always|never|maybe|if|because|most|every|day|time|way|good|bad|nice|happen\w*|seem\w*|start\w*|believe|guess|wonder|mean|ever|work|works|explain|solve|capital|use|used|give|gave|put|let|say|said|call|called|prove|invented|wrote|won|buy|sell|find|found|been|going|old|live|far|long|many|mine|else)$/

/** One or two words that name what a clause is about; empty when none stands out. */
export const nounPhrase = (clause: string, language: Language): string =>
  language === 'zh' ? chinesePhrase(clause) : englishPhrase(clause)

function chinesePhrase(clause: string): string {
  const core = trimmed(
    clause
      .replace(/[？?！!。…]/g, '')
      .replace(/^(那|可是|但是|但|所以|因为|其实|不过|我觉得|你觉得|我想|我听说|听说|你知道|请问)+/, '')
      .replace(/(吗|呢|吧|啊|呀|了)$/, ''),
  )
  const first = core.split(/[，、]/)[0] ?? ''
  return first.length >= 2 && first.length <= 12 && !/[我你]|什么|怎么|为什么|哪|谁/.test(first) ? first : ''
}

function englishPhrase(clause: string): string {
  let best: string[] = []
  let run: string[] = []
  for (const word of [...(normalisedEnglish(clause).match(/[a-z][a-z'-]*/g) ?? []), '']) {
    if (word !== '' && !isStopWord(word) && !vagueWords.test(word)) {
      run.push(word)
      continue
    }
    if (run.length > 0 && run.length >= best.length) best = run
    run = []
  }
  if (best.length === 0 || best.length > 2) return ''
  const phrase = best.join(' ')
  const written = asWritten(phrase, clause)
  const inside = /^[A-Z]/.test(written) && clause.indexOf(written) > 0
  if (inside || /[A-Z]/.test(written.slice(1))) return written
  return phrase.length < 3 || (best.length === 1 && /(ing|ed|ly)$/.test(phrase)) ? '' : written.toLowerCase()
}

/** Words in the capitals they have in a text; as given when the text does not hold them. */
export function asWritten(words: string, text: string): string {
  if (hasChinese(words)) return words
  const pattern = words.replace(/[^\w ]/g, '.').replace(/ /g, '\\s+')
  return new RegExp(`\\b${pattern}\\b`, 'i').exec(text)?.[0] ?? words
}
