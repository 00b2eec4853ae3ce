import { describe, expect, it } from 'vitest'
import { CARD_MAX_BYTES, type PersonaCardError, parseCharacterCard, personaFacts } from './character-card.ts'

const codeOf = (json: unknown) => {
  try {
    parseCharacterCard(json)
  } catch (error) {
    return (error as PersonaCardError).code
  }
  return 'accepted'
}

describe('parseCharacterCard', () => {
  it('reads a version 3 card and fills what may be left out', () => {
    const card = parseCharacterCard(
      '{"spec":"chara_card_v3","spec_version":"3.0","data":{"name":"Alice","extensions":{"daedal":{"age":25}}}}',
    )
    expect(card.data.name).toBe('Alice')
    expect(card.data.alternate_greetings).toEqual([])
    expect(personaFacts(card).age).toBe(25)
  })

  it('lifts a version 2 card with a lorebook to version 3', () => {
    const card = parseCharacterCard({
      spec: 'chara_card_v2',
      data: { name: 'Gorm', character_book: { entries: [{ keys: ['troll'], content: 'Trolls fear daylight.' }] } },
    })
    expect(card.spec).toBe('chara_card_v3')
    expect(card.data.character_book?.entries[0]).toMatchObject({ enabled: true, use_regex: false })
  })

  it('keeps the fields of other applications', () => {
    const card = parseCharacterCard({ spec: 'chara_card_v3', data: { name: 'A', extensions: { depth_prompt: { depth: 4 } } } })
    expect(card.data.extensions).toHaveProperty('depth_prompt.depth', 4)
  })

  it('names what is wrong', () => {
    expect(codeOf('{')).toBe('PERSONA_CARD_NOT_JSON')
    expect(codeOf(null)).toBe('PERSONA_CARD_INVALID')
    expect(codeOf([])).toBe('PERSONA_CARD_INVALID')
    expect(codeOf({ spec: 'chara_card_v9', data: { name: 'A' } })).toBe('PERSONA_CARD_INVALID')
    expect(codeOf({ spec: 'chara_card_v3', data: { name: '' } })).toBe('PERSONA_CARD_INVALID')
    expect(codeOf({ spec: 'chara_card_v3', data: { name: 'A', extensions: { daedal: { age: 2.5 } } } })).toBe('PERSONA_CARD_INVALID')
    expect(codeOf(`"${'a'.repeat(CARD_MAX_BYTES)}"`)).toBe('PERSONA_CARD_TOO_LARGE')
    expect(codeOf({ spec: 'chara_card_v3', data: { name: '名'.repeat(CARD_MAX_BYTES / 3) } })).toBe('PERSONA_CARD_TOO_LARGE')
    const circular: Record<string, unknown> = {}
    circular.self = circular
    expect(codeOf(circular)).toBe('PERSONA_CARD_NOT_JSON')
  })

  it('says which field is wrong', () => {
    expect(() => parseCharacterCard({ spec: 'chara_card_v3', data: { name: 'A', tags: 7 } })).toThrow(/data\/tags/)
  })
})
