import { dropCommitment } from '@daedal/protocol/market/drop'
import { expect, it } from 'vitest'
import { readSecret } from './drop-secrets.ts'

const secret = `0x${'a1'.repeat(32)}` as const

it('takes a secret of the commitment alone, however it was typed', () => {
  expect(readSecret(secret, dropCommitment(secret))).toBe(secret)
  expect(readSecret(` ${secret.toUpperCase().replace('0X', '0x')} `, dropCommitment(secret))).toBe(secret)
  expect(readSecret(`0x${'a2'.repeat(32)}`, dropCommitment(secret))).toBeNull()
  for (const text of ['', '0x', secret.slice(2), `${secret}00`]) expect(readSecret(text, dropCommitment(secret))).toBeNull()
})
