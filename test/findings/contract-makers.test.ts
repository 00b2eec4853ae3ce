import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, loadTrade, PRICE } from '../fixtures/trade.ts'

const ANSWER = { accepts: 0, refuses: 1, dirty: 2, short: 3, reverts: 4, burnsGas: 5, megabyte: 6 } as const

/** A listing whose maker is a contract; its ERC-1271 answers as told. */
async function listedByContract() {
  const trade = await loadTrade()
  const { collection, seller, buyer, tokenId, market } = trade
  const wallet = await deployMock<'setMode' | 'act'>('ContractWallet')
  const maker = (await wallet.getAddress()) as `0x${string}`
  await collection.connect(seller).transferFrom(seller.address, maker, tokenId)
  const order = await trade.orderOf('listing', seller, tokenId, { maker })
  const buy = (signature: string) => market.connect(buyer).fillOrder(order, signature, { value: PRICE, gasLimit: 3_000_000n })
  return { ...trade, wallet, maker, order, buy }
}

describe('makers with code', () => {
  it('one that accepts sells, with a signature of any length', async () => {
    for (const signature of ['0x', '0x1234', `0x${'ab'.repeat(65)}`, `0x${'cd'.repeat(200)}`]) {
      const { buy, collection, tokenId, buyer, maker } = await listedByContract()
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
      const { buy, wallet, market, maker } = await listedByContract()
      await wallet.setMode(mode)
      await expect(buy('0x')).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid').withArgs(maker)
    })

  it('one that answers a megabyte is read to the first word only', async () => {
    const { buy, wallet, collection, tokenId, buyer } = await listedByContract()
    await wallet.setMode(ANSWER.megabyte)
    const receipt = await (await buy('0x')).wait()
    expect(await collection.ownerOf(tokenId)).to.equal(buyer.address)
    expect(Number(receipt?.gasUsed)).to.be.lessThan(2_400_000)
  })

  it('one that changed its mind after signing does not sell', async () => {
    const { buy, wallet, market } = await listedByContract()
    await wallet.setMode(ANSWER.refuses)
    await expect(buy('0x')).to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
    await wallet.setMode(ANSWER.accepts)
    await buy('0x')
  })

  it('one that is not deployed yet is refused, however its signature is wrapped', async () => {
    const { market, buyer, seller, stranger, tokenId, orderOf } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId, { maker: stranger.address as `0x${string}` })
    const wrapped = ethers.concat([
      ethers.AbiCoder.defaultAbiCoder().encode(['address', 'bytes', 'bytes'], [stranger.address, '0x', '0x']),
      `0x${'6492'.repeat(16)}`,
    ])
    await expect(market.connect(buyer).fillOrder(order, wrapped, { value: PRICE })).to.be.revertedWithCustomError(
      market,
      'MarketSignatureMalformed',
    )
  })

  it('nobody is not a maker: a signature that recovers to zero opens nothing', async () => {
    const { market, buyer, seller, tokenId, orderOf } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId, { maker: ethers.ZeroAddress as `0x${string}` })
    for (const signature of [`0x${'00'.repeat(65)}`, `0x${'00'.repeat(64)}1b`, `0x${'00'.repeat(64)}`])
      await expect(market.connect(buyer).fillOrder(order, signature, { value: PRICE })).to.be.revertedWithCustomError(
        market,
        'MarketSignatureMalformed',
      )
  })

  it('a v that is neither 27 nor 28 is malformed', async () => {
    const { market, buyer, seller, tokenId, orderOf, sign } = await loadTrade()
    const order = await orderOf('listing', seller, tokenId)
    const signature = await sign(seller, order)
    for (const v of ['00', '01', '1d', 'ff'])
      await expect(market.connect(buyer).fillOrder(order, `${signature.slice(0, -2)}${v}`, { value: PRICE })).to.be.revertedWithCustomError(
        market,
        'MarketSignatureMalformed',
      )
  })

  it('a buyer that is a contract without a receiver hook gets its token', async () => {
    const { market, marketAddress, seller, buyer, collection, tokenId, orderOf, sign } = await loadTrade()
    const wallet = await deployMock<'act'>('ContractWallet')
    const order = await orderOf('listing', seller, tokenId)
    const data = market.interface.encodeFunctionData('fillOrder', [order, await sign(seller, order)])
    await wallet.connect(buyer).act(marketAddress, PRICE, data, { value: PRICE })
    expect(await collection.ownerOf(tokenId)).to.equal(await wallet.getAddress())
  })
})
