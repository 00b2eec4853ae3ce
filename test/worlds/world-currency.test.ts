import { expect } from 'chai'
import { FEES, GIFTS, HOUR, loadCurrencies, NO_MEMO, QUESTS, REPAIRS, whole } from '../fixtures/currencies.ts'
import { DAY, ethers, networkHelpers, word } from '../fixtures/trade.ts'

const MEMO = word('quest 7')

describe('appoint', () => {
  it('it makes one account the source of a faucet, instead of the one before', async () => {
    const { currency, operator, source, rival, player } = await loadCurrencies()
    const appointed = currency.connect(operator).appoint(QUESTS, rival.address)
    await expect(appointed).to.emit(currency, 'SourceAppointed').withArgs(QUESTS, rival.address, operator.address)
    expect([await currency.sourceOf(QUESTS), await currency.sourceOf(GIFTS)]).to.deep.equal([rival.address, source.address])
    await currency.connect(rival).pour(QUESTS, player.address, 1n, MEMO)
    await expect(currency.connect(source).pour(QUESTS, player.address, 1n, MEMO)).to.be.revertedWithCustomError(currency, 'WorldsNotSource')
  })

  it('it appoints nobody where the source is zero', async () => {
    const { currency, operator, pouring, player } = await loadCurrencies()
    await currency.connect(operator).appoint(QUESTS, ethers.ZeroAddress)
    expect(await currency.sourceOf(QUESTS)).to.equal(ethers.ZeroAddress)
    await expect(pouring.pour(QUESTS, player.address, 1n, MEMO)).to.be.revertedWithCustomError(currency, 'WorldsNotSource')
  })

  it('it ends with the office of who appointed', async () => {
    const { currency, handOver, pouring, player, successor, source } = await loadCurrencies()
    await handOver()
    expect(await currency.sourceOf(QUESTS)).to.equal(ethers.ZeroAddress)
    await expect(pouring.pour(QUESTS, player.address, 1n, MEMO)).to.be.revertedWithCustomError(currency, 'WorldsNotSource')
    await currency.connect(successor).appoint(QUESTS, source.address)
    await pouring.pour(QUESTS, player.address, 1n, MEMO)
  })

  describe('when somebody else than the operator appoints', () => {
    it('it reverts with WorldsNotOperator', async () => {
      const { currency, registry, source, stranger, worldId } = await loadCurrencies()
      for (const by of [source, stranger])
        await expect(currency.connect(by).appoint(QUESTS, by.address))
          .to.be.revertedWithCustomError(registry, 'WorldsNotOperator')
          .withArgs(by.address, worldId)
    })
  })

  describe('when there is no such faucet', () => {
    it('it reverts with WorldsFaucetUnknown', async () => {
      const { currency, operator, source } = await loadCurrencies()
      for (const ask of [
        () => currency.connect(operator).appoint(2n, source.address),
        () => currency.connect(source).pour(2n, source.address, 1n, MEMO),
        () => currency.faucetOf(2n),
        () => currency.leftFor(2n, source.address),
        () => currency.sourceOf(2n),
      ])
        await expect(ask()).to.be.revertedWithCustomError(currency, 'WorldsFaucetUnknown').withArgs(2n)
    })
  })
})

