import { avatarState } from '@daedal/protocol/worlds/avatar-account'
import { expect } from 'chai'
import { CALL, ERC721, loadAvatars } from '../fixtures/avatars.ts'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, networkHelpers, word } from '../fixtures/trade.ts'

const [RETURNS, REVERTS, BURNS_GAS] = [1, 2, 3]
const selector = (signature: string) => ethers.id(signature).slice(0, 10)
const uint = (value: bigint | number | string) => ethers.zeroPadValue(ethers.toBeHex(value), 32)
const NONE = '0x00000000'

describe('execute', () => {
  it('it calls as the account, with ether, and hands the answer back', async () => {
    const { account, mine, address, plainAddress, move, stranger, seller } = await loadAvatars()
    const data = move(1n, address, stranger.address)
    const done = mine.execute(plainAddress, 0n, data, CALL)
    await expect(done).to.emit(account, 'AccountExecuted').withArgs(plainAddress, 0n, data.slice(0, 10), 1n)
    const owner = await mine.execute.staticCall(plainAddress, 0n, `${selector('ownerOf(uint256)')}${uint(1).slice(2)}`, CALL)
    expect(owner).to.equal(uint(stranger.address))
    // Ether that it has, and ether that comes with the call.
    await seller.sendTransaction({ to: address, value: 5n })
    const paid = mine.execute(stranger.address, 7n, '0x', CALL, { value: 2n })
    await expect(paid).to.emit(account, 'AccountExecuted').withArgs(stranger.address, 7n, NONE, 2n)
    await expect(paid).to.changeEtherBalances(ethers, [address, stranger], [-5n, 7n])
    await expect(mine.execute(stranger.address, 0n, '0x123456', CALL))
      .to.emit(account, 'AccountExecuted')
      .withArgs(stranger.address, 0n, NONE, 3n)
    expect(await account.nonce()).to.equal(3n)
  })

  describe('when the call fails', () => {
    it('it reverts with the reason of what it called, and nothing happened', async () => {
      const { account, mine, plain, plainAddress, move, stranger } = await loadAvatars()
      await expect(mine.execute(plainAddress, 0n, move(3n, stranger.address, stranger.address), CALL)).to.be.revertedWithCustomError(
        { interface: plain.interface } as never,
        'ERC721InsufficientApproval',
      )
      await expect(mine.execute(stranger.address, 1n, '0x', CALL)).to.be.revertedWithoutReason(ethers)
      expect(await account.state()).to.equal(0n)
    })
  })

  describe('when somebody else than the owner calls', () => {
    it('it reverts with WorldsNotAccountOwner', async () => {
      const { account, address, stranger, seller } = await loadAvatars()
      for (const act of [
        () => account.connect(stranger).execute(address, 0n, '0x', CALL),
        () => account.connect(stranger).equip([]),
        () => account.connect(stranger).unequip([]),
      ])
        await expect(act()).to.be.revertedWithCustomError(account, 'WorldsNotAccountOwner').withArgs(stranger.address, seller.address)
    })
  })

  describe('when it is to do something else than a call', () => {
    it('it reverts with WorldsOperationNotCall', async () => {
      const { account, mine, stranger } = await loadAvatars()
      for (const operation of [1, 2, 3, 255])
        await expect(mine.execute(stranger.address, 0n, '0x', operation))
          .to.be.revertedWithCustomError(account, 'WorldsOperationNotCall')
          .withArgs(operation)
    })
  })
})

