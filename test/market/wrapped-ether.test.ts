import { expect } from 'chai'
import { deployMock } from '../fixtures/deploy-mock.ts'
import { ethers, networkHelpers, PRICE } from '../fixtures/trade.ts'

const REJECTS = 1

/** Wrapped ether, of which the owner has one. */
async function deployWrapped() {
  const [owner, spender, other] = await ethers.getSigners()
  if (!owner || !spender || !other) throw new Error('Three accounts are needed.')
  const wrapped = await ethers.deployContract('WrappedEther')
  await wrapped.connect(owner).deposit({ value: PRICE })
  return { wrapped, address: await wrapped.getAddress(), owner, spender, other }
}
const load = () => networkHelpers.loadFixture(deployWrapped)

describe('deposit', () => {
  it('it wraps what is sent for the sender', async () => {
    const { wrapped, owner, other } = await load()
    const deposit = () => wrapped.connect(other).deposit({ value: 5n })
    await expect(deposit()).to.emit(wrapped, 'Deposit').withArgs(other.address, 5n)
    await expect(deposit()).to.changeEtherBalances(ethers, [other, wrapped], [-5n, 5n])
    expect(await wrapped.balanceOf(other.address)).to.equal(10n)
    expect(await wrapped.balanceOf(owner.address)).to.equal(PRICE)
  })

  it('it wraps ether that is sent plainly', async () => {
    const { wrapped, address, other } = await load()
    await expect(other.sendTransaction({ to: address, value: 7n }))
      .to.emit(wrapped, 'Deposit')
      .withArgs(other.address, 7n)
    expect(await wrapped.balanceOf(other.address)).to.equal(7n)
  })
})

describe('withdraw', () => {
  it('it gives the ether back', async () => {
    const { wrapped, owner } = await load()
    const withdrawn = wrapped.connect(owner).withdraw(3n)
    await expect(withdrawn).to.changeEtherBalances(ethers, [owner, wrapped], [3n, -3n])
    await expect(withdrawn).to.emit(wrapped, 'Withdrawal').withArgs(owner.address, 3n)
    expect(await wrapped.balanceOf(owner.address)).to.equal(PRICE - 3n)
    await wrapped.connect(owner).withdraw(PRICE - 3n)
    expect(await wrapped.balanceOf(owner.address)).to.equal(0n)
  })

  describe('when the account has less', () => {
    it('it reverts with WrappedEtherBalanceTooLow', async () => {
      const { wrapped, owner, other } = await load()
      await expect(wrapped.connect(owner).withdraw(PRICE + 1n))
        .to.be.revertedWithCustomError(wrapped, 'WrappedEtherBalanceTooLow')
        .withArgs(owner.address, PRICE, PRICE + 1n)
      await expect(wrapped.connect(other).withdraw(1n))
        .to.be.revertedWithCustomError(wrapped, 'WrappedEtherBalanceTooLow')
        .withArgs(other.address, 0n, 1n)
    })
  })

  describe('when the account refuses the ether', () => {
    it('it reverts with WrappedEtherWithdrawalFailed', async () => {
      const { wrapped, address } = await load()
      const payee = await deployMock<'act' | 'setMode'>('HostilePayee')
      await payee.act(address, 9n, wrapped.interface.encodeFunctionData('deposit'), { value: 9n })
      await payee.setMode(REJECTS, ethers.ZeroAddress, '0x')
      await expect(payee.act(address, 0n, wrapped.interface.encodeFunctionData('withdraw', [9n])))
        .to.be.revertedWithCustomError(wrapped, 'WrappedEtherWithdrawalFailed')
        .withArgs(await payee.getAddress())
      expect(await wrapped.balanceOf(await payee.getAddress())).to.equal(9n)
    })
  })
})

describe('approve', () => {
  it('it names what a spender may move, and replaces what was named before', async () => {
    const { wrapped, owner, spender, other } = await load()
    expect(await wrapped.connect(owner).approve.staticCall(spender.address, 5n)).to.equal(true)
    await expect(wrapped.connect(owner).approve(spender.address, 5n))
      .to.emit(wrapped, 'Approval')
      .withArgs(owner.address, spender.address, 5n)
    expect(await wrapped.allowance(owner.address, spender.address)).to.equal(5n)
    await wrapped.connect(owner).approve(spender.address, 2n)
    expect(await wrapped.allowance(owner.address, spender.address)).to.equal(2n)
    expect(await wrapped.allowance(owner.address, other.address)).to.equal(0n)
    expect(await wrapped.allowance(spender.address, owner.address)).to.equal(0n)
  })
})

