import { assetRef } from '@daedal/protocol/chains/caip'
import type { Address } from 'viem'
import type { LogDraft, Position } from '../tokens/ports.ts'
import type { drops, dropTickets } from './drop-tables.ts'

export type DropRow = typeof drops.$inferSelect
export type TicketRow = typeof dropTickets.$inferSelect

/** CAIP-19 id of an item of a drop. */
export const assetOfDrop = (chainId: number, { collection }: Pick<DropRow, 'collection'>, tokenId: string) =>
  assetRef(chainId, collection, BigInt(tokenId), 'erc721')

/** What the event log says of a drop: whose it is, and what happened. */
export const dropEntry = (
  type: LogDraft['type'],
  { id, creator, currency }: DropRow,
  at: Position,
  accounts: readonly Address[] = [],
  data: Record<string, unknown> = {},
): LogDraft => ({ type, asset: null, accounts: [creator, ...accounts], data: { drop: id, from: creator, currency, ...data }, at })
