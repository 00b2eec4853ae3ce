import type { ByteRange } from './ports.ts'

/**
 * Reads a `Range` header (RFC 9110 §14.2) for a file of `size` bytes: one range, null when the whole file is to be sent (no
 * header, several ranges, another unit or nonsense), `outside` when it cannot be satisfied.
 */
export function readRange(header: string | undefined, size: number): ByteRange | null | 'outside' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size)
    return length === 0 ? 'outside' : { offset: size - length, length }
  }
  const offset = Number(match[1])
  const last = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (offset >= size) return 'outside'
  return last < offset ? null : { offset, length: last - offset + 1 }
}
