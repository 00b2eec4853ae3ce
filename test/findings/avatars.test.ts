import { expect } from 'chai'
import { CALL, ERC721, loadAvatars } from '../fixtures/avatars.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, PRICE, word } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const SAFE = 'safeTransferFrom(address,address,uint256)'

/** The seller's avatar, with everything equipped, listed in the state that it has. */
async function listedAvatar() {
  const world = await loadAvatars()
  const { mine, gear, source, sourceAddress, collectionAddress, tokenId, signed, seller, market, buyer } = world
  await mine.equip([gear.first, gear.units, gear.sword])
  const state = { source: sourceAddress, value: (await source.stateOf(collectionAddress, tokenId)) as Hex }
  const { order, signature } = await signed('listing', seller, { tokenId }, { form: 'state-order', state })
  const buy = () => market.connect(buyer).fillInState(order, state, { tokenId, quantity: 0n, limit: PRICE }, signature, { value: PRICE })
  const changed = async () => {
    await expect(buy())
      .to.be.revertedWithCustomError(market, 'MarketStateChanged')
      .withArgs(await source.stateOf(collectionAddress, tokenId), state.value)
    expect(await world.collection.ownerOf(tokenId)).to.equal(seller.address)
  }
  return { ...world, state, buy, changed }
}

describe('an avatar emptied before it is sold', () => {
  it('untouched it sells, and the buyer has everything that was promised', async () => {
    const { buy, account, buyer, plain, plainAddress, move, address, execute } = await listedAvatar()
    await buy()
    expect([await account.owner(), await account.held()]).to.deep.equal([buyer.address, [1n, 20n, 1n]])
    await execute(plainAddress, move(1n, address, buyer.address), 0n, buyer)
    expect(await plain.ownerOf(1n)).to.equal(buyer.address)
  })

  it('what the seller takes out just before stops the sale, equipped or not', async () => {
    for (const taken of [1n, 2n]) {
      const { changed, execute, plainAddress, move, address, seller } = await listedAvatar()
      await execute(plainAddress, move(taken, address, seller.address))
      await changed()
    }
  })

  it('so does ether, and what is taken out and brought back', async () => {
    const { changed, execute, plain, plainAddress, move, address, seller } = await listedAvatar()
    await execute(plainAddress, move(1n, address, seller.address))
    await plain.connect(seller).transferFrom(seller.address, address, 1n)
    await changed()
    const other = await listedAvatar()
    await other.seller.sendTransaction({ to: other.address, value: 9n })
    await other.execute(other.seller.address, '0x', 9n)
    await other.changed()
  })

  it('so does an equipped token that its owner sells by a signed order of the account', async () => {
    const { changed, orderOf, sign, market, seller, stranger, sword, address, collection } = await listedAvatar()
    const order = await orderOf('listing', seller, sword, { maker: address })
    await market.connect(stranger).fillOrder(order, await sign(seller, order), { value: PRICE })
    expect(await collection.ownerOf(sword)).to.equal(stranger.address)
    expect(await ethers.provider.getBalance(address)).to.be.greaterThan(0n)
    await changed()
  })

  it('so does one that leaves by an approval of before', async () => {
    const { execute, plain, plainAddress, stranger, address, mine, gear, source, collectionAddress, tokenId } = await loadAvatars()
    await execute(plainAddress, plain.interface.encodeFunctionData('approve', [stranger.address, 1n]))
    await mine.equip([gear.first])
    const before = await source.stateOf(collectionAddress, tokenId)
    await plain.connect(stranger).transferFrom(address, stranger.address, 1n)
    expect(await source.stateOf(collectionAddress, tokenId)).not.to.equal(before)
  })

  it('a promise taken back stops it, and so does another one made', async () => {
    const first = await listedAvatar()
    await first.mine.unequip([first.gear.first])
    await first.changed()
    const second = await listedAvatar()
    await second.mine.equip([second.gear.second])
    await second.changed()
  })

  it('nothing that a stranger sends stops it', async () => {
    const { buy, account, buyer, stranger, address, plain, editions } = await listedAvatar()
    await stranger.sendTransaction({ to: address, value: 1n })
    await plain.mint(address, 404n)
    await editions.mint(address, 1n, 1n)
    await editions.mint(address, 7n, 1n)
    await buy()
    expect(await account.owner()).to.equal(buyer.address)
  })

  it('what is not equipped is not promised: an approval takes it unseen', async () => {
    const { execute, plain, plainAddress, stranger, address, source, collectionAddress, tokenId } = await loadAvatars()
    await execute(plainAddress, plain.interface.encodeFunctionData('approve', [stranger.address, 1n]))
    const before = await source.stateOf(collectionAddress, tokenId)
    await plain.connect(stranger).transferFrom(address, stranger.address, 1n)
    expect(await source.stateOf(collectionAddress, tokenId)).to.equal(before)
  })
})

