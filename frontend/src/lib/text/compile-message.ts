/** A message as the formatter takes it: text, values by name, and choices by number. */
export type Token = string | [name: string] | [name: string, format: 'plural', choices: Record<string, Token[]>]

/**
 * Reads a message into tokens. Of ICU MessageFormat it knows what the pages' words use: `{name}` and
 * `{name, plural, =0 {…} one {…} other {…}}` with `#`. The full parser would be a tenth of what a page loads first.
 */
export function compileMessage(message: string): Token[] {
  let at = 0
  return tokensUntilEnd(false)

  function tokensUntilEnd(inChoice: boolean): Token[] {
    const tokens: Token[] = []
    let text = ''
    const flush = () => {
      if (text) tokens.push(text)
      text = ''
    }
    for (; at < message.length; at++) {
      const sign = message[at] as string
      if (sign === '}' && inChoice) break
      if (sign === '{') {
        flush()
        tokens.push(argument())
      } else if (sign === '#' && inChoice) {
        flush()
        tokens.push('#')
      } else text += sign
    }
    flush()
    return tokens
  }

  /** From the opening brace to the closing one, where it leaves `at`. */
  function argument(): Token {
    const end = message.indexOf('}', at)
    const comma = message.indexOf(',', at)
    if (comma < 0 || end < comma) {
      const name = message.slice(at + 1, end).trim()
      at = end
      return [name]
    }
    const name = message.slice(at + 1, comma).trim()
    const second = message.indexOf(',', comma + 1)
    if (message.slice(comma + 1, second).trim() !== 'plural') throw new SyntaxError(`only plurals are known: ${message}`)
    const choices: Record<string, Token[]> = {}
    at = second + 1
    for (;;) {
      const open = message.indexOf('{', at)
      const close = message.indexOf('}', at)
      if (open < 0 || close < open) {
        at = close
        return [name, 'plural', choices]
      }
      const choice = message.slice(at, open).trim().replace(/^=/, '')
      at = open + 1
      choices[choice] = tokensUntilEnd(true)
      at++
    }
  }
}