describe('pour', () => {
  it('it makes currency and says what for', async () => {
    const { currency, pouring, source, player } = await loadCurrencies()
    const poured = pouring.pour(QUESTS, player.address, whole(40), MEMO)
    await expect(poured).to.emit(currency, 'FaucetPoured').withArgs(QUESTS, player.address, MEMO, whole(40), source.address)
    await expect(poured).to.emit(currency, 'Transfer').withArgs(ethers.ZeroAddress, player.address, whole(40))
    expect([await currency.balanceOf(player.address), await currency.totalSupply()]).to.deep.equal([whole(40), whole(40)])
    expect([await currency.emittedBy(QUESTS), await currency.emittedBy(GIFTS)]).to.deep.equal([whole(40), 0n])
  })

  it('it pours to each account up to its limit, and to all together up to theirs, in every window anew', async () => {
    const { currency, pouring, player, rival, stranger, at } = await loadCurrencies()
    await at(HOUR)
    for (const to of [player, rival]) await pouring.pour(QUESTS, to.address, whole(40), NO_MEMO)
    await expect(pouring.pour(QUESTS, player.address, 1n, NO_MEMO))
      .to.be.revertedWithCustomError(currency, 'WorldsAccountExhausted')
      .withArgs(QUESTS, player.address, 1n, 0n)
    await expect(pouring.pour(QUESTS, stranger.address, whole(20) + 1n, NO_MEMO))
      .to.be.revertedWithCustomError(currency, 'WorldsWindowExhausted')
      .withArgs(QUESTS, whole(20) + 1n, whole(20))
    await pouring.pour(QUESTS, stranger.address, whole(20), NO_MEMO)
    // The other faucet has limits of its own.
    await pouring.pour(GIFTS, player.address, 1n, NO_MEMO)
    await at(2n * HOUR)
    for (const to of [player, rival]) await pouring.pour(QUESTS, to.address, whole(40), NO_MEMO)
    expect(await currency.emittedBy(QUESTS)).to.equal(whole(180))
  })

  it('it uses up room under the curve', async () => {
    const { currency, pouring, player, at, declaredAt } = await loadCurrencies()
    // 1,000 at the declaration, rising by 4,000 in ten days.
    await pouring.pour(GIFTS, player.address, whole(900), NO_MEMO)
    await at(10n)
    const most = whole(1_000) + (whole(4_000) * 10n) / (10n * DAY)
    await expect(pouring.pour(QUESTS, player.address, whole(40), NO_MEMO)).not.to.be.revert(ethers)
    expect(await currency.curveAt(declaredAt + 10n)).to.equal(most)
    expect(await currency.room()).to.equal(most - whole(940))
  })

  describe('when the curve has no room', () => {
    it('it reverts with WorldsCurveExceeded', async () => {
      const { declare, declaration, operator, player, now } = await loadCurrencies()
      const time = (await now()) + 10n * DAY
      const faucets = declaration.faucets.map((faucet) => ({ ...faucet, perWindow: whole(900), perAccount: whole(900) }))
      const { currency } = await declare({ ...declaration, faucets, curve: [{ time, most: 7n }] })
      const by = currency.connect(operator)
      await by.appoint(QUESTS, operator.address)
      await expect(by.pour(QUESTS, player.address, 1n, NO_MEMO))
        .to.be.revertedWithCustomError(currency, 'WorldsCurveExceeded')
        .withArgs(1n, 0n)
      await networkHelpers.time.setNextBlockTimestamp(time)
      await by.pour(QUESTS, player.address, 7n, NO_MEMO)
      await expect(by.pour(QUESTS, player.address, 1n, NO_MEMO)).to.be.revertedWithCustomError(currency, 'WorldsCurveExceeded')
      // What is drained makes room.
      await currency.connect(player).drain(REPAIRS, 3n, NO_MEMO)
      await expect(by.pour(QUESTS, player.address, 4n, NO_MEMO))
        .to.be.revertedWithCustomError(currency, 'WorldsCurveExceeded')
        .withArgs(4n, 3n)
      await by.pour(QUESTS, player.address, 3n, NO_MEMO)
    })
  })

  describe('when the faucet has poured all that it ever may', () => {
    it('it reverts with WorldsFaucetDry', async () => {
      const { currency, pouring, player, at } = await loadCurrencies()
      await pouring.pour(GIFTS, player.address, whole(900), NO_MEMO)
      await currency.connect(player).drain(FEES, whole(900), NO_MEMO)
      await at(DAY)
      await expect(pouring.pour(GIFTS, player.address, whole(301), NO_MEMO))
        .to.be.revertedWithCustomError(currency, 'WorldsFaucetDry')
        .withArgs(GIFTS, whole(301), whole(300))
      await pouring.pour(GIFTS, player.address, whole(300), NO_MEMO)
      await expect(pouring.pour(GIFTS, player.address, 1n, NO_MEMO)).to.be.revertedWithCustomError(currency, 'WorldsFaucetDry')
    })
  })

  describe('when the amount is zero', () => {
    it('it reverts with WorldsAmountZero', async () => {
      const { currency, pouring, player } = await loadCurrencies()
      await expect(pouring.pour(QUESTS, player.address, 0n, NO_MEMO)).to.be.revertedWithCustomError(currency, 'WorldsAmountZero')
    })
  })

  describe('when it would go to nobody', () => {
    it('it reverts with ERC20InvalidReceiver', async () => {
      const { currency, pouring } = await loadCurrencies()
      await expect(pouring.pour(QUESTS, ethers.ZeroAddress, 1n, NO_MEMO))
        .to.be.revertedWithCustomError(currency, 'ERC20InvalidReceiver')
        .withArgs(ethers.ZeroAddress)
    })
  })
})

