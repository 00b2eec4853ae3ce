import { expect } from 'chai'
import { loadCollections, networkHelpers, word } from '../fixtures/collections.ts'

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
      house
        .connect(creator)
        .mint(word('measured'), word('root measured'), word('prompt measured'), word('engine'), termsOf(creator), []),
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
    ceiling: 800_000n,
    run: ({ house, creator, termsOf }) => house.connect(creator).mintBatch(drafts(10), termsOf(creator)),
  },
  {
    name: 'gas.move-house',
    title: 'transfer by the market, house',
    ceiling: 800_000n,
    run: ({ house, market, seller, buyer, houseToken }) => house.connect(market).transferFrom(seller.address, buyer.address, houseToken),
  },
  {
    name: 'gas.move-own',
    title: 'transfer by the market, own collection',
    ceiling: 800_000n,
    run: ({ own, market, seller, buyer, ownToken }) => own.connect(market).transferFrom(seller.address, buyer.address, ownToken),
  },
]

describe('gas of tokens', () => {
  it('stays within its ceilings', async () => {
    for (const { name, title, ceiling, run } of scenarios) {
      const receipt = await (await run(await loadCollections())).wait()
      const gas = receipt?.gasUsed ?? 0n
      process.stdout.write(`${name.padEnd(17)} ${title.padEnd(40)} ${String(gas).padStart(8)} most ${String(ceiling).padStart(7)}\n`)
      expect(gas > 21_000n && gas <= ceiling, `${name}: ${gas} of ${ceiling}`).to.equal(true)
    }
  })
})
