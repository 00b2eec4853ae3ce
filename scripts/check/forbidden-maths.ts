/** Functions of `Math` whose result the language fixes to the bit; all others may differ between machines. */
const EXACT = new Set('abs ceil clz32 floor fround imul max min round sign sqrt trunc PI LN2 SQRT2'.split(' '))

/** What reads a clock, chance or the machine's language instead of the plan and the seed. */
const impure =
  /\b(?:Date|performance|crypto|Intl)\s*[.(]|\bnew\s+(?:Date|Intl)\b|\.(?:toLocale\w+|localeCompare)\b|\bprocess\s*\.|\bglobalThis\b/g

const notCode =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|(?<=[(,=:[!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g

/** The text with comments, quoted strings and regular expressions blanked, so that lines keep their numbers. */
const codeOf = (text: string): string => text.replace(notCode, (part) => (part.startsWith("'") ? "''" : part.replace(/[^\n]/g, ' ')))

/** Each use of maths, clocks or chance that would let two machines draw different pictures, as `path:line: what`. */
export function forbiddenMaths(path: string, text: string): string[] {
  const code = codeOf(text)
  const found: [index: number, what: string][] = []
  for (const match of code.matchAll(/\bMath\s*(?:\?\.|\.)\s*(\w+)/g))
    if (!EXACT.has(match[1] as string)) found.push([match.index, `Math.${match[1]}`])
  for (const match of code.matchAll(/\bMath\s*(?:\?\.)?\s*\[/g)) found.push([match.index, 'a computed member of Math'])
  for (const match of code.matchAll(/\{([^{}]*)\}\s*=\s*Math\b/g))
    for (const part of (match[1] as string).split(',')) {
      const name = part.split(':')[0]?.trim() ?? ''
      if (name !== '' && !EXACT.has(name)) found.push([match.index, `Math.${name}`])
    }
  for (const match of code.matchAll(/=\s*Math\b(?!\s*(?:\.|\?\.|\[))/g))
    if (!/\}\s*$/.test(code.slice(0, match.index))) found.push([match.index, 'Math under another name'])
  for (const match of code.matchAll(/\*\*/g)) found.push([match.index, 'the ** operator'])
  for (const match of code.matchAll(impure))
    found.push([
      match.index,
      match[0]
        .replace(/\s*[.(]$/, '')
        .replace(/^new\s+/, '')
        .trim(),
    ])
  return found.sort(([a], [b]) => a - b).map(([index, what]) => `${path}:${code.slice(0, index).split('\n').length}: ${what}`)
}