describe('pourMany', () => {
  it('it pours to each as if one by one', async () => {
    const { currency, pouring, source, player, rival } = await loadCurrencies()
    const poured = pouring.pourMany(QUESTS, [
      { to: player.address, amount: 3n, memo: MEMO },
      { to: rival.address, amount: 4n, memo: NO_MEMO },
      { to: player.address, amount: 5n, memo: NO_MEMO },
    ])
    await expect(poured).to.emit(currency, 'FaucetPoured').withArgs(QUESTS, player.address, MEMO, 3n, source.address)
    await expect(poured).to.emit(currency, 'FaucetPoured').withArgs(QUESTS, rival.address, NO_MEMO, 4n, source.address)
    await expect(poured).to.emit(currency, 'FaucetPoured').withArgs(QUESTS, player.address, NO_MEMO, 5n, source.address)
    expect([await currency.balanceOf(player.address), await currency.balanceOf(rival.address)]).to.deep.equal([8n, 4n])
    expect([await currency.emittedBy(QUESTS), await currency.leftFor(QUESTS, player.address)]).to.deep.equal([12n, whole(40) - 8n])
  })

  it('it pours to none where one cannot be poured', async () => {
    const { currency, pouring, player, rival } = await loadCurrencies()
    const pours = [player, player].map(({ address: to }) => ({ to, amount: whole(21), memo: NO_MEMO }))
    await expect(pouring.pourMany(QUESTS, [{ to: rival.address, amount: 1n, memo: NO_MEMO }, ...pours]))
      .to.be.revertedWithCustomError(currency, 'WorldsAccountExhausted')
      .withArgs(QUESTS, player.address, whole(21), whole(19))
    expect(await currency.totalSupply()).to.equal(0n)
  })

  describe('when there are no pours or too many', () => {
    it('it reverts with WorldsPourCount', async () => {
      const { currency, pouring, player } = await loadCurrencies()
      const pours = Array.from({ length: 101 }, () => ({ to: player.address, amount: 1n, memo: NO_MEMO }))
      await expect(pouring.pourMany(QUESTS, [])).to.be.revertedWithCustomError(currency, 'WorldsPourCount').withArgs(0n, 100n)
      await expect(pouring.pourMany(QUESTS, pours)).to.be.revertedWithCustomError(currency, 'WorldsPourCount').withArgs(101n, 100n)
      await pouring.pourMany(QUESTS, pours.slice(1))
    })
  })

  describe('when somebody else than the source pours', () => {
    it('it reverts with WorldsNotSource', async () => {
      const { currency, operator, stranger } = await loadCurrencies()
      for (const by of [operator, stranger])
        await expect(currency.connect(by).pourMany(QUESTS, [{ to: by.address, amount: 1n, memo: NO_MEMO }]))
          .to.be.revertedWithCustomError(currency, 'WorldsNotSource')
          .withArgs(by.address, QUESTS)
    })
  })
})

