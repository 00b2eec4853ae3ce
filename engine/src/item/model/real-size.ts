import type { ItemKind } from '@daedal/protocol/generation/item-plan'

/** Metres along the longest side of things of each kind. */
const METRES: Partial<Record<ItemKind, number>> = {
  sword: 1.05,
  dagger: 0.36,
  axe: 0.85,
  hammer: 0.8,
  spear: 2.1,
  staff: 1.75,
  bow: 1.5,
  shield: 0.78,
  helmet: 0.36,
  potion: 0.19,
  crystal: 0.22,
  ring: 0.032,
  amulet: 0.11,
  crown: 0.24,
  coin: 0.034,
  book: 0.28,
  scroll: 0.34,
  key: 0.11,
  lantern: 0.38,
  candle: 0.24,
  compass: 0.09,
  hourglass: 0.24,
  chest: 0.75,
  goblet: 0.19,
  vase: 0.36,
  boots: 0.34,
  lute: 0.82,
  drum: 0.42,
  mushroom: 0.14,
  flower: 0.48,
  apple: 0.09,
  loaf: 0.32,
  cheese: 0.3,
  armillary: 0.42,
}
/** Of what has no line above: something that fits into two hands. */
const HANDY = 0.3
/** What is made tiny is this much smaller. */
const TINY = 0.4

/** Length of the longest side of an item, metres. */
export const longestSideOf = (kind: ItemKind, isTiny: boolean): number => (METRES[kind] ?? HANDY) * (isTiny ? TINY : 1)
