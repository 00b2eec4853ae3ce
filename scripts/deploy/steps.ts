import type { Deployment } from '@daedal/protocol/chains/deployment'
import { ACCOUNT_REGISTRY, AVATAR_SALT } from '@daedal/protocol/worlds/avatar-account'
import type { Address } from 'viem'

/** What one chooses at a deployment; all of it ends in constructor arguments. */
export type Parameters = {
  /** Owner of the market and of the registry of reproductions. */
  owner: Address
  /** Gets the protocol's fees, for ever. */
  feeReceiver: Address
  /** Fee from the start, basis points. */
  feeBps: number
  /** ERC-7572 metadata of the collections. */
  contractUri: string
  /** Uniswap's Permit2; zero where there is none. */
  permit2: Address
  /** Accounts whose reproductions count from the start. */
  reexecutors: readonly Address[]
  /** How many of them must agree before a token counts as reproduced. */
  reproductionThreshold: number
  /** Chain of the avatars' tokens: that of the deployment. */
  chainId: number
}

/** Names under which the addresses are known. */
export type DeployedName =
  | 'wrappedEther'
  | 'royaltySplits'
  | 'royaltyRegistry'
  | 'contentState'
  | 'rentalState'
  | 'market'
  | 'orderValidator'
  | 'auctionHouse'
  | 'reproductionRegistry'
  | 'assetCollection'
  | 'editionCollection'
  | 'collectionFactory'
  | 'worldRegistry'
  | 'rentals'
  | 'drops'
  | 'worldCurrencyFactory'
  | 'avatarAccount'
  | 'accountState'
export type Addresses = Record<DeployedName, Address>
/** What is written down of a deployment: what everyone reads, and the contracts that only a person looks for. */
export type Deployed = Deployment & Addresses

/** One contract, and its constructor's arguments from the parameters and the addresses of those before it. */
export type Step = { name: DeployedName; contract: string; args(known: Parameters & Addresses): readonly unknown[] }

const alone = (name: DeployedName, contract: string): Step => ({ name, contract, args: () => [] })

/** Every contract, in the order of deployment. */
export const steps: readonly Step[] = [
  alone('wrappedEther', 'WrappedEther'),
  alone('royaltySplits', 'RoyaltySplits'),
  alone('royaltyRegistry', 'RoyaltyRegistry'),
  alone('contentState', 'ContentState'),
  alone('rentalState', 'RentalState'),
  {
    name: 'market',
    contract: 'Market',
    args: ({ owner, feeReceiver, feeBps, wrappedEther, royaltyRegistry, permit2 }) => [
      owner,
      feeReceiver,
      feeBps,
      [wrappedEther],
      royaltyRegistry,
      permit2,
    ],
  },
  { name: 'orderValidator', contract: 'OrderValidator', args: ({ market }) => [market] },
  { name: 'auctionHouse', contract: 'AuctionHouse', args: ({ market, royaltyRegistry }) => [market, royaltyRegistry] },
  // Before the collections, each of which knows for ever whom it asks.
  {
    name: 'reproductionRegistry',
    contract: 'ReproductionRegistry',
    args: ({ owner, reproductionThreshold, reexecutors }) => [owner, reproductionThreshold, reexecutors],
  },
  {
    name: 'assetCollection',
    contract: 'AssetCollection',
    args: ({ market, royaltySplits, reproductionRegistry, contractUri }) => [market, royaltySplits, reproductionRegistry, contractUri],
  },
  {
    name: 'editionCollection',
    contract: 'EditionCollection',
    args: ({ market, royaltySplits, reproductionRegistry, contractUri }) => [market, royaltySplits, reproductionRegistry, contractUri],
  },
  {
    name: 'collectionFactory',
    contract: 'CollectionFactory',
    args: ({ market, royaltySplits, reproductionRegistry }) => [market, royaltySplits, reproductionRegistry],
  },
  alone('worldRegistry', 'WorldRegistry'),
  { name: 'rentals', contract: 'Rentals', args: ({ market, royaltyRegistry }) => [market, royaltyRegistry] },
  { name: 'drops', contract: 'Drops', args: ({ market, royaltyRegistry }) => [market, royaltyRegistry] },
  { name: 'worldCurrencyFactory', contract: 'WorldCurrencyFactory', args: ({ worldRegistry }) => [worldRegistry] },
  alone('avatarAccount', 'AvatarAccount'),
  {
    name: 'accountState',
    contract: 'AccountState',
    args: ({ avatarAccount, chainId }) => [ACCOUNT_REGISTRY, avatarAccount, AVATAR_SALT, BigInt(chainId)],
  },
]
