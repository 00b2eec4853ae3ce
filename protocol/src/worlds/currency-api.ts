import Type, { type Static } from 'typebox'
import { Address, AmountString, Cursor, described, enumOf, Hex32, nullable, pageOf, Timestamp, UintString } from '../scalars.ts'

/** How currency moves: out of a faucet, into a sink, or from one account to another. */
export const currencyMoves = ['poured', 'drained', 'transferred'] as const
export type CurrencyMove = (typeof currencyMoves)[number]
/** What flows are added up by: each faucet, each sink, or each of both on each day. */
export const flowSums = ['source', 'sink', 'day'] as const

/** Days that one answer covers at most. */
export const FLOW_DAYS = 366

const exact = { additionalProperties: false } as const
const MinBlock = Type.Optional(Type.Integer({ minimum: 0, description: 'Wait (up to 5 s) until the index has seen this block' }))
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 }))
const FlowId = Type.Integer({ minimum: 0, maximum: 15, description: 'Its place among the declared' })
const named = {
  name: described(Hex32, 'As it was declared: a short text or a hash'),
  label: nullable(Type.String({ description: 'The text of the name; null where it is none' })),
}
const title = {
  address: Address,
  name: Type.String(),
  symbol: Type.String(),
  decimals: Type.Integer({ minimum: 0, maximum: 255 }),
  world: described(Hex32, 'Id of the world whose currency it is'),
}

/** A currency that a world declared, as far as the index knows it. Amounts are in its smallest unit. */
export const Currency = Type.Object({
  ...title,
  creator: described(Address, 'Who ran the world when it was declared'),
  operator: described(nullable(Address), 'Who runs the world now and appoints who may pour; null where the world is not known here'),
  cap: described(AmountString, 'More than this there never is'),
  supply: described(AmountString, 'What there is: poured less drained'),
  allowed: described(AmountString, 'What the curve allows now'),
  poured: described(AmountString, 'Everything that came out of its faucets'),
  drained: described(AmountString, 'Everything that went into its sinks'),
  holders: Type.Integer({ minimum: 0 }),
  declaredAt: Timestamp,
  transactionHash: Hex32,
})
export type Currency = Static<typeof Currency>

/** Most supply at a time. Straight lines between points, zero before the first, level after the last. */
export const CurrencyPoint = Type.Object({ time: described(UintString, 'Unix seconds'), most: AmountString })
export type CurrencyPoint = Static<typeof CurrencyPoint>

/** A source of currency, its limits, and what is left of them. */
export const CurrencyFaucet = Type.Object({
  id: FlowId,
  ...named,
  perWindow: described(AmountString, 'Most that it pours in one window'),
  perAccount: described(AmountString, 'Most that it pours to one account in one window'),
  total: described(nullable(AmountString), 'Most that it ever pours; null where only the curve bounds it'),
  window: Type.Integer({ minimum: 1, description: 'Length of a window, seconds' }),
  source: described(nullable(Address), 'Who may pour; null where nobody may'),
  poured: AmountString,
  pours: Type.Integer({ minimum: 0 }),
  left: described(AmountString, 'What its own limits allow until the window ends; the curve may allow less'),
  windowEnds: described(UintString, 'When the next window begins, unix seconds'),
})
export type CurrencyFaucet = Static<typeof CurrencyFaucet>

/** A way out of circulation. */
export const CurrencySink = Type.Object({ id: FlowId, ...named, drained: AmountString, drains: Type.Integer({ minimum: 0 }) })
export type CurrencySink = Static<typeof CurrencySink>

/** `GET /v1/currencies/{address}`: everything that was declared, and where it stands. */
export const CurrencyDetail = Type.Object({
  ...Currency.properties,
  curve: Type.Array(CurrencyPoint),
  faucets: Type.Array(CurrencyFaucet),
  sinks: Type.Array(CurrencySink),
  asOf: described(UintString, 'The time of what is said to be now, unix seconds'),
})
export type CurrencyDetail = Static<typeof CurrencyDetail>

