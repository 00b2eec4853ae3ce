import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPublicClient, http, zeroAddress } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { expect } from 'vitest'
import { DEVELOPMENT_MNEMONIC } from '../../scripts/dev/development-mnemonic.ts'
import { processOf } from './processes.ts'

/** An account of the mnemonic that nobody here uses. */
const STRANGER = 9

/**
 * Moves the local chain's time on. Its node takes no orders about the clock, but its journal is what it comes back from: a transaction
 * of the future is written there, and the node, killed, is started again by what keeps it running.
 */
export async function moveTime({ dir, rpcUrl, seconds }: { dir: string; rpcUrl: string; seconds: number }): Promise<void> {
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
  const pid = processOf('chain-node-process', join(dir, 'chain'))
  expect(pid, 'the process of the chain').toBeDefined()
  appendFileSync(join(dir, 'chain', 'journal.jsonl'), `${JSON.stringify({ raw, timestamp, parent: head.hash })}\n`)
  process.kill(pid!, 'SIGKILL')
  const time = () =>
    chain.getBlock({ blockTag: 'latest' }).then(
      (block) => Number(block.timestamp),
      () => 0,
    )
  await expect.poll(time, { timeout: 60_000, interval: 200 }).toBe(timestamp)
}
