import { compileMessage } from '@lingui/message-utils/compileMessage'
import { expect, it } from 'vitest'
import { en, type TextKey } from './en.ts'
import { zh } from './zh.ts'

const keys = Object.keys(en) as TextKey[]

/** Names of the values in a message, those inside plurals too. */
function valuesOf(message: string): string[] {
  const names = new Set<string>()
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return
    for (const token of tokens) {
      if (!Array.isArray(token)) continue
      const [name, , options] = token as [string, string?, Record<string, unknown>?]
      names.add(name)
      for (const branch of Object.values(options ?? {})) walk(branch)
    }
  }
  walk(compileMessage(message))
  return [...names].sort()
}

it('gives every key one meaning', () => {
  const files = import.meta.glob<Record<string, Record<string, string>>>('./en/*.ts', { eager: true })
  const all = Object.values(files).flatMap((file) => Object.values(file).flatMap((words) => Object.keys(words)))
  expect(all.length).toBeGreaterThan(800)
  expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
})

it('says everything in both languages', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
  for (const key of keys) expect(zh[key].trim(), key).not.toBe('')
})

it('names the same values in both languages', () => {
  expect(keys.filter((key) => valuesOf(en[key]).join() !== valuesOf(zh[key]).join())).toEqual([])
})

it('says Chinese in Chinese', () => {
  const latin = keys.filter((key) => zh[key] === en[key] && /[a-z]{4}/.test(en[key].replaceAll(/\{\w+\}/g, '')))
  expect(latin).toEqual(['app.name'])
})
