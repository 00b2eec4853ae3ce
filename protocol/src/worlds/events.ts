import Type, { type Static } from 'typebox'
import { Address, Hex32, nullable, Timestamp } from '../scalars.ts'

/** Types of the event log. A reorg appends `<type>.retracted` for each entry it undoes. */
export const eventTypes = [
  'asset.minted',
  'asset.transferred',
  'asset.revised',
  'asset.frozen',
  'asset.burned',
  'order.created',
  'order.filled',
  'order.cancelled',
  'order.expired',
  'order.invalidated',
  'order.revalidated',
  'auction.created',
  'auction.bid',
  'auction.extended',
  'auction.settled',
  'auction.unsold',
  'auction.failed',
  'auction.cancelled',
  'auction.reclaimed',
  'rental.offered',
  'rental.cancelled',
  'rental.started',
  'rental.extended',
  'rental.returned',
  'rental.expired',
  'rental.released',
  'drop.created',
  'drop.sold',
  'drop.ended',
  'drop.closed',
  'drop.drawn',
  'drop.revealed',
  'drop.delivered',
  'drop.refunded',
  'drop.reclaimed',
  'royalty.paid',
  'asset.reproduced',
  'asset.conflicted',
  'world.registered',
  'world.revised',
  'world.rekeyed',
  'world.accepted',
  'world.dropped',
  'world.offered',
  'world.withdrawn',
  'world.transferred',
  'currency.declared',
  'currency.appointed',
  'currency.poured',
  'currency.drained',
  'currency.transferred',
] as const
export type EventType = (typeof eventTypes)[number]

/** Suffix of the entry that takes an earlier one back. */
export const RETRACTED = '.retracted'

/** One entry of the event log: totally ordered by `seq`, without gaps, never changed. */
export const LogEvent = Type.Object({
  id: Type.String({ description: 'Stable id; the same event has the same id in every index of the chain' }),
  seq: Type.Integer({ minimum: 1 }),
  type: Type.String({ description: 'One of the event types, or that type with `.retracted`' }),
  occurredAt: Timestamp,
  asset: nullable(Type.String({ description: 'CAIP-19 id' })),
  accounts: Type.Array(Address, { description: 'Accounts the event concerns' }),
  chain: nullable(
    Type.Object({
      block: Type.Integer(),
      hash: Hex32,
      tx: Hex32,
      logIndex: Type.Integer(),
      finality: Type.Unsafe<'latest' | 'final'>(
        Type.String({ enum: ['latest', 'final'], description: 'final: too deep for a reorg that the index follows' }),
      ),
    }),
  ),
  data: Type.Record(Type.String(), Type.Unknown(), { description: 'What happened; amounts are decimal strings in wei' }),
})
export type LogEvent = Static<typeof LogEvent>

/** `GET /v1/events`: entries after a `seq`, oldest first. */
export const EventQuery = Type.Object(
  {
    after: Type.Optional(Type.Integer({ minimum: 0, default: 0, description: 'The last seq that was seen' })),
    types: Type.Optional(Type.String({ maxLength: 400, description: 'Comma-separated event types' })),
    asset: Type.Optional(Type.String({ maxLength: 200, description: 'CAIP-19 id' })),
    account: Type.Optional(Address),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 100 })),
  },
  { additionalProperties: false },
)
export type EventQuery = Static<typeof EventQuery>

/** `next` is the `after` of the next request; `head` the newest seq there is. */
export const EventPage = Type.Object({ data: Type.Array(LogEvent), page: Type.Object({ next: Type.Integer(), head: Type.Integer() }) })
export type EventPage = Static<typeof EventPage>
