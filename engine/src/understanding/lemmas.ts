/** Plurals and comparatives that no rule reaches. */
const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  mice: 'mouse',
  geese: 'goose',
  feet: 'foot',
  leaves: 'leaf',
  knives: 'knife',
  loaves: 'loaf',
  wolves: 'wolf',
  shelves: 'shelf',
  lit: 'light',
  frozen: 'freeze',
  broken: 'break',
  risen: 'rise',
  sunken: 'sink',
}

const ending = (word: string, end: string, put: string) => (word.endsWith(end) ? [word.slice(0, -end.length) + put] : [])

/** "dripp" as "drip". */
const undoubled = (stem: string) => (/([bdgklmnprt])\1$/.test(stem) ? [stem.slice(0, -1)] : [])

/** How an English word may stand in the lexicon: as written first, then without its endings, the likelier first. */
export function lemmas(key: string): string[] {
  const word = key.endsWith("'s") ? key.slice(0, -2) : key.endsWith("s'") ? key.slice(0, -1) : key
  const found = [word]
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined
  if (irregular) found.push(irregular)
  if (word.length < 4 || word.length > 24) return found
  if (word.endsWith('s') && !word.endsWith('ss'))
    found.push(...ending(word, 'ies', 'y'), ...ending(word, 'ves', 'f'), ...ending(word, 's', ''), ...ending(word, 'es', ''))
  for (const end of ['ing', 'ed', 'er', 'est']) {
    if (!word.endsWith(end) || word.length - end.length < 3) continue
    const stem = word.slice(0, -end.length)
    found.push(stem, `${stem}e`, ...undoubled(stem), ...ending(stem, 'i', 'y'))
  }
  if (word.endsWith('ly') && word.length > 5) found.push(word.slice(0, -2), ...ending(word, 'ily', 'y'))
  return found
}
