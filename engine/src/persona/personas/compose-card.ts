import type { CardTranslation, CharacterCard, PersonaFacts } from '@daedal/protocol/generation/character-card'
import { cardDisclosure } from './disclosure.ts'

/** A persona as its maker writes it; the rest of the card is filled in. */
export type PersonaDraft = Pick<CharacterCard['data'], 'name' | 'description' | 'personality' | 'scenario' | 'mes_example' | 'tags'> & {
  /** The first message, without the disclosure. */
  readonly opening: string
  readonly lore: readonly (readonly [keys: string, content: string])[]
  readonly facts: PersonaFacts & { readonly language: 'en' | 'zh' }
  /** The other language; its `first_mes` is the opening without the disclosure. */
  readonly translation?: CardTranslation
}

/** The card of a draft. Its first message says that the persona is an AI character. */
export function composeCard(draft: PersonaDraft): CharacterCard {
  const { language } = draft.facts
  const other = language === 'en' ? 'zh' : 'en'
  const { translation } = draft
  return {
    spec: 'chara_card_v3',
    spec_version: '3.0',
    data: {
      name: draft.name,
      description: draft.description,
      personality: draft.personality,
      scenario: draft.scenario,
      first_mes: withDisclosure(draft.opening, draft.name, language),
      mes_example: draft.mes_example,
      creator_notes: '',
      system_prompt: '',
      post_history_instructions: '',
      alternate_greetings: [],
      group_only_greetings: [],
      tags: draft.tags,
      creator: '',
      character_version: '1',
      character_book: {
        extensions: {},
        entries: draft.lore.map(([keys, content], at) => ({
          keys: keys.split('|'),
          content,
          enabled: true,
          insertion_order: at * 10,
          use_regex: false,
          extensions: {},
        })),
      },
      extensions: {
        daedal: {
          ...draft.facts,
          ...(translation && {
            translations: { [other]: { ...translation, first_mes: withDisclosure(translation.first_mes, translation.name, other) } },
          }),
        },
      },
    },
  }
}

const withDisclosure = (opening: string, name: string, language: 'en' | 'zh'): string =>
  `${opening}${language === 'zh' ? '' : ' '}${cardDisclosure[language].replace('{name}', name)}`
