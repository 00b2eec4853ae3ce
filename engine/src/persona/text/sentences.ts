import { hasChinese } from './language.ts'

/** Sentences of a text with their end marks; titles like "Dr." end none. */
export function sentences(text: string): string[] {
  const found: string[] = []
  for (const line of text.split(/\n+/)) {
    for (const [match] of line.matchAll(/[^.!?。！？…]+(?:\.(?=\d)[^.!?。！？…]*)*[.!?。！？…]*["'”’」*)]*/g)) {
      const sentence = match.trim()
      if (/[\p{L}\d]/u.test(sentence)) found.push(sentence)
      else if (found.length > 0) found[found.length - 1] += sentence
    }
  }
  for (let at = 0; at + 1 < found.length; ) {
    if (/\b(Mr|Mrs|Ms|Dr|St|Prof|Capt)\.$/.test(found[at] as string)) found.splice(at, 2, `${found[at]} ${found[at + 1]}`)
    else at++
  }
  return found
}

/** Whether the text is keyboard noise rather than words. */
export function isGibberish(text: string): boolean {
  if (hasChinese(text)) return /^(.)\1{4,}$/.test(text)
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  if (words.length === 0) return /[^\s\d\p{L}\p{Emoji}?!.…]/u.test(text) && !/\d/.test(text)
  const noise = words.filter(isNoise)
  const isLaugh = /^(h+m+|s+h+|n+o+|y+e+s+|a+h+|o+h+|w+o+w+|l+o+l+|ha+)+$/.test(words.join('').slice(0, 200))
  return noise.length > 0 && noise.length >= words.length * 0.5 && !isLaugh
}

const isNoise = (word: string): boolean =>
  word.length > 3 &&
  (!/[aeiouy]/.test(word) ||
    /[bcdfghjklmnpqrstvwxz]{5,}/.test(word) ||
    /(.)\1{3,}/.test(word) ||
    /^(asdf|qwer|zxcv|hjkl|sdfg|fghj|dfgh|jkl)/.test(word) ||
    /(asd|sdf|qwe|jkl|dfg|fgh){2,}/.test(word))
