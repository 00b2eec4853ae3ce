import { simplified } from './simplified.ts'
import type { Token } from './token.ts'

/** Words, numbers, single Chinese characters, pictographs and marks that end a clause; everything else lies between tokens. */
const pattern =
  /(?<han>[\p{Script=Han}々〇])|(?<number>\d+(?:[.,]\d+)*(?![\p{L}\p{M}\d]))|(?<word>(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:['’](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*)|(?<picture>\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}\uFE0E\uFE0F]|\u200D\p{Extended_Pictographic})*)|(?<break>[.,;:!?()[\]{}|/\\\n。，、；：！？（）【】“”"…—–]+)/gu

/** Cuts a prompt into tokens, first to last, without overlap. Any text has tokens or none; nothing throws. */
export function tokenise(prompt: string): Token[] {
  const tokens: Token[] = []
  for (const match of prompt.matchAll(pattern)) {
    const [text] = match
    const groups = match.groups ?? {}
    const kind = groups.han ? 'han' : groups.number ? 'number' : groups.word ? 'word' : groups.picture ? 'picture' : 'break'
    tokens.push({ text, start: match.index, end: match.index + text.length, kind, key: keyOf(text, kind) })
  }
  return tokens
}

function keyOf(text: string, kind: Token['kind']): string {
  if (kind === 'han') return simplified(text)
  if (kind === 'picture') return text.replace(/[\u{1F3FB}-\u{1F3FF}\uFE0E\uFE0F]/gu, '')
  if (kind !== 'word') return text
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase()
}
