import type { AbiParameter } from 'abitype'
import Type, { type Static } from 'typebox'
import { type Address, encodeAbiParameters, encodeFunctionData, type Hex, hexToBytes, keccak256 } from 'viem'
import { Address as AddressSchema, described, Hex32, UintString, WeiString } from '../scalars.ts'
import type { Voucher } from '../tokens/voucher.ts'
import { dropsAbi } from './abi.gen.ts'
import type { TransactionRequest } from './api.ts'
import { leafHash, type MerkleTree, merkleTree, proofAt, rootOf } from './merkle.ts'

/** Most tickets of one purchase. Mirrors `Drops.MAX_TICKETS`. */
export const MAX_TICKETS = 64
/** Most deliveries of one call. Mirrors `Drops.MAX_DELIVERIES`. */
export const MAX_DELIVERIES = 16
/** Most items of a drop. Mirrors `DropTermsLib.MOST_ITEMS`. */
export const MAX_DROP_ITEMS = 10_000

const inputsOf = <const Name extends 'createDrop' | 'deliver'>(name: Name) =>
  dropsAbi.find((part) => part.type === 'function' && part.name === name)?.inputs as Extract<
    (typeof dropsAbi)[number],
    { type: 'function'; name: Name }
  >['inputs']
const termsInputs = inputsOf('createDrop')
const voucherParameter = inputsOf('deliver')[1].components.find(({ name }) => name === 'voucher')

/** A time in which tickets are sold. Mirrors `contracts/market/types/DropStage.sol`: unix seconds, smallest units, zero for no limit. */
export type DropStage = { start: bigint; end: bigint; price: bigint; perWallet: number; cap: number; allowlistRoot: Hex }
/** What a creator lays down for a drop. Mirrors `contracts/market/types/DropTerms.sol`. */
export type DropTerms = {
  creator: Address
  collection: Address
  currency: Address
  supply: number
  revealBy: bigint
  deliverBy: bigint
  itemsRoot: Hex
  commitment: Hex
  salt: Hex
  stages: DropStage[]
}

const Count = (description: string) => Type.Integer({ minimum: 0, maximum: 4_294_967_295, description })

/** A stage as JSON: times are unix seconds, big numbers decimal strings. */
export const DropStageJson = Type.Object({
  start: described(UintString, 'Tickets are sold from then on, unix seconds'),
  end: described(UintString, 'Tickets are sold before then, unix seconds'),
  price: described(WeiString, 'Of a ticket'),
  perWallet: Count('Most tickets that one account buys in the stage; 0 for no limit'),
  cap: Count('Most tickets that the stage sells; 0 for as many as are left'),
  allowlistRoot: described(Hex32, 'Root of the tree of who may buy; zero for everyone'),
})

/** The terms as JSON. */
export const DropTermsJson = Type.Object({
  creator: AddressSchema,
  collection: AddressSchema,
  currency: described(AddressSchema, 'Zero for ether'),
  supply: Count('Number of items, and so of tickets'),
  revealBy: described(UintString, 'When what is not revealed can no longer be, unix seconds; 0 without a commitment'),
  deliverBy: described(UintString, 'When what is not delivered can no longer be, unix seconds'),
  itemsRoot: described(Hex32, 'Root of the tree of all items'),
  commitment: described(Hex32, 'Hash of the creator’s secret; zero where ticket n gets item n'),
  salt: Hex32,
  stages: Type.Array(DropStageJson),
})
export type DropTermsJson = Static<typeof DropTermsJson>

/** Terms to JSON. */
export const dropTermsToJson = (terms: DropTerms): DropTermsJson => ({
  ...terms,
  revealBy: terms.revealBy.toString(),
  deliverBy: terms.deliverBy.toString(),
  stages: terms.stages.map((stage) => ({
    ...stage,
    start: stage.start.toString(),
    end: stage.end.toString(),
    price: stage.price.toString(),
  })),
})

