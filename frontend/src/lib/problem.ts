import { ApiProblem } from '@daedal/sdk/client'
import { sentenceOf } from './sentences.ts'
import type { Language } from './text/language.ts'

/** What a failure says to a person: one sentence, the detail with the values, and the code. */
export type ProblemText = { sentence: string; detail: string | undefined; code: string | undefined }

/** Puts any thrown value into words. */
export function describeProblem(error: unknown, language: Language): ProblemText {
  if (error instanceof ApiProblem) {
    const sentence = sentenceOf(error.code, language)
    return { sentence: sentence ?? error.message, detail: sentence ? error.detail : undefined, code: error.code }
  }
  const code = (error as { code?: unknown } | null)?.code
  const known = typeof code === 'string' ? sentenceOf(code, language) : undefined
  if (known) return { sentence: known, detail: (error as Error).message, code: code as string }
  return { sentence: error instanceof Error ? error.message : String(error), detail: undefined, code: undefined }
}