describe('equip', () => {
  it('it promises tokens and units that the account holds', async () => {
    const { account, mine, gear } = await loadAvatars()
    const equipped = mine.equip([gear.first, gear.units])
    await expect(equipped).to.emit(account, 'GearEquipped').withArgs(gear.first.collection, 1n, 0n, 1n)
    await expect(equipped).to.emit(account, 'GearEquipped').withArgs(gear.units.collection, 1n, 20n, 1n)
    await mine.equip([gear.sword])
    expect(await account.equipment()).to.deep.equal([gear.first, gear.units, gear.sword].map((one) => Object.values(one)))
    expect([await account.held(), await account.nonce()]).to.deep.equal([[1n, 20n, 1n], 2n])
  })

  it('it takes up to sixteen things', async () => {
    const { account, mine, plain, plainAddress, address } = await loadAvatars()
    const many = Array.from({ length: 17 }, (_, index) => ({ collection: plainAddress, quantity: ERC721, tokenId: 100n + BigInt(index) }))
    for (const { tokenId } of many) await plain.mint(address, tokenId)
    await expect(mine.equip(many)).to.be.revertedWithCustomError(account, 'WorldsGearCount').withArgs(17n, 16n)
    await mine.equip(many.slice(1))
    expect((await account.held()).length).to.equal(16)
    await expect(mine.equip(many.slice(0, 1)))
      .to.be.revertedWithCustomError(account, 'WorldsGearCount')
      .withArgs(17n, 16n)
    expect([await account.MAX_GEAR(), await account.HOLDING_GAS()]).to.deep.equal([16n, 50_000n])
  })

  describe('when nothing is named', () => {
    it('it reverts with WorldsGearCount', async () => {
      const { account, mine } = await loadAvatars()
      await expect(mine.equip([])).to.be.revertedWithCustomError(account, 'WorldsGearCount').withArgs(0n, 16n)
    })
  })

  describe('when the account does not hold it', () => {
    it('it reverts with WorldsGearNotHeld', async () => {
      const { account, mine, gear, stranger } = await loadAvatars()
      for (const wrong of [
        { ...gear.first, tokenId: 3n },
        { ...gear.first, tokenId: 77n },
        { ...gear.units, quantity: 31n },
        { ...gear.first, quantity: 1n },
        { ...gear.units, quantity: 0n },
        { ...gear.first, collection: stranger.address },
      ])
        await expect(mine.equip([gear.first, gear.units, wrong].slice(wrong.tokenId === 1n ? 2 : 0)))
          .to.be.revertedWithCustomError(account, 'WorldsGearNotHeld')
          .withArgs(wrong.collection, wrong.tokenId, wrong.quantity)
      await mine.equip([{ ...gear.units, quantity: 30n }])
    })
  })

  describe('when it is equipped already', () => {
    it('it reverts with WorldsGearEquipped', async () => {
      const { account, mine, gear } = await loadAvatars()
      await expect(mine.equip([gear.units, { ...gear.units, quantity: 1n }])).to.be.revertedWithCustomError(account, 'WorldsGearEquipped')
      await mine.equip([gear.first, gear.units])
      await expect(mine.equip([gear.units]))
        .to.be.revertedWithCustomError(account, 'WorldsGearEquipped')
        .withArgs(gear.units.collection, gear.units.tokenId)
    })
  })
})

describe('unequip', () => {
  it('it takes back what was promised and leaves the rest', async () => {
    const { account, mine, gear, address, execute, plainAddress, move, stranger } = await loadAvatars()
    await mine.equip([gear.first, gear.second, gear.units, gear.sword])
    const taken = mine.unequip([gear.first, gear.units])
    await expect(taken).to.emit(account, 'GearUnequipped').withArgs(gear.first.collection, 1n, 0n, 2n)
    await expect(taken).to.emit(account, 'GearUnequipped').withArgs(gear.units.collection, 1n, 20n, 2n)
    const left = await account.equipment()
    expect(left.map(({ tokenId }) => tokenId).sort()).to.deep.equal([gear.second.tokenId, gear.sword.tokenId].sort())
    // What has left the account can be taken off as well.
    await execute(plainAddress, move(2n, address, stranger.address))
    await mine.unequip([gear.sword, gear.second])
    expect(await account.equipment()).to.deep.equal([])
    await mine.equip([gear.first])
  })

  describe('when nothing is named', () => {
    it('it reverts with WorldsGearCount', async () => {
      const { account, mine } = await loadAvatars()
      await expect(mine.unequip([])).to.be.revertedWithCustomError(account, 'WorldsGearCount').withArgs(0n, 16n)
    })
  })

  describe('when exactly this is not equipped', () => {
    it('it reverts with WorldsGearNotEquipped', async () => {
      const { account, mine, gear } = await loadAvatars()
      await mine.equip([gear.first, gear.units])
      for (const wrong of [gear.second, { ...gear.units, quantity: 19n }, { ...gear.first, collection: gear.sword.collection }])
        await expect(mine.unequip([gear.first, wrong]))
          .to.be.revertedWithCustomError(account, 'WorldsGearNotEquipped')
          .withArgs(wrong.collection, wrong.tokenId, wrong.quantity)
      await expect(mine.unequip([gear.first, gear.first])).to.be.revertedWithCustomError(account, 'WorldsGearNotEquipped')
    })
  })
})

