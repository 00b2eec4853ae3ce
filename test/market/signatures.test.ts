import { bulkSignatures, bulkTypedData } from '@daedal/protocol/market/bulk-signature'
import { hashForm } from '@daedal/protocol/market/forms'
import type { Order } from '@daedal/protocol/market/order'
import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import fc from 'fast-check'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { ethers, nonceOf, PRICE } from '../fixtures/trade.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

type Typed = { domain: object; types: object; primaryType: string; message: object }

/** Signs typed data of any shape. */
const signTyped = (by: HardhatEthersSigner, { domain, types, message }: Typed) =>
  by.signTypedData(domain as never, types as never, message as never)

/** Listings of a plain token, each with its own nonce, under one signature. */
async function many(count: number) {
  const goods = await loadGoods()
  const { plainAddress, seller, buyer, market, marketAddress, chainId, orderOf } = goods
  const orders: Order[] = []
  const base = await orderOf('listing', seller, 1n, { collection: plainAddress })
  for (let index = 0; index < count; index += 1)
    orders.push({ ...base, tokenId: BigInt((index % 4) + 1), nonce: nonceOf(index % 192, BigInt(Math.trunc(index / 192))) })
  const forms = orders.map((order) => ({ form: 'order', order }) as const)
  const typed = bulkTypedData(Number(chainId), marketAddress, forms)
  const own = (await signTyped(seller, typed)) as `0x${string}`
  const signatures = bulkSignatures(forms, own)
  const buy = (index: number, signature = signatures[index] as string, order = orders[index] as Order) =>
    market.connect(buyer).fillOrder(order, signature, { value: order.price })
  return { ...goods, orders, forms, typed, own, signatures, buy }
}

const TAIL = 2 * 7

/** Replaces index and height at the end of a bulk signature. */
const retail = (signature: string, index: number, height: number) =>
  `${signature.slice(0, -TAIL)}${index.toString(16).padStart(4, '0')}${height.toString(16).padStart(2, '0')}${signature.slice(-8)}`

