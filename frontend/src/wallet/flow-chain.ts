import type { PublicClient } from 'viem'
import { BlockNotFoundError, RpcRequestError, TransactionNotFoundError, TransactionReceiptNotFoundError } from 'viem'
import type { ChainTransaction, FlowChain } from './flow-ports.ts'
import { refusalOf, revertDataOf, sentenceOfError } from './revert-reason.ts'

type ViemTransaction = {
  hash: `0x${string}`
  from: `0x${string}`
  to: `0x${string}` | null
  input: `0x${string}`
  value: bigint
  nonce: number
}
const transactionOf = ({ hash, from, to, input, value, nonce }: ViemTransaction): ChainTransaction => ({
  hash,
  from,
  to,
  data: input,
  value,
  nonce,
})

/** Null instead of an error that says "not there (yet)". */
const orNull = async <T>(answer: Promise<T>): Promise<T | null> =>
  answer.catch((error: unknown) => {
    if (
      error instanceof TransactionNotFoundError ||
      error instanceof TransactionReceiptNotFoundError ||
      error instanceof BlockNotFoundError
    )
      return null
    throw error
  })

/** Whether a node answered, and said that the call fails. */
function isRefusal(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at && typeof at === 'object' && depth < 12; depth++) {
    if (at instanceof RpcRequestError) return true
    at = (at as { cause?: unknown }).cause
  }
  return false
}

/** The chain through the deployment's own node, whatever the wallet is connected to. */
export function createFlowChain(client: PublicClient): FlowChain {
  return {
    block: async () => Number(await client.getBlockNumber({ cacheTime: 0 })),
    nonce: (address, at) =>
      client.getTransactionCount(typeof at === 'number' ? { address, blockNumber: BigInt(at) } : { address, blockTag: at }),
    balance: (address) => client.getBalance({ address }),
    receipt: async (hash) => {
      const receipt = await orNull(client.getTransactionReceipt({ hash }))
      return (
        receipt && {
          block: Number(receipt.blockNumber),
          succeeded: receipt.status === 'success',
          networkFee: receipt.gasUsed * receipt.effectiveGasPrice,
          logs: receipt.logs,
        }
      )
    },
    transaction: async (hash) => {
      const transaction = await orNull(client.getTransaction({ hash }))
      return transaction && transactionOf(transaction)
    },
    transactionsIn: async (block) =>
      (await client.getBlock({ blockNumber: BigInt(block), includeTransactions: true })).transactions.map(transactionOf),
    refusal: async (account, { to, data, value }, block) => {
      try {
        await client.call({ account, to, data, value: BigInt(value), ...(block === undefined ? {} : { blockNumber: BigInt(block) }) })
        return null
      } catch (error) {
        const reverted = revertDataOf(error)
        if (reverted !== undefined) return refusalOf(reverted)
        if (isRefusal(error)) return { code: null, detail: sentenceOfError(error) }
        throw error
      }
    },
  }
}
