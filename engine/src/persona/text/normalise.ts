import { hasChinese } from './language.ts'

/** Longest message that is read; the rest is ignored. */
export const MESSAGE_MAX = 2_000

const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

/** One line of printable text: NFKC, straight quotes, no control or invisible characters, full-width marks in Chinese. */
export function cleaned(text: string, max = MESSAGE_MAX): string {
  return text
    .slice(0, max * 4)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(
      /([\u3400-\u9fff"'」》])\s?([,;:?!])|([,;:?!])(?=[\u3400-\u9fff])/g,
      (match: string, before: string | undefined, mark: string, leading: string, at: number, all: string) => {
        if (before === undefined) return fullWidth[leading] ?? leading
        const chinese = hasChinese(before) || (hasChinese(all) && !/[A-Za-z]/.test(all[at + match.length + 1] ?? ''))
        return chinese ? before + (fullWidth[mark] ?? mark) : match
      },
    )
    .trim()
    .slice(0, max)
    .toWellFormed()
}

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/\bain't\b/g, 'is not'],
  [/n't\b/g, ' not'],
  [/\bi'm\b/g, 'i am'],
  [/\bim\b/g, 'i am'],
  [/\bi've\b/g, 'i have'],
  [/\bive\b/g, 'i have'],
  [/\blet's\b/g, 'let us'],
  [/\b(what|who|where|when|how|why|that|it|he|she|there|here)'?s\b(?!')/g, '$1 is'],
  [/'re\b/g, ' are'],
  [/'ll\b/g, ' will'],
  [/'ve\b/g, ' have'],
  [/\bi'd\b/g, 'i would'],
  [/\b(you|we|they)'d\b/g, '$1 would'],
  [/\bu\b/g, 'you'],
  [/\bur\b/g, 'your'],
  [/\br\b/g, 'are'],
  [/\b(?:pls|plz)\b/g, 'please'],
  [/\bwanna\b/g, 'want to'],
  [/\bgonna\b/g, 'going to'],
  [/\bgotta\b/g, 'have to'],
  [/\bdunno\b/g, 'do not know'],
  [/\bcannot\b/g, 'can not'],
  [/\bwhats\b/g, 'what is'],
  [/\bwhos\b/g, 'who is'],
  [/\bwheres\b/g, 'where is'],
  [/\bdont\b/g, 'do not'],
  [/\bdidnt\b/g, 'did not'],
  [/\byoure\b/g, 'you are'],
  [/\bfavou?rite\b/g, 'favorite'],
  [/\bthx\b/g, 'thanks'],
  [/\bya\b/g, 'you'],
]

/** Lower-case English with contractions and chat spellings written out; what the English patterns are matched on. */
export function normalisedEnglish(text: string): string {
  let result = ` ${text.toLowerCase()} `
  for (const [pattern, replacement] of contractions) result = result.replace(pattern, replacement)
  return result.replace(/\s+/g, ' ').trim()
}

/** Chinese with one form of "you" and full-width marks; what the Chinese patterns are matched on. */
export const normalisedChinese = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[妳您]/g, '你')
    .replace(/\s*([\u3400-\u9fff，。！？；、])\s*/g, '$1')
    .replace(/,/g, '，')
    .replace(/\?/g, '？')
    .replace(/!/g, '！')
