import Type, { type Static } from 'typebox'
import { Address } from '../scalars.ts'

/** Where the contracts live on one chain. Written by the deployment, read by everyone. */
export const Deployment = Type.Object({
  chainId: Type.Integer({ minimum: 1 }),
  market: Address,
  assetCollection: Address,
  wrappedEther: Address,
  /** What only some readers need, and a deployment from before it had them lacks. */
  editionCollection: Type.Optional(Address),
  collectionFactory: Type.Optional(Address),
  royaltySplits: Type.Optional(Address),
  royaltyRegistry: Type.Optional(Address),
  auctionHouse: Type.Optional(Address),
  reproductionRegistry: Type.Optional(Address),
  worldRegistry: Type.Optional(Address),
  rentals: Type.Optional(Address),
  drops: Type.Optional(Address),
  worldCurrencyFactory: Type.Optional(Address),
  avatarAccount: Type.Optional(Address),
  accountState: Type.Optional(Address),
  deploymentBlock: Type.Integer({ minimum: 0, description: 'First block that can hold an event of these contracts' }),
})
export type Deployment = Static<typeof Deployment>

/** The local development chain. Development keys and wallets exist only there. */
export const LOCAL_CHAIN_ID = 31_337
