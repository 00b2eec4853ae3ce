import { MATERIAL_COLOURS } from '../../item/colours.ts'
import { itemColourWords, itemMaterialWords } from '../../item/lexicon/adjectives.ts'
import type { Entry } from './sense.ts'

const colour = (words: readonly string[], hex: string): Entry => ({
  words,
  sense: { domain: 'scene', role: 'colour', concept: words[0] ?? hex, wish: { accent: hex } },
})

/** Colours of neon, roofs, cloth or flowers in a scene; metals stand for their colour. */
export const sceneColours: readonly Entry[] = [
  ...itemColourWords.map(({ en, zh, concept }) => colour([...en, ...zh], concept)),
  ...itemMaterialWords.flatMap(({ en, zh, concept }) =>
    concept === 'gold' || concept === 'silver' || concept === 'bronze' || concept === 'copper'
      ? [colour([...en, ...zh], MATERIAL_COLOURS[concept])]
      : [],
  ),
]