/** A player with 40 whole units. */
async function rich() {
  const world = await loadCurrencies()
  await world.pouring.pour(QUESTS, world.player.address, whole(40), NO_MEMO)
  return { ...world, mine: world.currency.connect(world.player) }
}

describe('drain', () => {
  it('it takes currency out of circulation and counts it for the sink', async () => {
    const { currency, mine, player } = await rich()
    const drained = mine.drain(REPAIRS, whole(15), MEMO)
    await expect(drained).to.emit(currency, 'SinkDrained').withArgs(REPAIRS, player.address, MEMO, whole(15), player.address)
    await expect(drained).to.emit(currency, 'Transfer').withArgs(player.address, ethers.ZeroAddress, whole(15))
    await mine.drain(FEES, 1n, NO_MEMO)
    expect([await currency.totalSupply(), await currency.balanceOf(player.address)]).to.deep.equal([whole(25) - 1n, whole(25) - 1n])
    expect([await currency.drainedBy(REPAIRS), await currency.drainedBy(FEES)]).to.deep.equal([whole(15), 1n])
    expect(await currency.sinkOf(REPAIRS)).to.deep.equal([ethers.encodeBytes32String('repairs'), whole(15)])
  })

  describe('when the holder has less', () => {
    it('it reverts with ERC20InsufficientBalance', async () => {
      const { currency, mine } = await rich()
      await expect(mine.drain(REPAIRS, whole(40) + 1n, MEMO)).to.be.revertedWithCustomError(currency, 'ERC20InsufficientBalance')
      expect(await currency.drainedBy(REPAIRS)).to.equal(0n)
    })
  })

  describe('when the amount is zero', () => {
    it('it reverts with WorldsAmountZero', async () => {
      const { currency, mine } = await rich()
      await expect(mine.drain(REPAIRS, 0n, MEMO)).to.be.revertedWithCustomError(currency, 'WorldsAmountZero')
    })
  })

  describe('when there is no such sink', () => {
    it('it reverts with WorldsSinkUnknown', async () => {
      const { currency, mine } = await rich()
      for (const ask of [() => mine.drain(2n, 1n, MEMO), () => mine.sinkOf(2n)])
        await expect(ask()).to.be.revertedWithCustomError(currency, 'WorldsSinkUnknown').withArgs(2n)
    })
  })
})

describe('drainFrom', () => {
  it('it drains what the holder allowed, and lowers that', async () => {
    const { currency, mine, player, rival } = await rich()
    await mine.approve(rival.address, whole(10))
    const drained = currency.connect(rival).drainFrom(REPAIRS, player.address, whole(4), MEMO)
    await expect(drained).to.emit(currency, 'SinkDrained').withArgs(REPAIRS, player.address, MEMO, whole(4), rival.address)
    expect(await currency.allowance(player.address, rival.address)).to.equal(whole(6))
    expect([await currency.balanceOf(player.address), await currency.drainedBy(REPAIRS)]).to.deep.equal([whole(36), whole(4)])
  })

  describe('when the holder did not allow so much', () => {
    it('it reverts with ERC20InsufficientAllowance', async () => {
      const { currency, mine, player, rival, operator } = await rich()
      await mine.approve(rival.address, 3n)
      for (const [by, amount] of [
        [rival, 4n],
        [operator, 1n],
      ] as const)
        await expect(currency.connect(by).drainFrom(REPAIRS, player.address, amount, MEMO)).to.be.revertedWithCustomError(
          currency,
          'ERC20InsufficientAllowance',
        )
    })
  })
})

