import type { Address } from 'viem'

/** What one chooses at a deployment; all of it ends in constructor arguments. */
export type Parameters = {
  /** Owner of the market. */
  owner: Address
  /** Gets the protocol's fees, for ever. */
  feeReceiver: Address
  /** Fee from the start, basis points. */
  feeBps: number
  /** ERC-7572 metadata of the collections. */
  contractUri: string
}

/** Names under which the addresses are known. */
export type DeployedName = 'wrappedEther' | 'market' | 'assetCollection'
export type Addresses = Record<DeployedName, Address>

/** One contract, and its constructor's arguments from the parameters and the addresses of those before it. */
export type Step = { name: DeployedName; contract: string; args(known: Parameters & Addresses): readonly unknown[] }

/** Every contract, in the order of deployment. */
export const steps: readonly Step[] = [
  { name: 'wrappedEther', contract: 'WrappedEther', args: () => [] },
  {
    name: 'market',
    contract: 'Market',
    args: ({ owner, feeReceiver, feeBps, wrappedEther }) => [owner, feeReceiver, feeBps, [wrappedEther]],
  },
  { name: 'assetCollection', contract: 'AssetCollection', args: ({ market, contractUri }) => [market, contractUri] },
]
