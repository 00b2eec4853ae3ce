const VALUES: Readonly<Record<string, number>> = {
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
  twenty: 20,
  thirty: 30,
  fifty: 50,
  pair: 2,
  couple: 2,
  trio: 3,
  triple: 3,
  dozen: 12,
}

/** English words for numbers above one. */
export const NUMERALS: ReadonlySet<string> = new Set(Object.keys(VALUES).filter((word) => word !== 'one'))

const HAN = '零一二三四五六七八九十'

/** What a number's word or digits mean; null for what is no number that one counts with. */
export function valueOfNumeral(key: string): number | null {
  if (Object.hasOwn(VALUES, key)) return VALUES[key]!
  if (/^\d{1,4}$/.test(key)) return Number(key)
  const first = key.charAt(0)
  if (first === '两') return 2
  const digit = HAN.indexOf(first)
  return digit > 0 ? digit : null
}
