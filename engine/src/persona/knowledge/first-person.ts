import { hasChinese } from '../text/language.ts'
import { capitalised, escaped } from '../text/phrasing.ts'
import { firstPersonVerb, knownVerbs } from './verbs.ts'

/** Which pronoun a card uses for its persona. */
export type Gender = 'female' | 'male' | 'neutral' | 'machine'

const subjectPronouns: Readonly<Record<Gender, string>> = { female: 'she', male: 'he', neutral: 'they', machine: 'it' }

/** The full name and the first name. */
export const namesOf = (name: string): string[] => [...new Set([name, name.split(/[\s·]/)[0] ?? ''])].filter((part) => part !== '')

/** Whether the sentence begins with the persona: by name, or by pronoun unless `nameOnly`. */
export function startsWithPersona(sentence: string, name: string, gender: Gender, nameOnly = false): boolean {
  if (new RegExp(`^["'*(]*(${namesOf(name).map(escaped).join('|')})`).test(sentence)) return true
  if (nameOnly) return false
  const pronouns = { female: /^(She|Her)\b|^她/, male: /^(He|His)\b|^他/, machine: /^(It|Its)\b|^它/, neutral: /^(They|Their)\b/ }
  return pronouns[gender].test(sentence)
}

/** A third-person sentence about the persona as the persona says it. `about` tells that pronouns mean the persona. */
export function firstPerson(sentence: string, name: string, gender: Gender, about = true): string {
  return hasChinese(sentence) ? chineseFirstPerson(sentence, name, about) : englishFirstPerson(sentence, name, gender, about)
}

function chineseFirstPerson(sentence: string, name: string, about: boolean): string {
  let text = sentence
  for (const part of namesOf(name)) text = text.split(part).join('我')
  if (about) text = text.replace(/[她他它](?!们|人)/g, '我')
  return text.replace(/我我/g, '我')
}

const adverb =
  /^(always|never|often|usually|sometimes|secretly|really|also|still|now|once|rarely|truly|quietly|only|even|just|currently|recently|mostly|already|then|[a-z]+ly)$/
const afterObject = /^(to|for|with|at|from|by|about|of|near|behind|taught|told|gave|made|calls?|called|left|found|raised|saved)$/i
const objectHer = /^(to|for|with|at|from|by|about|of|in|on|and|but|or|when|while|because|if|as|how|that|the|a|an|every|again|away|since)$/i

function englishFirstPerson(sentence: string, name: string, gender: Gender, about: boolean): string {
  const named = namesOf(name).map(escaped).join('|')
  const marked = sentence.replace(new RegExp(`\\b(${named})'s\\b`, 'g'), '§my').replace(new RegExp(`\\b(${named})\\b`, 'g'), '§I')
  const own = about || marked.includes('§')
  const tokens = marked.match(/[A-Za-z§]+(?:['’-][A-Za-z]+)*|\d[\d.,]*\d|\d|\s+|[^\sA-Za-z§]/g) ?? []
  const out: string[] = []
  let verbNext = false
  let subjectIsI = false
  for (const [at, token] of tokens.entries()) {
    if (/^\s+$/.test(token)) {
      out.push(token)
      continue
    }
    const lower = token.toLowerCase()
    const before = out.findLast((part) => !/^\s+$/.test(part)) ?? ''
    if (own && (token === '§I' || lower === subjectPronouns[gender])) {
      const object = afterObject.test(before)
      out.push(object ? 'me' : 'I')
      if (!object) verbNext = subjectIsI = true
      continue
    }
    if (token === '§my') {
      out.push(out.length > 0 ? 'my' : 'My')
      verbNext = false
      continue
    }
    const contracted = own ? new RegExp(`^${subjectPronouns[gender]}'(s|ll|d|ve|re)$`).exec(lower)?.[1] : undefined
    if (contracted) {
      out.push(contracted === 's' || contracted === 're' ? "I'm" : `I'${contracted}`)
      subjectIsI = true
      continue
    }
    const pronoun = own ? ownPronoun(token, lower, gender, tokens.slice(at + 1).find((next) => !/^\s+$/.test(next)) ?? '') : null
    if (pronoun) {
      out.push(pronoun)
      continue
    }
    if (verbNext) {
      if (adverb.test(lower) || lower === ',') {
        out.push(token)
        continue
      }
      verbNext = false
      const finite = /^[a-z]/.test(token) && !/^(could|would|should|can|will|may|might|must|did|had)$|ed$/.test(lower)
      out.push(finite ? firstPersonVerb(lower) : token)
      continue
    }
    const coordinated = /^(and|but|or|,|then)$|ly$|^(always|never|often|also|still)$/i.test(before)
    const known = knownVerbs.get(lower)
    if (subjectIsI && known && coordinated && (lower !== 'is' || /^(and|but)$/i.test(before))) {
      out.push(known)
      continue
    }
    if (/^(who|which|sister|brother|mother|father|people|everyone|villagers)$/.test(lower)) subjectIsI = false
    out.push(token)
  }
  return capitalised(
    out
      .join('')
      .replace(/\bI is\b/g, 'I am')
      .replace(/\bI has\b/g, 'I have')
      .replace(/\bI were\b/g, 'I was'),
  )
}

/** "her" → "my" or "me", "himself" → "myself" …; null when the token is no pronoun of the persona. */
function ownPronoun(token: string, lower: string, gender: Gender, next: string): string | null {
  const like = (word: string) => (/^[A-Z]/.test(token) ? capitalised(word) : word)
  if (gender === 'machine') return lower === 'its' ? like('my') : lower === 'itself' ? 'myself' : null
  if (/^(herself|himself|themselves|themself)$/.test(lower)) return 'myself'
  if (lower === 'hers' || lower === 'theirs') return 'mine'
  if (gender === 'female' && lower === 'her') return next === '' || /^[.,;:!?)]$/.test(next) || objectHer.test(next) ? 'me' : like('my')
  if (gender === 'male') return lower === 'his' ? like('my') : lower === 'him' ? 'me' : null
  if (gender === 'neutral') return lower === 'their' ? like('my') : lower === 'them' ? 'me' : null
  return null
}

/** Puts "you" where a card says {{user}}. */
export function addressed(sentence: string): string {
  if (!/\{\{user\}\}/i.test(sentence)) return sentence
  if (hasChinese(sentence)) return sentence.replace(/\{\{user\}\}/gi, '你')
  const second: Readonly<Record<string, string>> = { has: 'have', is: 'are', was: 'were' }
  return sentence
    .replace(/\{\{user\}\}'s/gi, 'your')
    .replace(/\{\{user\}\} (has|is|was) /gi, (_, verb: string) => `you ${second[verb.toLowerCase()]} `)
    .replace(/\{\{user\}\} ([a-z]+s) /gi, (_, verb: string) => `you ${firstPersonVerb(verb)} `)
    .replace(/\{\{user\}\}/gi, 'you')
}