describe('an avatar that obeys who sold it', () => {
  it('a former owner can neither act nor equip', async () => {
    const { buy, account, mine, gear, seller, buyer } = await listedAvatar()
    await buy()
    for (const act of [
      () => mine.execute(seller.address, 0n, '0x', CALL),
      () => mine.equip([gear.second]),
      () => mine.unequip([gear.first]),
    ])
      await expect(act()).to.be.revertedWithCustomError(account, 'WorldsNotAccountOwner').withArgs(seller.address, buyer.address)
    await account.connect(buyer).unequip([gear.first])
  })

  it('a signature of a former owner is worth nothing, also as an order', async () => {
    const { buy, account, orderOf, sign, market, seller, buyer, stranger, sword, address } = await listedAvatar()
    const order = await orderOf('listing', seller, sword, { maker: address })
    const signature = await sign(seller, order)
    const hash = ethers.hashMessage('hello')
    const hello = await seller.signMessage('hello')
    expect(await account.isValidSignature(hash, hello)).to.equal('0x1626ba7e')
    await buy()
    expect(await account.isValidSignature(hash, hello)).to.equal('0xffffffff')
    expect(await account.isValidSignature(hash, await buyer.signMessage('hello'))).to.equal('0x1626ba7e')
    await expect(market.connect(stranger).fillOrder(order, signature, { value: PRICE }))
      .to.be.revertedWithCustomError(market, 'MarketSignatureInvalid')
      .withArgs(address)
  })

  it('an approval that the account itself gave outlives the sale, until the buyer takes it back', async () => {
    const { execute, plain, plainAddress, address, seller, buyer, collection, tokenId, move } = await loadAvatars()
    const approve = (to: string, approved: boolean) => plain.interface.encodeFunctionData('setApprovalForAll', [to, approved])
    await execute(plainAddress, approve(seller.address, true))
    await collection.connect(seller).transferFrom(seller.address, buyer.address, tokenId)
    await plain.connect(seller).transferFrom(address, seller.address, 1n)
    await execute(plainAddress, approve(seller.address, false), 0n, buyer)
    await expect(plain.connect(seller).transferFrom(address, seller.address, 2n)).to.be.revert(ethers)
    await execute(plainAddress, move(2n, address, buyer.address), 0n, buyer)
  })
})

