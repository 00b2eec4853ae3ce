import { expect, it } from 'vitest'
import { sourcesRefusal } from './sources-refusal.ts'

const ready = { state: 'ready', why: null, kind: 'item' } as const

it('makes nothing of what is refused, not known, or on its way', () => {
  expect(sourcesRefusal('remix', [ready])).toBeNull()
  expect(sourcesRefusal('mix', [ready, { state: 'refused', why: 'remix.no.licence', kind: null }])).toBe('remix.no.licence')
  expect(sourcesRefusal('remix', [{ state: 'failed', why: null, kind: null }])).toBe('create.from.unknown')
  expect(sourcesRefusal('restyle', [ready, { state: 'loading', why: null, kind: null }])).toBe('create.from.loading')
})

it('mixes two of one kind only, and takes the look of any', () => {
  const scene = { ...ready, kind: 'scene' } as const
  expect(sourcesRefusal('mix', [ready, scene])).toBe('create.from.kinds')
  expect(sourcesRefusal('restyle', [ready, scene])).toBeNull()
  expect(sourcesRefusal('mix', [ready, ready])).toBeNull()
})
