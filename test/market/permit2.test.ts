import { expect } from 'chai'
import { Contract, TypedDataEncoder } from 'ethers'
import { deployPermit2, PERMIT2 } from '../fixtures/permit2.ts'
import { ethers, networkHelpers, PRICE } from '../fixtures/trade.ts'

const signatures = [
  'function DOMAIN_SEPARATOR() view returns (bytes32)',
  'function permitTransferFrom(((address token, uint256 amount) permitted, uint256 nonce, uint256 deadline) permit, (address to, uint256 requestedAmount) transferDetails, address owner, bytes signature)',
]
const types = {
  PermitTransferFrom: [
    { name: 'permitted', type: 'TokenPermissions' },
    { name: 'spender', type: 'address' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
  TokenPermissions: [
    { name: 'token', type: 'address' },
    { name: 'amount', type: 'uint256' },
  ],
}

async function withPermit2() {
  const [payer, spender] = await ethers.getSigners()
  if (!payer || !spender) throw new Error('Two accounts are needed.')
  const permit2 = new Contract(await deployPermit2(), signatures, spender)
  const currency = await ethers.deployContract('WrappedEther')
  await currency.deposit({ value: PRICE })
  await currency.approve(PERMIT2, PRICE)
  const domain = { name: 'Permit2', chainId: (await ethers.provider.getNetwork()).chainId, verifyingContract: PERMIT2 }
  return { payer, spender, permit2, currency, domain }
}

describe('Permit2 as public chains run it', () => {
  it('knows the domain of this chain at its own address', async () => {
    const { permit2, domain } = await networkHelpers.loadFixture(withPermit2)
    expect(await permit2.getFunction('DOMAIN_SEPARATOR')()).to.equal(TypedDataEncoder.hashDomain(domain))
    expect(await deployPermit2()).to.equal(PERMIT2)
  })

  it('moves what was signed for, once', async () => {
    const { payer, spender, permit2, currency, domain } = await networkHelpers.loadFixture(withPermit2)
    const permit = { permitted: { token: await currency.getAddress(), amount: PRICE }, nonce: 0n, deadline: 2n ** 40n }
    const signature = await payer.signTypedData(domain, types, { ...permit, spender: spender.address })
    const move = () =>
      permit2.getFunction('permitTransferFrom').send(permit, { to: spender.address, requestedAmount: PRICE }, payer.address, signature)
    await move()
    expect(await currency.balanceOf(spender.address)).to.equal(PRICE)
    const rejected = await move().then(
      () => null,
      (error: Error) => error,
    )
    expect(rejected).to.be.instanceOf(Error)
  })
})
