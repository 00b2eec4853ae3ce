import type { HardhatEthersSigner } from '@nomicfoundation/hardhat-ethers/types'
import { expect } from 'chai'
import { FEES, GIFTS, HOUR, loadCurrencies, NO_MEMO, QUESTS, REPAIRS, whole } from '../fixtures/currencies.ts'
import { DAY, ethers, networkHelpers, word } from '../fixtures/trade.ts'

const MOST = 2n ** 256n - 1n

describe('a faucet emptied twice at the seam of two windows', () => {
  it('an account gets its limit at the end of one and again at the start of the next, and then no more', async () => {
    const { currency, pouring, player, at } = await loadCurrencies()
    const pour = (amount: bigint) => pouring.pour(QUESTS, player.address, amount, NO_MEMO)
    await at(3n * HOUR - 1n)
    await pour(whole(40))
    await at(3n * HOUR)
    await pour(whole(40))
    for (const passed of [3n * HOUR + 1n, 4n * HOUR - 1n]) {
      await at(passed)
      await expect(pour(1n)).to.be.revertedWithCustomError(currency, 'WorldsAccountExhausted').withArgs(QUESTS, player.address, 1n, 0n)
    }
    expect(await currency.balanceOf(player.address)).to.equal(whole(80))
  })

  it('all together get theirs twice, and what one window left is not carried to the next', async () => {
    const { currency, pouring, player, rival, stranger, at } = await loadCurrencies()
    const everyone = (amounts: bigint[]) =>
      pouring.pourMany(
        QUESTS,
        [player, rival, stranger].map(({ address: to }, index) => ({ to, amount: amounts[index] as bigint, memo: NO_MEMO })),
      )
    const full = [whole(40), whole(40), whole(20)]
    await at(2n * HOUR - 1n)
    await everyone(full)
    await at(2n * HOUR)
    await everyone(full)
    // Of the fourth nothing is used, and the fifth is no larger for that.
    await at(5n * HOUR)
    await expect(everyone([whole(40), whole(40), whole(20) + 1n])).to.be.revertedWithCustomError(currency, 'WorldsWindowExhausted')
    await everyone(full)
  })
})

describe('a faucet used by a right that has ended, or was never given', () => {
  it('a former operator neither appoints nor pours, whoever it appointed before', async () => {
    const { currency, registry, operator, source, successor, player, handOver, worldId } = await loadCurrencies()
    await currency.connect(operator).appoint(GIFTS, operator.address)
    await handOver()
    for (const [faucet, by] of [
      [QUESTS, source],
      [GIFTS, operator],
    ] as const)
      await expect(currency.connect(by).pour(faucet, by.address, 1n, NO_MEMO))
        .to.be.revertedWithCustomError(currency, 'WorldsNotSource')
        .withArgs(by.address, faucet)
    await expect(currency.connect(operator).appoint(QUESTS, operator.address))
      .to.be.revertedWithCustomError(registry, 'WorldsNotOperator')
      .withArgs(operator.address, worldId)
    await currency.connect(successor).appoint(QUESTS, successor.address)
    await currency.connect(successor).pour(QUESTS, player.address, 1n, NO_MEMO)
  })

  it('whoever is to take over has no power before it does', async () => {
    const { currency, registry, operator, successor, worldId } = await loadCurrencies()
    await registry.connect(operator).announceHandover(worldId, successor.address)
    await networkHelpers.time.increase(3n * DAY)
    await expect(currency.connect(successor).appoint(QUESTS, successor.address)).to.be.revertedWithCustomError(
      registry,
      'WorldsNotOperator',
    )
    await currency.connect(operator).appoint(QUESTS, successor.address)
  })

  it('an operator that comes back finds what it appointed, unless another was since', async () => {
    const { currency, operator, source, successor, stranger, handOver } = await loadCurrencies()
    await handOver()
    await currency.connect(successor).appoint(GIFTS, stranger.address)
    await handOver(successor, operator)
    expect([await currency.sourceOf(QUESTS), await currency.sourceOf(GIFTS)]).to.deep.equal([source.address, ethers.ZeroAddress])
  })

  it('the source of one faucet, and of another currency, has no power over this one', async () => {
    const { currency, operator, pouring, stranger, player, declare, declaration } = await loadCurrencies()
    await currency.connect(operator).appoint(GIFTS, stranger.address)
    await expect(pouring.pour(GIFTS, player.address, 1n, NO_MEMO)).to.be.revertedWithCustomError(currency, 'WorldsNotSource')
    const { currency: other } = await declare(declaration)
    await expect(other.connect(stranger).pour(GIFTS, player.address, 1n, NO_MEMO)).to.be.revertedWithCustomError(other, 'WorldsNotSource')
  })

  it('the operator of another world has none either', async () => {
    const { currency, registry, factory, stranger, worldId, declaration } = await loadCurrencies()
    const by = registry.connect(stranger)
    await by.register(word('salt'), word('manifest'), ethers.ZeroHash)
    await expect(currency.connect(stranger).appoint(QUESTS, stranger.address)).to.be.revertedWithCustomError(registry, 'WorldsNotOperator')
    await expect(factory.connect(stranger).declareCurrency(worldId, declaration)).to.be.revertedWithCustomError(
      registry,
      'WorldsNotOperator',
    )
  })
})

