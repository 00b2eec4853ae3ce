import Type, { type Static } from 'typebox'
import { Address, HexBytes, nullable, Timestamp } from '../scalars.ts'

/** `POST /v1/session/nonce` → a single-use nonce for an ERC-4361 message. */
export const SessionNonce = Type.Object({ nonce: Type.String({ pattern: '^[a-zA-Z0-9]{16,64}$' }), expiresAt: Timestamp })
export type SessionNonce = Static<typeof SessionNonce>

/** `POST /v1/session`: the signed ERC-4361 message. */
export const SignIn = Type.Object({ message: Type.String({ maxLength: 4_000 }), signature: HexBytes }, { additionalProperties: false })
export type SignIn = Static<typeof SignIn>

/** `GET /v1/session` */
export const Session = Type.Object({ address: nullable(Address), csrf: nullable(Type.String()), expiresAt: nullable(Timestamp) })
export type Session = Static<typeof Session>

/** `GET /v1/config`: what a client must know of this deployment. */
export const PublicConfig = Type.Object({
  version: Type.String(),
  chain: Type.Object({
    id: Type.Integer(),
    name: Type.String(),
    rpcUrl: Type.String({ description: 'URL or same-origin path of a JSON-RPC endpoint that browsers may use' }),
    explorerUrl: nullable(Type.String()),
    local: Type.Boolean({ description: 'True only on the local development chain' }),
  }),
  contracts: Type.Object({
    market: Address,
    assetCollection: Address,
    wrappedEther: Address,
    /** Left out where the deployment has none. */
    editionCollection: Type.Optional(Address),
    collectionFactory: Type.Optional(Address),
    auctionHouse: Type.Optional(Address),
    reproductionRegistry: Type.Optional(Address),
    worldRegistry: Type.Optional(Address),
    rentals: Type.Optional(Address),
    drops: Type.Optional(Address),
    worldCurrencyFactory: Type.Optional(Address),
    avatarAccount: Type.Optional(Address),
    accountState: Type.Optional(Address),
    deploymentBlock: Type.Integer(),
  }),
  feeBps: Type.Integer(),
  providers: Type.Object({ images: Type.Array(Type.String()), personas: Type.Array(Type.String()) }),
})
export type PublicConfig = Static<typeof PublicConfig>

/** `GET /v1/status`: how far the index is behind the chain. */
export const IndexStatus = Type.Object({
  indexedBlock: Type.Integer(),
  headBlock: nullable(Type.Integer()),
  lagMs: Type.Integer(),
  chain: Type.Unsafe<'up' | 'down'>(Type.String({ enum: ['up', 'down'] })),
})
export type IndexStatus = Static<typeof IndexStatus>