describe('state', () => {
  it('it is zero before the account acted, and another after each act', async () => {
    const { account, mine, gear, execute, stranger } = await loadAvatars()
    const seen = [await account.state()]
    expect(seen[0]).to.equal(0n)
    for (const act of [
      () => mine.equip([gear.first]),
      () => mine.unequip([gear.first]),
      () => mine.equip([gear.first]),
      () => execute(stranger.address, '0x'),
      () => execute(stranger.address, '0x'),
    ]) {
      await act()
      seen.push(await account.state())
    }
    expect(new Set(seen).size).to.equal(6)
    expect(seen.at(-1)).to.equal(avatarState(5n, [1n]))
  })

  it('it changes when something equipped leaves, and is what it was when that comes back', async () => {
    const { account, mine, gear, plain, editions, address, execute, plainAddress, editionsAddress, stranger, seller } = await loadAvatars()
    for (const [to, contract] of [
      [plainAddress, plain],
      [editionsAddress, editions],
    ] as const)
      await execute(to, contract.interface.encodeFunctionData('setApprovalForAll', [stranger.address, true]))
    await mine.equip([gear.first, gear.units])
    const whole = await account.state()
    const by = { plain: plain.connect(stranger), editions: editions.connect(stranger) }
    const units = (from: string, to: string, count: bigint) =>
      editions.connect(from === address ? stranger : seller).getFunction('safeTransferFrom')(from, to, 1n, count, '0x')
    await by.plain.transferFrom(address, stranger.address, 1n)
    expect([await account.held(), await account.state()]).to.deep.equal([[0n, 20n], avatarState(3n, [0n, 20n])])
    await by.plain.transferFrom(stranger.address, address, 1n)
    expect(await account.state()).to.equal(whole)
    // Of 30 units 20 are promised: ten can go.
    await units(address, seller.address, 10n)
    expect(await account.state()).to.equal(whole)
    await units(address, seller.address, 1n)
    expect([await account.held(), await account.state()]).to.deep.equal([[1n, 19n], avatarState(3n, [1n, 19n])])
    await units(seller.address, address, 1n)
    expect(await account.state()).to.equal(whole)
    // What is not equipped is not promised.
    await by.plain.transferFrom(address, stranger.address, 2n)
    expect(await account.state()).to.equal(whole)
  })

  it('it does not change with anything that comes in', async () => {
    const { account, mine, gear, plain, editions, address, stranger, seller, collection, creator, mint } = await loadAvatars()
    await mine.equip([gear.first, gear.units])
    const before = await account.state()
    await stranger.sendTransaction({ to: address, value: 1n })
    await plain.mint(address, 500n)
    await editions.mint(address, 1n, 500n)
    await editions.mint(address, 2n, 1n)
    const gift = await mint(creator, 'gift')
    await collection.connect(creator).getFunction('safeTransferFrom(address,address,uint256)')(creator.address, address, gift)
    await plain.connect(seller).transferFrom(seller.address, address, 3n)
    expect(await account.state()).to.equal(before)
  })

  it('it counts a collection that does not answer as empty', async () => {
    const { account, mine, address } = await loadAvatars()
    const liar = await deployMock<'setAnswer'>('Answerer')
    const collection = await liar.getAddress()
    const [ownerOf, balanceOf] = [selector('ownerOf(uint256)'), selector('balanceOf(address,uint256)')]
    await liar.setAnswer(ownerOf, RETURNS, uint(address))
    await liar.setAnswer(balanceOf, RETURNS, uint(9))
    await mine.equip([
      { collection, quantity: ERC721, tokenId: 1n },
      { collection, quantity: 8n, tokenId: 2n },
    ])
    expect(await account.held()).to.deep.equal([1n, 8n])
    for (const [mode, answer] of [
      [REVERTS, uint(address)],
      [RETURNS, '0x'],
      [RETURNS, uint(address).slice(0, -2)],
      [RETURNS, uint(0)],
      [BURNS_GAS, '0x'],
    ] as const) {
      await liar.setAnswer(ownerOf, mode, answer)
      await liar.setAnswer(balanceOf, mode, answer)
      expect(await account.held(), `${mode} ${answer}`).to.deep.equal([0n, 0n])
    }
    // An address with dirt above it is no address; more units than promised are as many as promised.
    await liar.setAnswer(ownerOf, RETURNS, `0x01${uint(address).slice(4)}`)
    await liar.setAnswer(balanceOf, RETURNS, `${uint(2n ** 256n - 1n)}00`)
    expect(await account.held()).to.deep.equal([0n, 8n])
  })
})

describe('receive', () => {
  it('it takes ether, tokens and units', async () => {
    const { address, plain, editions, seller } = await loadAvatars()
    await expect(seller.sendTransaction({ to: address, value: 3n })).to.changeEtherBalance(ethers, address, 3n)
    await plain.connect(seller).getFunction('safeTransferFrom(address,address,uint256)')(seller.address, address, 3n)
    const units = editions.connect(seller)
    await units.getFunction('safeTransferFrom')(seller.address, address, 2n, 4n, '0x')
    await units.getFunction('safeBatchTransferFrom')(seller.address, address, [1n, 2n], [5n, 6n], '0x')
    expect(await plain.ownerOf(3n)).to.equal(address)
    expect([await editions.balanceOf(address, 1n), await editions.balanceOf(address, 2n)]).to.deep.equal([35n, 10n])
  })

  describe('when it is sent the token that owns it', () => {
    it('it reverts with WorldsOwnershipCycle', async () => {
      const { account, address, collection, seller, tokenId, collectionAddress } = await loadAvatars()
      await expect(collection.connect(seller).getFunction('safeTransferFrom(address,address,uint256)')(seller.address, address, tokenId))
        .to.be.revertedWithCustomError(account, 'WorldsOwnershipCycle')
        .withArgs(collectionAddress, tokenId)
    })
  })
})

