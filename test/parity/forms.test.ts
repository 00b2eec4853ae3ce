import { bulkTypehash, MAX_BULK_HEIGHT } from '@daedal/protocol/market/bulk-signature'
import { type OrderForm, structHashOf } from '@daedal/protocol/market/forms'
import { LANE_BITS, packNonce, unpackNonce } from '@daedal/protocol/market/nonce'
import { priceAt } from '@daedal/protocol/market/price'
import { voucherTypes } from '@daedal/protocol/tokens/voucher'
import { expect } from 'chai'
import fc from 'fast-check'
import { hashStruct } from 'viem'
import { anyForm, anyOrder, uint } from '../../protocol/testing/arbitrary-forms.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { networkHelpers } from '../fixtures/trade.ts'

const deploy = () =>
  deployMock<'bundle' | 'traitOffer' | 'stateOrder' | 'voucherOrder' | 'bulkTypehash' | 'partsOf' | 'priceNow'>('FormHashes')

describe('form parity', () => {
  it('the contract hashes every form as viem does', async () => {
    const hashes = await deploy()
    const byContract = (form: OrderForm): Promise<string> | null => {
      switch (form.form) {
        case 'bundle':
          return hashes.bundle(form.order, form.items)
        case 'trait-offer':
          return hashes.traitOffer(form.order, form.trait)
        case 'state-order':
          return hashes.stateOrder(form.order, form.state)
        case 'voucher-order':
          return hashes.voucherOrder(form.order, hashStruct({ types: voucherTypes, primaryType: 'Voucher', data: form.voucher }))
        default:
          return null
      }
    }
    await fc.assert(
      fc.asyncProperty(anyForm, async (form) => {
        const found = await byContract(form)
        if (found !== null) expect(found).to.equal(structHashOf(form))
      }),
      { numRuns: 200 },
    )
  })

  it('the types of bulk signatures have the same hashes at every height', async () => {
    const hashes = await deploy()
    for (let height = 1; height <= MAX_BULK_HEIGHT; height++)
      for (const withVoucher of [false, true])
        expect(await hashes.bulkTypehash(height, withVoucher)).to.equal(bulkTypehash(height, withVoucher))
  })

  it('a nonce has the same parts', async () => {
    const hashes = await deploy()
    await fc.assert(
      fc.asyncProperty(uint(64), uint(64), fc.integer({ min: 0, max: LANE_BITS - 1 }), async (lane, epoch, bit) => {
        const nonce = packNonce({ lane, epoch, bit })
        expect(await hashes.partsOf(nonce)).to.deep.equal([lane, epoch, BigInt(bit)])
        expect(unpackNonce(nonce)).to.deep.equal({ lane, epoch, bit })
      }),
      { numRuns: 50 },
    )
  })

  it('a price that moves stands where the protocol says', async () => {
    const hashes = await deploy()
    const now = BigInt(await networkHelpers.time.latest())
    const window = fc.tuple(fc.bigInt({ min: 0n, max: now }), fc.bigInt({ min: 1_000n, max: 1n << 40n }))
    await fc.assert(
      fc.asyncProperty(anyOrder, window, async (given, [before, after]) => {
        const order = { ...given, startTime: now - before, endTime: now + after }
        const [price, time] = (await hashes.priceNow(order)) as [bigint, bigint]
        expect(price).to.equal(priceAt(order, time))
      }),
      { numRuns: 200 },
    )
  })
})
