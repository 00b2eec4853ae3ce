import { expect } from 'chai'
import type { ContractTransactionResponse } from 'ethers'
import { CALL, ERC721, loadAvatars } from '../fixtures/avatars.ts'
import { FEES, loadCurrencies, NO_MEMO, QUESTS } from '../fixtures/currencies.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, PRICE, word } from '../fixtures/trade.ts'

const gasOf = async (sent: Promise<ContractTransactionResponse>) => (await (await sent).wait())?.gasUsed ?? 0n
const within = (name: string, gas: bigint, ceiling: bigint) => {
  process.stdout.write(`      ${name}: ${gas}\n`)
  expect(gas, name).to.be.at.most(ceiling)
}

/** Ceilings, just above what was measured. */
const GAS = {
  declare: 2_750_000n,
  declareMost: 4_450_000n,
  appoint: 41_500n,
  pourFirst: 173_000n,
  pour: 87_000n,
  pourFresh: 5_680_000n,
  pourMany: 2_230_000n,
  drain: 40_000n,
  drainFrom: 50_500n,
  transfer: 35_000n,
  create: 96_000n,
  execute: 42_000n,
  equip: 114_000n,
  equipUnits: 101_000n,
  unequip: 51_500n,
  state: { none: 37_500n, plain: 173_000n, house: 176_500n, units: 167_500n, burning: 940_000n },
  fill: { none: 140_000n, plain: 275_000n, house: 276_000n, units: 269_000n, burning: 1_045_000n },
}

describe('gas of currencies', () => {
  it('declaring, pouring and draining stay within their ceilings', async () => {
    const { currency, pouring, operator, source, player, factory, worldId, declaration } = await loadCurrencies()
    const longest = {
      ...declaration,
      curve: Array.from({ length: 16 }, (_, index) => ({ time: BigInt(index), most: 1n })),
      faucets: Array.from({ length: 16 }, (_, index) => ({ ...declaration.faucets[0]!, name: word(`faucet ${index}`) })),
      sinks: Array.from({ length: 16 }, (_, index) => ({ name: word(`sink ${index}`) })),
    }
    within(
      'declare, 3 points, 2 faucets, 2 sinks',
      await gasOf(factory.connect(operator).declareCurrency(worldId, declaration)),
      GAS.declare,
    )
    within('declare, 16 of each', await gasOf(factory.connect(operator).declareCurrency(worldId, longest)), GAS.declareMost)
    within('appoint', await gasOf(currency.connect(operator).appoint(QUESTS, source.address)), GAS.appoint)
    within('pour, the first of all', await gasOf(pouring.pour(QUESTS, player.address, 1n, NO_MEMO)), GAS.pourFirst)
    within('pour', await gasOf(pouring.pour(QUESTS, player.address, 1n, NO_MEMO)), GAS.pour)
    const pours = (fresh: boolean) =>
      Array.from({ length: 100 }, (_, index) => ({
        to: fresh ? ethers.toBeHex(0x5000 + index, 20) : player.address,
        amount: 1n,
        memo: word('x'),
      }))
    within('pour to 100 who had nothing', await gasOf(pouring.pourMany(QUESTS, pours(true))), GAS.pourFresh)
    within('pour to the same 100', await gasOf(pouring.pourMany(QUESTS, pours(true))), GAS.pourMany)
    await currency.connect(player).drain(FEES, 1n, NO_MEMO)
    within('drain', await gasOf(currency.connect(player).drain(FEES, 1n, NO_MEMO)), GAS.drain)
    await pouring.pour(QUESTS, player.address, 10n, NO_MEMO)
    await currency.connect(player).approve(source.address, 10n)
    within('drainFrom', await gasOf(pouring.drainFrom(FEES, player.address, 1n, NO_MEMO)), GAS.drainFrom)
    await currency.connect(player).transfer(source.address, 1n)
    within('transfer', await gasOf(currency.connect(player).transfer(source.address, 1n)), GAS.transfer)
  })
})

describe('gas of avatars', () => {
  it('an account is made, acts and equips within its ceilings', async () => {
    const { accounts, implementationAddress, plainAddress, mine, stranger, gear, seller } = await loadAvatars()
    const create = accounts.connect(seller) as unknown as { createAccount(...args: unknown[]): Promise<ContractTransactionResponse> }
    within(
      'make an account',
      await gasOf(create.createAccount(implementationAddress, ethers.ZeroHash, 31_337n, plainAddress, 3n)),
      GAS.create,
    )
    await mine.execute(stranger.address, 0n, '0x', CALL)
    within('execute, an empty call', await gasOf(mine.execute(stranger.address, 0n, '0x', CALL)), GAS.execute)
    within('equip a token', await gasOf(mine.equip([gear.first])), GAS.equip)
    within('equip units', await gasOf(mine.equip([gear.units])), GAS.equipUnits)
    within('unequip', await gasOf(mine.unequip([gear.units])), GAS.unequip)
  })

  it('an order that commits to the state of an account with sixteen things is filled within its ceiling', async () => {
    const kinds = ['none', 'plain', 'house', 'units', 'burning'] as const
    for (const kind of kinds) {
      const world = await loadAvatars()
      const { mine, plain, plainAddress, editions, editionsAddress, address, collection, collectionAddress, creator, mint } = world
      const { source, sourceAddress, tokenId, signed, seller, market, buyer, stranger } = world
      const burning = await deployMock<'setAnswer'>('Answerer')
      const ownerOf = ethers.id('ownerOf(uint256)').slice(0, 10)
      await burning.setAnswer(ownerOf, 1, ethers.zeroPadValue(address, 32))
      const things = []
      for (let index = 0; index < 16 && kind !== 'none'; index += 1) {
        const id = 900n + BigInt(index)
        if (kind === 'plain') await plain.mint(address, id)
        if (kind === 'units') await editions.mint(address, id, 5n)
        const house = kind === 'house' ? await mint(creator, `thing ${index}`) : 0n
        if (kind === 'house') await collection.connect(creator).transferFrom(creator.address, address, house)
        things.push(
          {
            plain: { collection: plainAddress, quantity: ERC721, tokenId: id },
            house: { collection: collectionAddress, quantity: ERC721, tokenId: house },
            units: { collection: editionsAddress, quantity: 5n, tokenId: id },
            burning: { collection: await burning.getAddress(), quantity: ERC721, tokenId: id },
          }[kind],
        )
      }
      if (kind === 'none') await mine.execute(stranger.address, 0n, '0x', CALL)
      else await mine.equip(things)
      await burning.setAnswer(ownerOf, 3, '0x')
      const state = { source: sourceAddress, value: (await source.stateOf(collectionAddress, tokenId)) as `0x${string}` }
      const { order, signature } = await signed('listing', seller, { tokenId }, { form: 'state-order', state })
      const question = source.interface.encodeFunctionData('stateOf', [collectionAddress, tokenId])
      const asked = stranger.sendTransaction({ to: sourceAddress, data: question }) as unknown as Promise<ContractTransactionResponse>
      within(`asked in a transaction, ${kind}`, await gasOf(asked), GAS.state[kind])
      const fill = market.connect(buyer).fillInState(order, state, { tokenId, quantity: 0n, limit: PRICE }, signature, { value: PRICE })
      within(`fill, ${kind}`, await gasOf(fill), GAS.fill[kind])
    }
  })
})
