import Type, { type Static } from 'typebox'
import { Address, CidString, Cursor, described, Hex32, nullable, pageOf, Timestamp, UintString } from '../scalars.ts'

/** A world of the registry: who runs it, what it is, which collections it takes assets of, and which keys sign its passes. */
export const World = Type.Object({
  id: Hex32,
  operator: Address,
  salt: described(Hex32, 'Tells the worlds of one operator apart'),
  manifest: Type.Object({
    root: described(Hex32, 'SHA-256 digest in the CIDv1 (dag-pb) of the directory that holds it'),
    cid: CidString,
  }),
  keySet: described(
    nullable(Hex32),
    'SHA-256 of the canonical set of public keys that sign its entitlement passes; null where no pass of it is good',
  ),
  collections: Type.Array(Address, { description: 'Of which it takes assets, in the order in which it said so' }),
  handover: nullable(
    Type.Object(
      { to: Address, validFrom: described(UintString, 'From then on it can take over, unix seconds') },
      { description: 'Who is to run it' },
    ),
  ),
  registeredAt: Timestamp,
  transactionHash: Hex32,
})
export type World = Static<typeof World>

/** Something that the registry told of a world. */
export const WorldChange = Type.Object({
  type: Type.String({ description: 'Type of the event log' }),
  data: Type.Record(Type.String(), Type.Unknown()),
  at: Timestamp,
  block: Type.Integer({ minimum: 0 }),
  transactionHash: Hex32,
})
export type WorldChange = Static<typeof WorldChange>

/** `GET /v1/worlds/{id}` */
export const WorldDetail = Type.Object({
  ...World.properties,
  changes: Type.Array(WorldChange, { description: 'Handovers and everything else, the newest first; at most 100' }),
})
export type WorldDetail = Static<typeof WorldDetail>

/** `GET /v1/worlds`, the newest first. */
export const WorldQuery = Type.Object(
  {
    operator: Type.Optional(Address),
    collection: Type.Optional(described(Address, 'Only worlds that take assets of it')),
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
    minBlock: Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' })),
  },
  { additionalProperties: false },
)
export type WorldQuery = Static<typeof WorldQuery>
export const WorldPage = pageOf(World)
export type WorldPage = Static<typeof WorldPage>
