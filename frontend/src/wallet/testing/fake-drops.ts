import { dropsAbi } from '@daedal/protocol/market/abi.gen'
import type { Step } from '@daedal/protocol/market/api'
import { type DropTerms, dropCommitment, dropIdOf } from '@daedal/protocol/market/drop'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address, Hex32, HexBytes } from '@daedal/protocol/scalars'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import { type ContractEventName, encodeFunctionData, type Log, zeroHash } from 'viem'
import { eventFrom } from './fake-event.ts'
import { creator, venue } from './fake-world.ts'

export const contract = venue.drops as Address
export const secret: Hex32 = `0x${'5e'.repeat(32)}`
const stage = { start: 1_000n, end: 2_000n, price: 500n, perWallet: 4, cap: 0, allowlistRoot: zeroHash }

export const dropTerms: DropTerms = {
  creator,
  collection: venue.collection,
  currency: NATIVE_CURRENCY,
  supply: 12,
  revealBy: 3_000n,
  deliverBy: 9_000n,
  itemsRoot: `0x${'17'.repeat(32)}`,
  commitment: dropCommitment(secret),
  salt: zeroHash,
  stages: [stage, { ...stage, start: 2_000n, end: 2_500n, price: 700n }],
}
export const dropId = dropIdOf(dropTerms)

const item: Voucher = {
  coreHash: zeroHash,
  root: zeroHash,
  promptCommitment: zeroHash,
  engineHash: zeroHash,
  terms: { royaltyReceiver: creator, royaltyBps: 500, remixBps: 0, policy: 1, disclosure: 2 },
  parents: [],
  maxSupply: 0n,
}

const send = (data: HexBytes, value = 0n, to = contract): Step => ({ type: 'send', transaction: { to, data, value: value.toString() } })

type Bought = { terms?: DropTerms; stage?: number; quantity?: number; value?: bigint; to?: Address }

/** Transactions to the contract of drops, as the service prepares them. */
export const dropSends = {
  buy({ terms = dropTerms, stage: place = 0, quantity = 2, value = 1_000n, to = contract }: Bought = {}) {
    const args = [terms, BigInt(place), quantity, 0, []] as const
    return send(encodeFunctionData({ abi: dropsAbi, functionName: 'buyTickets', args }), value, to)
  },
  deliver(tickets: readonly number[], terms = dropTerms) {
    const deliveries = tickets.map((ticket) => ({ first: 0, ticket, deadline: 9_000n, signature: '0x' as const, voucher: item, proof: [] }))
    return send(encodeFunctionData({ abi: dropsAbi, functionName: 'deliver', args: [terms, deliveries] }))
  },
  refund: (first: number, terms = dropTerms) => send(encodeFunctionData({ abi: dropsAbi, functionName: 'refund', args: [terms, first] })),
  takeBack: (to: Address, coreHash: Hex32 = zeroHash, terms = dropTerms) =>
    send(encodeFunctionData({ abi: dropsAbi, functionName: 'takeBack', args: [terms, coreHash, to] })),
  reveal: (told: Hex32, terms = dropTerms) => send(encodeFunctionData({ abi: dropsAbi, functionName: 'reveal', args: [terms, told] })),
  plain: (functionName: 'endSale' | 'closeDrop' | 'drawEntropy' | 'createDrop', terms = dropTerms, value = 0n) =>
    send(encodeFunctionData({ abi: dropsAbi, functionName, args: [terms] }), value),
}

/** An event of the contract of drops as a node tells it. */
export const dropEvent = (eventName: ContractEventName<typeof dropsAbi>, args: Record<string, unknown>, address: Address = contract): Log =>
  eventFrom(dropsAbi, eventName, args, address)
