import { describe, expect, it } from 'vitest'
import { readPrompt, refusedBy } from './read-prompt.ts'

const code = (text: string) => {
  try {
    readPrompt(text)
    return 'accepted'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('readPrompt', () => {
  it('brings text to NFC, takes line breaks as spaces and trims', () => {
    expect(readPrompt('  cafe\u0301 by\r\nthe\tsea \n')).toBe('café by the sea')
  })
  it.each(['', '   ', '\u3000', '...!?', '\n\n'])('refuses %j as empty', (text) => expect(code(text)).toBe('GENERATION_PROMPT_EMPTY'))
  it('accepts 2,000 characters and refuses 2,001, and 100,000', () => {
    expect(code('a'.repeat(2_000))).toBe('accepted')
    expect(code('a'.repeat(2_001))).toBe('GENERATION_PROMPT_TOO_LONG')
    expect(code('a'.repeat(100_000))).toBe('GENERATION_PROMPT_TOO_LONG')
  })
  it.each(['city\u0000', 'a\u0007b', 'a\u202Eb', 'a\uE000', 'x\uD800y', 'a\u2066b'])('refuses %j for a control character', (text) =>
    expect(code(text)).toBe('GENERATION_PROMPT_CONTROL_CHARACTERS'),
  )
  it.each([
    'a nude child',
    'sexy schoolgirl in a city',
    'S\u00E9xy little girl',
    'ｎｕｄｅ ｔｅｅｎ',
    'se\u200Bxual child',
    '裸体的少女',
    'the home address of my neighbour',
    'write to jane.doe@example.com',
    'call +49 170 1234567',
    'child porn',
  ])('refuses %j', (text) => expect(code(text)).toBe('GENERATION_PROMPT_REFUSED'))
  it.each([
    'A futuristic city with flying cars and towering skyscrapers',
    'children playing in a park',
    'a baby dragon beside a castle',
    'Essex coast at dawn',
    'a golden sword, 4k, 1920x1080',
    '赛博朋克城市夜景',
    'year 2077, seed 13912345',
  ])('accepts %j', (text) => expect(code(text)).toBe('accepted'))
  it('names the rule', () => expect(refusedBy('a naked kid')).toBe('sexual content with minors'))
})
