import { accountErrors } from '../accounts/errors.ts'
import { generationErrors } from '../generation/errors.ts'
import { marketErrors } from '../market/errors.ts'
import { provenanceErrors } from '../provenance/errors.ts'
import { royaltyErrors } from '../royalties/errors.ts'
import { tokenErrors } from '../tokens/errors.ts'
import { worldErrors } from '../worlds/errors.ts'
import { platformErrors } from './platform.ts'

/** Every code the product can answer with, and what it says in English and Chinese. */
export const errorCodes = {
  ...platformErrors,
  ...accountErrors,
  ...generationErrors,
  ...provenanceErrors,
  ...tokenErrors,
  ...marketErrors,
  ...royaltyErrors,
  ...worldErrors,
} as const

export type ErrorCode = keyof typeof errorCodes