describe('owner and signatures', () => {
  it('it answers for the token, the owner and its signer', async () => {
    const { account, seller, stranger, tokenId, collectionAddress, collection } = await loadAvatars()
    expect(await account.token()).to.deep.equal([31_337n, collectionAddress, tokenId])
    expect(await account.owner()).to.equal(seller.address)
    const valid = (who: string) => account.isValidSigner(who, '0x1234')
    expect([await valid(seller.address), await valid(stranger.address), await valid(ethers.ZeroAddress)]).to.deep.equal([
      '0x523e3260',
      NONE,
      NONE,
    ])
    await collection.connect(seller).burn(tokenId)
    expect([await account.owner(), await valid(ethers.ZeroAddress), await valid(seller.address)]).to.deep.equal([
      ethers.ZeroAddress,
      NONE,
      NONE,
    ])
    const signature = await seller.signMessage('hello')
    expect(await account.isValidSignature(ethers.hashMessage('hello'), signature)).to.equal('0xffffffff')
  })

  it('it takes the collection’s word for the owner, as long as that is an address', async () => {
    const { accountFor } = await loadAvatars()
    const liar = await deployMock<'setAnswer'>('Answerer')
    const { account } = await accountFor({ collection: (await liar.getAddress()) as `0x${string}`, tokenId: 1n })
    const says = (answer: string) => liar.setAnswer(selector('ownerOf(uint256)'), RETURNS, answer)
    await says(uint(2n ** 160n - 1n))
    expect(await account.owner()).to.equal(ethers.getAddress(`0x${'ff'.repeat(20)}`))
    for (const answer of [uint(2n ** 160n), uint(1).slice(0, -2), '0x']) {
      await says(answer)
      expect(await account.owner(), answer).to.equal(ethers.ZeroAddress)
    }
  })

  it('it accepts signatures of an owner with a key, also one that is delegated', async () => {
    const { account, seller, stranger } = await loadAvatars()
    const hash = ethers.hashMessage('hello')
    const check = async (signature: string, of = hash) => account.isValidSignature(of, signature)
    const signature = await seller.signMessage('hello')
    expect(await check(signature)).to.equal('0x1626ba7e')
    for (const wrong of [await stranger.signMessage('hello'), signature.slice(0, -2), '0x', `${signature.slice(0, -2)}00`])
      expect(await check(wrong), wrong).to.equal('0xffffffff')
    expect(await check(signature, word('other'))).to.equal('0xffffffff')
    const delegate = await (await deployMock<never>('PlainDelegate')).getAddress()
    await networkHelpers.setCode(seller.address, `0xef0100${delegate.slice(2)}`)
    expect(await check(signature)).to.equal('0x1626ba7e')
    // A fixture that is made later begins where this ends.
    await networkHelpers.setCode(seller.address, '0x')
  })

  it('it asks an owner with code', async () => {
    const { account, collection, seller, tokenId } = await loadAvatars()
    const wallet = await deployMock<'setMode'>('ContractWallet')
    await collection.connect(seller).transferFrom(seller.address, await wallet.getAddress(), tokenId)
    const hash = word('something')
    expect(await account.isValidSignature(hash, '0x1234')).to.equal('0x1626ba7e')
    for (const mode of [1, 2, 3, 4]) {
      await wallet.setMode(mode)
      expect(await account.isValidSignature(hash, '0x1234'), String(mode)).to.equal('0xffffffff')
    }
  })

  it('it says what it implements', async () => {
    const { account } = await loadAvatars()
    for (const id of ['0x6faff5f1', '0x51945447', '0x1626ba7e', '0x150b7a02', '0x4e2312e0', '0x01ffc9a7'])
      expect(await account.supportsInterface(id), id).to.equal(true)
    for (const id of ['0xffffffff', '0x80ac58cd']) expect(await account.supportsInterface(id), id).to.equal(false)
  })

  it('it is the account of one token on one chain', async () => {
    const { accountFor, avatar, address, account, tokenId, plainAddress, seller } = await loadAvatars()
    const others = [
      { ...avatar, chainId: 1n },
      { ...avatar, tokenId: tokenId + 1n },
      { ...avatar, collection: plainAddress },
    ]
    const made = await Promise.all(others.map(accountFor).map(async (one) => (await one).address))
    expect(new Set([address, ...made]).size).to.equal(4)
    const { account: elsewhere } = await accountFor({ ...avatar, chainId: 1n })
    expect([await elsewhere.owner(), await account.owner()]).to.deep.equal([ethers.ZeroAddress, seller.address])
    expect((await elsewhere.token()).chainId).to.equal(1n)
  })
})