describe('an amount that overflows, or slips past a limit in parts', () => {
  it('the largest numbers are refused as what they are', async () => {
    const { currency, pouring, player } = await loadCurrencies()
    for (const amount of [MOST, 2n ** 128n, 2n ** 128n + 1n, MOST - whole(100)])
      await expect(pouring.pour(QUESTS, player.address, amount, NO_MEMO)).to.be.revertedWithCustomError(currency, 'WorldsCurveExceeded')
    await expect(currency.connect(player).drain(REPAIRS, MOST, NO_MEMO)).to.be.revertedWithCustomError(currency, 'ERC20InsufficientBalance')
  })

  it('a faucet without limits pours a curve without limits, to the last unit', async () => {
    const { declare, declaration, operator, player, rival, now } = await loadCurrencies()
    const largest = 2n ** 128n - 1n
    const faucets = [{ ...declaration.faucets[0]!, perWindow: largest, perAccount: largest, window: 2n ** 32n - 1n }]
    const { currency } = await declare({ ...declaration, faucets, cap: largest, curve: [{ time: (await now()) - 1n, most: largest }] })
    const by = currency.connect(operator)
    await by.appoint(QUESTS, operator.address)
    await by.pour(QUESTS, player.address, largest - 1n, NO_MEMO)
    await currency.connect(player).drain(REPAIRS, largest - 1n, NO_MEMO)
    // The curve has room again, the window has not.
    await expect(by.pour(QUESTS, player.address, 2n, NO_MEMO))
      .to.be.revertedWithCustomError(currency, 'WorldsWindowExhausted')
      .withArgs(QUESTS, 2n, 1n)
    await by.pour(QUESTS, rival.address, 1n, NO_MEMO)
    expect(await currency.emittedBy(QUESTS)).to.equal(largest)
  })

  it('many small pours come no further than a large one, in one call or in several', async () => {
    const { currency, pouring, player } = await loadCurrencies()
    const parts = Array.from({ length: 100 }, () => ({ to: player.address, amount: whole(40) / 100n, memo: NO_MEMO }))
    await expect(
      pouring.pourMany(QUESTS, [{ to: player.address, amount: 1n, memo: NO_MEMO }, ...parts.slice(1), parts[0]!].slice(0, 100)),
    ).not.to.be.revert(ethers)
    const left = await currency.leftFor(QUESTS, player.address)
    expect(left).to.equal(whole(40) / 100n - 1n)
    await pouring.pour(QUESTS, player.address, left, NO_MEMO)
    await expect(pouring.pour(QUESTS, player.address, 1n, NO_MEMO)).to.be.revertedWithCustomError(currency, 'WorldsAccountExhausted')
  })

  it('draining and pouring in turn never passes what a faucet may ever pour', async () => {
    const { currency, pouring, player, at } = await loadCurrencies()
    let poured = 0n
    for (let day = 1n; day <= 4n; day += 1n) {
      await at(day * DAY)
      await networkHelpers.mine()
      const left = await currency.leftFor(GIFTS, player.address)
      if (left === 0n) continue
      await pouring.pour(GIFTS, player.address, left, NO_MEMO)
      await currency.connect(player).drain(FEES, left, NO_MEMO)
      poured += left
    }
    expect([poured, await currency.emittedBy(GIFTS), await currency.totalSupply()]).to.deep.equal([whole(1_200), whole(1_200), 0n])
  })
})

