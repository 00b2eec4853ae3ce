import type { Language } from '../text/language.ts'
import { asking as askingEn } from './asking.en.ts'
import { asking as askingZh } from './asking.zh.ts'
import { feelings as feelingsEn } from './feelings.en.ts'
import { feelings as feelingsZh } from './feelings.zh.ts'
import { greeting as greetingEn } from './greeting.en.ts'
import { greeting as greetingZh } from './greeting.zh.ts'
import { memory as memoryEn } from './memory.en.ts'
import { memory as memoryZh } from './memory.zh.ts'
import { opinion as opinionEn } from './opinion.en.ts'
import { opinion as opinionZh } from './opinion.zh.ts'
import { reasons as reasonsEn } from './reasons.en.ts'
import { reasons as reasonsZh } from './reasons.zh.ts'
import { safety as safetyEn } from './safety.en.ts'
import { safety as safetyZh } from './safety.zh.ts'
import { self as selfEn } from './self.en.ts'
import { self as selfZh } from './self.zh.ts'
import { smalltalk as smalltalkEn } from './smalltalk.en.ts'
import { smalltalk as smalltalkZh } from './smalltalk.zh.ts'
import { trade as tradeEn } from './trade.en.ts'
import { trade as tradeZh } from './trade.zh.ts'

const english = {
  ...askingEn,
  ...feelingsEn,
  ...greetingEn,
  ...memoryEn,
  ...opinionEn,
  ...reasonsEn,
  ...safetyEn,
  ...selfEn,
  ...smalltalkEn,
  ...tradeEn,
}

/** What a line is said for. */
export type PhraseKey = keyof typeof english

const chinese: Readonly<Record<PhraseKey, readonly string[]>> = {
  ...askingZh,
  ...feelingsZh,
  ...greetingZh,
  ...memoryZh,
  ...opinionZh,
  ...reasonsZh,
  ...safetyZh,
  ...selfZh,
  ...smalltalkZh,
  ...tradeZh,
}

/** The lines for a purpose. A line may begin with letters and a bar: manners it is restricted to. */
export const linesFor = (key: PhraseKey, language: Language): readonly string[] => (language === 'zh' ? chinese : english)[key]
