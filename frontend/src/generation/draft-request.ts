import { type GeneratedKind, type GenerationRequest, type PlanChanges, promptMaxLength } from '@daedal/protocol/generation/api'
import type { PictureFormat } from '@daedal/protocol/generation/origin'
import { type DraftOrigin, originOf } from './draft-origin.ts'

/** What a person has chosen for the next job. */
export type DraftChoices = {
  readonly kind: GeneratedKind | null
  /** Empty: as the words or the source have it. */
  readonly style: string
  readonly changes: PlanChanges
  /** Null: as the source has it, else square. */
  readonly format: PictureFormat | null
  readonly origin: DraftOrigin | null
  /** Null: a source's own, so that the picture keeps its place, else any. */
  readonly seed: number | null
}

/** Nothing chosen yet. */
export const noChoices: Omit<DraftChoices, 'origin' | 'seed'> = { kind: null, style: '', changes: {}, format: null }

/** The choices as requests say them, for understanding and for making alike. A source says the kind itself. */
export const requestOf = (prompt: string, { kind, style, changes, format, origin, seed }: DraftChoices) =>
  ({
    prompt,
    ...(kind && !origin ? { kind } : {}),
    ...(style ? { style } : {}),
    ...(Object.keys(changes).length > 0 ? { changes } : {}),
    ...(format ? { format } : {}),
    ...(origin ? { from: originOf(origin) } : {}),
    ...(seed !== null ? { seed } : {}),
  }) satisfies GenerationRequest

/** Whether a remix is to differ in nothing from its source: then it is more like it. */
export const isMoreLike = (prompt: string, { style, changes, format, origin }: DraftChoices): boolean =>
  origin?.how === 'remix' && prompt.trim() === '' && style === '' && format === null && Object.keys(changes).length === 0

/** What is asked for when a person makes four. */
export function jobRequestOf(prompt: string, choices: DraftChoices, random: () => number): GenerationRequest {
  const request = { ...requestOf(prompt, choices), variations: 4 }
  if (!choices.origin || !isMoreLike(prompt, choices)) return request
  return { ...request, from: { how: 'variation', of: [choices.origin.of[0]] }, seed: choices.seed ?? random() }
}

/** Whether a request says enough to be understood, and not too much. */
export const isAsking = ({ prompt, from }: Pick<GenerationRequest, 'prompt' | 'from'>): boolean =>
  (prompt.trim() !== '' || from !== undefined) && prompt.length <= promptMaxLength