describe('a permit replayed, carried elsewhere, changed or late', () => {
  const types = {
    Permit: [
      { name: 'owner', type: 'address' },
      { name: 'spender', type: 'address' },
      { name: 'value', type: 'uint256' },
      { name: 'nonce', type: 'uint256' },
      { name: 'deadline', type: 'uint256' },
    ],
  }
  async function permitted(change: object = {}) {
    const world = await loadCurrencies()
    const { currency, address, player, rival, now, pouring } = world
    await pouring.pour(QUESTS, player.address, whole(40), NO_MEMO)
    const deadline = (await now()) + 100n
    const domain = { name: 'Ember', version: '1', chainId: 31_337n, verifyingContract: address, ...change }
    const message = { owner: player.address, spender: rival.address, value: 10n, nonce: 0n, deadline }
    const { v, r, s } = ethers.Signature.from(await player.signTypedData(domain, types, message))
    const permit = (at = currency, value = 10n, spender: HardhatEthersSigner = rival) =>
      at.permit(player.address, spender.address, value, deadline, v, r, s)
    return { ...world, permit, deadline }
  }

  it('it allows once what was signed, and drains with it', async () => {
    const { currency, permit, player, rival } = await permitted()
    await permit()
    await currency.connect(rival).drainFrom(REPAIRS, player.address, 10n, NO_MEMO)
    await expect(permit()).to.be.revertedWithCustomError(currency, 'ERC2612InvalidSigner')
    expect([await currency.allowance(player.address, rival.address), await currency.nonces(player.address)]).to.deep.equal([0n, 1n])
  })

  it('it is worth nothing on another chain, in another currency, or for other terms', async () => {
    const elsewhere = await permitted({ chainId: 1n })
    await expect(elsewhere.permit()).to.be.revertedWithCustomError(elsewhere.currency, 'ERC2612InvalidSigner')
    const { currency, permit, declare, declaration, stranger } = await permitted()
    const { currency: twin } = await declare(declaration)
    await expect(permit(twin)).to.be.revertedWithCustomError(twin, 'ERC2612InvalidSigner')
    await expect(permit(currency, 11n)).to.be.revertedWithCustomError(currency, 'ERC2612InvalidSigner')
    await expect(permit(currency, 10n, stranger)).to.be.revertedWithCustomError(currency, 'ERC2612InvalidSigner')
  })

  it('it is worth nothing after its end', async () => {
    const { currency, permit, deadline } = await permitted()
    await networkHelpers.time.setNextBlockTimestamp(deadline + 1n)
    await expect(permit()).to.be.revertedWithCustomError(currency, 'ERC2612ExpiredSignature').withArgs(deadline)
  })
})

