import { join } from 'node:path'
import { createPublicClient, http } from 'viem'
import { expect } from 'vitest'
import { journalAhead } from '../../scripts/dev/journal-ahead.ts'
import { processOf } from './processes.ts'

/** Moves the local chain's time on: its journal is written ahead, and the node, killed, is started again by what keeps it running. */
export async function moveTime({ dir, rpcUrl, seconds }: { dir: string; rpcUrl: string; seconds: number }): Promise<void> {
  const pid = processOf('chain-node-process', join(dir, 'chain'))
  expect(pid, 'the process of the chain').toBeDefined()
  const timestamp = await journalAhead({ dir: join(dir, 'chain'), rpcUrl, seconds })
  process.kill(pid!, 'SIGKILL')
  const chain = createPublicClient({ transport: http(rpcUrl) })
  const time = () =>
    chain.getBlock({ blockTag: 'latest' }).then(
      (block) => Number(block.timestamp),
      () => 0,
    )
  await expect.poll(time, { timeout: 60_000, interval: 200 }).toBe(timestamp)
}
