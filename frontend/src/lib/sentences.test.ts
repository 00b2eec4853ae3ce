import { expect, it } from 'vitest'
import { loadSentences, sentenceOf } from './sentences.ts'

it('says nothing of its own before the sentences have come, then speaks both languages', async () => {
  expect(sentenceOf('MARKET_PAUSED', 'en')).toBeUndefined()
  expect(sentenceOf('NETWORK_UNREACHABLE', 'zh')).toBe('服务无响应。')
  await loadSentences()
  expect(sentenceOf('MARKET_PAUSED', 'en')).toMatch(/paused/)
  expect(sentenceOf('MARKET_PAUSED', 'zh')).toMatch(/暂停/)
  expect(sentenceOf('NO_SUCH_CODE', 'en')).toBeUndefined()
})
