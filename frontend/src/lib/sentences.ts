import { createStore, useStore } from './store.ts'
import type { Language } from './text/language.ts'

type Table = Record<string, { en: string; zh: string }>

/** What error codes say. They are a tenth of what a page would load first, and come after it. */
const table = createStore<Table | null>(null)
const unreachable = { en: 'The service does not answer.', zh: '服务无响应。' }
let loading: Promise<void> | null = null

/** Loads them once; when that fails, the next call tries again. Never rejects. */
export function loadSentences(): Promise<void> {
  loading ??= import('@daedal/protocol/errors/codes').then(
    ({ errorCodes }) => table.set(errorCodes),
    () => {
      loading = null
    },
  )
  return loading
}

/** The sentence of an error code; undefined for a code we do not know, and while the sentences are not there. */
export function sentenceOf(code: string, language: Language): string | undefined {
  if (code === 'NETWORK_UNREACHABLE') return unreachable[language]
  return table.get()?.[code]?.[language]
}

/** {@link sentenceOf} for what pages show of themselves: they are shown again when the sentences have come. */
export function useSentenceOf(): typeof sentenceOf {
  useStore(table)
  return sentenceOf
}
