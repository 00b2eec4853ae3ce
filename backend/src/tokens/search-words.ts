/** Runs of Chinese, Japanese and Korean characters: written without spaces, so they are searched by pairs. */
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu
const WORD = /[\p{L}\p{N}]+/gu

/** Every character and every pair of neighbours of the text's ideographic runs. */
export function ideographLexemes(text: string): string[] {
  const found = new Set<string>()
  for (const [run] of text.normalize('NFKC').matchAll(IDEOGRAPHS)) {
    const characters = [...run]
    for (const [index, character] of characters.entries()) {
      found.add(character)
      if (index > 0) found.add(`${characters[index - 1]}${character}`)
    }
  }
  return [...found]
}

/** What to look for: words of alphabetic scripts, and pairs (or single characters) of ideographic runs. */
export function readSearch(text: string): { words: string[]; ideographs: string[] } {
  const normal = text.normalize('NFKC')
  const ideographs = new Set<string>()
  for (const [run] of normal.matchAll(IDEOGRAPHS)) {
    const characters = [...run]
    if (characters.length === 1) ideographs.add(run)
    for (let index = 1; index < characters.length; index++) ideographs.add(`${characters[index - 1]}${characters[index]}`)
  }
  const words = [...normal.replace(IDEOGRAPHS, ' ').matchAll(WORD)].map(([word]) => word.toLowerCase())
  return { words: words.slice(0, 16), ideographs: [...ideographs].slice(0, 32) }
}
