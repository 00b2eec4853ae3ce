import { promptMaxLength } from '@daedal/protocol/generation/api'
import { AppError } from '../errors.ts'
import { denyRules, privateDataPatterns } from './deny-list.ts'

/** Control, private-use and unassigned characters and overrides of the writing direction; line breaks and tabs are spaces. */
const forbidden = /[\p{Cc}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/u

/**
 * A prompt as it is worked with: Unicode form NFC, line breaks and tabs as spaces, no space at its ends.
 * Throws GENERATION_PROMPT_EMPTY, _TOO_LONG, _CONTROL_CHARACTERS, _REFUSED.
 */
export function readPrompt(text: string): string {
  if (text.length > 2 * promptMaxLength) throw tooLong(text)
  const prompt = text
    .replace(/\r\n|[\t\n\r\u0085\u2028\u2029]/g, ' ')
    .normalize('NFC')
    .trim()
  const found = forbidden.exec(prompt)
  if (found) {
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    throw new AppError('GENERATION_PROMPT_CONTROL_CHARACTERS', `The prompt holds U+${code} at position ${found.index}.`)
  }
  if (!/[\p{L}\p{N}\p{S}]/u.test(prompt)) throw new AppError('GENERATION_PROMPT_EMPTY', 'The prompt has no word.')
  if (prompt.length > promptMaxLength) throw tooLong(prompt)
  const rule = refusedBy(prompt)
  if (rule) throw new AppError('GENERATION_PROMPT_REFUSED', `The prompt asks for ${rule}.`)
  return prompt
}

const tooLong = (text: string) =>
  new AppError('GENERATION_PROMPT_TOO_LONG', `The prompt has ${text.length} characters, ${promptMaxLength} are allowed.`)

/** Name of the first rule that the text breaks, or null. Looks through accents, full-width letters and invisible characters. */
export function refusedBy(text: string): string | null {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\u200B-\u200F\u2060\uFEFF\u00AD]/gu, '')
    .toLowerCase()
  const words = ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
  const holds = (term: string) => (/^[\x20-\x7E]+$/.test(term) ? words.includes(` ${term} `) : words.includes(term))
  for (const rule of denyRules) if (rule.groups.every((group) => group.some(holds))) return rule.name
  return privateDataPatterns.some((pattern) => pattern.test(plain)) ? 'private data of a person' : null
}
