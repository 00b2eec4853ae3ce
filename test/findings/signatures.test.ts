import { bulkSignatures, bulkTypedData, bulkTypehash, MAX_BULK_HEIGHT } from '@daedal/protocol/market/bulk-signature'
import { hashForm, type OrderForm, structHashOf } from '@daedal/protocol/market/forms'
import type { Order } from '@daedal/protocol/market/order'
import { traitOf, traitProof } from '@daedal/protocol/market/trait'
import { voucherTypes } from '@daedal/protocol/tokens/voucher'
import { expect } from 'chai'
import fc from 'fast-check'
import { hashStruct } from 'viem'
import { anyForm, anyOrder } from '../../protocol/testing/arbitrary-forms.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { loadGoods } from '../fixtures/goods.ts'
import { listed } from '../fixtures/listed.ts'
import { ethers, networkHelpers, nonceOf, PRICE } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const CURVE = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const HALF_CURVE = CURVE / 2n + 1n
const MARK = ethers.id('Daedal bulk signature').slice(0, 10)
const TAIL = 7
/** Index, height and mark at the end of a bulk signature. */
const tailOf = (index: number, height: number) => ethers.concat([ethers.toBeHex(index, 2), ethers.toBeHex(height, 1), MARK])

/** Four listings of plain tokens under one signature. */
async function four() {
  const goods = await loadGoods()
  const { seller, buyer, market, marketAddress, chainId, plainAddress, orderOf } = goods
  const orders = await Promise.all(
    [1n, 2n, 3n, 4n].map((tokenId) => orderOf('listing', seller, tokenId, { collection: plainAddress, nonce: nonceOf(Number(tokenId)) })),
  )
  const forms = orders.map((order) => ({ form: 'order', order }) as const)
  const { domain, types, message } = bulkTypedData(Number(chainId), marketAddress, forms)
  const own = (await seller.signTypedData(domain as never, types as never, message as never)) as Hex
  const [signature] = bulkSignatures(forms, own) as [Hex]
  const buy = (shown: string, order = orders[0] as Order) => market.connect(buyer).fillOrder(order, shown, { value: PRICE })
  return { ...goods, orders, own, signature, proof: ethers.dataSlice(signature, ethers.dataLength(own), -TAIL), buy }
}

/** A listing of the house token whose maker is a contract. */
async function listedByContract<Method extends string>(wallet: string) {
  const goods = await loadGoods()
  const { collection, collectionAddress, seller, buyer, tokenId, market } = goods
  const contract = await deployMock<Method>(wallet)
  const maker = (await contract.getAddress()) as Hex
  await collection.connect(seller).transferFrom(seller.address, maker, tokenId)
  const order = await goods.orderOf('listing', seller, tokenId, { collection: collectionAddress, maker })
  const buy = (shown: string) => market.connect(buyer).fillOrder(order, shown, { value: PRICE, gasLimit: 3_000_000n })
  return { ...goods, contract, maker, order, buy }
}

