import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { configurationTable, withTable } from './readme.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

it('the README names every variable of the configuration', () => {
  expect(withTable(readme)).toBe(readme)
  expect(configurationTable()).toContain('| `DATABASE_URL` |')
})

it('says when the marks around the table are gone', () => {
  expect(() => withTable('no marks')).toThrow(/marks/)
})
