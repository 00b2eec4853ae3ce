import { beingWords } from '../../avatar/lexicon/beings.ts'
import { callingWords } from '../../avatar/lexicon/callings.ts'
import { faceWords } from '../../avatar/lexicon/faces.ts'
import { mannerWords } from '../../avatar/lexicon/manner.ts'
import { toneWords } from '../../avatar/lexicon/tones.ts'
import { wornWords } from '../../avatar/lexicon/worn.ts'
import type { Entry } from './sense.ts'

/** Every word of the portraits' lists. */
export const avatarSenses: readonly Entry[] = [beingWords, callingWords, faceWords, wornWords, toneWords, mannerWords].flatMap((list) =>
  list.map(({ words, role, concept, meaning }): Entry => ({ words, sense: { domain: 'avatar', role, concept, ...meaning } })),
)