describe('a Merkle inner node passed off as an order (Seaport 2022 M-01)', () => {
  it('a proof that begins one level higher sells none of the orders below it', async () => {
    const { buy, market, orders, own, proof, signature, seller } = await four()
    const higher = ethers.concat([own, ethers.dataSlice(proof, 32), tailOf(0, 1)])
    for (const order of orders)
      await expect(buy(higher, order)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(seller.address)
    await buy(signature)
  })

  it('a proof that begins one level lower sells none either', async () => {
    const { buy, market, own, proof, seller } = await four()
    const lower = ethers.concat([own, ethers.ZeroHash, proof, tailOf(0, 3)])
    await expect(buy(lower)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(seller.address)
  })

  it('a node of a trait is the id of no token', async () => {
    const { market, buyer, seller, signed, plainAddress } = await loadGoods()
    const ids = [1n, 2n, 3n, 4n]
    const trait = traitOf(ids)
    const { order, signature } = await signed('collection-offer', buyer, { collection: plainAddress }, { form: 'trait-offer', trait })
    const [sibling, uncle] = traitProof(ids, 1n) as [Hex, Hex]
    const leaf = ethers.keccak256(ethers.keccak256(ethers.toBeHex(1n, 32)))
    const pair = BigInt(leaf) < BigInt(sibling) ? [leaf, sibling] : [sibling, leaf]
    const node = BigInt(ethers.keccak256(ethers.concat(pair)))
    // What a node is the hash of is as long as no id, and no leaf is the hash of an id alone.
    for (const tokenId of [node, BigInt(leaf), BigInt(ethers.keccak256(ethers.toBeHex(1n, 32)))])
      for (const proof of [[uncle], [sibling, uncle]])
        await expect(market.connect(seller).fillTrait(order, trait, proof, { tokenId, quantity: 0n, limit: 0n }, signature))
          .to.be.revertedWithCustomError(market, 'MarketProofInvalid')
          .withArgs(tokenId, trait.root)
  })
})

describe('a signature with a twin, or one that recovers to nobody (Blur 2022)', () => {
  it('the twin with a high s is malformed', async () => {
    const { buy, market, signature } = await listed()
    const { r, s, v } = ethers.Signature.from(signature)
    const twin = ethers.concat([r, ethers.toBeHex(CURVE - BigInt(s), 32), v === 27 ? '0x1c' : '0x1b'])
    await expect(buy(twin)).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed').withArgs(65)
  })

  it('in 64 bytes s is as low as in 65', async () => {
    const { buy, market, signature, seller } = await listed()
    const { r } = ethers.Signature.from(signature)
    const withS = (s: bigint) => buy(ethers.concat([r, ethers.toBeHex(s, 32)]))
    await expect(withS(HALF_CURVE)).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed').withArgs(64)
    await expect(withS(HALF_CURVE - 1n))
      .to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
      .withArgs(seller.address)
  })

  it('a v that is neither 27 nor 28 is malformed', async () => {
    const { buy, market, signature } = await listed()
    for (const v of ['00', '01', '1a', '1d', 'ff'])
      await expect(buy(`${signature.slice(0, -2)}${v}`))
        .to.be.revertedWithCustomError(market, 'MarketSignatureMalformed')
        .withArgs(65)
  })

  it('the forms of 64 and 65 bytes, and an approval, share one nonce', async () => {
    const { buy, market, plain, order, signature, seller, buyer } = await listed({ nonce: nonceOf(5) })
    await market.connect(seller).approveOrder(await market.hashOrder(order), true)
    await buy(ethers.Signature.from(signature).compactSerialized)
    await plain.connect(buyer).transferFrom(buyer.address, seller.address, 1n)
    for (const shown of [signature, '0x'])
      await expect(buy(shown)).to.be.revertedWithCustomError(market, 'MarketOrderSpent').withArgs(0n, 5)
  })

  it('nobody is no maker, whatever recovers to zero', async () => {
    const { buy, market, signature } = await listed({ maker: ethers.ZeroAddress as Hex })
    for (const shown of [`0x${'00'.repeat(65)}`, `0x${'00'.repeat(64)}1b`, `0x${'00'.repeat(64)}`])
      await expect(buy(shown)).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed').withArgs(ethers.dataLength(shown))
    await expect(buy(signature)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(ethers.ZeroAddress)
  })
})

describe('a signature of an odd length', () => {
  it('0, 63, 66, 67, 99 and 131 bytes are malformed', async () => {
    const { buy, market, signature } = await listed()
    for (const length of [0, 63, 66, 67, 67 + 32, 67 + 64]) {
      const shown = ethers.dataSlice(ethers.zeroPadBytes(signature, 131), 0, length)
      await expect(buy(shown)).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed').withArgs(length)
    }
  })

  it('64 and 65 bytes with the other parity are somebody else’s', async () => {
    const { buy, market, signature, seller } = await listed()
    const { r, s, yParity } = ethers.Signature.from(signature)
    const other = ethers.Signature.from({ r, s, yParity: yParity === 0 ? 1 : 0 })
    for (const shown of [other.serialized, other.compactSerialized])
      await expect(buy(shown)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(seller.address)
  })

  it('one signature for many has an own one of 64 or 65 bytes', async () => {
    const { buy, market, own, proof } = await four()
    const bulk = (inner: string) => ethers.concat([inner, proof, tailOf(0, 2)])
    for (const length of [0, 63, 66]) {
      const shown = bulk(ethers.dataSlice(ethers.zeroPadBytes(own, 66), 0, length))
      await expect(buy(shown))
        .to.be.revertedWithCustomError(market, 'MarketSignatureMalformed')
        .withArgs(length + 64 + TAIL)
    }
    await buy(bulk(ethers.Signature.from(own).compactSerialized))
  })

  it('one signature for many that is cut off, too high or out of its tree is malformed', async () => {
    const { buy, market, own, proof, signature } = await four()
    const [empty, long] = [ethers.concat([own, tailOf(0, 1)]), ethers.concat([own, proof, tailOf(0, 11)])]
    for (const shown of [MARK, empty, long, ethers.concat([own, proof, tailOf(4, 2)]), ethers.dataSlice(signature, 0, -1)])
      await expect(buy(shown)).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed').withArgs(ethers.dataLength(shown))
  })

  it('what a wallet accepts is its own, also where it ends like one signature for many', async () => {
    const { buy, market, collection, order, tokenId, buyer } = await listedByContract('PickyWallet')
    // The wallet has signed what begins with the hash of the order.
    await buy(ethers.concat([await market.hashOrder(order), new Uint8Array(64), tailOf(0, 1)]))
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
  })

  it('one signature for many by a wallet is not taken for that of one order', async () => {
    const { buy, market, maker, order, chainId, marketAddress, collection, tokenId, buyer } = await listedByContract('PickyWallet')
    const forms = [order, { ...order, nonce: nonceOf(1) }].map((one) => ({ form: 'order', order: one }) as const)
    const { domain, types, message } = bulkTypedData(Number(chainId), marketAddress, forms)
    const { BulkOrder, ...others } = types as Record<string, never>
    const digest = ethers.TypedDataEncoder.hash(domain as never, { BulkOrder: BulkOrder as never, ...others }, message as never) as Hex
    const [shown, second] = bulkSignatures(forms, digest) as [Hex, Hex]
    await expect(buy(second)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(maker)
    await buy(shown)
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
  })
})

const ANSWER = { accepts: 0, refuses: 1, dirty: 2, short: 3, reverts: 4, burnsGas: 5, megabyte: 6 } as const
const listedByWallet = () => listedByContract<'setMode' | 'setCall'>('ContractWallet')

describe('an ERC-1271 maker that changes its mind or answers badly', () => {
  it('one that accepts sells, with a signature of any length', async () => {
    for (const signature of ['0x', '0x1234', `0x${'ab'.repeat(65)}`, `0x${'cd'.repeat(200)}`]) {
      const { buy, collection, tokenId, buyer, maker } = await listedByWallet()
      await expect(buy(signature)).to.changeEtherBalance(ethers, maker, PRICE - PRICE / 40n - (PRICE * 750n) / 10_000n)
      expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
    }
  })

  for (const [title, mode] of [
    ['refuses', ANSWER.refuses],
    ['answers the magic value with dirt behind it', ANSWER.dirty],
    ['answers four bytes', ANSWER.short],
    ['reverts', ANSWER.reverts],
    ['burns its gas', ANSWER.burnsGas],
  ] as const)
    it(`one that ${title} does not sell`, async () => {
      const { buy, contract, market, maker } = await listedByWallet()
      await contract.setMode(mode)
      await expect(buy('0x')).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(maker)
    })

  it('one that answers a megabyte is read to the first word only', async () => {
    const { buy, contract, collection, tokenId, buyer } = await listedByWallet()
    await contract.setMode(ANSWER.megabyte)
    const receipt = await (await buy('0x')).wait()
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
    expect(Number(receipt?.gasUsed)).to.be.lessThan(2_400_000)
  })

  it('one that accepted the listing and refuses the fill does not sell', async () => {
    const { buy, contract, market, marketAddress, buyer, order, maker } = await listedByWallet()
    const validator = await ethers.deployContract('OrderValidator', [marketAddress])
    const selection = { tokenId: order.tokenId, quantity: 0n, limit: PRICE }
    expect(await validator.why(order, selection, '0x', buyer.address)).to.equal('0x')
    await contract.setMode(ANSWER.refuses)
    await expect(buy('0x')).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(maker)
    await contract.setMode(ANSWER.accepts)
    await buy('0x')
  })

  it('one that calls the market while it is asked gets nowhere', async () => {
    const { buy, contract, market, marketAddress, collection, tokenId, order, maker, buyer } = await listedByWallet()
    const encode = market.interface.encodeFunctionData.bind(market.interface)
    const hash = await market.hashOrder(order)
    const selection = { tokenId, quantity: 0n, limit: PRICE }
    const before = await networkHelpers.takeSnapshot()
    for (const call of [
      encode('fillOrder', [order, '0x']),
      encode('fillAs', [order, selection, '0x']),
      encode('sweep', [[{ order, quantity: 0n, signature: '0x' }], ethers.ZeroAddress, 0n, 0n]),
      encode('approveOrder', [hash, true]),
      encode('cancel', [0n, 1n]),
      encode('cancelAllOf', [0n]),
      encode('withdraw'),
      encode('withdrawFees'),
      encode('accruedFees'),
    ]) {
      // It says that it signed only if its call was refused.
      await contract.setCall(marketAddress, call)
      await buy('0x')
      expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
      expect(await market.laneOf(maker, 0n)).to.deep.equal([0n, 1n])
      expect(await market.orderApproved(maker, hash)).to.equal(false)
      await before.restore()
    }
  })
})

describe('a delegation changed between signing and fill (EIP-7702)', () => {
  let account: string | null = null
  const delegate = async (from: string, to: string | null) => {
    account = from
    await ethers.provider.send('hardhat_setCode', [from, to === null ? '0x' : `0xef0100${to.slice(2)}`])
  }
  // A fixture that is made later begins where these end.
  afterEach(() => account && delegate(account, null))

  it('what the key signed sells, whatever the account delegates to', async () => {
    const { buy, market, order, signature, plain, seller, buyer } = await listed()
    const plainDelegate = await (await deployMock<never>('PlainDelegate')).getAddress()
    for (const to of [await (await deployMock<never>('PickyWallet')).getAddress(), null, plainDelegate]) {
      await delegate(seller.address, to)
      await market.connect(buyer).fillOrder.staticCall(order, signature, { value: PRICE })
    }
    await buy()
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('so does what it signed for many at once', async () => {
    const { buy, signature, plain, seller, buyer } = await four()
    await delegate(seller.address, await (await deployMock<never>('PlainDelegate')).getAddress())
    await buy(signature)
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('what only the delegate accepted is dead once it is another, or none', async () => {
    const { buy, market, order, seller, buyer } = await listed()
    const accepts = await (await deployMock<never>('ContractWallet')).getAddress()
    await delegate(seller.address, accepts)
    await market.connect(buyer).fillOrder.staticCall(order, '0x', { value: PRICE })
    await delegate(seller.address, await (await deployMock<never>('PlainDelegate')).getAddress())
    await expect(buy('0x')).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(seller.address)
    await delegate(seller.address, null)
    await expect(buy('0x')).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed').withArgs(0)
  })
})

describe('a maker that is not deployed yet (ERC-6492)', () => {
  it('it is refused, however its signature is wrapped, until it is there', async () => {
    const { market, buyer, seller, stranger, orderOf, sign } = await loadGoods()
    const order = await orderOf('listing', seller, 1n, { maker: stranger.address as Hex })
    const inner = await sign(seller, order)
    const coder = ethers.AbiCoder.defaultAbiCoder()
    const wrapped = (factory: string) =>
      ethers.concat([coder.encode(['address', 'bytes', 'bytes'], [factory, '0x', inner]), `0x${'6492'.repeat(16)}`])
    const buy = (shown: string) => market.connect(buyer).fillOrder(order, shown, { value: PRICE })
    for (const shown of ['0x', wrapped(stranger.address), wrapped(seller.address)])
      await expect(buy(shown)).to.be.revertedWithCustomError(market, 'MarketSignatureMalformed').withArgs(ethers.dataLength(shown))
    await expect(buy(inner)).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(stranger.address)
  })
})

describe('a type hash that wallets do not compute (reNFT M-11, Seaport 2023 M-01)', () => {
  it('random orders have the hash that viem gives them', async () => {
    const { market, marketAddress, chainId } = await loadGoods()
    const compare = async (order: Order) => {
      expect(await market.hashOrder(order)).to.equal(hashForm(Number(chainId), marketAddress, { form: 'order', order }))
    }
    await fc.assert(fc.asyncProperty(anyOrder, compare), { numRuns: 20 })
  })

  it('so have bundles, offers for a trait, orders in a state and with a voucher, and trees of every height', async () => {
    const hashes = await deployMock<'bundle' | 'traitOffer' | 'stateOrder' | 'voucherOrder' | 'bulkTypehash'>('FormHashes')
    const byContract = (form: OrderForm): Promise<string> | string => {
      if (form.form === 'bundle') return hashes.bundle(form.order, form.items)
      if (form.form === 'trait-offer') return hashes.traitOffer(form.order, form.trait)
      if (form.form === 'state-order') return hashes.stateOrder(form.order, form.state)
      if (form.form === 'order') return structHashOf(form)
      return hashes.voucherOrder(form.order, hashStruct({ types: voucherTypes, primaryType: 'Voucher', data: form.voucher }))
    }
    const compare = async (form: OrderForm) => {
      expect(await byContract(form)).to.equal(structHashOf(form))
    }
    await fc.assert(fc.asyncProperty(anyForm, compare), { numRuns: 20 })
    for (let height = 1; height <= MAX_BULK_HEIGHT; height += 1)
      for (const withVoucher of [false, true])
        expect(await hashes.bulkTypehash(height, withVoucher)).to.equal(bulkTypehash(height, withVoucher))
  })
})
