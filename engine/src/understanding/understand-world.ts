import type { PromptWord } from '@daedal/protocol/generation/api'
import type { WorldPlan } from '@daedal/protocol/generation/world-plan'
import { findWords } from './find-words.ts'
import { readTokens } from './read-tokens.ts'
import { realiseWorld } from './realise-world.ts'
import { tokenise } from './tokenise.ts'

/** Words that say outright that a walkable world is wanted. */
const HINTS = new Set(
  'world walkable explorable metaverse 3d_world virtual_world 世界 虚拟世界 三维世界 元宇宙 可行走 可漫游 漫游'
    .split(' ')
    .map((word) => word.replace('_', ' ')),
)

/** Whether a prompt asks for a world one walks in, by a word that says so. */
export const wantsWorld = (prompt: string): boolean => readTokens(prompt, tokenise(prompt)).some(({ key }) => HINTS.has(key))

/** What the engine makes of a prompt as a walkable world: its plan, and what became of each content word. Total: any text has an answer. */
export function understandWorld(prompt: string): { readonly plan: WorldPlan; readonly words: PromptWord[] } {
  const words = findWords(readTokens(prompt, tokenise(prompt)))
  const { plan, verdictOf } = realiseWorld(words)
  return {
    plan,
    words: words.map((word): PromptWord => {
      const { understood, role, concept } = verdictOf(word)
      return { text: word.text, start: word.start, end: word.end, ...(role && { role }), ...(concept && { concept }), understood }
    }),
  }
}