/** JSON to terms. The caller has validated it against {@link DropTermsJson}. */
export const dropTermsFromJson = (terms: DropTermsJson): DropTerms => ({
  ...terms,
  revealBy: BigInt(terms.revealBy),
  deliverBy: BigInt(terms.deliverBy),
  stages: terms.stages.map((stage) => ({ ...stage, start: BigInt(stage.start), end: BigInt(stage.end), price: BigInt(stage.price) })),
})

/** Id of the drop with these terms. */
export const dropIdOf = (terms: DropTerms): Hex => keccak256(encodeAbiParameters(termsInputs, [terms]))

/** What a creator commits to, of 32 secret bytes. */
export const dropCommitment = (secret: Hex): Hex => keccak256(secret)

/**
 * What a creator sends to the contract of drops to tell the secret. Written where the secret is kept: a service that saw it before the
 * block is drawn could choose with it.
 */
export const revealCall = (drops: Address, terms: DropTerms, secret: Hex): TransactionRequest => ({
  to: drops,
  data: encodeFunctionData({ abi: dropsAbi, functionName: 'reveal', args: [terms, secret] }),
  value: '0',
})

/** What the creator's secret and the hash of the drawn block make. Mirrors `DropReveals.reveal`. */
export const dropOffset = (secret: Hex, entropy: Hex, supply: number): number =>
  Number(BigInt(keccak256(encodeAbiParameters([{ type: 'bytes32' }, { type: 'bytes32' }], [secret, entropy]))) % BigInt(supply))

/** Index of the item that a ticket gets. */
export const itemOfTicket = (ticket: number, offset: number, supply: number): number => (ticket + offset) % supply

const itemParameters: readonly AbiParameter[] = [{ type: 'uint256' }, voucherParameter as AbiParameter]
const itemLeaf = (item: number, voucher: Voucher): Uint8Array =>
  leafHash(hexToBytes(encodeAbiParameters(itemParameters, [BigInt(item), voucher])))

/** The leaves of the tree of items, in the creator's order. */
export function* itemLeaves(vouchers: Iterable<Voucher>): Generator<Uint8Array> {
  let item = 0
  for (const voucher of vouchers) yield itemLeaf(item++, voucher)
}

/** The tree of all items of a drop, in the creator's order. */
export const itemsTree = (vouchers: readonly Voucher[]): MerkleTree => merkleTree(itemLeaves(vouchers))
/** What the terms hold of the items. */
export const itemsRootOf = (vouchers: readonly Voucher[]): Hex => rootOf(itemsTree(vouchers))
/** That an item stands where it stands. */
export const itemProof = (tree: MerkleTree, item: number): Hex[] => proofAt(tree, item)

/** An account on the list of a stage, and how many tickets it may buy. */
export type AllowlistEntry = { readonly account: Address; readonly allowance: number }
const entryLeaf = ({ account, allowance }: AllowlistEntry): Uint8Array =>
  leafHash(hexToBytes(encodeAbiParameters([{ type: 'address' }, { type: 'uint32' }], [account, allowance])))

/** The leaves of the tree of a stage's list. */
export function* allowlistLeaves(entries: Iterable<AllowlistEntry>): Generator<Uint8Array> {
  for (const entry of entries) yield entryLeaf(entry)
}
/** The tree of a stage's list. */
export const allowlistTree = (entries: readonly AllowlistEntry[]): MerkleTree => merkleTree(allowlistLeaves(entries))
/** What the terms hold of a list. */
export const allowlistRootOf = (entries: readonly AllowlistEntry[]): Hex => rootOf(allowlistTree(entries))
/** That an account is on the list with its allowance; null when it is not. */
export function allowlistProof(entries: readonly AllowlistEntry[], account: Address): { allowance: number; proof: Hex[] } | null {
  const index = entries.findIndex((entry) => entry.account.toLowerCase() === account.toLowerCase())
  const entry = entries[index]
  return entry ? { allowance: entry.allowance, proof: proofAt(allowlistTree(entries), index) } : null
}