describe('transfer', () => {
  it("it moves the sender's own, without an allowance", async () => {
    const { wrapped, owner, other } = await load()
    expect(await wrapped.connect(owner).transfer.staticCall(other.address, 4n)).to.equal(true)
    const moved = wrapped.connect(owner).transfer(other.address, 4n)
    await expect(moved).to.emit(wrapped, 'Transfer').withArgs(owner.address, other.address, 4n)
    await expect(moved).to.changeTokenBalances(ethers, wrapped, [owner, other], [-4n, 4n])
    expect(await wrapped.allowance(owner.address, owner.address)).to.equal(0n)
    await wrapped.connect(owner).transfer(other.address, PRICE - 4n)
    expect(await wrapped.balanceOf(owner.address)).to.equal(0n)
  })

  describe('when the sender has less', () => {
    it('it reverts with WrappedEtherBalanceTooLow', async () => {
      const { wrapped, owner, other } = await load()
      await expect(wrapped.connect(owner).transfer(other.address, PRICE + 1n))
        .to.be.revertedWithCustomError(wrapped, 'WrappedEtherBalanceTooLow')
        .withArgs(owner.address, PRICE, PRICE + 1n)
    })
  })
})

describe('transferFrom', () => {
  it('it moves what was allowed and leaves the rest allowed', async () => {
    const { wrapped, owner, spender, other } = await load()
    await wrapped.connect(owner).approve(spender.address, 10n)
    const move = (amount: bigint) => wrapped.connect(spender).transferFrom(owner.address, other.address, amount)
    const moved = move(6n)
    await expect(moved).to.emit(wrapped, 'Transfer').withArgs(owner.address, other.address, 6n)
    await expect(moved).to.changeTokenBalances(ethers, wrapped, [owner, other, spender], [-6n, 6n, 0n])
    expect(await wrapped.allowance(owner.address, spender.address)).to.equal(4n)
    await move(4n)
    expect(await wrapped.allowance(owner.address, spender.address)).to.equal(0n)
    expect(await wrapped.balanceOf(other.address)).to.equal(10n)
  })

  it('it leaves an allowance without limit as it is', async () => {
    const { wrapped, owner, spender, other } = await load()
    await wrapped.connect(owner).approve(spender.address, ethers.MaxUint256)
    await wrapped.connect(spender).transferFrom(owner.address, other.address, 6n)
    expect(await wrapped.allowance(owner.address, spender.address)).to.equal(ethers.MaxUint256)
    await wrapped.connect(owner).approve(spender.address, ethers.MaxUint256 - 1n)
    await wrapped.connect(spender).transferFrom(owner.address, other.address, 6n)
    expect(await wrapped.allowance(owner.address, spender.address)).to.equal(ethers.MaxUint256 - 7n)
    expect(await wrapped.balanceOf(other.address)).to.equal(12n)
  })

  it('it moves to the owner itself without making money', async () => {
    const { wrapped, owner } = await load()
    await wrapped.connect(owner).transferFrom(owner.address, owner.address, PRICE)
    expect(await wrapped.balanceOf(owner.address)).to.equal(PRICE)
    expect(await wrapped.totalSupply()).to.equal(PRICE)
  })

  describe('when less was allowed', () => {
    it('it reverts with WrappedEtherAllowanceTooLow', async () => {
      const { wrapped, owner, spender } = await load()
      await wrapped.connect(owner).approve(spender.address, 5n)
      await expect(wrapped.connect(spender).transferFrom(owner.address, spender.address, 6n))
        .to.be.revertedWithCustomError(wrapped, 'WrappedEtherAllowanceTooLow')
        .withArgs(spender.address, 5n, 6n)
    })
  })

  describe('when the owner has less', () => {
    it('it reverts with WrappedEtherBalanceTooLow', async () => {
      const { wrapped, owner, spender } = await load()
      await wrapped.connect(owner).approve(spender.address, ethers.MaxUint256)
      await expect(wrapped.connect(spender).transferFrom(owner.address, spender.address, PRICE + 1n))
        .to.be.revertedWithCustomError(wrapped, 'WrappedEtherBalanceTooLow')
        .withArgs(owner.address, PRICE, PRICE + 1n)
    })
  })
})

describe('views', () => {
  it('it is named as WETH9 is, and has as much supply as ether', async () => {
    const { wrapped, other } = await load()
    expect([await wrapped.name(), await wrapped.symbol(), await wrapped.decimals()]).to.deep.equal(['Wrapped Ether', 'WETH', 18n])
    expect(await wrapped.totalSupply()).to.equal(PRICE)
    await wrapped.connect(other).deposit({ value: 1n })
    expect(await wrapped.totalSupply()).to.equal(PRICE + 1n)
  })
})