describe('signatures', () => {
  describe('given one signature for many orders', () => {
    it('it fills each of 2, 3 and 1,024 orders once', async () => {
      for (const [count, tried] of [
        [2, [0, 1]],
        [3, [0, 1, 2]],
        [1_024, [0, 1, 514, 1_023]],
      ] as const) {
        const { buy, market, plain, seller, buyer } = await many(count)
        for (const index of tried) {
          await buy(index)
          await expect(buy(index)).to.be.revertedWithCustomError(market, 'MarketOrderSpent')
          const tokenId = BigInt((index % 4) + 1)
          expect(await plain.ownerOf(tokenId)).to.equal(buyer.address)
          await plain.connect(buyer).transferFrom(buyer.address, seller.address, tokenId)
        }
      }
    })

    it('it is shown to the wallet as a tree of orders', async () => {
      const { typed, orders } = await many(3)
      expect(typed.primaryType).to.equal('BulkOrder')
      const { BulkOrder } = typed.types as { BulkOrder?: unknown }
      expect(BulkOrder).to.deep.equal([{ name: 'tree', type: 'Order[2][2]' }])
      expect((typed.message as { tree: Order[][] }).tree.flat()).to.deep.equal([...orders, orders[2]])
    })

    it('it works for vouchers as well', async () => {
      const { market, marketAddress, chainId, collection, collectionAddress, creator, buyer, orderOf } = await loadGoods()
      const forms = await Promise.all(
        [0, 1, 2, 3, 4].map(async (index) => {
          const voucher = voucherOf(creator, `lazy ${index}`)
          const tokenId = await collection.tokenIdOf(creator.address, voucher.coreHash)
          const order = await orderOf('listing', creator, tokenId, { collection: collectionAddress, nonce: nonceOf(index) })
          return { form: 'voucher-order', order, voucher: voucher as never } as const
        }),
      )
      const own = (await signTyped(creator, bulkTypedData(Number(chainId), marketAddress, forms))) as `0x${string}`
      for (const [index, signature] of bulkSignatures(forms, own).entries()) {
        const { order, voucher } = forms[index]!
        const selection = { tokenId: order.tokenId, quantity: 0n, limit: PRICE }
        await market.connect(buyer).fillVoucher(order, voucher, selection, signature, { value: PRICE })
        expect(await collection.ownerOf(order.tokenId)).to.equal(buyer.address)
      }
    })

    it('it works for a maker with code, whose inner signature may have any length', async () => {
      const { market, marketAddress, chainId, plain, plainAddress, seller, buyer, orderOf } = await loadGoods()
      const wallet = await deployMock<'act'>('PickyWallet')
      const maker = (await wallet.getAddress()) as `0x${string}`
      await plain.connect(seller).transferFrom(seller.address, maker, 1n)
      await wallet.act(plainAddress, 0n, plain.interface.encodeFunctionData('setApprovalForAll', [marketAddress, true]))
      const base = await orderOf('listing', seller, 1n, { collection: plainAddress, maker })
      for (const length of [1, 65, 130, 4 * 32 + 7]) {
        const forms = [0, 1, 2].map((bit) => ({ form: 'order', order: { ...base, nonce: nonceOf(bit + length) } }) as const)
        const { primaryType, types, domain, message } = bulkTypedData(Number(chainId), marketAddress, forms) as Typed
        const digest = ethers.TypedDataEncoder.hash(domain, types as never, message as never)
        expect(primaryType).to.equal('BulkOrder')
        // The wallet accepts the digest of the tree, followed by as many bytes as it likes, and nothing else.
        const inner = ethers.concat([digest, new Uint8Array(length)]) as `0x${string}`
        const signature = bulkSignatures(forms, inner)[2] as string
        await market.connect(buyer).fillOrder(forms[2]!.order, signature, { value: PRICE })
        await plain.connect(buyer).transferFrom(buyer.address, maker, 1n)
      }
    })

    describe('when the proof, the index or the height is another', () => {
      it('it reverts with MarketSignatureInvalid', async () => {
        const { buy, market, signatures, own } = await many(8)
        const good = signatures[3] as string
        const proof = good.slice(own.length, -TAIL)
        const swapped = `${own}${proof.slice(64, 128)}${proof.slice(0, 64)}${proof.slice(128)}${good.slice(-TAIL)}`
        const shorter = `${own}${proof.slice(64)}${good.slice(-TAIL)}`
        for (const signature of [retail(good, 2, 3), retail(good, 7, 3), swapped, retail(shorter, 1, 2), signatures[2] as string]) {
          const failing = buy(3, signature)
          await expect(failing).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
        }
      })
    })

    describe('when an inner node is passed off as an order', () => {
      it('it reverts with MarketSignatureInvalid', async () => {
        // An order whose struct hash were an inner node cannot be made; the nearest thing is a proof that starts one level higher.
        const { buy, market, own, signatures, orders } = await many(4)
        const proof = (signatures[0] as string).slice(own.length, -TAIL)
        const higher = `${own}${proof.slice(64)}000001${(signatures[0] as string).slice(-8)}`
        for (const order of orders) await expect(buy(0, higher, order)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
      })
    })

    describe('when the tree is of another type or market', () => {
      it('it reverts with MarketSignatureInvalid', async () => {
        const { buy, market, forms, chainId, seller, plainAddress, marketAddress } = await many(2)
        const elsewhere = (await signTyped(seller, bulkTypedData(Number(chainId), plainAddress, forms))) as `0x${string}`
        const otherChain = (await signTyped(seller, bulkTypedData(1, marketAddress, forms))) as `0x${string}`
        const typed = bulkTypedData(Number(chainId), marketAddress, forms) as Typed
        const renamed = {
          ...typed,
          primaryType: 'BulkVoucherOrder',
          types: { ...typed.types, BulkVoucherOrder: [{ name: 'tree', type: 'Order[2]' }], BulkOrder: undefined },
        }
        const { BulkOrder: _, ...types } = renamed.types
        const otherType = (await signTyped(seller, { ...renamed, types })) as `0x${string}`
        for (const own of [elsewhere, otherChain, otherType])
          await expect(buy(0, bulkSignatures(forms, own)[0])).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
      })
    })

    describe('when it is cut off or too high', () => {
      it('it reverts with MarketSignatureMalformed', async () => {
        const { buy, market, own, signatures } = await many(8)
        const good = signatures[3] as string
        const mark = good.slice(-8)
        for (const signature of [
          `0x${mark}`,
          `${own}000001${mark}`,
          retail(good, 3, 11),
          retail(good, 3, 0),
          retail(good, 8, 3),
          good.slice(0, -2),
        ])
          await expect(buy(3, signature)).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed')
      })
    })
  })

  describe('given the maker approved the order itself', () => {
    it('it fills with any signature, once', async () => {
      const { buy, market, marketAddress, chainId, seller, orders } = await many(3)
      for (const [index, signature] of ['0x', '0x1234', `0x${'00'.repeat(65)}`].entries()) {
        const hash = hashForm(Number(chainId), marketAddress, { form: 'order', order: orders[index] as Order })
        await expect(market.connect(seller).approveOrder(hash, true)).to.emit(market, 'OrderApproved').withArgs(seller.address, hash, true)
        expect(await market.orderApproved(seller.address, hash)).to.equal(true)
        await buy(index, signature)
        await expect(buy(index, signature)).to.be.revertedWithCustomError(market, 'MarketOrderSpent')
      }
    })

    describe('when the approval was taken back', () => {
      it('it reverts with MarketSignatureMalformed', async () => {
        const { buy, market, seller, orders } = await many(2)
        const hash = await market.hashOrder(orders[0] as Order)
        await market.connect(seller).approveOrder(hash, true)
        await market.connect(seller).approveOrder(hash, false)
        await expect(buy(0, '0x')).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed').withArgs(0)
      })
    })

    describe('when somebody else approved it', () => {
      it('it reverts with MarketSignatureMalformed', async () => {
        const { buy, market, buyer, orders } = await many(2)
        await market.connect(buyer).approveOrder(await market.hashOrder(orders[0] as Order), true)
        await expect(buy(0, '0x')).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed').withArgs(0)
      })
    })
  })

  describe('given the maker has code', () => {
    it('it takes a signature that ends like one for many', async () => {
      const { market, marketAddress, plain, plainAddress, seller, buyer, orderOf } = await loadGoods()
      const wallet = await deployMock<'act'>('PickyWallet')
      const maker = (await wallet.getAddress()) as `0x${string}`
      await plain.connect(seller).transferFrom(seller.address, maker, 1n)
      await wallet.act(plainAddress, 0n, plain.interface.encodeFunctionData('setApprovalForAll', [marketAddress, true]))
      const order = await orderOf('listing', seller, 1n, { collection: plainAddress, maker })
      const mark = ethers.id('Daedal bulk signature').slice(2, 10)
      const signature = ethers.concat([await market.hashOrder(order), new Uint8Array(64), '0x000001', `0x${mark}`])
      await market.connect(buyer).fillOrder(order, signature, { value: PRICE })
      expect(await plain.ownerOf(1n)).to.equal(buyer.address)
    })
  })

  it('it recovers and refuses what OpenZeppelin does', async () => {
    const probe = await deployMock<'ours' | 'theirs'>('SignatureProbe')
    const [signer] = await ethers.getSigners()
    if (!signer) throw new Error('no account')
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    const noise = fc.nat(100).chain((length) => bytes(length))
    const real = bytes(32).map((digest) => digest)
    await fc.assert(
      fc.asyncProperty(
        bytes(32),
        noise,
        real,
        fc.constantFrom('noise', 'real', 'compact', 'high s', 'v'),
        async (digest, blob, message, kind) => {
          const signature = ethers.Signature.from(await signer.signMessage(message))
          const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
          const shown = {
            noise: ethers.hexlify(blob),
            real: signature.serialized,
            compact: signature.compactSerialized,
            'high s': ethers.concat([signature.r, ethers.toBeHex(order - BigInt(signature.s), 32), signature.v === 27 ? '0x1c' : '0x1b']),
            v: `${signature.serialized.slice(0, -2)}${ethers.hexlify(digest).slice(2, 4)}`,
          }[kind] as string
          const hashed = kind === 'noise' ? ethers.hexlify(digest) : ethers.hashMessage(message)
          expect(await probe.ours(hashed, shown)).to.equal(await probe.theirs(hashed, shown))
          if (kind === 'real' || kind === 'compact') expect(await probe.ours(hashed, shown)).to.equal(signer.address)
        },
      ),
      { numRuns: 150 },
    )
  })
})
