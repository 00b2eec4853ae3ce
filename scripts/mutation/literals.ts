import { type AstNode, placeOf } from './ast.ts'
import type { Change } from './mutants.ts'

/** The numbers next to a number, and zero. */
export const neighboursOf = (value: bigint): bigint[] => [...new Set([value + 1n, ...(value > 0n ? [value - 1n, 0n] : [])])]

/** Changes of a number or of a truth value. Addresses, texts and fractions stay. */
export function changesOfLiteral(node: AstNode, text: string): Change[] {
  const { start, end } = placeOf(node)
  if (node.kind === 'bool') return [{ kind: 'constant', start, end, replacement: text === 'true' ? 'false' : 'true' }]
  const number = /^(0x[\da-fA-F_]+|\d[\d_]*)(?![.\deE])/.exec(text)?.[1]
  if (node.kind !== 'number' || !number || number.length >= 42) return []
  const value = BigInt(number.replaceAll('_', ''))
  const place = { start, end: start + number.length }
  return neighboursOf(value).map((other) => ({ kind: 'constant', ...place, replacement: String(other) }))
}
