import type { TextKey } from '../lib/text/en.ts'
import type { Text } from '../lib/text/use-text.ts'

/** The plain sentence of a check; its id when the verifier knows more than these pages. */
export function checkSentence(t: Text, id: string): string {
  const key = `check.${id}` as TextKey
  const text = t(key)
  return text === key ? id : text
}
