import Type, { type Static } from 'typebox'
import {
  Address,
  AmountString,
  Cursor,
  described,
  enumOf,
  Hex32,
  HexBytes,
  nullable,
  pageOf,
  Timestamp,
  UintString,
  WeiString,
} from '../scalars.ts'
import { VoucherJson } from '../tokens/voucher.ts'
import { HouseAction } from './auction-api.ts'
import { DropStageJson, DropTermsJson, MAX_DELIVERIES, MAX_DROP_ITEMS, MAX_TICKETS } from './drop.ts'

/**
 * States of a drop. `live` from the first stage on until nothing is sold any more, between stages as well; `revealing` until it is known
 * which ticket gets what; `delivering` until every ticket was delivered or no more can be; `over` then, although tickets may wait to be
 * refunded.
 */
export const dropStates = ['upcoming', 'live', 'revealing', 'delivering', 'over'] as const
export type DropState = (typeof dropStates)[number]
export const stageStates = ['upcoming', 'live', 'over'] as const
export const ticketStates = ['open', 'delivered', 'refunded'] as const
export type TicketState = (typeof ticketStates)[number]

const exact = { additionalProperties: false } as const
const MinBlock = Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' }))
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 }))
const Count = (description: string) => Type.Integer({ minimum: 0, description })

/** A stage as it stands. */
export const DropStageView = Type.Object({
  ...DropStageJson.properties,
  state: enumOf(stageStates),
  sold: Count('Tickets sold in it'),
  left: Count('Tickets that it can still sell: of its own cap, and of the items'),
})
export type DropStageView = Static<typeof DropStageView>

/** An item that is known to everybody. */
export const DropItem = Type.Object({
  item: Count('Its place in the creator’s order'),
  asset: Type.String({ description: 'CAIP-19 id that it has, or will have once it is delivered' }),
  name: nullable(Type.String({ description: 'Null when its content is not here' })),
  image: nullable(Type.String({ description: 'Gateway path of its thumbnail, `/ipfs/…`' })),
  ticket: nullable(Count('The ticket that gets it; null while that is not known')),
  minted: Type.Boolean({ description: 'Whether the token exists' }),
  held: Type.Boolean({ description: 'Whether the contract of drops has the token: its ticket was not delivered, or nobody bought one' }),
})
export type DropItem = Static<typeof DropItem>
export const DropItemPage = pageOf(DropItem)
export type DropItemPage = Static<typeof DropItemPage>

/** A drop as it stands at the moment of the answer. Amounts in the smallest unit of `currency`, times in unix seconds. */
export const DropView = Type.Object({
  id: Hex32,
  state: enumOf(dropStates),
  creator: Address,
  collection: Address,
  currency: described(Address, 'Zero for ether'),
  feeBps: Type.Integer({ description: 'Of the price of a ticket, within it; basis points' }),
  supply: Count('Items, and so tickets'),
  sold: Count('Tickets sold'),
  delivered: Count('Tickets whose item is their buyer’s'),
  refunded: Count('Tickets that were given back'),
  stages: Type.Array(DropStageView),
  ended: Type.Boolean({ description: 'The creator sells no more' }),
  committed: Type.Boolean({ description: 'Which ticket gets which item is decided after the sale; otherwise ticket n gets item n' }),
  revealBy: nullable(described(UintString, 'When it has to be revealed; null where there is nothing to reveal')),
  deliverBy: described(UintString, 'When what is not delivered can no longer be'),
  refundFrom: described(UintString, 'When tickets that are neither delivered nor refunded can be given back, as things stand'),
  entropyBlock: nullable(Type.Integer({ description: 'Block whose hash decides; null before one was chosen' })),
  entropy: nullable(described(Hex32, 'Hash of that block; null before it was drawn')),
  offset: nullable(Count('Ticket n gets item (n + offset) modulo the supply; null before that is known')),
  published: Type.Boolean({ description: 'The creator has published what is needed to deliver' }),
  cover: nullable(described(DropItem, 'The first item, where items are known to everybody')),
  now: described(UintString, 'When it stood like this, by the clock that its times are measured with'),
  createdAt: Timestamp,
  transactionHash: described(Hex32, 'What created it'),
})
export type DropView = Static<typeof DropView>
export const DropPage = pageOf(DropView)
export type DropPage = Static<typeof DropPage>

