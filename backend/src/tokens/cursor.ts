import { createHash } from 'node:crypto'
import { canonicalBytes } from '@daedal/protocol/provenance/core'
import { AppError } from '../errors.ts'

/** Fields of a query that a cursor does not depend on. */
const FREE = new Set(['cursor', 'limit', 'minBlock'])
const NUMBER = /^-?(0|[1-9][0-9]{0,77})(\.[0-9]+)?(e-?[0-9]{1,3})?$/

const digestOf = (query: object): string => {
  const bound = Object.fromEntries(Object.entries(query).filter(([key, value]) => !FREE.has(key) && value !== undefined))
  return createHash('sha256').update(canonicalBytes(bound)).digest('base64url').slice(0, 12)
}

/** Where a page ended, bound to the query that made it. `position` holds decimal numbers; null where a row has none. */
export const writeCursor = (query: object, position: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify([digestOf(query), ...position])).toString('base64url')

/** The position in a cursor. Throws TOKENS_CURSOR_INVALID when it is not ours or was made by another query. */
export function readCursor(query: object, cursor: string, length: number): (string | null)[] {
  const invalid = (why: string) => new AppError('TOKENS_CURSOR_INVALID', `The cursor ${why}.`)
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw invalid('is not one of ours')
  }
  if (!Array.isArray(value) || value.length !== length + 1) throw invalid('is not one of ours')
  const [digest, ...position] = value as unknown[]
  if (!position.every((item) => item === null || (typeof item === 'string' && NUMBER.test(item)))) throw invalid('is not one of ours')
  if (digest !== digestOf(query)) throw invalid('belongs to another query')
  return position as (string | null)[]
}
