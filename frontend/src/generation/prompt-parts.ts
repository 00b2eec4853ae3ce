import type { PromptWord } from '@daedal/protocol/generation/api'
import type { TextKey } from '../lib/text/en.ts'

/** A stretch of the prompt; `unknown` is a word that was not understood. */
export type PromptPart = { text: string; start: number; unknown: boolean }

/**
 * Cuts a prompt where words were not understood. The words belong to the prompt that was sent; where what is typed now
 * differs, nothing is marked there.
 */
export function promptParts(prompt: string, words: readonly PromptWord[]): PromptPart[] {
  const parts: PromptPart[] = []
  let at = 0
  for (const { start, end, understood, text } of [...words].sort((a, b) => a.start - b.start)) {
    if (understood || start < at || prompt.slice(start, end) !== text) continue
    if (start > at) parts.push({ text: prompt.slice(at, start), start: at, unknown: false })
    parts.push({ text, start, unknown: true })
    at = end
  }
  if (at < prompt.length) parts.push({ text: prompt.slice(at), start: at, unknown: false })
  return parts
}

/** Why a word is not in the picture: nobody knows it, or it is known and cannot be had here. */
export function unknownKey({ role, concept }: Pick<PromptWord, 'role' | 'concept'>): TextKey {
  if (role === 'count') return 'create.understood.number'
  if (role === 'relation') return 'create.understood.placed'
  if (role === 'not') return 'create.understood.without'
  return concept === undefined ? 'create.understood.not' : 'create.understood.known'
}

/** What could be drawn in the place of a word; nothing stands in for a number, a place, or for what shall not be there. */
export const insteadOf = ({ understood, role, nearest = [] }: PromptWord): readonly string[] =>
  understood || role === 'count' || role === 'relation' || role === 'not' ? [] : nearest

/** The prompt with one word replaced. */
export const replaceWord = (prompt: string, { start, end }: Pick<PromptWord, 'start' | 'end'>, by: string): string =>
  `${prompt.slice(0, start)}${by}${prompt.slice(end)}`

/** A title to start from: the prompt's first words, up to 60 characters. */
export function titleFrom(prompt: string): string {
  const line = prompt.trim().replace(/\s+/g, ' ')
  const characters = [...line]
  if (characters.length <= 60) return line.replace(/[.。,，;；]+$/u, '')
  const cut = characters.slice(0, 60).join('')
  const space = cut.lastIndexOf(' ')
  return (space > 30 ? cut.slice(0, space) : cut).replace(/[\s.。,，;；]+$/u, '')
}
