import { styleLexicon } from './style-lexicon.ts'
import { styleSeeds } from './style-seeds.ts'

/** The axes of manner, each from -1 to 1. */
export const styleAxes = ['warm', 'chatty', 'formal', 'humour', 'archaic', 'shy', 'cheer', 'wise'] as const
export type StyleAxis = (typeof styleAxes)[number]

/** How a persona talks, read off its personality. */
export type Style = Readonly<Record<StyleAxis, number>>

type Weights = Partial<Record<StyleAxis, number>>

const lexicon: ReadonlyMap<string, Weights> = (() => {
  const found = new Map<string, Weights>()
  const add = (word: string, axis: StyleAxis, weight: number) => found.set(word, { ...found.get(word), [axis]: weight })
  for (const [axis, weight, words] of styleLexicon) for (const word of words.split(' ')) add(word, axis, weight)
  for (const axis of styleAxes) {
    const [positive, negative] = styleSeeds[axis]
    for (const word of positive.split(' ')) add(word, axis, 1)
    for (const word of negative.split(' ')) add(word, axis, -1)
  }
  return found
})()

const chineseWords: readonly (readonly [string, Weights])[] = [...lexicon].filter(([word]) => /[\u3400-\u9fff]/.test(word))

/** The axes an adjective moves, null when it is not one of temper. */
export const adjectiveAxes = (word: string): Weights | null => lexicon.get(word) ?? null

/** Reads manner off the personality (full weight) and the rest of the card (a third); `traits` are the words found in the personality. */
export function styleOf(personality: string, rest: string): { style: Style; traits: string[] } {
  const sums: Record<StyleAxis, number> = { warm: 0, chatty: 0, formal: 0, humour: 0, archaic: 0, shy: 0, cheer: 0, wise: 0 }
  const traits: string[] = []
  const move = (weights: Weights, factor: number) => {
    for (const axis of styleAxes) sums[axis] += (weights[axis] ?? 0) * factor * 0.6
  }
  const scan = (text: string, weight: number) => {
    const lower = text.toLowerCase()
    const words = lower.match(/[a-z][a-z-]*/g) ?? []
    for (const [at, word] of words.entries()) {
      const weights = lexicon.get(word)
      if (!weights) continue
      const before = words[at - 1] ?? ''
      const negated = /^(not|never|no|hardly|less)$/.test(before) || /^(not|never|hardly|less)$/.test(words[at - 2] ?? '')
      const strength = /^(very|extremely|deeply|incredibly|painfully|utterly)$/.test(before)
        ? 1.5
        : /^(slightly|somewhat|little|bit)$/.test(before)
          ? 0.5
          : 1
      if (weight === 1 && !negated) traits.push(word)
      move(weights, (negated ? -1 : 1) * strength * weight)
    }
    for (const [word, weights] of chineseWords) {
      const at = lower.indexOf(word)
      if (at < 0) continue
      const negated = /[不没]$/.test(lower.slice(0, at))
      if (weight === 1 && !negated) traits.push(word)
      move(weights, (negated ? -1 : 1) * weight)
    }
  }
  scan(personality, 1)
  scan(rest, 0.3)
  for (const axis of styleAxes) sums[axis] = Math.max(-1, Math.min(1, sums[axis]))
  return { style: sums, traits }
}