describe('views', () => {
  it('it is zero before the curve begins, a line between its points, and flat after the last', async () => {
    const { currency, declaredAt } = await loadCurrencies()
    const at = (passed: bigint) => currency.curveAt(declaredAt + passed)
    expect([await currency.curveAt(0n), await at(-1n), await at(0n)]).to.deep.equal([0n, 0n, whole(1_000)])
    expect([await at(5n * DAY), await at(10n * DAY), await at(20n * DAY)]).to.deep.equal([whole(3_000), whole(5_000), whole(6_500)])
    expect([await at(30n * DAY), await at(31n * DAY), await currency.curveAt(2n ** 256n - 1n)]).to.deep.equal(Array(3).fill(whole(8_000)))
    // Rounded down: a second of the first line is 4,000 / 864,000 of a unit.
    expect(await at(1n)).to.equal(whole(1_000) + whole(4_000) / 864_000n)
  })

  it('it tells what is left of a faucet, its source and when its window ends', async () => {
    const { currency, pouring, source, player, declaration, declaredAt, at } = await loadCurrencies()
    await at(5n * HOUR + 7n)
    await pouring.pour(QUESTS, player.address, whole(30), NO_MEMO)
    const quests = await currency.faucetOf(QUESTS)
    expect(quests.declared).to.deep.equal(Object.values(declaration.faucets[0] as object))
    expect([quests.source, quests.windowEnd]).to.deep.equal([source.address, declaredAt + 6n * HOUR])
    expect([quests.emitted, quests.left]).to.deep.equal([whole(30), whole(70)])
    await at(6n * HOUR)
    await networkHelpers.mine()
    const later = await currency.faucetOf(QUESTS)
    expect([later.emitted, later.left, later.windowEnd]).to.deep.equal([whole(30), whole(100), declaredAt + 7n * HOUR])
    await pouring.pour(GIFTS, player.address, whole(900), NO_MEMO)
    await at(DAY)
    await networkHelpers.mine()
    // What it may ever pour is less than what it may in a window.
    expect((await currency.faucetOf(GIFTS)).left).to.equal(whole(300))
  })

  it('it tells the most that one account could be poured, by whatever is least', async () => {
    const { currency, pouring, player, rival, stranger, declare, declaration, operator, now } = await loadCurrencies()
    await pouring.pour(QUESTS, player.address, whole(30), NO_MEMO)
    expect(await currency.leftFor(QUESTS, player.address)).to.equal(whole(10))
    await pouring.pour(QUESTS, rival.address, whole(40), NO_MEMO)
    expect(await currency.leftFor(QUESTS, stranger.address)).to.equal(whole(30))
    await pouring.pour(GIFTS, player.address, whole(900), NO_MEMO)
    expect(await currency.leftFor(QUESTS, stranger.address)).to.equal(whole(30))
    expect(await currency.leftFor(GIFTS, player.address)).to.equal(0n)
    const { currency: small } = await declare({ ...declaration, curve: [{ time: (await now()) - 1n, most: 5n }] })
    await small.connect(operator).appoint(QUESTS, operator.address)
    expect(await small.leftFor(QUESTS, player.address)).to.equal(5n)
  })
})

describe('transfer', () => {
  it('it moves currency, by the holder and by an allowance', async () => {
    const { currency, mine, player, rival, stranger } = await rich()
    await mine.transfer(rival.address, 5n)
    await mine.approve(rival.address, 7n)
    await currency.connect(rival).transferFrom(player.address, stranger.address, 7n)
    expect([await currency.balanceOf(rival.address), await currency.balanceOf(stranger.address)]).to.deep.equal([5n, 7n])
    expect(await currency.totalSupply()).to.equal(whole(40))
  })

  describe('when it would go to the currency itself', () => {
    it('it reverts with WorldsReceiverIsCurrency', async () => {
      const { currency, address, mine, player, rival, pouring } = await rich()
      await mine.approve(rival.address, 1n)
      for (const way of [
        () => mine.transfer(address, 1n),
        () => currency.connect(rival).transferFrom(player.address, address, 1n),
        () => pouring.pour(QUESTS, address, 1n, NO_MEMO),
        () => pouring.pourMany(QUESTS, [{ to: address, amount: 1n, memo: NO_MEMO }]),
      ])
        await expect(way()).to.be.revertedWithCustomError(currency, 'WorldsReceiverIsCurrency')
    })
  })
})
