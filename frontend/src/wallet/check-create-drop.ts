import type { SignedMint } from '@daedal/protocol/generation/api'
import { dropsAbi } from '@daedal/protocol/market/abi.gen'
import { type DropTerms, dropIdOf, dropTermsFromJson, itemsRootOf } from '@daedal/protocol/market/drop'
import type { PreparedDrop } from '@daedal/protocol/market/drop-api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address, Hex32 } from '@daedal/protocol/scalars'
import { voucherOfMint } from '@daedal/protocol/tokens/mint-voucher'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import { decodeFunctionData, zeroHash } from 'viem'
import type { CreateDropRequest, NewItem } from './create-drop-request.ts'
import type { FlowTransaction } from './flow.ts'
import type { FlowVenue } from './flow-ports.ts'
import { must, same } from './prepared-mismatch.ts'

/** Bit of a voucher's policy that forbids to hand its token on. */
const SOULBOUND = 16
/** What the service may put between the end of the sale and the deadlines, seconds: the defaults of its API, and a day for its clock. */
const MOST_REVEAL = 8 * 86_400
const MOST_DELIVERY = 31 * 86_400

/** The voucher of a published record, once it is of the signed record and has the terms that were asked for. */
export function checkItem(signed: SignedMint, item: NewItem, coreHash: Hex32, account: Address, venue: FlowVenue): Voucher {
  const { to, data } = signed.transaction
  must(same(to, venue.collection), `The prepared item is of ${to}.`)
  const voucher = voucherOfMint(data)
  must(voucher.coreHash === coreHash && voucher.root === signed.root, 'The prepared item is of another record.')
  must(voucher.terms.royaltyBps === item.body.royaltyBps, `The prepared royalty is ${voucher.terms.royaltyBps} basis points.`)
  must(same(voucher.terms.royaltyReceiver, account), `The prepared royalty goes to ${voucher.terms.royaltyReceiver}.`)
  must(voucher.terms.remixBps === (item.body.remixBps ?? 0), `The prepared remix share is ${voucher.terms.remixBps} basis points.`)
  must(voucher.parents.length === 0, 'The prepared item derives from other tokens.')
  must((voucher.terms.policy & SOULBOUND) === 0, 'The prepared item could not be delivered.')
  return voucher
}

/** Lets a drop pass when its terms are those that were asked for, of these items, and the transaction lays down that and nothing else. */
export function checkCreation(
  prepared: PreparedDrop,
  vouchers: readonly Voucher[],
  request: CreateDropRequest,
  account: Address,
  venue: FlowVenue,
): FlowTransaction {
  const terms = dropTermsFromJson(prepared.terms)
  const id = dropIdOf(terms)
  must(same(id, prepared.id), `The prepared terms are drop ${id}, not ${prepared.id}.`)
  must(same(terms.creator, account), `The prepared drop is that of ${terms.creator}.`)
  must(same(terms.collection, venue.collection), `The prepared drop is of ${terms.collection}.`)
  must(same(terms.currency, NATIVE_CURRENCY), `The prepared drop is paid in ${terms.currency}.`)
  must(terms.supply === vouchers.length && terms.itemsRoot === itemsRootOf(vouchers), 'The prepared drop is of other items.')
  must(terms.commitment === (request.commitment ?? zeroHash), 'The prepared drop has another commitment.')
  checkStage(terms, request)
  checkDeadlines(terms, request)
  const [step, ...more] = prepared.steps
  must(step?.type === 'send' && more.length === 0, 'Something else than the drop is prepared.')
  const { to, data, value } = step.transaction
  must(venue.drops !== null && same(to, venue.drops) && value === '0', `The prepared transaction goes to ${to} with ${value} wei.`)
  const call = decodeFunctionData({ abi: dropsAbi, data })
  must(call.functionName === 'createDrop', `The prepared transaction calls ${call.functionName}.`)
  must(dropIdOf({ ...call.args[0], stages: [...call.args[0].stages] }) === id, 'The prepared transaction lays down another drop.')
  return { to, data, value }
}

function checkStage({ stages }: DropTerms, request: CreateDropRequest): void {
  const [stage, ...more] = stages
  must(stage !== undefined && more.length === 0, `The prepared drop has ${stages.length} stages.`)
  must(
    stage.start === BigInt(request.start) && stage.end === BigInt(request.end),
    `The prepared stage is from ${stage.start} to ${stage.end}.`,
  )
  must(stage.price === BigInt(request.price), `The prepared price is ${stage.price} wei instead of ${request.price}.`)
  must(
    stage.perWallet === request.perWallet && stage.cap === 0,
    `The prepared limit is ${stage.perWallet} for an account, ${stage.cap} in all.`,
  )
  must(stage.allowlistRoot === zeroHash, 'The prepared stage is for a list.')
}

function checkDeadlines({ revealBy, deliverBy }: DropTerms, { end, commitment }: CreateDropRequest): void {
  const from = BigInt(end)
  if (commitment === null) must(revealBy === 0n, `The prepared drop is to be revealed by ${revealBy}.`)
  else must(revealBy > from && revealBy <= from + BigInt(MOST_REVEAL), `The prepared drop is to be revealed by ${revealBy}.`)
  const begin = revealBy || from
  must(deliverBy > begin && deliverBy <= begin + BigInt(MOST_DELIVERY), `The prepared drop is to be delivered by ${deliverBy}.`)
}
