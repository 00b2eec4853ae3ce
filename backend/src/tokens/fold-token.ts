import { assetRef } from '@daedal/protocol/chains/caip'
import { type Address, zeroAddress } from 'viem'
import { type ChainEvent, type LogDraft, REVISABLE } from './ports.ts'
import type { assets } from './tables.ts'

/** The columns of an asset that follow from its events alone. */
export const foldedColumns = [
  'collection',
  'tokenId',
  'id',
  'ord',
  'creator',
  'owner',
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
  'burned',
  'mintedAt',
  'mintedTx',
] as const

/** An asset as its events make it. */
export type FoldedToken = Required<Pick<typeof assets.$inferInsert, (typeof foldedColumns)[number]>>

/** Events of one block that a list can hold in order. */
const LOGS_PER_BLOCK = 1_000_000

/** The token that its events, oldest first, lead to; null when it was not minted. */
export function foldToken(chainId: number, events: readonly ChainEvent[]): FoldedToken | null {
  let token: FoldedToken | null = null
  let owner: Address = zeroAddress
  let parents: readonly bigint[] = []
  for (const event of events) {
    if (event.name === 'Transfer') owner = event.to
    else if (event.name === 'Derived') parents = event.parents
    else if (event.name === 'Provenance')
      token = {
        collection: event.collection,
        tokenId: event.tokenId.toString(),
        id: assetRef(chainId, event.collection, event.tokenId),
        ord: event.block * LOGS_PER_BLOCK + event.logIndex,
        creator: event.creator,
        owner,
        coreHash: event.coreHash,
        root: event.root,
        promptCommitment: event.promptCommitment,
        engineHash: event.engineHash,
        disclosure: event.disclosure,
        royaltyReceiver: event.royaltyReceiver,
        royaltyBps: event.royaltyBps,
        remixBps: event.remixBps,
        policy: event.policy,
        parents: parents.map((parent) => assetRef(chainId, event.collection, parent)),
        frozen: (event.policy & REVISABLE) === 0,
        burned: false,
        mintedAt: new Date(event.timestamp * 1000),
        mintedTx: event.tx,
      }
    else if (event.name === 'Revised' && token) token.root = event.newRoot
    else if (event.name === 'Frozen' && token) token.frozen = true
  }
  return token && { ...token, owner, burned: owner === zeroAddress }
}

/** What the event log says of a token's event; null when it says nothing. */
export function tokenEntry(chainId: number, event: ChainEvent): LogDraft | null {
  if (!('tokenId' in event)) return null
  const asset = assetRef(chainId, event.collection, event.tokenId)
  const entry = (type: LogDraft['type'], accounts: Address[], data: Record<string, unknown>): LogDraft => ({
    type,
    asset,
    accounts,
    data,
    at: event,
  })
  switch (event.name) {
    case 'Provenance': {
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
