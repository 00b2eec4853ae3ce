import { numeralValue } from '../text/numerals.ts'

const operators: Readonly<Record<string, string>> = {
  plus: '+',
  minus: '-',
  times: '*',
  'multiplied by': '*',
  'divided by': '/',
  x: '*',
  '×': '*',
  '÷': '/',
  加: '+',
  减: '-',
  乘以: '*',
  乘: '*',
  除以: '/',
  除: '/',
}
const numeral =
  '(\\d+(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|[零一二三四五六七八九十百千万两]+)'
const operator = '(\\+|-|\\*|\\/|x|×|÷|plus|minus|times|multiplied by|divided by|加上?|减去?|乘以?|除以)'
const expression = new RegExp(`${numeral}\\s*${operator}\\s*${numeral}(?:\\s*${operator}\\s*${numeral})?`)

/** The first sum of two or three numbers in a message; null when there is none. `value` is not finite after a division by zero. */
export function arithmeticIn(text: string): { expression: string; value: number } | null {
  const lower = text.toLowerCase()
  const match = expression.exec(lower)
  if (!match || /\d-\d+-\d/.test(lower)) return null
  const [, first = '', operator1 = '', second = '', operator2, third] = match
  if (/[零一二三四五六七八九十]/.test(first) && !/[加减乘除+*]/.test(operator1)) return null
  const values = [first, second, ...(third === undefined ? [] : [third])].map(numeralValue)
  const signs = [operator1, ...(operator2 === undefined ? [] : [operator2])].map((word) => operators[word.replace(/[上去]$/, '')] ?? word)
  if (values.some(Number.isNaN)) return null
  const shown = values
    .map((value, at) => (at === 0 ? `${value}` : ` ${{ '*': '×', '/': '÷' }[signs[at - 1] as string] ?? signs[at - 1]} ${value}`))
    .join('')
  return { expression: shown, value: evaluated(values, signs) }
}

/** Products first, then sums, from left to right. */
function evaluated(values: readonly number[], signs: readonly string[]): number {
  const sums: number[] = [values[0] as number]
  for (const [at, sign] of signs.entries()) {
    const value = values[at + 1] as number
    const last = sums.at(-1) as number
    if (sign === '*') sums[sums.length - 1] = last * value
    else if (sign === '/') sums[sums.length - 1] = last / value
    else sums.push(sign === '-' ? -value : value)
  }
  return sums.reduce((sum, value) => sum + value, 0)
}
