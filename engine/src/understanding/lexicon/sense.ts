import type { ItemKind, ItemModifier } from '@daedal/protocol/generation/item-plan'
import type { SceneDensity, SceneFamily, SceneFeature, SceneStyle, SceneTime, SceneWeather } from '@daedal/protocol/generation/scene-plan'
import type { SceneThing } from '@daedal/protocol/generation/scene-things'
import type { WorldPlace, WorldProp } from '@daedal/protocol/generation/world-plan'
import type { AvatarMeaning } from '../../avatar/lexicon/avatar-sense.ts'
import type { ItemWishes } from '../../item/plan-item.ts'

/** What a word is about in the prompt; the API names it. */
export type Role =
  | 'subject'
  | 'setting'
  | 'time'
  | 'weather'
  | 'mood'
  | 'style'
  | 'material'
  | 'colour'
  | 'count'
  | 'relation'
  | 'name'
  | 'detail'

/** What a word asks of a scene. */
export type SceneWish = {
  readonly composition?: string
  readonly hero?: string
  readonly time?: SceneTime
  readonly weather?: SceneWeather
  readonly density?: SceneDensity
  readonly features?: readonly SceneFeature[]
  readonly without?: readonly SceneFeature[]
  readonly accent?: string
  readonly style?: SceneStyle
}

/** A meaning in a scene. */
export type SceneSense = {
  readonly domain: 'scene'
  readonly role: Role
  readonly concept: string
  /** The family that has it as its subject; of several the one of the highest rank is drawn. */
  readonly home?: { readonly family: SceneFamily; readonly rank: number; readonly wish?: SceneWish }
  /** What it asks for in each family that can show it. */
  readonly within?: Partial<Record<SceneFamily, SceneWish>>
  /** What it asks for in every family. */
  readonly wish?: SceneWish
  /** The family in which it is so by itself and asks for nothing. */
  readonly nativeTo?: SceneFamily
  /** A leaning: heeded where no word asks for something else. */
  readonly soft?: SceneWish
  /** The family it suggests when no word names a subject. */
  readonly leans?: SceneFamily
  /** The composition of that family it suggests as long as no word names the family itself. */
  readonly leansTo?: string
  /** What it places in the scene, in families that do not show it by themselves. */
  readonly thing?: SceneThing
  /** Compositions whose pictures have it, `''` for each of a family; one of them is chosen where nothing else is asked. */
  readonly seen?: Partial<Record<SceneFamily, string>>
  /** What placed things or features do: true where one of them is there. */
  readonly doneBy?: {
    readonly things: readonly SceneThing[]
    readonly features: readonly SceneFeature[]
    /** It takes more than one of a thing. */
    readonly several?: true
  }
}

/** A meaning in an item. */
export type ItemSense = {
  readonly domain: 'item'
  readonly role: Role
  readonly concept: string
  readonly wish: Partial<ItemWishes>
  /** It names an item only where an item is asked for. */
  readonly quiet?: true
  /** The only kinds it is true of; there it is so without being asked for. */
  readonly kinds?: readonly ItemKind[]
  /** With one of these it is true of none. */
  readonly unless?: readonly ItemModifier[]
}

/** A meaning in a portrait. */
export type AvatarSense = AvatarMeaning & { readonly domain: 'avatar'; readonly role: Role; readonly concept: string }

/** A meaning in a walkable world. */
export type WorldSense = {
  readonly domain: 'world'
  readonly role: Role
  readonly concept: string
  /** How strongly it speaks for each place; the place of the greatest sum is built. */
  readonly scores?: Partial<Record<WorldPlace, number>>
  /** Layouts that have it, by place; empty when each of the place's layouts does. */
  readonly within?: Partial<Record<WorldPlace, string>>
  /** What it puts there, wherever that is. */
  readonly prop?: WorldProp
}

export type Sense = SceneSense | ItemSense | AvatarSense | WorldSense

/** Words of one meaning. English in lower case, singular, with single spaces; Chinese as written; pictographs among either. */
export type Entry = { readonly words: readonly string[]; readonly sense: Sense }

const split = (list: string): string[] => list.split(/[,、]\s*/).filter((word) => word !== '')

/** A scene word: `en` and `zh` are lists with commas. */
export const scene = (
  concept: string,
  role: Role,
  en: string,
  zh: string,
  rest: Omit<SceneSense, 'domain' | 'concept' | 'role'>,
): Entry => ({
  words: [...split(en), ...split(zh)],
  sense: { domain: 'scene', concept, role, ...rest },
})

/** An item word. */
export const item = (concept: string, role: Role, en: string, zh: string, wish: Partial<ItemWishes>): Entry => ({
  words: [...split(en), ...split(zh)],
  sense: { domain: 'item', concept, role, wish },
})

/** A word of walkable worlds: `en` and `zh` are lists with commas. */
export const world = (
  concept: string,
  role: Role,
  en: string,
  zh: string,
  rest: Omit<WorldSense, 'domain' | 'concept' | 'role'>,
): Entry => ({
  words: [...split(en), ...split(zh)],
  sense: { domain: 'world', concept, role, ...rest },
})
