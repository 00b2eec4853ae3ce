import { expect } from 'chai'
import { loadCollections, word } from '../fixtures/collections.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { voucherOf } from '../fixtures/vouchers.ts'

type Transaction = { wait(): Promise<{ gasUsed: bigint } | null> }
type Scene = Awaited<ReturnType<typeof loadCollections>>

const drafts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    coreHash: word(`measured ${index}`),
    root: word(`root ${index}`),
    promptCommitment: word(`prompt ${index}`),
    engineHash: word('engine'),
  }))

/** Whole transactions of a creator that holds a token already, and of parties that hold tokens. */
const scenarios: { name: string; title: string; ceiling: bigint; run(scene: Scene): Promise<Transaction> }[] = [
  {
    name: 'gas.mint-own',
    title: 'mint into a collection of the creator',
    ceiling: 84_000n,
    run: ({ own, creator }) =>
      own.connect(creator).mint(word('measured'), word('root measured'), word('prompt measured'), word('engine'), 2, []),
  },
  {
    name: 'gas.mint-house',
    title: 'mint into the house collection',
    ceiling: 103_000n,
    run: ({ house, creator, termsOf }) =>
      house.connect(creator).mint(word('measured'), word('root measured'), word('prompt measured'), word('engine'), termsOf(creator), []),
  },
  {
    name: 'gas.mint10-own',
    title: 'mint ten in one call, own collection',
    ceiling: 565_000n,
    run: ({ own, creator }) => own.connect(creator).mintBatch(drafts(10), 2),
  },
  {
    name: 'gas.mint10-house',
    title: 'mint ten in one call, house',
    ceiling: 777_000n,
    run: ({ house, creator, termsOf }) => house.connect(creator).mintBatch(drafts(10), termsOf(creator)),
  },
  {
    name: 'gas.voucher-own',
    title: 'mint a voucher by the market, own collection',
    ceiling: 86_000n,
    run: ({ own, market, creator, buyer }) =>
      own.connect(market).mintFromMarket(creator.address, voucherOf(creator, 'lazy'), buyer.address, 0n),
  },
  {
    name: 'gas.voucher-house',
    title: 'mint a voucher by the market, house',
    ceiling: 105_200n,
    run: ({ house, market, creator, buyer }) =>
      house.connect(market).mintFromMarket(creator.address, voucherOf(creator, 'lazy'), buyer.address, 0n),
  },
  {
    name: 'gas.edition-more',
    title: 'mint more of an edition by the market',
    ceiling: 63_500n,
    async run({ editions, market, creator, buyer }) {
      const voucher = voucherOf(creator, 'edition', { maxSupply: 9n })
      await editions.connect(creator).mint(voucher, 1n)
      return editions.connect(market).mintFromMarket(creator.address, voucher, buyer.address, 1n)
    },
  },
  {
    name: 'gas.move-house',
    title: 'transfer by the market, house',
    ceiling: 41_000n,
    run: ({ house, market, seller, buyer, houseToken }) => house.connect(market).transferFrom(seller.address, buyer.address, houseToken),
  },
  {
    name: 'gas.move-own',
    title: 'transfer by the market, own collection',
    ceiling: 43_700n,
    run: ({ own, market, seller, buyer, ownToken }) => own.connect(market).transferFrom(seller.address, buyer.address, ownToken),
  },
]

/** The same transfer in a collection of OpenZeppelin, by an operator that the owner has approved. */
async function plainTransfer(): Promise<bigint> {
  const { market, seller, buyer } = await loadCollections()
  const plain = await deployMock<'mint' | 'setApprovalForAll' | 'transferFrom'>('PlainCollection')
  for (const [index, to] of [seller, seller, buyer].entries()) await plain.mint(to.address, BigInt(index))
  await plain.connect(seller).setApprovalForAll(market.address, true)
  return gasOf(await plain.connect(market).transferFrom(seller.address, buyer.address, 0n))
}

const gasOf = async (transaction: Transaction): Promise<bigint> => (await transaction.wait())?.gasUsed ?? 0n

describe('gas of tokens', () => {
  const figures = new Map<string, bigint>()

  before(async () => {
    for (const { name, title, ceiling, run } of scenarios) {
      const gas = await gasOf(await run(await loadCollections()))
      figures.set(name, gas)
      process.stdout.write(`${name.padEnd(17)} ${title.padEnd(46)} ${String(gas).padStart(8)} most ${String(ceiling).padStart(7)}\n`)
    }
  })

  it('stays within its ceilings', () => {
    for (const { name, ceiling } of scenarios) {
      const gas = figures.get(name) ?? 0n
      expect(gas > 21_000n && gas <= ceiling, `${name}: ${gas} of ${ceiling}`).to.equal(true)
    }
  })

  it('moves a token for less than a collection without any of its features does', async () => {
    const plain = await plainTransfer()
    const house = figures.get('gas.move-house') ?? plain
    expect(house < plain, `${house} here, ${plain} there`).to.equal(true)
  })
})
