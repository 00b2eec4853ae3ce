import { expect, it } from 'vitest'
import { insteadOf, promptParts, replaceWord, titleFrom, unknownKey } from './prompt-parts.ts'

const word = (prompt: string, text: string, understood: boolean) => {
  const start = prompt.indexOf(text)
  return { text, start, end: start + text.length, understood }
}

it('cuts the prompt at the words that were not understood, and loses no character', () => {
  const prompt = 'a city with a gyrocopter and 🙂 zorbs'
  const parts = promptParts(prompt, [word(prompt, 'zorbs', false), word(prompt, 'city', true), word(prompt, 'gyrocopter', false)])
  expect(parts.map(({ text }) => text).join('')).toBe(prompt)
  expect(parts.filter(({ unknown }) => unknown).map(({ text }) => text)).toEqual(['gyrocopter', 'zorbs'])
})

it('marks nothing where the prompt was changed since', () => {
  const before = 'a gyrocopter'
  expect(promptParts('a lighthouse', [word(before, 'gyrocopter', false)])).toEqual([{ text: 'a lighthouse', start: 0, unknown: false }])
})

it('replaces one word by another', () => {
  const prompt = 'a gyrocopter above'
  expect(replaceWord(prompt, word(prompt, 'gyrocopter', false), 'bird')).toBe('a bird above')
})

it('makes a title that fits', () => {
  expect(titleFrom('  A small   city. ')).toBe('A small city')
  expect(titleFrom('word '.repeat(60)).length).toBeLessThanOrEqual(60)
  expect([...titleFrom('城'.repeat(200))]).toHaveLength(60)
})

it.each([
  [{}, 'create.understood.not', ['tree']],
  [{ role: 'setting', concept: 'forest' }, 'create.understood.known', ['tree']],
  [{ role: 'count', concept: '99' }, 'create.understood.number', []],
  [{ role: 'relation', concept: 'on' }, 'create.understood.placed', []],
  [{ role: 'not', concept: 'tail' }, 'create.understood.without', []],
])('says of %j why it is not there, and offers only what can stand in for it', (known, key, offered) => {
  expect(unknownKey(known)).toBe(key)
  expect(insteadOf({ ...word('a thing', 'thing', false), ...known, nearest: ['tree'] })).toEqual(offered)
  expect(insteadOf({ ...word('a thing', 'thing', true), ...known, nearest: ['tree'] })).toEqual([])
})
