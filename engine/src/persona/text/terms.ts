import { irregularForms, stopCharacters, stopWords, unsuffixed } from './word-lists.ts'

/** Light English stem: enough that inflections of one word meet. */
export function stem(form: string): string {
  let word = form.toLowerCase()
  const irregular = Object.hasOwn(irregularForms, word) ? irregularForms[word] : undefined
  if (irregular) return irregular
  if (word.length < 4) return word
  word = word.replace(/'s?$/, '')
  if (word.endsWith('ies') && word.length > 4) word = `${word.slice(0, -3)}y`
  else if (/(ss|sh|ch|x|z)es$/.test(word)) word = word.slice(0, -2)
  else if (/[^su]s$/.test(word)) word = word.slice(0, -1)
  const suffixed = /^(.{3,}?)(ing|ed|er|ers|ly)$/.exec(word)
  const root = suffixed?.[1]
  if (root && /[aeiouy]/.test(root) && !word.endsWith('eed') && !unsuffixed.has(word)) {
    word = /([b-df-hj-np-tv-z])\1$/.test(root) && !/(ll|ss|zz|ff)$/.test(root) ? root.slice(0, -1) : root
  }
  if (/[^aeiou]e$/.test(word) && word.length > 4) word = word.slice(0, -1)
  if (/[^aeiou]y$/.test(word)) word = `${word.slice(0, -1)}i`
  return word
}

const stopStems: ReadonlySet<string> = new Set([...stopWords].map(stem))

/** Whether the word carries no subject. */
export const isStopWord = (word: string): boolean => stopWords.has(word) || stopStems.has(word)

/** What two texts are compared by: English stems and Chinese character pairs, stop words left out. */
export function terms(text: string): string[] {
  const found: string[] = []
  for (const [word] of text.toLowerCase().matchAll(/[a-z][a-z'-]*[a-z]|[a-z]|\d+/g)) {
    for (const part of word.split('-')) {
      if (stopWords.has(part)) continue
      const root = stem(part)
      if (root && !stopStems.has(root)) found.push(root)
    }
  }
  for (const [run] of text.matchAll(/[\u3400-\u9fff]+/g)) {
    const characters = [...run]
    for (let at = 0; at + 1 < characters.length; at++) {
      const first = characters[at] as string
      const second = characters[at + 1] as string
      if (!stopCharacters.has(first) && !stopCharacters.has(second)) found.push(first + second)
    }
  }
  return found
}
