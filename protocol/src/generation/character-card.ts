import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'

/** Largest card we read, in UTF-8 bytes of its JSON. */
export const CARD_MAX_BYTES = 262_144

const text = (maxLength: number, description: string) => Type.String({ maxLength, description })
const words = (description: string, maxItems = 24) => Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems, description })

/** The languages the embedded dialogue engine speaks. */
export const personaLanguages = ['en', 'zh'] as const
export type PersonaLanguage = (typeof personaLanguages)[number]
export const PersonaLanguage = Type.Union([Type.Literal('en'), Type.Literal('zh')], { description: 'Language, ISO 639-1' })

/** The same person told in another language, so that answers need no translation. */
export const CardTranslation = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 80 }),
  description: text(20_000, 'Who the persona is, third person'),
  personality: text(4_000, 'Adjectives or sentences about the temper'),
  scenario: text(4_000, 'Where and how the player meets the persona'),
  first_mes: text(4_000, 'First message; says that this is an AI character'),
  occupation: text(120, 'Occupation'),
  traits: words('Character traits'),
  likes: words('What the persona likes'),
  goals: words('What the persona wants'),
  facts: words('Further facts, one first-person sentence each'),
  mes_example: Type.Optional(text(20_000, 'Example dialogue')),
  lore: Type.Optional(
    Type.Array(Type.Object({ keys: words('Words that call this entry', 64), content: text(8_000, 'What the persona knows') }), {
      maxItems: 512,
    }),
  ),
})
export type CardTranslation = Static<typeof CardTranslation>

/** Typed facts under `data.extensions.daedal`; they win over what the prose says. */
export const PersonaFacts = Type.Object({
  age: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description: 'Years' })),
  occupation: Type.Optional(text(120, 'Occupation')),
  traits: Type.Optional(words('Character traits')),
  likes: Type.Optional(words('What the persona likes')),
  goals: Type.Optional(words('What the persona wants')),
  facts: Type.Optional(words('Further facts, one first-person sentence each')),
  gender: Type.Optional(Type.Union([Type.Literal('female'), Type.Literal('male'), Type.Literal('neutral'), Type.Literal('machine')])),
  language: Type.Optional(PersonaLanguage),
  translations: Type.Optional(Type.Object({ en: Type.Optional(CardTranslation), zh: Type.Optional(CardTranslation) })),
})
export type PersonaFacts = Static<typeof PersonaFacts>

/** One entry of a lorebook: told when one of its keys is spoken of. */
export const LoreEntry = Type.Object({
  keys: words('Words that call this entry', 64),
  content: text(8_000, 'What the persona knows'),
  enabled: Type.Boolean(),
  insertion_order: Type.Number(),
  use_regex: Type.Boolean({ description: 'Kept for other applications; keys are matched as plain words here' }),
  extensions: Type.Record(Type.String(), Type.Unknown()),
  name: Type.Optional(text(200, 'Label of the entry')),
  comment: Type.Optional(text(2_000, 'Note of the author')),
  constant: Type.Optional(Type.Boolean()),
  secondary_keys: Type.Optional(words('Further keys', 64)),
})
export type LoreEntry = Static<typeof LoreEntry>

/** A card's own lorebook. */
export const Lorebook = Type.Object({
  name: Type.Optional(text(200, 'Name of the lorebook')),
  description: Type.Optional(text(4_000, 'What it covers')),
  extensions: Type.Record(Type.String(), Type.Unknown()),
  entries: Type.Array(LoreEntry, { maxItems: 512 }),
})
export type Lorebook = Static<typeof Lorebook>

/** Character Card v3 (github.com/kwaroran/character-card-spec-v3): a persona as data, stored and traded. */
export const CharacterCard = Type.Object({
  spec: Type.Literal('chara_card_v3'),
  spec_version: Type.Literal('3.0'),
  data: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 80, description: 'Name of the persona' }),
    description: text(20_000, 'Who the persona is, third person'),
    personality: text(4_000, 'Adjectives or sentences about the temper'),
    scenario: text(4_000, 'Where and how the player meets the persona'),
    first_mes: text(4_000, 'First message'),
    mes_example: text(20_000, 'Example dialogue, {{user}}: and {{char}}: lines after <START>'),
    creator_notes: text(8_000, 'Notes for the people who use the card'),
    system_prompt: text(8_000, 'Extra instruction for a language model'),
    post_history_instructions: text(8_000, 'Instruction after the history for a language model'),
    alternate_greetings: Type.Array(text(4_000, 'Another first message'), { maxItems: 32 }),
    group_only_greetings: Type.Array(text(4_000, 'First message in a group'), { maxItems: 32 }),
    tags: words('Tags', 64),
    creator: text(200, 'Who made the card'),
    character_version: text(64, 'Version of the card'),
    nickname: Type.Optional(text(80, 'Short name')),
    character_book: Type.Optional(Lorebook),
    extensions: Type.Object({ daedal: Type.Optional(PersonaFacts) }),
  }),
})
export type CharacterCard = Static<typeof CharacterCard>