/** What an account has of a drop, and may still buy, stage by stage. */
export const DropAccount = Type.Object({
  address: Address,
  open: Count('Its tickets that are neither delivered nor refunded'),
  delivered: Count('Its tickets that were delivered'),
  refunded: Count('Its tickets that were given back'),
  stages: Type.Array(
    Type.Object({
      bought: Count('Tickets that it bought in the stage'),
      allowance: nullable(Count('What the list of the stage grants it, 0 when it is not on it; null without a list, or one not published')),
      left: Count('Tickets that it may still buy in the stage, if the stage sells'),
    }),
  ),
})
export type DropAccount = Static<typeof DropAccount>

/** `GET /v1/drops/{id}` */
export const DropDetail = Type.Object({
  ...DropView.properties,
  terms: DropTermsJson,
  items: nullable(described(DropItemPage, 'The first items; null while they are the creator’s secret, or not published')),
  account: nullable(DropAccount),
})
export type DropDetail = Static<typeof DropDetail>
export const DropDetailQuery = Type.Object({ account: Type.Optional(Address), minBlock: MinBlock }, exact)
export type DropDetailQuery = Static<typeof DropDetailQuery>

/** `GET /v1/drops`: the newest first. Repeated states mean any of them. */
export const DropQuery = Type.Object(
  {
    state: Type.Optional(Type.Union([enumOf(dropStates), Type.Array(enumOf(dropStates), { maxItems: dropStates.length })])),
    creator: Type.Optional(Address),
    collection: Type.Optional(Address),
    account: Type.Optional(described(Address, 'Who has tickets')),
    cursor: Type.Optional(Cursor),
    limit: Limit,
    minBlock: MinBlock,
  },
  exact,
)
export type DropQuery = Static<typeof DropQuery>

/** A ticket. What it gets is known once that is decided and the items are published. */
export const DropTicket = Type.Object({
  ticket: Count('Its number'),
  first: Count('Number of the first ticket that was bought with it'),
  stage: Count('Where it was bought'),
  buyer: Address,
  price: AmountString,
  state: enumOf(ticketStates),
  item: nullable(Count('Place of its item in the creator’s order')),
  asset: nullable(DropItem),
  boughtAt: Timestamp,
  doneAt: nullable(Timestamp),
  transactionHash: described(Hex32, 'What delivered or refunded it, or sold it'),
})
export type DropTicket = Static<typeof DropTicket>
export const DropTicketPage = pageOf(DropTicket)
export type DropTicketPage = Static<typeof DropTicketPage>

/** `GET /v1/drops/{id}/tickets` and `…/items` */
export const DropTicketQuery = Type.Object(
  {
    account: Type.Optional(Address),
    state: Type.Optional(enumOf(ticketStates)),
    cursor: Type.Optional(Cursor),
    limit: Limit,
    minBlock: MinBlock,
  },
  exact,
)
export type DropTicketQuery = Static<typeof DropTicketQuery>
export const DropItemQuery = Type.Object({ cursor: Type.Optional(Cursor), limit: Limit, minBlock: MinBlock }, exact)
export type DropItemQuery = Static<typeof DropItemQuery>

const List = Type.Array(
  Type.Object({ account: Address, allowance: Type.Integer({ minimum: 1, maximum: 4_294_967_295 }) }, { additionalProperties: false }),
  { minItems: 1, maxItems: 50_000 },
)

/** `PUT /v1/drops/{id}/contents`: what the roots of the terms stand for. It proves itself, so anyone who has it can bring it. */
export const DropContents = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          voucher: VoucherJson,
          deadline: described(UintString, 'When the creator’s signature ends, unix seconds'),
          signature: described(HexBytes, 'Over a VoucherMint for the contract of drops, by itself or as part of a bulk signature'),
        },
        exact,
      ),
      { minItems: 1, maxItems: MAX_DROP_ITEMS },
    ),
    lists: Type.Optional(
      Type.Array(Type.Object({ stage: Type.Integer({ minimum: 0, maximum: 7 }), entries: List }, exact), {
        maxItems: 8,
        description: 'Who may buy in the stages that have a list',
      }),
    ),
  },
  exact,
)
export type DropContents = Static<typeof DropContents>
export const DropPublished = Type.Object({ id: Hex32, items: Type.Integer(), lists: Type.Integer() })
export type DropPublished = Static<typeof DropPublished>

