import { expect } from 'chai'
import type { EventLog } from 'ethers'
import { type Declaration, declarationFrom, loadCurrencies, whole } from '../fixtures/currencies.ts'
import { ethers, word } from '../fixtures/trade.ts'

const plain = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(plain) : typeof value === 'object' && value !== null ? Object.values(value).map(plain) : value

/** A valid declaration and what is changed about it. */
async function declaring() {
  const world = await loadCurrencies()
  const attempt = (change: Partial<Declaration>) =>
    world.factory.connect(world.operator).declareCurrency(world.worldId, { ...declarationFrom(world.declaredAt), ...change })
  const faucet = world.declaration.faucets[0] as Declaration['faucets'][number]
  const refused = (change: Partial<Declaration>, error: string, ...args: unknown[]) =>
    expect(
      attempt(change),
      JSON.stringify(change, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    )
      .to.be.revertedWithCustomError(world.currency, error)
      .withArgs(...args)
  return { ...world, attempt, refused, faucet }
}
const named = (count: number) => Array.from({ length: count }, (_, index) => ({ name: word(`name ${index}`) }))

describe('declareCurrency', () => {
  it('it makes an ERC-20 with permits that knows all that was declared', async () => {
    const { currency, declaration, declaredAt, worldId, registryAddress } = await loadCurrencies()
    expect(await currency.declaration()).to.deep.equal(plain(declaration))
    expect([await currency.name(), await currency.symbol(), await currency.decimals()]).to.deep.equal(['Ember', 'EMB', 18n])
    expect([await currency.CAP(), await currency.totalSupply(), await currency.MAX_POURS()]).to.deep.equal([whole(10_000), 0n, 100n])
    expect([await currency.WORLD_ID(), await currency.REGISTRY(), await currency.DECLARED_AT()]).to.deep.equal([
      worldId,
      registryAddress,
      declaredAt,
    ])
    const [, name, version, chainId, contract] = await currency.eip712Domain()
    expect([name, version, chainId, contract]).to.deep.equal(['Ember', '1', 31_337n, await currency.getAddress()])
  })

  it('it announces the whole declaration', async () => {
    const { factory, currency, operator, worldId, declaration } = await loadCurrencies()
    const [event] = (await factory.queryFilter(factory.filters.CurrencyDeclared(worldId))) as unknown as EventLog[]
    expect(event?.args.currency).to.equal(await currency.getAddress())
    expect(event?.args.creator).to.equal(operator.address)
    expect(event?.args.declaration).to.deep.equal(plain(declaration))
  })

  it('it makes several of one world, also of the same declaration', async () => {
    const { factory, declare, address, worldId, declaration, registryAddress } = await loadCurrencies()
    const { address: second } = await declare(declaration)
    const { address: third } = await declare(declaration)
    expect(new Set([address, second, third]).size).to.equal(3)
    expect(await factory.currencyCountOf(worldId)).to.equal(3n)
    for (const one of [address, second, third]) expect(await factory.worldOf(one)).to.equal(worldId)
    expect(await factory.worldOf(registryAddress)).to.equal(ethers.ZeroHash)
    expect(await factory.REGISTRY()).to.equal(registryAddress)
  })

  it('it takes the most and the least that may be declared', async () => {
    const { attempt, faucet } = await declaring()
    const points = Array.from({ length: 16 }, (_, index) => ({ time: BigInt(index), most: 0n }))
    const faucets = named(16).map((name) => ({ ...faucet, ...name }))
    await attempt({ name: 'n'.repeat(31), symbol: 's'.repeat(16), curve: points, faucets, sinks: named(16), cap: 0n })
    const least = { ...faucet, perWindow: 1n, perAccount: 1n, total: 0n, window: 1n }
    const most = { ...faucet, name: word('other'), perWindow: 2n ** 128n - 1n, perAccount: 2n ** 128n - 1n, window: 2n ** 32n - 1n }
    const curve = [{ time: 2n ** 64n - 1n, most: 2n ** 128n - 1n }]
    await attempt({ name: 'n', symbol: 's', cap: 2n ** 128n - 1n, curve, faucets: [least, most] })
  })

  it('it lets a faucet and a sink have the same name', async () => {
    const { attempt, faucet } = await declaring()
    await attempt({ faucets: [faucet], sinks: [{ name: faucet.name }] })
  })

  describe('when the name or the symbol is empty or too long', () => {
    it('it reverts with WorldsCurrencyNameLength', async () => {
      const { refused } = await declaring()
      await refused({ name: '' }, 'WorldsCurrencyNameLength', 0n, 31n)
      await refused({ name: 'n'.repeat(32) }, 'WorldsCurrencyNameLength', 32n, 31n)
      await refused({ symbol: '' }, 'WorldsCurrencyNameLength', 0n, 16n)
      await refused({ symbol: 's'.repeat(17) }, 'WorldsCurrencyNameLength', 17n, 16n)
    })
  })

  describe('when the curve has no points or too many', () => {
    it('it reverts with WorldsCurveLength', async () => {
      const { refused } = await declaring()
      await refused({ curve: [] }, 'WorldsCurveLength', 0n, 16n)
      const points = Array.from({ length: 17 }, (_, index) => ({ time: BigInt(index), most: 0n }))
      await refused({ curve: points }, 'WorldsCurveLength', 17n, 16n)
    })
  })

  describe('when two points have one time or the wrong order', () => {
    it('it reverts with WorldsCurveTimeNotRising', async () => {
      const { refused } = await declaring()
      for (const time of [5n, 4n]) {
        const curve = [4n, 5n, time].map((each) => ({ time: each, most: 1n }))
        await refused({ curve }, 'WorldsCurveTimeNotRising', 2n, time, 5n)
      }
    })
  })

  describe('when the curve falls', () => {
    it('it reverts with WorldsCurveFalling', async () => {
      const { refused } = await declaring()
      const curve = [7n, 7n, 6n].map((most, time) => ({ time: BigInt(time), most }))
      await refused({ curve }, 'WorldsCurveFalling', 2n, 6n, 7n)
    })
  })

  describe('when the curve ends above the cap', () => {
    it('it reverts with WorldsCurveAboveCap', async () => {
      const { refused, attempt } = await declaring()
      await refused({ cap: whole(8_000) - 1n }, 'WorldsCurveAboveCap', whole(8_000), whole(8_000) - 1n)
      await attempt({ cap: whole(8_000) })
    })
  })

  describe('when there are no faucets or too many', () => {
    it('it reverts with WorldsFaucetCount', async () => {
      const { refused, faucet } = await declaring()
      await refused({ faucets: [] }, 'WorldsFaucetCount', 0n, 16n)
      await refused({ faucets: named(17).map((name) => ({ ...faucet, ...name })) }, 'WorldsFaucetCount', 17n, 16n)
    })
  })

  describe('when a faucet pours nothing, or to one account more than to all', () => {
    it('it reverts with WorldsFaucetLimitsInvalid', async () => {
      const { refused, faucet } = await declaring()
      for (const [perWindow, perAccount] of [
        [0n, 0n],
        [1n, 0n],
        [0n, 1n],
        [1n, 2n],
      ] as const) {
        const wrong = { ...faucet, name: word('wrong'), perWindow, perAccount }
        await refused({ faucets: [faucet, wrong] }, 'WorldsFaucetLimitsInvalid', 1n, perWindow, perAccount)
      }
    })
  })

  describe('when a window has no length', () => {
    it('it reverts with WorldsFaucetWindowZero', async () => {
      const { refused, faucet } = await declaring()
      await refused({ faucets: [{ ...faucet, window: 0n }] }, 'WorldsFaucetWindowZero', 0n)
    })
  })

  describe('when there are no sinks or too many', () => {
    it('it reverts with WorldsSinkCount', async () => {
      const { refused } = await declaring()
      await refused({ sinks: [] }, 'WorldsSinkCount', 0n, 16n)
      await refused({ sinks: named(17) }, 'WorldsSinkCount', 17n, 16n)
    })
  })

  describe('when a faucet or a sink has no name or that of another', () => {
    it('it reverts with WorldsNameInvalid', async () => {
      const { refused, faucet } = await declaring()
      const zero = ethers.ZeroHash
      await refused({ faucets: [{ ...faucet, name: zero }] }, 'WorldsNameInvalid', 0n, zero)
      await refused({ sinks: [...named(2), { name: zero }] }, 'WorldsNameInvalid', 2n, zero)
      const other = { ...faucet, name: word('other') }
      await refused({ faucets: [faucet, other, faucet] }, 'WorldsNameInvalid', 2n, faucet.name)
      await refused({ sinks: [...named(3), { name: word('name 1') }] }, 'WorldsNameInvalid', 3n, word('name 1'))
    })
  })

  describe('when somebody else than the operator declares', () => {
    it('it reverts with WorldsNotOperator', async () => {
      const { factory, registry, stranger, worldId, declaration } = await loadCurrencies()
      await expect(factory.connect(stranger).declareCurrency(worldId, declaration))
        .to.be.revertedWithCustomError(registry, 'WorldsNotOperator')
        .withArgs(stranger.address, worldId)
    })
  })

  describe('when there is no such world', () => {
    it('it reverts with WorldsUnknown', async () => {
      const { factory, registry, operator, declaration } = await loadCurrencies()
      await expect(factory.connect(operator).declareCurrency(word('nowhere'), declaration))
        .to.be.revertedWithCustomError(registry, 'WorldsUnknown')
        .withArgs(word('nowhere'))
    })
  })
})