/** Why a card was refused. `PERSONA_CARD_TOO_LARGE`, `PERSONA_CARD_NOT_JSON`, `PERSONA_CARD_INVALID`. */
export type PersonaCardErrorCode = 'PERSONA_CARD_TOO_LARGE' | 'PERSONA_CARD_NOT_JSON' | 'PERSONA_CARD_INVALID'

/** A card that cannot be read; `code` is stable, the sentence names the offending value. */
export class PersonaCardError extends Error {
  override readonly name = 'PersonaCardError'
  readonly code: PersonaCardErrorCode

  constructor(code: PersonaCardErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Reads a Character Card v3 (or a v2 card, which becomes v3) from JSON text or a parsed value. Throws {@link PersonaCardError}. */
export function parseCharacterCard(json: unknown): CharacterCard {
  const value = typeof json === 'string' ? parseJson(json) : json
  if (typeof json !== 'string') refuseLarge(serialise(value))
  const card = completed(value)
  if (Value.Check(CharacterCard, card)) return card
  const [first] = Value.Errors(CharacterCard, card)
  throw new PersonaCardError(
    'PERSONA_CARD_INVALID',
    `The card's ${first?.instancePath.slice(1) || 'content'} ${first?.message ?? 'is not valid'}.`,
  )
}

/** The card's typed facts; empty when the card carries none. */
export const personaFacts = (card: CharacterCard): PersonaFacts => card.data.extensions.daedal ?? {}

function parseJson(json: string): unknown {
  refuseLarge(json)
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new PersonaCardError('PERSONA_CARD_NOT_JSON', `The card is not JSON: ${(cause as Error).message}.`)
  }
}

function serialise(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch (cause) {
    throw new PersonaCardError('PERSONA_CARD_NOT_JSON', `The card cannot be written as JSON: ${(cause as Error).message}.`)
  }
}

function refuseLarge(json: string): void {
  const bytes = json.length > CARD_MAX_BYTES ? json.length : new TextEncoder().encode(json).length
  if (bytes > CARD_MAX_BYTES)
    throw new PersonaCardError('PERSONA_CARD_TOO_LARGE', `The card has ${bytes} bytes, ${CARD_MAX_BYTES} are allowed.`)
}

/** Fills what the specification lets a card leave out and lifts v2 to v3; wrong types stay as they are and are refused by the schema. */
function completed(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value.data)) return value
  if (value.spec !== 'chara_card_v3' && value.spec !== 'chara_card_v2') return value
  const data: Record<string, unknown> = { ...emptyData, ...value.data }
  const book = data.character_book
  return {
    spec: 'chara_card_v3',
    spec_version: '3.0',
    data: isRecord(book) ? { ...data, character_book: completedBook(book) } : withoutNull(data, 'character_book'),
  }
}

const emptyData = {
  description: '',
  personality: '',
  scenario: '',
  first_mes: '',
  mes_example: '',
  creator_notes: '',
  system_prompt: '',
  post_history_instructions: '',
  alternate_greetings: [],
  group_only_greetings: [],
  tags: [],
  creator: '',
  character_version: '',
  extensions: {},
}

function completedBook(book: Record<string, unknown>): unknown {
  const entries = Array.isArray(book.entries)
    ? book.entries.map((entry: unknown, index) =>
        isRecord(entry) ? { enabled: true, insertion_order: index, use_regex: false, extensions: {}, ...entry } : entry,
      )
    : book.entries
  return { extensions: {}, ...book, entries }
}

function withoutNull<T extends Record<string, unknown>>(record: T, key: keyof T): T {
  if (record[key] !== null && record[key] !== undefined) return record
  const { [key]: _absent, ...rest } = record
  return rest as T
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
