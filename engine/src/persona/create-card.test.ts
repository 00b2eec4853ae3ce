import { parseCharacterCard, personaFacts } from '@daedal/protocol/generation/character-card'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameNames } from './create/frame.ts'
import { framesEn } from './create/frames-en.ts'
import { framesZh } from './create/frames-zh.ts'
import { createCard } from './create-card.ts'
import { type ChatMessage, reply } from './reply.ts'

const alice = createCard({ name: 'Alice', age: 25, occupation: 'software engineer', traits: ['friendly', 'helpful'], language: 'en' })

/** The persona's answers to messages of one conversation. */
function talk(card: typeof alice, messages: readonly string[]): string[] {
  const history: ChatMessage[] = []
  return messages.map((message) => {
    const { text } = reply({ card, history, message, seed: 3 })
    history.push({ role: 'user', content: message }, { role: 'assistant', content: text })
    return text
  })
}

describe('a card made of a few words', () => {
  it('is a valid Character Card v3 that keeps what was said and fills what was left open', () => {
    expect(parseCharacterCard(JSON.stringify(alice))).toEqual(alice)
    expect(alice.data.name).toBe('Alice')
    expect(alice.data.first_mes).toMatch(/I’m Alice, an AI character/)
    expect(personaFacts(alice)).toMatchObject({ age: 25, occupation: 'software engineer', traits: ['friendly', 'helpful'], language: 'en' })
    expect(personaFacts(alice).likes).toHaveLength(2)
    expect(alice.data.character_book?.entries.length).toBeGreaterThan(2)
  })

  it('converses: greets in character, knows itself, remembers, says it is an AI, in both languages', () => {
    const [hello, name, age, job, , mine, like, coding, ai, zhJob, zhAge] = talk(alice, [
      'Hello, how are you today?',
      "What's your name?",
      'How old are you?',
      'What do you do for a living?',
      'My name is Tom and I am a nurse.',
      "What's my name?",
      'What do you like?',
      'How do I learn programming?',
      'Are you an AI?',
      '你是做什么的？',
      '你多大了？',
    ])
    expect(hello).toMatch(/AI character/)
    expect(name).toContain('Alice')
    expect(age).toContain('25')
    expect(job).toContain('software engineer')
    expect(mine).toContain('Tom')
    expect((personaFacts(alice).likes ?? []).some((liked) => like?.includes(liked))).toBe(true)
    expect(coding).toMatch(/build one small thing/)
    expect(ai).toMatch(/character|artificial/)
    expect(zhJob).toContain('软件工程师')
    expect(zhAge).toContain('25')
  })

  it('can be met in Chinese first', () => {
    const card = createCard({ name: '小兰', age: 30, occupation: '老师', traits: ['幽默'], language: 'zh' })
    const [hello, name, job, age, english] = talk(card, [
      '你好，今天怎么样？',
      '你叫什么名字？',
      '你是做什么的？',
      '你今年几岁？',
      'What do you do?',
    ])
    expect(hello).toMatch(/AI/)
    expect(name).toContain('小兰')
    expect(job).toContain('老师')
    expect(age).toContain('30')
    expect(english).toContain('teacher')
  })

  it('is the same for the same words and another for others', () => {
    const wishes = { name: 'Mira', occupation: 'clockmaker', description: 'She lives by the sea.', language: 'en' } as const
    expect(createCard(wishes)).toEqual(createCard({ ...wishes }))
    expect(createCard(wishes).data.description).toBe('This is Mira. She lives by the sea.')
    const facts = new Set(
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => JSON.stringify(personaFacts(createCard({ ...wishes, name })).facts)),
    )
    expect(facts.size).toBeGreaterThan(1)
  })

  it('has as much to tell in each language', () => {
    for (const name of frameNames)
      for (const key of ['likes', 'goals', 'habits', 'turns', 'lore'] as const)
        expect(framesZh[name][key], `${name} ${key}`).toHaveLength(framesEn[name][key].length)
  })

  it('is valid and answers whatever the words are', () => {
    const text = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    fc.assert(
      fc.property(
        text,
        fc.option(fc.nat(100_000)),
        text,
        fc.array(text, { maxLength: 4 }),
        fc.constantFrom('en', 'zh'),
        (name, age, occupation, traits, language) => {
          const card = createCard({ name, age: age ?? undefined, occupation, traits, language })
          expect(parseCharacterCard(JSON.stringify(card))).toEqual(card)
          expect(reply({ card, history: [], message: 'Hello', seed: 1 }).text.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})
