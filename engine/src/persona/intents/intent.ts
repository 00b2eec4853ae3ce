import type { Language } from '../text/language.ts'
import { normalisedChinese, normalisedEnglish } from '../text/normalise.ts'
import { trimmed } from '../text/phrasing.ts'
import { sentences } from '../text/sentences.ts'
import { englishPatterns } from './patterns.en.ts'
import { chinesePatterns } from './patterns.zh.ts'

/** A pattern and the intent it stands for. */
export type Pattern = readonly [intent: string, pattern: RegExp]

/** What one clause of a message wants. */
export type Act = {
  /** Null when no pattern matched. */
  readonly intent: string | null
  /** Groups of the pattern that matched. */
  readonly groups: readonly (string | undefined)[]
  readonly segment: string
  readonly normal: string
  /** What the clause is about: the first group that matched. */
  readonly subject: string
}

/** An act made up by the engine itself, to hand one handler's work to another. */
export const actOf = (normal: string, subject = ''): Act => ({ intent: null, groups: [], segment: normal, normal, subject })

/** The clauses of a message that are answered one by one, six at most. */
export function clauses(text: string, language: Language): string[] {
  const found: string[] = []
  for (const sentence of sentences(text)) {
    const greeting =
      /^((?:hi|hello|hey|good (?:morning|evening|afternoon)|well met|greetings)(?: there| again| \w+)?)\s*[,!.]\s*(.{3,})$/i.exec(sentence)
    if (greeting?.[1] && greeting[2]) found.push(greeting[1], greeting[2])
    else found.push(...sentence.split(language === 'zh' ? chineseBreak : englishBreak))
  }
  return found
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .slice(0, 6)
}

const chineseBreak = /(?<=[！!])|，(?=(?:我|你|是一?[名个位]|今天|最近))(?!我该)/
const englishBreak =
  /;\s+|,\s+(?=(?:and|but) (?:what|how|who|where|why|do|are|can|you)\b)|,\s+(?=(?:what|how|who|where|why|do you|are you|can you)\b)|,?\s+(?:and|but)\s+(?=(?:i|i'm|im|my|i've|what|how)\b)|,\s+(?=(?:thanks|thank you|and you|i'm|my)\b)/i

/** The intent of one clause; the first pattern that matches wins. */
export function classify(segment: string, language: Language): Act {
  const normal = language === 'zh' ? normalisedChinese(segment) : normalisedEnglish(segment)
  for (const [intent, pattern] of language === 'zh' ? chinesePatterns : englishPatterns) {
    const match = pattern.exec(intent === 'tellsName' ? nameCased(segment) : normal)
    if (!match) continue
    if (/^(feels|tells)/.test(intent) && asksAboutPersona(normal, language)) continue
    return { intent, groups: [...match], segment, normal, subject: trimmed(match.slice(1).find((group) => group) ?? '') }
  }
  return { intent: null, groups: [], segment, normal, subject: '' }
}

/** The clause as written, but with the words in front of a name in lower case, so that the name keeps its capitals. */
const nameCased = (segment: string): string =>
  segment
    .replace(/I'm called/gi, 'i am called')
    .replace(/\bMy name's\b/i, 'my name is')
    .replace(/\b(My|Call|I|People)\b/g, (word) => word.toLowerCase())

const asksAboutPersona = (normal: string, language: Language): boolean =>
  language === 'zh' ? /你.*[吗呢][？?。]?$/.test(normal) && !normal.includes('我') : /^(are|do|did|have|would|could|can) you\b/.test(normal)
