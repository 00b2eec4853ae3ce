import type { TextKey } from '../lib/text/en.ts'
import type { Text } from '../lib/text/use-text.ts'

/** A licence in words; its id when we have no words for it. */
export function licenceText(t: Text, licence: string): string {
  const key = `licence.${licence}` as TextKey
  const text = t(key)
  return text === key ? licence : text
}