/** `POST /v1/drops/prepare`: the terms of finished items, and what to send to lay the drop down. */
export const PrepareDrop = Type.Object(
  {
    creator: Address,
    collection: Type.Optional(described(Address, 'The shared collection when left out')),
    currency: Type.Optional(described(Address, 'Ether when left out')),
    vouchers: Type.Array(VoucherJson, { minItems: 1, maxItems: MAX_DROP_ITEMS, description: 'The items in the creator’s order' }),
    stages: Type.Array(
      Type.Object(
        {
          start: described(UintString, 'Unix seconds'),
          end: described(UintString, 'Unix seconds'),
          price: WeiString,
          perWallet: Type.Optional(DropStageJson.properties.perWallet),
          cap: Type.Optional(DropStageJson.properties.cap),
          list: Type.Optional(List),
        },
        exact,
      ),
      { minItems: 1, maxItems: 8 },
    ),
    commitment: Type.Optional(described(Hex32, 'Hash of 32 secret bytes that never leave the creator; left out, ticket n gets item n')),
    revealSeconds: Type.Optional(Count('From the end of the last stage; 7 days when left out')),
    deliverSeconds: Type.Optional(Count('From there, or from the deadline to reveal; 30 days when left out')),
    salt: Type.Optional(Hex32),
  },
  exact,
)
export type PrepareDrop = Static<typeof PrepareDrop>
export const PreparedDrop = Type.Object({
  ...HouseAction.properties,
  id: Hex32,
  terms: DropTermsJson,
  recipient: described(Address, 'The contract of drops, for which the vouchers have to be signed'),
})
export type PreparedDrop = Static<typeof PreparedDrop>

/** `POST /v1/drops/{id}/buy` */
export const BuyTickets = Type.Object(
  {
    account: Address,
    quantity: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295, default: 1, description: `1 to ${MAX_TICKETS}` })),
    stage: Type.Optional(Type.Integer({ minimum: 0, maximum: 255, description: 'The one that sells now when left out' })),
  },
  exact,
)
export type BuyTickets = Static<typeof BuyTickets>
export const PreparedTickets = Type.Object({
  ...HouseAction.properties,
  stage: nullable(Count('Null when none sells')),
  quantity: Count('Tickets'),
  price: described(AmountString, 'Of one ticket'),
  total: described(AmountString, 'What is paid, and held until the items are delivered'),
  fee: described(AmountString, 'Of the protocol, within the total'),
})
export type PreparedTickets = Static<typeof PreparedTickets>

/** `POST /v1/drops/{id}/deliver` */
export const DeliverTickets = Type.Object(
  {
    account: described(Address, 'Who sends it'),
    tickets: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0, maximum: 4_294_967_295 }), {
        minItems: 1,
        maxItems: MAX_DELIVERIES,
        uniqueItems: true,
        description: 'The next of the account’s own when left out',
      }),
    ),
  },
  exact,
)
export type DeliverTickets = Static<typeof DeliverTickets>
export const PreparedDelivery = Type.Object({
  ...HouseAction.properties,
  tickets: Type.Array(Type.Integer(), { description: 'Those that the call delivers: of what was asked for, what the contract takes' }),
  assets: Type.Array(Type.String(), { description: 'CAIP-19 ids of what they get, in the same order' }),
})
export type PreparedDelivery = Static<typeof PreparedDelivery>

/** `POST /v1/drops/{id}/refund` */
export const RefundTickets = Type.Object(
  { account: Address, first: Type.Optional(Count('First ticket of a purchase; the account’s oldest when left out')) },
  exact,
)
export type RefundTickets = Static<typeof RefundTickets>
export const PreparedRefund = Type.Object({
  ...HouseAction.properties,
  first: nullable(Count('First ticket of the purchase')),
  amount: described(AmountString, 'What comes back'),
})
export type PreparedRefund = Static<typeof PreparedRefund>

/** `POST /v1/drops/{id}/close`, `…/draw` and `…/end` */
export const ActOnDrop = Type.Object({ account: Address }, exact)
export type ActOnDrop = Static<typeof ActOnDrop>

/** `POST /v1/drops/{id}/take-back`: what nobody was delivered in time, of the tokens that were minted for tickets. */
export const TakeItemBack = Type.Object(
  {
    account: described(Address, 'Who sends it: the creator'),
    item: Type.Integer({ minimum: 0, maximum: 4_294_967_295, description: 'Its place in the creator’s order' }),
    to: Type.Optional(described(Address, 'Who gets the token; the account when left out')),
  },
  exact,
)
export type TakeItemBack = Static<typeof TakeItemBack>
