import type { AvatarWishes } from '../plan-avatar.ts'

/** What of a portrait has a colour that a word can name. */
export type ColourSlot = 'skin' | 'eyes' | 'hairColour' | 'clothesColour' | 'headwearColour'

/** A colour, sRGB, as cloth and as the skin or hair people call so; what is missing is no colour for that. */
export type NamedColour = { readonly thing?: string; readonly skin?: string; readonly hair?: string; readonly eyes?: string }

/** A meaning in a portrait. */
export type AvatarMeaning = {
  /** What it asks for. */
  readonly wish?: AvatarWishes
  /** What it suggests where no word asks for something else: the hat of a wizard. */
  readonly soft?: AvatarWishes
  /** What it asks for beside one of these nouns: the long of "long beard". */
  readonly of?: Readonly<Record<string, AvatarWishes>>
  /** Colour words before it are of this. */
  readonly slot?: ColourSlot
  readonly colour?: NamedColour
  /** What is meant when it is ruled out. */
  readonly without?: AvatarWishes
}

export type AvatarWord = {
  readonly concept: string
  readonly role: 'subject' | 'detail' | 'mood' | 'colour' | 'style' | 'setting'
  readonly words: readonly string[]
  readonly meaning: AvatarMeaning
}

const split = (list: string): string[] => list.split(/[,、]\s*/).filter((word) => word !== '')

/** A portrait word: `en` and `zh` are lists with commas. */
export const word = (role: AvatarWord['role'], concept: string, en: string, zh: string, meaning: AvatarMeaning): AvatarWord => ({
  concept,
  role,
  words: [...split(en), ...split(zh)],
  meaning,
})
