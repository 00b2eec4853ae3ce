import fc from 'fast-check'
import { decodeFunctionData, type Hex, hashTypedData } from 'viem'
import { expect, it } from 'vitest'
import { anyVoucher } from '../../testing/arbitrary-forms.ts'
import { dropsAbi } from './abi.gen.ts'
import { openBulkOf } from './bulk-signature.ts'
import { type DropTerms, dropIdOf, dropTermsFromJson, dropTermsToJson, itemProof, itemsRootOf, itemsTree, revealCall } from './drop.ts'
import { dropItemHash, dropItemSignatures, dropItemsTypedData, dropItemTypedData } from './drop-items.ts'
import { climb } from './merkle.ts'

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((all): Hex => `0x${Buffer.from(all).toString('hex')}`)
const time = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })
const count = fc.integer({ min: 0, max: 4_294_967_295 })
const anyTerms: fc.Arbitrary<DropTerms> = fc.record({
  creator: bytes(20),
  collection: bytes(20),
  currency: bytes(20),
  supply: count,
  revealBy: time,
  deliverBy: time,
  itemsRoot: bytes(32),
  commitment: bytes(32),
  salt: bytes(32),
  stages: fc.array(
    fc.record({
      start: time,
      end: time,
      price: fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }),
      perWallet: count,
      cap: count,
      allowlistRoot: bytes(32),
    }),
    { maxLength: 8 },
  ),
})
const [drops, collection]: Hex[] = [`0x${'d0'.repeat(20)}`, `0x${'c0'.repeat(20)}`]
const place = { chainId: 31_337, collection: collection as Hex, drops: drops as Hex, deadline: 1_900_000_000n }

it('terms are the same drop when they come back from JSON', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const back = dropTermsFromJson(JSON.parse(JSON.stringify(dropTermsToJson(terms))))
      expect(back).toEqual(terms)
      expect(dropIdOf(back)).toBe(dropIdOf(terms))
    }),
    { numRuns: 50 },
  )
})

it('a secret is told with the terms, to the contract of drops', () => {
  const [terms] = fc.sample(anyTerms, { numRuns: 1, seed: 3 }) as [DropTerms]
  const { to, data, value } = revealCall(place.drops, terms, `0x${'5e'.repeat(32)}`)
  const { functionName, args } = decodeFunctionData({ abi: dropsAbi, data })
  expect([to, value, functionName, args[1]]).toEqual([place.drops, '0', 'reveal', `0x${'5e'.repeat(32)}`])
  expect(dropIdOf(args[0] as DropTerms)).toBe(dropIdOf(terms))
})

it('each item stands where it stands in the tree, and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(anyVoucher, { minLength: 2, maxLength: 6 }), (vouchers) => {
      const tree = itemsTree(vouchers)
      const leaves = tree[0] as Uint8Array[]
      for (const item of vouchers.keys()) expect(climb(leaves[item] as Uint8Array, itemProof(tree, item))).toBe(itemsRootOf(vouchers))
      const swapped = [vouchers[1], vouchers[0], ...vouchers.slice(2)] as typeof vouchers
      expect(itemsRootOf(swapped)).not.toBe(itemsRootOf(vouchers))
    }),
    { numRuns: 20 },
  )
})

it('what a creator signs for all items at once, it has signed for each', () => {
  fc.assert(
    fc.property(fc.array(anyVoucher, { minLength: 1, maxLength: 5 }), bytes(65), (vouchers, signature) => {
      const digest = hashTypedData(dropItemsTypedData(place, vouchers) as never)
      for (const [item, each] of dropItemSignatures(place, vouchers, signature).entries()) {
        const voucher = vouchers[item] as (typeof vouchers)[0]
        const opened = openBulkOf({ ...dropItemTypedData(place, voucher), structHash: dropItemHash(place, voucher) }, each)
        expect(opened).toEqual({ digest, own: signature })
      }
    }),
    { numRuns: 20 },
  )
})
