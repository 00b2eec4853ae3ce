import { hasChinese } from './language.ts'

const english: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    'a hundred': 100,
    hundred: 100,
    a: 1,
    an: 1,
    dozen: 12,
    'a dozen': 12,
  }),
)
const digits = '零一二三四五六七八九'

/** The value of an English or Chinese numeral or digits; NaN when it is none. */
export function numeralValue(text: string): number {
  const word = text.toLowerCase()
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word)
  return english.get(word) ?? (hasChinese(word) ? chineseValue(word) : Number.NaN)
}

function chineseValue(word: string): number {
  let total = 0
  let current = 0
  for (const character of word) {
    const digit = character === '两' || character === '俩' ? 2 : digits.indexOf(character)
    if (digit >= 0) current = digit
    else if (character === '万') {
      total = (total + current) * 10_000
      current = 0
    } else {
      const unit = character === '十' ? 10 : character === '百' ? 100 : character === '千' ? 1_000 : 0
      total += (current || 1) * unit
      current = 0
    }
  }
  return total + current
}
