import type { Deployment } from '@daedal/protocol/chains/deployment'
import { knownCodeOf } from '@daedal/protocol/errors/contract-errors'
import { marketAbi, wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import {
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  decodeErrorResult,
  ExecutionRevertedError,
  encodeFunctionData,
  type Hex,
  InsufficientFundsError,
  type PublicClient,
  zeroAddress,
} from 'viem'
import type { ChainReader, MarketTransaction, Simulation } from '../../market/ports.ts'
import { asChainError } from './chain-error.ts'

/** ERC-1271: the word a contract answers when the signature is its own. */
const ERC1271_MAGIC = `0x1626ba7e${'0'.repeat(56)}`
/** Gas that a maker's contract may use to check a signature here. */
const ERC1271_GAS = 2_000_000n

/** What the market asks of the chain, over JSON-RPC. */
export function createChainReader({ client, deployment }: { client: PublicClient; deployment: Deployment }): ChainReader {
  const { market } = deployment
  const ofMarket = { address: market, abi: marketAbi } as const

  /** The answer of a contract; `reverted` when it answered by reverting; CHAIN_UNAVAILABLE when no node answered. */
  async function ask<T, R>(call: () => Promise<T>, reverted: (error: BaseError) => R): Promise<T | R> {
    try {
      return await call()
    } catch (error) {
      if (error instanceof BaseError && saidByContract(error)) return reverted(error)
      throw asChainError(error)
    }
  }
  const must = <T>(call: () => Promise<T>): Promise<T> =>
    call().catch((error: unknown) => {
      throw asChainError(error)
    })

  return {
    async head() {
      const { number, timestamp } = await must(() => client.getBlock({ blockTag: 'latest' }))
      return { block: Number(number), time: timestamp }
    },

    ownerOf: (address, tokenId) =>
      ask(
        () => client.readContract({ address, abi: assetCollectionAbi, functionName: 'ownerOf', args: [tokenId] }),
        () => null,
      ),

    async mayMove(address, owner, tokenId) {
      const collection = { address, abi: assetCollectionAbi } as const
      const [forAll, forToken] = await Promise.all([
        ask(
          () => client.readContract({ ...collection, functionName: 'isApprovedForAll', args: [owner, market] }),
          () => false,
        ),
        ask(
          () => client.readContract({ ...collection, functionName: 'getApproved', args: [tokenId] }),
          () => zeroAddress,
        ),
      ])
      return forAll || forToken.toLowerCase() === market.toLowerCase()
    },

    balanceOf: (currency, account) =>
      currency === NATIVE_CURRENCY
        ? must(() => client.getBalance({ address: account }))
        : must(() => client.readContract({ address: currency, abi: wrappedEtherAbi, functionName: 'balanceOf', args: [account] })),

    allowance: (currency, account) =>
      must(() => client.readContract({ address: currency, abi: wrappedEtherAbi, functionName: 'allowance', args: [account, market] })),

    async lane(maker, lane) {
      const [epoch, bitmap] = await must(() => client.readContract({ ...ofMarket, functionName: 'laneOf', args: [maker, lane] }))
      return { epoch, bitmap }
    },

    async royalty(collection, tokenId, price) {
      const [receiver, amount] = await must(() =>
        client.readContract({ ...ofMarket, functionName: 'royaltyOf', args: [collection, tokenId, price] }),
      )
      return { receiver: amount === 0n ? null : receiver, amount }
    },

    feeBps: () => must(() => client.readContract({ ...ofMarket, functionName: 'feeBps' })),
    paused: () => must(() => client.readContract({ ...ofMarket, functionName: 'isPaused' })),

    async contractSigned(account, hash, signature) {
      const code = await must(() => client.getCode({ address: account }))
      if (!code || code === '0x') return null
      const data = encodeFunctionData({ abi: erc1271, functionName: 'isValidSignature', args: [hash, signature] })
      const answer = await ask(
        () => client.call({ to: account, data, gas: ERC1271_GAS }),
        () => null,
      )
      return answer?.data?.slice(0, 66) === ERC1271_MAGIC
    },

    simulate: (from, transaction) => simulate(client, from, transaction),
  }
}

/** The one function of ERC-1271, which no contract of ours has. */
const erc1271 = [
  {
    type: 'function',
    name: 'isValidSignature',
    stateMutability: 'view',
    inputs: [
      { name: 'hash', type: 'bytes32' },
      { name: 'signature', type: 'bytes' },
    ],
    outputs: [{ name: 'magicValue', type: 'bytes4' }],
  },
] as const

/** Whether a node ran the call and the contract refused, as opposed to a node that did not answer. */
const saidByContract = (error: BaseError): boolean =>
  error.walk(
    (cause) =>
      cause instanceof ContractFunctionRevertedError ||
      cause instanceof ContractFunctionZeroDataError ||
      cause instanceof ExecutionRevertedError ||
      revertData(cause) !== null,
  ) !== null

/** Data of a revert, wherever the node put it. */
function revertData(error: unknown): Hex | null {
  let data = (error as { data?: unknown } | null)?.data
  if (data !== null && typeof data === 'object') data = (data as { data?: unknown }).data
  return typeof data === 'string' && /^0x([0-9a-f]{2})*$/i.test(data) ? (data as Hex) : null
}

async function simulate(client: PublicClient, account: `0x${string}`, transaction: MarketTransaction): Promise<Simulation> {
  try {
    const [gas, gasPriceWei] = await Promise.all([client.estimateGas({ account, ...transaction }), client.getGasPrice()])
    return { gas, gasPriceWei }
  } catch (error) {
    if (!(error instanceof BaseError)) throw asChainError(error)
    if (error.walk((cause) => cause instanceof InsufficientFundsError))
      return { refused: 'MARKET_BALANCE_TOO_LOW', detail: `${account} cannot pay the price and the network's fee.` }
    const holder = error.walk((cause) => revertData(cause) !== null)
    const data = holder && revertData(holder)
    if (data && data !== '0x') return refusal(data)
    if (error.walk((cause) => cause instanceof ExecutionRevertedError)) return { refused: null, detail: error.shortMessage }
    throw asChainError(error)
  }
}

/** What a contract's error says, with its values. */
function refusal(data: Hex): Simulation {
  try {
    const { errorName, args } = decodeErrorResult({ abi: [...marketAbi, ...assetCollectionAbi, ...wrappedEtherAbi], data })
    return { refused: knownCodeOf(errorName), detail: `${errorName}(${(args ?? []).map(String).join(', ')})` }
  } catch {
    return { refused: null, detail: `The contract refused with ${data.slice(0, 10)}, which is no error of ours.` }
  }
}
