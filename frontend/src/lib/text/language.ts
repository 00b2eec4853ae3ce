import { type Messages, setupI18n } from '@lingui/core'
import { createStore, useStore } from '../store.ts'
import { readStored, writeStored } from '../stored.ts'
import { compileMessage } from './compile-message.ts'
import { firstWords } from './first-words.ts'

/** Languages of the pages. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** The one message formatter of the pages. */
export const i18n = setupI18n({ locale: 'en', messages: { en: firstWords } })

const compiled = new Map<string, ReturnType<typeof compileMessage>>()
i18n.setMessagesCompiler((message) => {
  const known = compiled.get(message)
  if (known) return known
  const made = compileMessage(message)
  compiled.set(message, made)
  return made
})

const language = createStore<Language>('en')
export const useLanguage = (): Language => useStore(language)

/** What the person chose before, else what the browser asks for. */
export function preferredLanguage(): Language {
  const chosen = readStored('language')
  if (chosen === 'en' || chosen === 'zh') return chosen
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Loads the words of a language and shows the page in it. */
export async function showLanguage(next: Language): Promise<void> {
  if (next === 'zh') {
    const [{ zh }] = await Promise.all([import('./zh.ts'), import('../fonts-chinese.ts')])
    i18n.load('zh', zh satisfies Messages)
  }
  i18n.activate(next)
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : 'en'
  language.set(next)
}

/** Shows the page in this language from now on. */
export async function chooseLanguage(next: Language): Promise<void> {
  writeStored('language', next)
  await showLanguage(next)
}
