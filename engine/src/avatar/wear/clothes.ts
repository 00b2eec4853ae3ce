import type { Bound, Field } from '../../solid/field/field.ts'
import type { Bust, Fitting } from '../bust.ts'
import { isHuman, type Traits } from '../traits.ts'
import { everyday } from './everyday.ts'
import { formal } from './formal.ts'

/** What a tailor cuts cloth over: a bust of a portrait, or a whole body. */
export type Form = Fitting & {
  /** Trunk, shoulders and what belongs to them, `grown` by the thickness of a cloth. */
  readonly torso: (grown: number) => Field
  readonly chest: Bound
}

/** Makes one kind of clothing on a bust. */
export type Tailor = (bust: Bust, fit: Form) => void

const TAILORS: Record<Traits['clothes'], Tailor> = { none() {}, ...everyday, ...formal }

export const addClothes: Tailor = (bust, fit) => {
  const { clothes, being } = bust.traits
  TAILORS[clothes === 'none' && isHuman(being) ? 't-shirt' : clothes](bust, fit)
}
