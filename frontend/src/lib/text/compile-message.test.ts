import { compileMessage as reference } from '@lingui/message-utils/compileMessage'
import { expect, it } from 'vitest'
import { compileMessage } from './compile-message.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

it('reads every message of both languages as the full parser does', () => {
  for (const [key, message] of [...Object.entries(en), ...Object.entries(zh)])
    expect(compileMessage(message), key).toEqual(reference(message))
})

it('reads choices inside a sentence, with values in them', () => {
  for (const message of [
    'x {count, plural, one {#} other {many}} y',
    '{n, plural, =0 {Nothing} one {Show # asset} other {Show {m} # assets}}',
    '',
  ])
    expect(compileMessage(message)).toEqual(reference(message))
})

it('refuses what it does not know', () => {
  expect(() => compileMessage('{day, date, short}')).toThrow(SyntaxError)
})
