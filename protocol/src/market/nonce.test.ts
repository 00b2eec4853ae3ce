import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uint } from '../../testing/arbitrary-forms.ts'
import { LANE_BITS, packNonce, unpackNonce } from './nonce.ts'

const vectors = JSON.parse(readFileSync(new URL('../../vectors/nonce.json', import.meta.url), 'utf8'))

describe('nonce', () => {
  it('is packed as the published vectors say', () => {
    for (const { lane, epoch, bit, nonce } of vectors)
      expect(packNonce({ lane: BigInt(lane), epoch: BigInt(epoch), bit })).toBe(BigInt(nonce))
  })

  it('gives its parts back', () => {
    fc.assert(
      fc.property(uint(64), uint(64), fc.integer({ min: 0, max: LANE_BITS - 1 }), (lane, epoch, bit) => {
        expect(unpackNonce(packNonce({ lane, epoch, bit }))).toEqual({ lane, epoch, bit })
      }),
    )
  })

  it('has no parts when no order can spend it', () => {
    expect(unpackNonce(192n)).toBeNull()
    expect(unpackNonce(255n)).toBeNull()
    expect(unpackNonce(1n << 136n)).toBeNull()
    expect(unpackNonce(-1n)).toBeNull()
    expect(unpackNonce((1n << 136n) - 1n - 255n + 191n)).toEqual({ lane: (1n << 64n) - 1n, epoch: (1n << 64n) - 1n, bit: 191 })
  })

  it('refuses parts that do not fit', () => {
    expect(() => packNonce({ lane: 1n << 64n, epoch: 0n, bit: 0 })).toThrow(/lane/)
    expect(() => packNonce({ lane: 0n, epoch: -1n, bit: 0 })).toThrow(/epoch/)
    for (const bit of [-1, 192, 1.5]) expect(() => packNonce({ lane: 0n, epoch: 0n, bit })).toThrow(/bit/)
  })
})
