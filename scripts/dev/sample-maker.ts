import type { PublicConfig } from '@daedal/protocol/accounts/api'
import type { Generation, PreparedMint, PrepareMint, SignedMint } from '@daedal/protocol/generation/api'
import type { Step, TransactionRequest } from '@daedal/protocol/market/api'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { ApiProblem, createClient } from '@daedal/sdk/client'
import { createPublicClient, createWalletClient, type Hex, http } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { DEVELOPMENT_MNEMONIC } from './development-mnemonic.ts'

/** A busy machine takes minutes for what takes seconds. */
const PATIENCE_MS = 360_000

/** What is said of a sample when it is minted. */
export type Presented = { name: string } & Pick<PrepareMint, 'licence' | 'royaltyBps'>

export const accountOf = (index: number) => mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: index })

/** What the development accounts do for samples, through the public API alone. */
export async function createSampleMaker(url: string) {
  const client = createClient({ baseUrl: url })
  const config: PublicConfig = await client.config()
  const rpc = http(new URL(config.chain.rpcUrl, url).href)
  const reader = createPublicClient({ transport: rpc, pollingInterval: 100 })

  /** Starts a picture; waits for room when a start that was killed left jobs behind. */
  async function begin(prompt: string): Promise<string> {
    for (const deadline = performance.now() + PATIENCE_MS; ; ) {
      try {
        return (await client.generate({ prompt, variations: 1, seed: 11 })).id
      } catch (cause) {
        const busy = cause instanceof ApiProblem && cause.code === 'GENERATION_TOO_MANY_JOBS'
        if (!busy || performance.now() > deadline) throw cause
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
  }

  async function finished(id: string): Promise<Generation> {
    const deadline = performance.now() + PATIENCE_MS
    while (performance.now() < deadline) {
      const generation = await client.generation(id)
      if (generation.state === 'done') return generation
      if (generation.state === 'failed' || generation.state === 'cancelled')
        throw new Error(`sample ${id} ended as ${generation.state}: ${generation.error?.detail ?? ''}`)
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    throw new Error(`sample ${id} was not drawn in time`)
  }

  async function send(from: number, { to, data, value }: TransactionRequest): Promise<number> {
    const wallet = createWalletClient({ account: accountOf(from), transport: rpc })
    const hash = await wallet.sendTransaction({ to, data, value: BigInt(value), chain: null })
    const receipt = await reader.waitForTransactionReceipt({ hash, timeout: 30_000 })
    if (receipt.status !== 'success') throw new Error(`sample transaction ${hash} reverted`)
    return Number(receipt.blockNumber)
  }

  return {
    client,
    config,
    draw: async (prompt: string): Promise<Generation> => finished(await begin(prompt)),
    /** The chain's time, unix seconds. */
    time: async () => Number((await reader.getBlock()).timestamp),
    send,
    /** Sends the transactions among steps; answers the last block. */
    async walk(from: number, steps: readonly Step[]): Promise<number> {
      let block = 0
      for (const step of steps) if ('transaction' in step) block = await send(from, step.transaction)
      return block
    },
    /** Has a record and its directory made of a picture, and says what would mint it. */
    async record(by: number, { id }: Generation, said: Presented): Promise<{ prepared: PreparedMint; signed: SignedMint }> {
      const account = accountOf(by)
      const { licence, royaltyBps, name } = said
      const told = { variation: 0, creator: account.address, name, licence, royaltyBps, remixBps: 1_000, training: false }
      const prepared = await client.prepareMint(id, { ...told, prompt: 'public' })
      const message = { creator: account.address, coreHash: prepared.coreHash as Hex, tokenId: BigInt(prepared.tokenId) }
      const signature = await account.signTypedData(provenanceTypedData(config.chain.id, config.contracts.assetCollection, message))
      return { prepared, signed: await client.signMint(prepared.coreHash, { signature }) }
    },
  }
}
export type SampleMaker = Awaited<ReturnType<typeof createSampleMaker>>
