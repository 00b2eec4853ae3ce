/** First letter in upper case, opening quotes skipped. */
export const capitalised = (text: string): string =>
  text.replace(/^(["'*(\s]*)([a-z])/, (_, opening: string, letter: string) => opening + letter.toUpperCase())

/** First letter in lower case unless it is "I". */
export const uncapitalised = (text: string): string => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

/** Without marks, quotes and spaces at either end. */
export const trimmed = (text: string): string =>
  text.replace(/^[\s,.;:!?，。；：！？、"'“”]+/, '').replace(/[\s,.;:!?，。；：！？、"'“”]+$/, '')

/** "a, b and c". */
export const englishList = (items: readonly string[], conjunction = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`

/** "a、b和c". */
export const chineseList = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join('、')}和${items.at(-1)}`

/** The noun with "a" or "an". */
export const withArticle = (noun: string): string =>
  /^(?:[aeiou](?!ni[^nm]|se|uro|ne\b)|hour|honest|heir|8|11\b|18\b)/i.test(noun) ? `an ${noun}` : `a ${noun}`

/** A word made safe inside a regular expression. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
