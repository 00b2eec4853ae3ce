import type { ItemKind } from '@daedal/protocol/generation/item-plan'
import { type HeldThing, type SceneThing, sceneThings } from '@daedal/protocol/generation/scene-things'
import { itemSensesOf } from './decide-kind.ts'
import type { Word } from './reading.ts'

/** Items that someone in a scene can hold, by how they look there. */
const ITEMS: Readonly<Partial<Record<ItemKind, HeldThing>>> = {
  sword: 'sword',
  katana: 'sword',
  staff: 'staff',
  spear: 'spear',
  trident: 'fork',
  bow: 'bow',
  lute: 'lute',
  guitar: 'lute',
  lantern: 'lantern',
  umbrella: 'umbrella',
  flower: 'flower',
  book: 'book',
  balloon: 'balloon',
}

/** Words that name no item. */
const WORDS: Readonly<Record<string, HeldThing>> = {
  torch: 'torch',
  flag: 'flag',
  banner: 'flag',
  broom: 'broom',
  broomstick: 'broom',
  'fishing rod': 'rod',
  bouquet: 'flower',
  parasol: 'umbrella',
  火把: 'torch',
  火炬: 'torch',
  旗帜: 'flag',
  旗: 'flag',
  旗子: 'flag',
  扫帚: 'broom',
  鱼竿: 'rod',
  花束: 'flower',
  伞: 'umbrella',
  雨伞: 'umbrella',
}

/** What a word is in someone's hand; null for what nobody holds here. */
export function heldOf(word: Word): HeldThing | null {
  if (Object.hasOwn(WORDS, word.key)) return WORDS[word.key] as HeldThing
  for (const { wish } of itemSensesOf(word)) {
    const held = wish.item && ITEMS[wish.item]
    if (held && wish.form !== 'airship') return held
  }
  return null
}

const people: ReadonlySet<SceneThing> = new Set(sceneThings.slice(0, sceneThings.indexOf('horse')))

/** Whether a thing has hands to hold something. */
export const canHold = (thing: SceneThing): boolean => people.has(thing)