describe('an avatar that comes to own itself', () => {
  /** Accounts of plain tokens 1,001 and up, each token but the first held by the account of the one before. */
  async function chain(length: number) {
    const world = await loadAvatars()
    const { plain, plainAddress, seller, accountFor } = world
    const accounts: string[] = []
    for (let index = 0; index < length; index += 1) {
      const tokenId = 1_001n + BigInt(index)
      await plain.mint(seller.address, tokenId)
      const holder = accounts.at(-1)
      if (holder) await plain.connect(seller).getFunction(SAFE)(seller.address, holder, tokenId)
      accounts.push((await accountFor({ collection: plainAddress, tokenId })).address)
    }
    const close = () => plain.connect(seller).getFunction(SAFE)(seller.address, accounts.at(-1), 1_001n)
    return { ...world, accounts, close }
  }

  it('a token is refused by its own account, and by those of what that owns, eight deep', async () => {
    for (const length of [1, 2, 8]) {
      const { close, account, plainAddress, plain, seller } = await chain(length)
      await expect(close(), String(length)).to.be.revertedWithCustomError(account, 'WorldsOwnershipCycle').withArgs(plainAddress, 1_001n)
      expect(await plain.ownerOf(1_001n)).to.equal(seller.address)
    }
  })

  it('a longer circle, or one closed without asking, is not seen and locks what is in it', async () => {
    const { close, accounts, account } = await chain(9)
    await close()
    const first = account.attach(accounts[0] as string) as typeof account
    expect(await first.owner()).to.equal(accounts[8])
    const { collection, seller, address, tokenId, account: own, execute } = await loadAvatars()
    await collection.connect(seller).transferFrom(seller.address, address, tokenId)
    expect(await own.owner()).to.equal(address)
    await expect(execute(seller.address, '0x')).to.be.revertedWithCustomError(own, 'WorldsNotAccountOwner')
  })

  it('what stands in no circle comes in: a token of another account, of another chain, of an owner that answers rubbish', async () => {
    const { plain, plainAddress, seller, address, accountFor, collection, tokenId } = await loadAvatars()
    const send = (to: string, id: bigint) => plain.connect(seller).getFunction(SAFE)(seller.address, to, id)
    const { address: foreign } = await accountFor({ collection: plainAddress, tokenId: 3n, chainId: 1n })
    await send(foreign, 3n)
    await send(address, 4n)
    // The same number in another collection is another token.
    await plain.mint(seller.address, tokenId)
    await send(address, tokenId)
    const liar = await deployMock<'setAnswer'>('Answerer')
    await collection.connect(seller).transferFrom(seller.address, await liar.getAddress(), tokenId)
    const answers = [
      '0x',
      ethers.ZeroHash,
      ethers.AbiCoder.defaultAbiCoder().encode(['uint256', 'uint256', 'uint256'], [31_337n, 2n ** 200n, 1n]),
    ]
    for (const [index, answer] of answers.entries()) {
      await liar.setAnswer(ethers.id('token()').slice(0, 10), 1, answer)
      await plain.mint(seller.address, 600n + BigInt(index))
      await send(address, 600n + BigInt(index))
    }
    // An answer that is a byte short is none, also where the missing byte would be zero.
    const short = ethers.AbiCoder.defaultAbiCoder().encode(['uint256', 'address', 'uint256'], [31_337n, plainAddress, 512n]).slice(0, -2)
    await liar.setAnswer(ethers.id('token()').slice(0, 10), 1, short)
    await plain.mint(seller.address, 512n)
    await send(address, 512n)
  })
})

describe('an account made to run other code, or used without its token', () => {
  it('it never runs the code of another', async () => {
    const { account, mine, playerAddress } = await loadAvatars()
    for (const operation of [1, 2, 3])
      await expect(mine.execute(playerAddress, 0n, '0x', operation)).to.be.revertedWithCustomError(account, 'WorldsOperationNotCall')
    expect(await account.nonce()).to.equal(0n)
  })

  it('the implementation is nobody’s and takes nothing', async () => {
    const { implementation, implementationAddress, seller, plain, editions } = await loadAvatars()
    expect([await implementation.token(), await implementation.owner(), await implementation.state()]).to.deep.equal([
      [0n, ethers.ZeroAddress, 0n],
      ethers.ZeroAddress,
      0n,
    ])
    expect(await implementation.isValidSignature(word('x'), await seller.signMessage('x'))).to.equal('0xffffffff')
    expect(await implementation.isValidSigner(ethers.ZeroAddress, '0x')).to.equal('0x00000000')
    const by = implementation.connect(seller)
    for (const act of [() => by.execute(seller.address, 0n, '0x', CALL), () => by.equip([]), () => by.unequip([])])
      await expect(act())
        .to.be.revertedWithCustomError(implementation, 'WorldsNotAccountOwner')
        .withArgs(seller.address, ethers.ZeroAddress)
    const units = editions.connect(seller)
    for (const send of [
      () => seller.sendTransaction({ to: implementationAddress, value: 1n }),
      () => plain.connect(seller).getFunction(SAFE)(seller.address, implementationAddress, 3n),
      () => units.getFunction('safeTransferFrom')(seller.address, implementationAddress, 2n, 1n, '0x'),
      () => units.getFunction('safeBatchTransferFrom')(seller.address, implementationAddress, [2n], [1n], '0x'),
    ])
      await expect(send()).to.be.revertedWithCustomError(implementation, 'WorldsNotAccount')
  })

  it('the account of a token on another chain obeys nobody here', async () => {
    const { accountFor, avatar, seller } = await loadAvatars()
    const { account } = await accountFor({ ...avatar, chainId: 1n })
    const by = account.connect(seller)
    await expect(by.execute(seller.address, 0n, '0x', CALL))
      .to.be.revertedWithCustomError(account, 'WorldsNotAccountOwner')
      .withArgs(seller.address, ethers.ZeroAddress)
    const signature = await seller.signMessage('hello')
    expect(await account.isValidSignature(ethers.hashMessage('hello'), signature)).to.equal('0xffffffff')
  })
})

