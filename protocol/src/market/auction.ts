import type { AbiParametersToPrimitiveTypes, ExtractAbiFunction } from 'abitype'
import Type, { type Static } from 'typebox'
import { type Address, encodeAbiParameters, getAbiItem, type Hex, keccak256 } from 'viem'
import { Address as AddressSchema, described, UintString, WeiString } from '../scalars.ts'
import { auctionHouseAbi } from './abi.gen.ts'

/** What a seller lays down for an auction. Mirrors `contracts/market/types/AuctionTerms.sol`, field by field. */
export type AuctionTerms = AbiParametersToPrimitiveTypes<ExtractAbiFunction<typeof auctionHouseAbi, 'createAuction'>['inputs']>[0]

/** Limits of what a seller may lay down: basis points and seconds. Those of `AuctionTermsLib`. */
export const auctionLimits = {
  leastIncrementBps: 100,
  mostIncrementBps: 5_000,
  mostWait: 2_592_000,
  leastDuration: 3_600,
  mostDuration: 2_592_000,
  mostWindow: 86_400,
  mostExtension: 604_800,
} as const

/** Largest bid that fits its type. */
export const MAX_BID = (1n << 128n) - 1n

/**
 * Least that the next bid may be: the reserve before the first, then the highest bid and its increment, rounded up. Mirrors
 * `AuctionLib.leastBid`; above {@link MAX_BID} the last bid was the last.
 */
export function leastBidOf(reserve: bigint, minIncrementBps: number, highest: bigint | null): bigint {
  if (highest === null) return reserve
  return highest + (highest * BigInt(minIncrementBps) + 9_999n) / 10_000n
}

/** Id of the auction that a seller creates with these terms, having created `count` before. Mirrors `AuctionHouse.createAuction`. */
export function auctionIdOf(seller: Address, count: bigint, terms: AuctionTerms): Hex {
  const [tuple] = getAbiItem({ abi: auctionHouseAbi, name: 'createAuction' }).inputs
  const types = [{ type: 'address' }, { type: 'uint256' }, tuple] as const
  return keccak256(encodeAbiParameters(types, [seller, count, terms]))
}

/** The terms as JSON: big numbers are decimal strings, times are unix seconds. */
export const AuctionTermsJson = Type.Object({
  collection: AddressSchema,
  tokenId: UintString,
  quantity: described(UintString, 'Units of an ERC-1155 token; zero for an ERC-721 token'),
  currency: described(AddressSchema, 'Zero for ether'),
  reserve: described(WeiString, 'Least first bid'),
  minIncrementBps: Type.Integer({ minimum: 0, maximum: 65_535 }),
  start: described(UintString, 'When bidding opens, unix seconds; zero for at once'),
  duration: described(UintString, 'Seconds from there to the end'),
  extensionWindow: described(UintString, 'A bid in the last so many seconds moves the end to so many seconds after it'),
  maxExtension: described(UintString, 'Seconds by which all bids together can move the end'),
})
export type AuctionTermsJson = Static<typeof AuctionTermsJson>

export const auctionTermsToJson = (terms: AuctionTerms): AuctionTermsJson => ({
  ...terms,
  tokenId: terms.tokenId.toString(),
  quantity: terms.quantity.toString(),
  reserve: terms.reserve.toString(),
  start: terms.start.toString(),
  duration: terms.duration.toString(),
  extensionWindow: terms.extensionWindow.toString(),
  maxExtension: terms.maxExtension.toString(),
})
