import { expect, it } from 'vitest'
import { provenance as english } from '../../../frontend/src/lib/text/en/provenance.ts'
import { checkSentences, counted, oneLine } from './check.ts'

it('has a sentence of each check, the same in the command and on the pages', () => {
  const onPages = Object.entries(english).filter(([key]) => key.startsWith('check.'))
  expect(Object.fromEntries(onPages.map(([key, sentence]) => [key.slice('check.'.length), sentence]))).toEqual(checkSentences)
})

it('keeps a reading on one line of bounded length', () => {
  expect(oneLine('a\n\u001b[2Jb\u202Ec\u2028d')).toBe('a [2Jb c d')
  expect(oneLine('x'.repeat(5_000))).toHaveLength(400)
  expect([counted(1, 'block'), counted(1_234, 'block')]).toEqual(['1 block', '1,234 blocks'])
})
