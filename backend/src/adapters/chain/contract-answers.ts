import { knownCodeOf } from '@daedal/protocol/errors/contract-errors'
import { auctionHouseAbi, dropsAbi, marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { assetCollectionAbi, creatorCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import {
  type Address,
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  decodeErrorResult,
  ExecutionRevertedError,
  type Hex,
  InsufficientFundsError,
  type PublicClient,
} from 'viem'
import type { MarketTransaction, Refusal, Simulation } from '../../market/ports.ts'
import { asChainError } from './chain-error.ts'

/** Asks a contract: its answer; `reverted` when it answered by reverting; CHAIN_UNAVAILABLE when no node answered. */
export async function ask<T, R>(call: () => Promise<T>, reverted: (error: BaseError) => R): Promise<T | R> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof BaseError && saidByContract(error)) return reverted(error)
    throw asChainError(error)
  }
}

/** Asks a contract that always answers. */
export const must = <T>(call: () => Promise<T>): Promise<T> =>
  call().catch((error: unknown) => {
    throw asChainError(error)
  })

/** Whether a node ran the call and the contract refused, as opposed to a node that did not answer. */
const saidByContract = (error: BaseError): boolean =>
  error.walk(
    (cause) =>
      cause instanceof ContractFunctionRevertedError ||
      cause instanceof ContractFunctionZeroDataError ||
      cause instanceof ExecutionRevertedError ||
      isUndecodable(cause) ||
      revertData(cause) !== null,
  ) !== null

/** Whether a contract answered, but not what its standard says: a word too short, a flag that is neither, an address too long. */
const isUndecodable = (cause: unknown): boolean =>
  cause instanceof Error && /^(Abi|PositionOutOfBounds|InvalidBytesBoolean|IntegerOutOfRange|SizeOverflow|SliceOffset)/.test(cause.name)

/** Data of a revert, wherever the node put it. */
function revertData(error: unknown): Hex | null {
  let data = (error as { data?: unknown } | null)?.data
  if (data !== null && typeof data === 'object') data = (data as { data?: unknown }).data
  return typeof data === 'string' && /^0x([0-9a-f]{2})*$/i.test(data) ? (data as Hex) : null
}

/** What a transaction would cost, or why it would fail. */
export async function simulate(client: PublicClient, account: Address, transaction: MarketTransaction): Promise<Simulation> {
  try {
    const [gas, gasPriceWei] = await Promise.all([client.estimateGas({ account, ...transaction }), client.getGasPrice()])
    return { gas, gasPriceWei }
  } catch (error) {
    if (!(error instanceof BaseError)) throw asChainError(error)
    if (error.walk((cause) => cause instanceof InsufficientFundsError))
      return { refused: 'MARKET_BALANCE_TOO_LOW', detail: `${account} cannot pay the price and the network's fee.` }
    const refused = refusalOf(error)
    if (refused) return refused
    if (error.walk((cause) => cause instanceof ExecutionRevertedError)) return { refused: null, detail: error.shortMessage }
    throw asChainError(error)
  }
}

/** What the contract's error behind a failed call says; null when it says nothing. */
export function refusalOf(error: BaseError): Refusal | null {
  const holder = error.walk((cause) => revertData(cause) !== null)
  const data = holder && revertData(holder)
  return data && data !== '0x' ? refusal(data) : null
}

/** What a contract's error says, with its values. */
function refusal(data: Hex): Refusal {
  try {
    const { errorName, args } = decodeErrorResult({
      abi: [...marketAbi, ...auctionHouseAbi, ...dropsAbi, ...assetCollectionAbi, ...creatorCollectionAbi, ...wrappedEtherAbi],
      data,
    })
    return { refused: knownCodeOf(errorName), detail: `${errorName}(${(args ?? []).map(String).join(', ')})` }
  } catch {
    return { refused: null, detail: `The contract refused with ${data.slice(0, 10)}, which is no error of ours.` }
  }
}
