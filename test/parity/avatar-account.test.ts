import {
  ACCOUNT_REGISTRY,
  AVATAR_SALT,
  accountCode,
  avatarAccountOf,
  avatarState,
  HOLDING_GAS,
  MAX_GEAR,
} from '@daedal/protocol/worlds/avatar-account'
import { expect } from 'chai'
import fc from 'fast-check'
import { loadAvatars } from '../fixtures/avatars.ts'
import { ethers } from '../fixtures/trade.ts'

type Hex = `0x${string}`
const uint256 = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((value) => ethers.hexlify(value) as Hex)

describe('avatar account parity', () => {
  it('the registry answers the address that the protocol computes, for whatever token', async () => {
    const { accounts } = await loadAvatars()
    expect(await accounts.getAddress()).to.equal(ACCOUNT_REGISTRY)
    await fc.assert(
      fc.asyncProperty(bytes(20), bytes(32), uint256, bytes(20), uint256, async (implementation, salt, chainId, collection, tokenId) => {
        const answered = await accounts.getFunction('account')(implementation, salt, chainId, collection, tokenId)
        expect(answered).to.equal(avatarAccountOf({ implementation, salt, chainId, collection, tokenId }))
      }),
      { numRuns: 40 },
    )
  })

  it('the account that is made has the code that the protocol says, and making it again changes nothing', async () => {
    const { accounts, accountFor, implementationAddress, plainAddress } = await loadAvatars()
    const of = { implementation: implementationAddress, chainId: 31_337n, collection: plainAddress, tokenId: 5n }
    const made = accounts.getFunction('createAccount')(implementationAddress, AVATAR_SALT, 31_337n, plainAddress, 5n)
    await expect(made)
      .to.emit(accounts, 'ERC6551AccountCreated')
      .withArgs(avatarAccountOf(of), implementationAddress, AVATAR_SALT, 31_337n, plainAddress, 5n)
    expect(await ethers.provider.getCode(avatarAccountOf(of))).to.equal(accountCode(of).toLowerCase())
    const { address } = await accountFor({ collection: plainAddress, tokenId: 5n })
    expect(address).to.equal(avatarAccountOf(of))
  })

  it('state and bounds are those of the contract', async () => {
    const { account, mine, gear } = await loadAvatars()
    expect([await account.MAX_GEAR(), await account.HOLDING_GAS()]).to.deep.equal([BigInt(MAX_GEAR), BigInt(HOLDING_GAS)])
    expect(await account.state()).to.equal(avatarState(0n, []))
    await mine.equip([gear.first, gear.units])
    expect(await account.state()).to.equal(avatarState(1n, [1n, 20n]))
    await mine.unequip([gear.first, gear.units])
    expect(await account.state()).to.equal(avatarState(2n, []))
  })
})
