import type { Address } from '@daedal/protocol/scalars'
import type { FlowTransaction } from './flow.ts'
import type { ChainTransaction, FlowChain } from './flow-ports.ts'

/** Transactions of one account that are looked at before the search gives up. */
const LIMIT = 20

/** Whether the chain's transaction is the one that was to be sent, whoever set its fee. */
export const isSameAct = (known: ChainTransaction, wanted: FlowTransaction): boolean =>
  known.to?.toLowerCase() === wanted.to.toLowerCase() &&
  known.data.toLowerCase() === wanted.data.toLowerCase() &&
  known.value === BigInt(wanted.value)

/** The transaction by which an account used a nonce after a block; null when it has not been used there. */
export async function sentWithNonce(chain: FlowChain, account: Address, nonce: number, after: number): Promise<ChainTransaction | null> {
  let [low, high] = [after, await chain.block()]
  if ((await chain.nonce(account, high)) <= nonce) return null
  // The first block after which the account's count is above the nonce holds the transaction.
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((await chain.nonce(account, middle)) > nonce) high = middle
    else low = middle + 1
  }
  const transactions = await chain.transactionsIn(low)
  return transactions.find((known) => known.nonce === nonce && known.from.toLowerCase() === account.toLowerCase()) ?? null
}

/**
 * Finds what a wallet sent although its answer never arrived (the page was closed, the connection broke): looks at everything
 * the account sent since it was asked. Null when none of it is this transaction.
 */
export async function findSent(
  chain: FlowChain,
  account: Address,
  wanted: FlowTransaction,
  asked: { nonce: number; block: number },
): Promise<ChainTransaction | null> {
  const count = await chain.nonce(account, 'latest')
  for (let nonce = asked.nonce; nonce < Math.min(count, asked.nonce + LIMIT); nonce++) {
    const known = await sentWithNonce(chain, account, nonce, asked.block)
    if (known && isSameAct(known, wanted)) return known
  }
  return null
}