describe('a currency made by hand, or sent where nobody can use it', () => {
  it('the factory knows only its own, and one made by hand is held to the same rules', async () => {
    const { factory, registryAddress, worldId, declaration, currency } = await loadCurrencies()
    const byHand = await ethers.deployContract('WorldCurrency', [registryAddress, worldId, declaration])
    expect(await factory.worldOf(await byHand.getAddress())).to.equal(ethers.ZeroHash)
    const broken = { ...declaration, curve: [] }
    await expect(ethers.deployContract('WorldCurrency', [registryAddress, worldId, broken])).to.be.revertedWithCustomError(
      currency,
      'WorldsCurveLength',
    )
  })

  it('one of a world that does not exist obeys nobody', async () => {
    const { registry, registryAddress, operator, declaration } = await loadCurrencies()
    const orphan = await ethers.deployContract('WorldCurrency', [registryAddress, word('nowhere'), declaration])
    expect(await orphan.sourceOf(QUESTS)).to.equal(ethers.ZeroAddress)
    await expect(orphan.connect(operator).appoint(QUESTS, operator.address)).to.be.revertedWithCustomError(registry, 'WorldsNotOperator')
    await expect(orphan.connect(operator).pour(QUESTS, operator.address, 1n, NO_MEMO)).to.be.revertedWithCustomError(
      orphan,
      'WorldsNotSource',
    )
  })

  it('nothing reaches nobody or the currency itself, by whatever way', async () => {
    const { currency, address, pouring, player } = await loadCurrencies()
    await pouring.pour(QUESTS, player.address, 5n, NO_MEMO)
    for (const [to, error] of [
      [address, 'WorldsReceiverIsCurrency'],
      [ethers.ZeroAddress, 'ERC20InvalidReceiver'],
    ] as const)
      for (const way of [
        () => currency.connect(player).transfer(to, 1n),
        () => pouring.pour(QUESTS, to, 1n, NO_MEMO),
        () => pouring.pourMany(QUESTS, [{ to, amount: 1n, memo: NO_MEMO }]),
      ])
        await expect(way()).to.be.revertedWithCustomError(currency, error)
    expect(await currency.totalSupply()).to.equal(5n)
  })
})

describe('the key of a world’s operator stolen', () => {
  it('the worst is to pour to itself what every faucet may pour, never above the curve', async () => {
    const { currency, operator, declaredAt, at } = await loadCurrencies()
    const thief = currency.connect(operator)
    for (const faucet of [QUESTS, GIFTS]) await thief.appoint(faucet, operator.address)
    for (let hour = 1n; hour <= 40n; hour += 1n) {
      await at(hour * HOUR)
      await networkHelpers.mine()
      for (const faucet of [QUESTS, GIFTS]) {
        const left = await currency.leftFor(faucet, operator.address)
        if (left > 0n) await thief.pour(faucet, operator.address, left, NO_MEMO)
      }
      expect(await currency.totalSupply()).to.be.at.most(await currency.curveAt(declaredAt + hour * HOUR + 10n))
    }
    // 40 whole units an hour by the one, 1,200 for ever by the other, or the curve where that is less.
    expect(await currency.emittedBy(GIFTS)).to.be.at.most(whole(1_200))
    expect(await currency.emittedBy(QUESTS)).to.be.at.most(40n * whole(40))
  })

  it('there is no function over the balances of others, over the limits, or over what was appointed elsewhere', async () => {
    const { currency, factory } = await loadCurrencies()
    const changing = (contract: typeof currency | typeof factory) => {
      const names: string[] = []
      contract.interface.forEachFunction(({ name, stateMutability, payable }) => {
        expect(payable, name).to.equal(false)
        if (stateMutability !== 'view' && stateMutability !== 'pure') names.push(name)
      })
      return names.sort()
    }
    expect(changing(currency)).to.deep.equal(
      ['appoint', 'approve', 'drain', 'drainFrom', 'permit', 'pour', 'pourMany', 'transfer', 'transferFrom'].sort(),
    )
    expect(changing(factory)).to.deep.equal(['declareCurrency'])
  })

  it('it cannot take or drain what players have', async () => {
    const { currency, operator, source, pouring, player } = await loadCurrencies()
    await pouring.pour(QUESTS, player.address, whole(40), NO_MEMO)
    for (const by of [operator, source])
      for (const take of [
        () => currency.connect(by).drainFrom(REPAIRS, player.address, 1n, NO_MEMO),
        () => currency.connect(by).transferFrom(player.address, by.address, 1n),
      ])
        await expect(take()).to.be.revertedWithCustomError(currency, 'ERC20InsufficientAllowance')
    expect(await currency.balanceOf(player.address)).to.equal(whole(40))
  })
})
