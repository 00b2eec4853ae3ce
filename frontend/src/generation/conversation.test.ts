import { expect, it } from 'vitest'
import { historyOf, readTurns, type Turn } from './conversation.ts'

const turn = (role: Turn['role'], content: string): Turn => ({ role, content, speaker: null })

it('sends the newest turns, within what the service takes', () => {
  const turns = Array.from({ length: 90 }, (_, index) => turn(index % 2 ? 'assistant' : 'user', `line ${index}`))
  const history = historyOf([...turns, turn('assistant', ' ')])
  expect(history).toHaveLength(40)
  expect(history.at(-1)).toEqual({ role: 'assistant', content: 'line 89' })
  expect(historyOf([turn('user', 'x'.repeat(9_000))])[0]?.content).toHaveLength(4_000)
})

it('reads only what is a conversation', () => {
  expect(readTurns({})).toEqual([])
  expect(readTurns([{ role: 'system', content: 'x', speaker: null }, null, turn('user', 'hi')])).toEqual([turn('user', 'hi')])
})
