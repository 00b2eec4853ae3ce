import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPublicClient, http, zeroAddress } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { DEVELOPMENT_MNEMONIC } from './development-mnemonic.ts'

/** An account of the mnemonic that nobody uses. */
const STRANGER = 9

/**
 * Moves the local chain's time on for its next start: the node takes no orders about the clock, but its journal is what it comes back
 * from, and there a transaction of the future is written. `dir` is the journal's folder. Answers the time, unix seconds.
 */
export async function journalAhead({ dir, rpcUrl, seconds }: { dir: string; rpcUrl: string; seconds: number }): Promise<number> {
  const chain = createPublicClient({ transport: http(rpcUrl) })
  const account = mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: STRANGER })
  const [head, nonce, chainId] = await Promise.all([
    chain.getBlock({ blockTag: 'latest' }),
    chain.getTransactionCount(account),
    chain.getChainId(),
  ])
  const fees = { maxFeePerGas: (head.baseFeePerGas ?? 0n) * 2n + 1_000_000_000n, maxPriorityFeePerGas: 0n }
  const raw = await account.signTransaction({ to: zeroAddress, value: 0n, gas: 21_000n, nonce, chainId, ...fees })
  const timestamp = Math.max(Number(head.timestamp), Math.floor(Date.now() / 1_000)) + seconds
  await appendFile(join(dir, 'journal.jsonl'), `${JSON.stringify({ raw, timestamp, parent: head.hash })}\n`)
  return timestamp
}
