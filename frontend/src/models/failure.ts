/** Why a model cannot be shown. */
export const modelFailures = [
  'MODEL_WEBGL_MISSING',
  'MODEL_WEBGL_LOST',
  'MODEL_UNREACHABLE',
  'MODEL_NOT_GLTF',
  'MODEL_BROKEN',
  'MODEL_NOT_WALKABLE',
] as const
export type ModelFailureCode = (typeof modelFailures)[number]

/** A model that cannot be shown, by a code whose sentence is in the words of the pages. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly code: ModelFailureCode
  constructor(code: ModelFailureCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** The code of whatever was thrown while a model was opened. */
export const failureOf = (thrown: unknown): ModelFailureCode => (thrown instanceof ModelFailure ? thrown.code : 'MODEL_BROKEN')
