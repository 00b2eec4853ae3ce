import { expect, it } from 'vitest'
import { applied, type Verification } from './verification.ts'

const start: Verification = { state: 'running', checks: [], milliseconds: null, endedAt: null, failure: null }

it('keeps one row a check, in the order they began', () => {
  let now = applied(start, { type: 'check', check: { id: 'blocks', state: 'checking', reading: '' } }, 1)
  now = applied(now, { type: 'check', check: { id: 'signature', state: 'checking', reading: '' } }, 2)
  now = applied(now, { type: 'check', check: { id: 'blocks', state: 'pass', reading: '14 of 14' } }, 3)
  expect(now.checks.map((check) => [check.id, check.state])).toEqual([
    ['blocks', 'pass'],
    ['signature', 'checking'],
  ])
  expect(now.state).toBe('running')
})

it('ends once, with how long it took or why it stopped', () => {
  expect(applied(start, { type: 'done', milliseconds: 1800 }, 9)).toMatchObject({ state: 'done', milliseconds: 1800, endedAt: 9 })
  expect(applied(start, { type: 'failed', code: 'CONTENT_CORRUPT', message: 'block 3' }, 9)).toMatchObject({
    state: 'failed',
    failure: { code: 'CONTENT_CORRUPT' },
  })
})
