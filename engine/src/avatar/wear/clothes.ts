import type { Bust, Fitting } from '../bust.ts'
import { isHuman, type Traits } from '../traits.ts'
import { everyday } from './everyday.ts'
import { formal } from './formal.ts'

/** Makes one kind of clothing on a bust. */
export type Tailor = (bust: Bust, fit: Fitting) => void

const TAILORS: Record<Traits['clothes'], Tailor> = { none() {}, ...everyday, ...formal }

export const addClothes: Tailor = (bust, fit) => {
  const { clothes, being } = bust.traits
  TAILORS[clothes === 'none' && isHuman(being) ? 't-shirt' : clothes](bust, fit)
}