describe('an account entered again while it acts', () => {
  it('whom it calls cannot act for it', async () => {
    const { account, execute, player, playerAddress, address, move, plain, plainAddress, gear } = await loadAvatars()
    const steal = move(1n, address, playerAddress)
    for (const data of [
      account.interface.encodeFunctionData('execute', [plainAddress, 0n, steal, CALL]),
      account.interface.encodeFunctionData('equip', [[gear.first]]),
      account.interface.encodeFunctionData('unequip', [[gear.first]]),
    ]) {
      await player.react(address, data)
      await execute(playerAddress, '0xdeadbeef')
      expect(ethers.dataSlice((await player.failure()) as string, 0, 4)).to.equal(
        account.interface.getError('WorldsNotAccountOwner')?.selector,
      )
    }
    expect([await plain.ownerOf(1n), await account.nonce()]).to.deep.equal([address, 3n])
  })

  it('an owner with code that acts again in between counts each act', async () => {
    const { account, collection, seller, player, playerAddress, address, move, plain, plainAddress, tokenId } = await loadAvatars()
    await collection.connect(seller).transferFrom(seller.address, playerAddress, tokenId)
    const encode = (to: string, data: string) => account.interface.encodeFunctionData('execute', [to, 0n, data, CALL])
    await player.react(address, encode(plainAddress, move(1n, address, playerAddress)))
    const acted = player.actAll(address, [{ target: address, data: encode(playerAddress, '0xdeadbeef') }])
    await expect(acted).to.emit(account, 'AccountExecuted').withArgs(playerAddress, 0n, '0xdeadbeef', 1n)
    await expect(acted)
      .to.emit(account, 'AccountExecuted')
      .withArgs(plainAddress, 0n, plain.interface.getFunction('transferFrom')?.selector, 2n)
    expect([await account.nonce(), await plain.ownerOf(1n)]).to.deep.equal([2n, playerAddress])
  })
})

describe('a state that flips within one transaction', () => {
  it('what the account did is never the state of before again, what others did is once everything is back', async () => {
    const { account, mine, gear, collection, seller, player, playerAddress, address, move, plain, plainAddress, tokenId, execute } =
      await loadAvatars()
    await execute(plainAddress, plain.interface.encodeFunctionData('approve', [playerAddress, 1n]))
    await mine.equip([gear.first])
    await collection.connect(seller).transferFrom(seller.address, playerAddress, tokenId)
    const back = { target: plainAddress, data: move(1n, playerAddress, address) }
    const taken = { target: plainAddress, data: move(1n, address, playerAddress) }
    const statesOf = async (acts: object[]) => {
      await player.actAll(address, acts)
      return Promise.all(acts.concat({}).map((_, index) => player.states(index) as Promise<bigint>))
    }
    const [first, gone, again] = await statesOf([taken, back])
    expect(gone).not.to.equal(first)
    expect(again).to.equal(first)
    const executed = { target: address, data: account.interface.encodeFunctionData('execute', [plainAddress, 0n, taken.data, CALL]) }
    const states = await statesOf([executed, back])
    expect(states[0]).to.equal(first)
    expect(new Set(states).size).to.equal(3)
  })
})

describe('gas so little that equipment seems lost', () => {
  it('a state is the true one, or none', async () => {
    const { account, mine, gear, plain, address, plainAddress } = await loadAvatars()
    const more = Array.from({ length: 5 }, (_, index) => ({ collection: plainAddress, quantity: ERC721, tokenId: 700n + BigInt(index) }))
    for (const { tokenId } of more) await plain.mint(address, tokenId)
    await mine.equip([gear.first, gear.units, gear.sword, ...more])
    const truth = await account.state()
    const seen = { told: 0, refused: 0 }
    for (let gasLimit = 25_000n; gasLimit < 400_000n; gasLimit += 2_900n) {
      const state = await account.state.staticCall({ gasLimit }).catch(() => null)
      if (state === null) seen.refused += 1
      else {
        expect(state, String(gasLimit)).to.equal(truth)
        seen.told += 1
      }
    }
    expect(Math.min(seen.told, seen.refused)).to.be.greaterThan(10)
  })

  it('the error says what is missing', async () => {
    const { account, mine, gear } = await loadAvatars()
    await mine.equip([gear.first, gear.units])
    await expect(account.state.staticCall({ gasLimit: 60_000n })).to.be.revertedWithCustomError(account, 'WorldsGasTooLow')
  })
})
