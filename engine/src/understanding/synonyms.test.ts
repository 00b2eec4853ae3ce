import { describe, expect, it } from 'vitest'
import { meaningAt } from './lexicon/lexicon.ts'
import { SYNONYMS } from './lexicon/synonyms.gen.ts'
import { synonymOf } from './lexicon/synonyms.ts'
import { understand } from './understand.ts'

const wordOf = (prompt: string, text: string) => {
  const word = understand({ prompt }).words.find((candidate) => candidate.text === text)
  if (!word) throw new Error(`${text} is no word of it`)
  return word
}

describe('synonyms', () => {
  it('all lead to a word that is known, and none hides one that is', () => {
    const targets = Object.entries(SYNONYMS)
    expect(targets.length).toBeGreaterThan(300)
    for (const [target, words] of targets) {
      expect(meaningAt(target), target).toBeDefined()
      for (const word of words.split(' ')) expect(meaningAt(word), word).toBeUndefined()
    }
  })

  it.each([
    ['a portrait of a terrier', 'terrier', 'dog'],
    ['an incensed orc', 'incensed', 'angry'],
    ['portraits of two poodles', 'poodles', 'dog'],
    ['a rusty falchion', 'falchion', 'sword'],
  ])('%s: %s is taken as %s', (prompt, text, meant) => {
    const word = wordOf(prompt, text)
    expect(word.understood).toBe(true)
    expect(synonymOf(text) ?? synonymOf(text.replace(/s$/, ''))).toBe(meant)
  })

  it('do not reach past plurals: a flying car has no fly in it', () => {
    expect(synonymOf('fly')).not.toBe('car')
    expect(wordOf('a city with quintessing towers', 'quintessing').understood).toBe(false)
    expect(wordOf('a zyzzyva in a city', 'zyzzyva').understood).toBe(false)
  })
})
