import { expect } from 'chai'
import { loadAuctions, TOKEN } from '../fixtures/auctions.ts'
import { ethers } from '../fixtures/trade.ts'

describe('receiving', () => {
  it('it refuses units that it did not fetch, one token or several', async () => {
    const { house, houseAddress, editions, seller } = await loadAuctions()
    const from = editions.connect(seller)
    await expect(from.safeTransferFrom(seller.address, houseAddress, TOKEN, 1n, '0x')).to.be.revertedWithCustomError(
      house,
      'MarketUnitsUnasked',
    )
    await expect(from.safeBatchTransferFrom(seller.address, houseAddress, [TOKEN], [1n], '0x')).to.be.revertedWithCustomError(
      house,
      'MarketUnitsUnasked',
    )
    // Not even where somebody claims that the house itself is moving them.
    await expect(house.connect(seller).onERC1155Received(houseAddress, seller.address, TOKEN, 1n, '0x'))
      .to.be.revertedWithCustomError(house, 'MarketUnitsUnasked')
      .withArgs(seller.address)
  })

  it('it refuses ERC-721 tokens that are sent safely, and ether', async () => {
    const { houseAddress, plain, seller } = await loadAuctions()
    const send = plain.connect(seller).getFunction('safeTransferFrom(address,address,uint256)')
    await expect(send(seller.address, houseAddress, TOKEN)).to.be.revertedWithCustomError(plain, 'ERC721InvalidReceiver')
    await expect(seller.sendTransaction({ to: houseAddress, value: 1n })).to.be.revert(ethers)
  })

  it('it says that it receives units', async () => {
    const { house } = await loadAuctions()
    expect(await house.supportsInterface('0x4e2312e0')).to.equal(true)
    expect(await house.supportsInterface('0x01ffc9a7')).to.equal(true)
    for (const other of ['0xffffffff', '0x150b7a02', '0xd9b67a26']) expect(await house.supportsInterface(other)).to.equal(false)
  })
})
