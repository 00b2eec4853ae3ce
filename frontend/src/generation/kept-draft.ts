import { type GeneratedKind, generatedKinds, type PlanChanges, promptMaxLength } from '@daedal/protocol/generation/api'
import { type PictureFormat, pictureFormats } from '@daedal/protocol/generation/origin'
import { readStored, writeStored } from '../lib/stored.ts'
import type { noChoices } from './draft-request.ts'

/** What was typed and chosen and not yet sent. */
export type KeptDraft = {
  /** The job beside which it was typed, empty for none, and the sources as the address names them. */
  readonly beside: string
  /** Null: as the job or the source has it. */
  readonly words: string | null
  readonly choices: typeof noChoices
  /** The sources of that job were taken off. */
  readonly detached: boolean
}

const STORED = 'draft'
const STYLE_LENGTH = 40
const CHANGES_LENGTH = 16_000

const isOneOf = <T extends string>(values: readonly T[], value: unknown): value is T => values.includes(value as T)

/**
 * Reads a draft; null for what is none. Changes of a plan are only looked at from outside: the service says which of them it does not know,
 * and the page then offers to take them back.
 */
export function parseKept(value: unknown): KeptDraft | null {
  const { beside, words, choices, detached } = (value ?? {}) as {
    beside?: unknown
    words?: unknown
    choices?: Record<string, unknown> | null
    detached?: unknown
  }
  const { kind, style, changes, format } = choices ?? {}
  const whole =
    typeof beside === 'string' &&
    typeof detached === 'boolean' &&
    (words === null || (typeof words === 'string' && words.length <= 2 * promptMaxLength)) &&
    (kind === null || isOneOf(generatedKinds, kind)) &&
    typeof style === 'string' &&
    style.length <= STYLE_LENGTH &&
    (format === null || isOneOf(pictureFormats, format)) &&
    typeof changes === 'object' &&
    changes !== null &&
    !Array.isArray(changes) &&
    JSON.stringify(changes).length <= CHANGES_LENGTH
  if (!whole) return null
  const kept = { kind: kind as GeneratedKind | null, style, changes: changes as PlanChanges, format: format as PictureFormat | null }
  return { beside, words: words as string | null, choices: kept, detached }
}

/** The draft that this browser keeps for a page, null where it keeps none or that of another page. */
export function readKept(beside: string): KeptDraft | null {
  const kept = parseKept(readStored(STORED))
  return kept?.beside === beside ? kept : null
}

/** Keeps a draft in place of the one before; null keeps none. */
export const keepDraft = (draft: KeptDraft | null): boolean => writeStored(STORED, draft)
