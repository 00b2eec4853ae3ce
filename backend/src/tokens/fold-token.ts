import { assetRef } from '@daedal/protocol/chains/caip'
import { type Address, zeroAddress } from 'viem'
import { type ChainEvent, type LogDraft, type Position, REVISABLE, type TokenPlace } from './ports.ts'
import type { assets } from './tables.ts'

/** The columns of an asset that follow from its events alone. */
export const foldedColumns = [
  'collection',
  'tokenId',
  'standard',
  'id',
  'ord',
  'creator',
  'owner',
  'tenant',
  'tenantUntil',
  'coreHash',
  'root',
  'promptCommitment',
  'engineHash',
  'disclosure',
  'royaltyReceiver',
  'royaltyBps',
  'remixBps',
  'policy',
  'parents',
  'frozen',
  'soulbound',
  'burned',
  'maxUnits',
  'mintedAt',
  'mintedTx',
] as const

/** An asset as its events make it. */
export type FoldedToken = Required<Pick<typeof assets.$inferInsert, (typeof foldedColumns)[number]>>

/** Events of one block that a list can hold in order. */
const LOGS_PER_BLOCK = 1_000_000

/** Where in the chain an event stands, as one number. */
export const placeInChain = ({ block, logIndex }: Pick<Position, 'block' | 'logIndex'>): number => block * LOGS_PER_BLOCK + logIndex

/**
 * The token that its events, oldest first, lead to; null when it was not minted. Units of an edition are not among these events: who
 * has them and how many are left is counted apart, see project-units.ts.
 */
export function foldToken(chainId: number, events: readonly ChainEvent[]): FoldedToken | null {
  let token: FoldedToken | null = null
  let owner: Address = zeroAddress
  // What a mint tells before its record.
  let parents: readonly bigint[] = []
  let soulbound = false
  for (const event of events) {
    if (event.name === 'Transfer') owner = event.to
    else if (event.name === 'Derived') parents = event.parents
    else if (event.name === 'Locked') soulbound = true
    else if (event.name === 'Provenance')
      token = {
        collection: event.collection,
        tokenId: event.tokenId.toString(),
        standard: event.standard,
        id: refOf(chainId, event),
        ord: placeInChain(event),
        creator: event.creator,
        owner: null,
        tenant: null,
        tenantUntil: null,
        coreHash: event.coreHash,
        root: event.root,
        promptCommitment: event.promptCommitment,
        engineHash: event.engineHash,
        disclosure: event.disclosure,
        royaltyReceiver: event.royaltyReceiver,
        royaltyBps: event.royaltyBps,
        remixBps: event.remixBps,
        policy: event.policy,
        parents: parents.map((tokenId) => refOf(chainId, { ...event, tokenId })),
        frozen: (event.policy & REVISABLE) === 0,
        soulbound: false,
        burned: false,
        maxUnits: null,
        mintedAt: new Date(event.timestamp * 1000),
        mintedTx: event.tx,
      }
    else if (event.name === 'Revised' && token) token.root = event.newRoot
    else if (event.name === 'Frozen' && token) token.frozen = true
    else if (event.name === 'SupplyFixed' && token) token.maxUnits = event.maxSupply.toString()
    else if (event.name === 'UserChanged' && token) {
      const nobody = event.user === zeroAddress
      token.tenant = nobody ? null : event.user
      token.tenantUntil = nobody ? null : event.expires.toString()
    }
  }
  if (token?.standard !== 'erc721') return token
  return { ...token, owner, soulbound, burned: owner === zeroAddress }
}

/** The id of an event's token. */
export const refOf = (chainId: number, { collection, tokenId, standard }: TokenPlace): string =>
  assetRef(chainId, collection, tokenId, standard)

/** What the event log says of a token's event; null when it says nothing. */
export function tokenEntry(chainId: number, event: ChainEvent): LogDraft | null {
  // Sales are told by the market.
  if (!('standard' in event)) return null
  const asset = refOf(chainId, event)
  const entry = (type: LogDraft['type'], accounts: Address[], data: Record<string, unknown>): LogDraft => ({
    type,
    asset,
    accounts,
    data,
    at: event,
  })
  switch (event.name) {
    case 'Provenance': {
      // The units that an edition begins with tell of it.
      if (event.standard === 'erc1155') return null
      const { creator, coreHash, root } = event
      return entry('asset.minted', [creator], { to: creator, creator, coreHash, root })
    }
    case 'Transfer': {
      const { from, to } = event
      if (from === zeroAddress) return null
      if (to === zeroAddress) return entry('asset.burned', [from], { from })
      return entry('asset.transferred', [from, to], { from, to })
    }
    case 'Revised':
      return entry('asset.revised', [], { oldRoot: event.oldRoot, newRoot: event.newRoot })
    case 'Frozen':
      return entry('asset.frozen', [], {})
    default:
      return null
  }
}
