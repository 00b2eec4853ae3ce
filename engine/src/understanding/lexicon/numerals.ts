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
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  quartet: 4,
  pair: 2,
  couple: 2,
  trio: 3,
  triple: 3,
  dozen: 12,
}

/** English words for numbers above one. */
export const NUMERALS: ReadonlySet<string> = new Set(Object.keys(VALUES).filter((word) => word !== 'one'))

/** What a number's word or digits mean; null for what is no number that one counts with. */
export function valueOfNumeral(key: string): number | null {
  if (Object.hasOwn(VALUES, key)) return VALUES[key]!
  if (/^\d{1,4}$/.test(key)) return Number(key)
  const digits = /^[零一二两三四五六七八九十百]+/.exec(key)?.[0]
  return digits ? valueOfHan(digits) : null
}

/** Chinese digits below a thousand, such as 二十五; null for what is none. */
function valueOfHan(digits: string): number | null {
  let total = 0
  let unit = 0
  for (const digit of digits.replace('两', '二')) {
    if (digit === '百' || digit === '十') {
      total += (unit || 1) * (digit === '百' ? 100 : 10)
      unit = 0
    } else unit = '零一二三四五六七八九'.indexOf(digit)
  }
  return total + unit > 0 ? total + unit : null
}
