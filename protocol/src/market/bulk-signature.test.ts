import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type Hex, hashTypedData, slice } from 'viem'
import { describe, expect, it } from 'vitest'
import { anyOrder, anyVoucher } from '../../testing/arbitrary-forms.ts'
import { type BulkForm, bulkSignatures, bulkTypedData, openBulk, readBulk } from './bulk-signature.ts'
import { formFromJson } from './form-json.ts'

const vectors = JSON.parse(readFileSync(new URL('../../vectors/bulk-signatures.json', import.meta.url), 'utf8'))
const market = '0x00000000000000000000000000000000000000aa'
const forms: fc.Arbitrary<BulkForm[]> = fc.oneof(
  fc.array(fc.record({ form: fc.constant('order' as const), order: anyOrder }), { minLength: 1, maxLength: 9 }),
  fc.array(fc.record({ form: fc.constant('voucher-order' as const), order: anyOrder, voucher: anyVoucher }), {
    minLength: 1,
    maxLength: 5,
  }),
)
const own = fc.uint8Array({ maxLength: 200 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as Hex)

describe('bulk signature', () => {
  it('is made and read as the published vectors say', () => {
    const { chainId, verifyingContract } = vectors.domain
    for (const { forms: jsons, digest, signature, signatures } of vectors.cases) {
      const read = jsons.map(formFromJson)
      expect(hashTypedData(bulkTypedData(chainId, verifyingContract, read) as never)).toBe(digest)
      expect(bulkSignatures(read, signature)).toEqual(signatures)
      for (const [at, form] of read.entries())
        expect(openBulk(chainId, verifyingContract, form, signatures[at])).toEqual({ digest, own: signature })
    }
  })

  it('of any orders of one form gives each of them what the wallet signed for all', () => {
    fc.assert(
      fc.property(forms, own, (list, signature) => {
        const digest = hashTypedData(bulkTypedData(31_337, market, list) as never)
        for (const [at, each] of bulkSignatures(list, signature).entries())
          expect(openBulk(31_337, market, list[at] as BulkForm, each)).toEqual({ digest, own: signature })
      }),
      { numRuns: 40 },
    )
  })

  it('is no bulk signature when it is short, unmarked, or names a place outside its tree', () => {
    const { signatures } = vectors.cases[0] as { signatures: Hex[] }
    const [signature] = signatures as [Hex]
    const with_ = (fromEnd: number, byte: string): Hex => {
      const at = signature.length - 2 * fromEnd
      return `${signature.slice(0, at)}${byte}${signature.slice(at + 2)}` as Hex
    }
    expect(readBulk(signature)).not.toBeNull()
    for (const other of [
      `0x${'11'.repeat(65)}`,
      '0x',
      with_(1, '00'),
      with_(5, '00'),
      with_(5, '0b'),
      with_(7, 'ff'),
      slice(signature, -38),
    ] as Hex[])
      expect(readBulk(other), other).toBeNull()
  })

  it('is for 1 to 1,024 orders of one form', () => {
    const [order] = fc.sample(anyOrder, 1)
    const [voucher] = fc.sample(anyVoucher, 1)
    if (!order || !voucher) throw new Error('nothing was made up')
    const plain: BulkForm = { form: 'order', order }
    expect(() => bulkTypedData(1, market, [])).toThrow(RangeError)
    expect(() =>
      bulkSignatures(
        Array.from({ length: 1_025 }, () => plain),
        '0x',
      ),
    ).toThrow(RangeError)
    expect(() => bulkTypedData(1, market, [plain, { form: 'voucher-order', order, voucher }])).toThrow(TypeError)
    const most = bulkSignatures(
      Array.from({ length: 1_024 }, () => plain),
      '0x',
    )
    expect(openBulk(1, market, plain, most[1_023] as Hex)).not.toBeNull()
  })
})
