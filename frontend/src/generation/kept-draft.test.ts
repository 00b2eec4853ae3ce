import { expect, it } from 'vitest'
import { noChoices } from './draft-request.ts'
import { type KeptDraft, parseKept } from './kept-draft.ts'

const draft: KeptDraft = {
  beside: 'a job',
  words: 'a castle in the snow',
  choices: { kind: 'scene', style: 'ink', changes: { time: 'night', things: [] }, format: 'wide' },
  detached: true,
}
const stored = (changes: Record<string, unknown>) => parseKept(JSON.parse(JSON.stringify({ ...draft, ...changes })))
const chosen = (changes: Record<string, unknown>) => stored({ choices: { ...draft.choices, ...changes } })

it('comes back as it was kept', () => {
  expect(stored({})).toEqual(draft)
  expect(stored({ words: null, choices: noChoices })).toEqual({ ...draft, words: null, choices: noChoices })
})

it('takes nothing else for a draft', () => {
  for (const value of [null, undefined, 1, 'draft', [], {}, { beside: '' }, { beside: '', words: null, choices: noChoices }])
    expect(parseKept(value)).toBeNull()
  for (const changes of [
    { beside: 1 },
    { detached: 'yes' },
    { words: 1 },
    { words: 'x'.repeat(100_000) },
    { choices: null },
    { choices: [] },
  ])
    expect(stored(changes)).toBeNull()
  for (const changes of [
    { kind: 'song' },
    { style: null },
    { style: 'x'.repeat(41) },
    { format: 'tall' },
    { changes: null },
    { changes: ['night'] },
    { changes: { hero: 'x'.repeat(20_000) } },
  ])
    expect(chosen(changes)).toBeNull()
})
