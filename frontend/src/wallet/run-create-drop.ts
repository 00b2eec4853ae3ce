import { dropItemsTypedData, signedItems } from '@daedal/protocol/market/drop-items'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import type { Hex32 } from '@daedal/protocol/scalars'
import { type Voucher, type VoucherJson, voucherFromJson, voucherToJson } from '@daedal/protocol/tokens/voucher'
import { checkCreation, checkItem } from './check-create-drop.ts'
import { checkMint } from './check-prepared.ts'
import type { CreateDropRequest, PreparedCreation } from './create-drop-request.ts'
import type { Flow, FlowStep } from './flow.ts'
import type { FlowVenue, FlowWorld, SignedData } from './flow-ports.ts'
import type { Preparation } from './prepare-flow.ts'
import { must } from './prepared-mismatch.ts'
import { type StepContext, withPatience } from './run-flow.ts'

/** Keys of the steps after the signatures under the records. */
const ITEMS = 'sign-items'
const CONTENTS = 'publish-contents'
const recordKey = (at: number): string => `sign-${at + 1}`
const creationOf = ({ prepared }: Flow): PreparedCreation => prepared as unknown as PreparedCreation
const vouchersOf = (flow: Flow): Voucher[] => ((creationOf(flow).vouchers ?? []) as VoucherJson[]).map(voucherFromJson)

/** Asks for the record of each picture. Each is signed by itself; then all items are, at once; then the drop is laid down and published. */
export async function prepareCreation(request: CreateDropRequest, { account }: Flow, { service }: FlowWorld): Promise<Preparation> {
  const records: PreparedCreation['records'] = []
  for (const { generation, body } of request.items) {
    const { coreHash, tokenId } = checkMint(await service.prepareMint(generation, { ...body, creator: account }), account)
    records.push({ coreHash, tokenId: tokenId.toString() })
  }
  const waiting = (key: string, type: FlowStep['type']): FlowStep => ({ key, type, state: 'waiting' })
  return {
    steps: [
      ...records.map((_, at) => waiting(recordKey(at), 'sign')),
      waiting('publish', 'publish'),
      waiting(ITEMS, 'sign'),
      waiting('send', 'send'),
      waiting('index', 'index'),
      waiting(CONTENTS, 'publish'),
    ],
    prepared: { records },
  }
}

/** What is signed in a step: a record, or all items. */
export function creationToSign(step: FlowStep, flow: Flow, venue: FlowVenue): SignedData {
  const { records, deadline } = creationOf(flow)
  if (step.key === ITEMS) return dropItemsTypedData(placeOf(venue, deadline), vouchersOf(flow))
  const record = records.find((_, at) => recordKey(at) === step.key)
  must(record !== undefined, `There is no record for ${step.key}.`)
  const message = { creator: flow.account, coreHash: record.coreHash, tokenId: BigInt(record.tokenId) }
  return provenanceTypedData(venue.chainId, venue.collection, message)
}

function placeOf({ chainId, collection, drops }: FlowVenue, deadline: string | undefined) {
  must(drops !== null && deadline !== undefined, 'There are no drops here.')
  return { chainId, collection, drops, deadline: BigInt(deadline) }
}

/** Publishes the records and writes the drop of them; or, once it is laid down, publishes its contents. Both may be repeated. */
export async function publishCreation(step: FlowStep, request: CreateDropRequest, context: StepContext): Promise<void> {
  if (step.key === CONTENTS) return publishContents(step, request, context)
  const { service, tell, now, flow, venue } = context
  const { account, steps } = flow()
  const { records } = creationOf(flow())
  const vouchers: Voucher[] = []
  for (const [at, { coreHash }] of records.entries()) {
    const item = request.items[at]
    const signature = steps.find(({ key }) => key === recordKey(at))?.signature
    if (!item || !signature) throw new Error(`record ${at} is not signed`)
    const signed = await withPatience(context, () => service.signMint(coreHash, { signature }))
    vouchers.push(checkItem(signed, item, coreHash, account, venue))
  }
  const { start, end, price, perWallet, commitment } = request
  const prepared = await withPatience(context, () =>
    service.prepareDrop({
      creator: account,
      vouchers: vouchers.map(voucherToJson),
      stages: [{ start: String(start), end: String(end), price, perWallet }],
      ...(commitment && { commitment }),
    }),
  )
  if (!prepared.possible) {
    const { reason, detail } = prepared
    tell({ type: 'failed', key: step.key, at: now(), failure: { kind: 'refused', code: reason, detail, networkFee: null } })
    return
  }
  const transaction = checkCreation(prepared, vouchers, request, account, venue)
  const kept = { vouchers: vouchers.map(voucherToJson), drop: prepared.id, deadline: prepared.terms.deliverBy }
  tell({ type: 'given', key: 'send', transaction, prepared: kept })
  tell({ type: 'done', key: step.key, at: now() })
}

async function publishContents(step: FlowStep, request: CreateDropRequest, context: StepContext): Promise<void> {
  const { service, tell, now, flow, venue } = context
  const { deadline } = creationOf(flow())
  const signature = flow().steps.find(({ key }) => key === ITEMS)?.signature
  if (!signature) throw new Error('the items are not signed')
  const items = signedItems(placeOf(venue, deadline), vouchersOf(flow()), signature)
  const drop = creationOf(flow()).drop as Hex32
  await withPatience(context, () => service.publishDrop(drop, { items }))
  tell({
    type: 'happened',
    outcome: { asset: null, orderHash: null, payments: [], drop: { result: 'created', drop, count: request.items.length } },
  })
  tell({ type: 'done', key: step.key, at: now() })
}