/** `GET /v1/currencies`, the newest first. */
export const CurrencyQuery = Type.Object(
  {
    world: Type.Optional(Hex32),
    operator: Type.Optional(described(Address, 'Only of worlds that this account runs now')),
    creator: Type.Optional(described(Address, 'Only what this account declared')),
    cursor: Type.Optional(Cursor),
    limit: Limit,
    minBlock: MinBlock,
  },
  exact,
)
export type CurrencyQuery = Static<typeof CurrencyQuery>
export const CurrencyPage = pageOf(Currency)
export type CurrencyPage = Static<typeof CurrencyPage>

const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', format: 'date', description: 'Day, UTC' })

/** `GET /v1/currencies/{address}/flows`. */
export const CurrencyFlowQuery = Type.Object(
  {
    by: Type.Optional(Type.Unsafe<(typeof flowSums)[number]>(Type.String({ enum: [...flowSums], default: 'day' }))),
    from: Type.Optional(described(Day, `First day; the whole past when left out, or ${FLOW_DAYS} days by day`)),
    to: Type.Optional(described(Day, 'Last day; today when left out')),
    minBlock: MinBlock,
  },
  exact,
)
export type CurrencyFlowQuery = Static<typeof CurrencyFlowQuery>

/** What came out of a faucet or went into a sink. */
export const CurrencyFlow = Type.Object({
  day: nullable(described(Day, 'Null in sums over several')),
  kind: enumOf(['poured', 'drained']),
  id: FlowId,
  ...named,
  amount: AmountString,
  count: Type.Integer({ minimum: 0, description: 'How often' }),
})
export type CurrencyFlow = Static<typeof CurrencyFlow>
export const CurrencyFlows = Type.Object({
  data: Type.Array(CurrencyFlow, {
    description: 'By day only those in which something flowed, the newest first; otherwise all that are declared',
  }),
})
export type CurrencyFlows = Static<typeof CurrencyFlows>

/** `GET /v1/currencies/{address}/transfers`: every movement, the newest first. */
export const CurrencyTransferQuery = Type.Object(
  {
    account: Type.Optional(described(Address, 'Only what it got or gave')),
    kind: Type.Optional(enumOf(currencyMoves)),
    cursor: Type.Optional(Cursor),
    limit: Limit,
    minBlock: MinBlock,
  },
  exact,
)
export type CurrencyTransferQuery = Static<typeof CurrencyTransferQuery>

/** A movement of currency. What there is and who has it follows from all of them. */
export const CurrencyTransfer = Type.Object({
  kind: enumOf(currencyMoves),
  from: described(nullable(Address), 'Whose it was; null where it was poured'),
  to: described(nullable(Address), 'Whose it is; null where it was drained'),
  amount: AmountString,
  flow: nullable(Type.Integer({ minimum: 0, maximum: 15, description: 'Id of the faucet or the sink; null between accounts' })),
  label: nullable(Type.String({ description: 'Text of the name of the faucet or the sink' })),
  by: described(nullable(Address), 'Who poured, or who drained, be it by an allowance; null between accounts'),
  memo: described(nullable(Hex32), 'What for, in the terms of the world'),
  memoText: nullable(Type.String({ description: 'The memo where it is a short text' })),
  at: Timestamp,
  block: Type.Integer({ minimum: 0 }),
  transactionHash: Hex32,
})
export type CurrencyTransfer = Static<typeof CurrencyTransfer>
export const CurrencyTransferPage = pageOf(CurrencyTransfer)
export type CurrencyTransferPage = Static<typeof CurrencyTransferPage>

/** `GET /v1/accounts/{address}/currencies`: currencies that an account has, the newest currency first. */
export const CurrencyBalanceQuery = Type.Object({ cursor: Type.Optional(Cursor), limit: Limit, minBlock: MinBlock }, exact)
export type CurrencyBalanceQuery = Static<typeof CurrencyBalanceQuery>
export const CurrencyBalance = Type.Object({ currency: Type.Object(title), balance: AmountString })
export type CurrencyBalance = Static<typeof CurrencyBalance>
export const CurrencyBalancePage = pageOf(CurrencyBalance)
export type CurrencyBalancePage = Static<typeof CurrencyBalancePage>
