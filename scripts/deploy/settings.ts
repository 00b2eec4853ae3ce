import { ACCOUNT_REGISTRY, AVATAR_SALT } from '@daedal/protocol/worlds/avatar-account'
import { zeroAddress } from 'viem'
import type { Addresses, DeployedName, Parameters } from './steps.ts'

/** What a deployment is held to. What is left out is not asked for. */
export type Expected = Addresses & Partial<Parameters>

/** One view of a contract and what it must answer; `part` picks one of several values. */
export type Setting = {
  of: DeployedName
  view: string
  args?(expected: Expected): readonly unknown[]
  part?: number
  /** Undefined when it is not asked for. */
  value(expected: Expected): string | number | bigint | boolean | undefined
}

/** Everything that can be set, and every address that one contract knows of another. */
export const settings: readonly Setting[] = [
  { of: 'market', view: 'owner', value: ({ owner }) => owner },
  { of: 'market', view: 'pendingOwner', value: () => zeroAddress },
  { of: 'market', view: 'FEE_RECEIVER', value: ({ feeReceiver }) => feeReceiver },
  { of: 'market', view: 'feeBps', value: ({ feeBps }) => feeBps },
  { of: 'market', view: 'scheduledFee', part: 1, value: () => 0n },
  { of: 'market', view: 'isPaused', value: () => false },
  { of: 'market', view: 'currencyAllowed', args: ({ wrappedEther }) => [wrappedEther], value: () => true },
  { of: 'market', view: 'ROYALTY_REGISTRY', value: ({ royaltyRegistry }) => royaltyRegistry },
  { of: 'market', view: 'PERMIT2', value: ({ permit2 }) => permit2 },
  { of: 'orderValidator', view: 'MARKET', value: ({ market }) => market },
  { of: 'auctionHouse', view: 'MARKET', value: ({ market }) => market },
  { of: 'auctionHouse', view: 'ROYALTY_REGISTRY', value: ({ royaltyRegistry }) => royaltyRegistry },
  { of: 'auctionHouse', view: 'FEE_RECEIVER', value: ({ feeReceiver }) => feeReceiver },
  { of: 'rentals', view: 'MARKET', value: ({ market }) => market },
  { of: 'rentals', view: 'ROYALTY_REGISTRY', value: ({ royaltyRegistry }) => royaltyRegistry },
  { of: 'rentals', view: 'FEE_RECEIVER', value: ({ feeReceiver }) => feeReceiver },
  { of: 'drops', view: 'MARKET', value: ({ market }) => market },
  { of: 'drops', view: 'ROYALTY_REGISTRY', value: ({ royaltyRegistry }) => royaltyRegistry },
  { of: 'drops', view: 'FEE_RECEIVER', value: ({ feeReceiver }) => feeReceiver },
  { of: 'worldCurrencyFactory', view: 'REGISTRY', value: ({ worldRegistry }) => worldRegistry },
  { of: 'accountState', view: 'REGISTRY', value: () => ACCOUNT_REGISTRY },
  { of: 'accountState', view: 'IMPLEMENTATION', value: ({ avatarAccount }) => avatarAccount },
  { of: 'accountState', view: 'SALT', value: () => AVATAR_SALT },
  { of: 'accountState', view: 'CHAIN_ID', value: ({ chainId }) => (chainId === undefined ? undefined : BigInt(chainId)) },
  { of: 'reproductionRegistry', view: 'owner', value: ({ owner }) => owner },
  { of: 'reproductionRegistry', view: 'pendingOwner', value: () => zeroAddress },
  { of: 'reproductionRegistry', view: 'threshold', value: ({ reproductionThreshold }) => reproductionThreshold },
  { of: 'reproductionRegistry', view: 'reexecutorCount', value: ({ reexecutors }) => reexecutors?.length },
  { of: 'assetCollection', view: 'MARKET', value: ({ market }) => market },
  { of: 'assetCollection', view: 'SPLITS', value: ({ royaltySplits }) => royaltySplits },
  { of: 'assetCollection', view: 'REPRODUCTIONS', value: ({ reproductionRegistry }) => reproductionRegistry },
  { of: 'assetCollection', view: 'contractURI', value: ({ contractUri }) => contractUri },
  { of: 'editionCollection', view: 'MARKET', value: ({ market }) => market },
  { of: 'editionCollection', view: 'SPLITS', value: ({ royaltySplits }) => royaltySplits },
  { of: 'editionCollection', view: 'REPRODUCTIONS', value: ({ reproductionRegistry }) => reproductionRegistry },
  { of: 'editionCollection', view: 'contractURI', value: ({ contractUri }) => contractUri },
]
