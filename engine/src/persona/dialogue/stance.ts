import { stances as englishStances } from '../phrases/stances.en.ts'
import { stances as chineseStances } from '../phrases/stances.zh.ts'
import type { Language } from '../text/language.ts'
import { textSeed } from './streams.ts'
import type { Turn } from './turn.ts'

/** An opinion on an everyday matter, with the sentence for either side; `averse` alone where nobody is fond. */
export type Stance = {
  /** The same in every language, so that the side does not change with it. */
  readonly id: string
  readonly pattern: RegExp
  readonly label: string
  readonly fond: string
  readonly averse: string
  /** Only in worlds that know it. */
  readonly modern?: boolean
}

/** The persona's side on what the text is about; null when it has none. */
export function stanceOn(turn: Turn, text: string): { label: string; fond: boolean; line: string } | null {
  const { era, style } = turn.knowledge
  const stance = stancesIn(turn.language).find(({ pattern }) => pattern.test(text.toLowerCase()))
  if (!stance || (stance.modern && era !== 'modern' && era !== 'scifi')) return null
  const fond = stance.fond !== '' && textSeed(`${turn.cardName}|${stance.id}|stance`) % 100 < 62 + style.cheer * 20
  return { label: stance.label, fond, line: fond ? stance.fond : stance.averse }
}

const stancesIn = (language: Language): readonly Stance[] => (language === 'zh' ? chineseStances : englishStances)
