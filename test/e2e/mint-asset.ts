import type { Generation, GenerationRequest } from '@daedal/protocol/generation/api'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { createClient } from '@daedal/sdk/client'
import { createPublicClient, createWalletClient, http } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { DEVELOPMENT_MNEMONIC } from '../../scripts/dev/development-mnemonic.ts'

/** A job once its pictures are drawn. */
export async function drawn(api: ReturnType<typeof createClient>, id: string): Promise<Generation> {
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; ) {
    const job = await api.generation(id)
    if (job.state === 'done') return job
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(`the job ended as ${job.state}: ${job.error?.detail}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the picture was not drawn in time')
}

/** Makes and mints one asset of words, or of what was made before, through the public API, as a program would. Answers its id and the block of the mint. */
export async function mintAsset(
  url: string,
  ask: string | Pick<GenerationRequest, 'prompt' | 'from'>,
  name: string,
  account = 5,
): Promise<{ asset: string; block: number }> {
  const api = createClient({ baseUrl: url })
  const { chain, contracts } = await api.config()
  const creator = mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: account })
  const transport = http(new URL(chain.rpcUrl, url).href)
  const request = typeof ask === 'string' ? { prompt: ask } : ask
  const job = await drawn(api, (await api.generate({ ...request, variations: 1, seed: 7 })).id)
  const prepared = await api.prepareMint(job.id, {
    variation: 0,
    creator: creator.address,
    name,
    licence: 'CC0-1.0',
    royaltyBps: 500,
    prompt: 'public',
    training: false,
  })
  const message = { creator: creator.address, coreHash: prepared.coreHash, tokenId: BigInt(prepared.tokenId) }
  const signature = await creator.signTypedData(provenanceTypedData(chain.id, contracts.assetCollection, message))
  const { transaction } = await api.signMint(prepared.coreHash, { signature })
  const wallet = createWalletClient({ account: creator, transport })
  const hash = await wallet.sendTransaction({ to: transaction.to, data: transaction.data, value: BigInt(transaction.value), chain: null })
  const receipt = await createPublicClient({ transport, pollingInterval: 100 }).waitForTransactionReceipt({ hash, timeout: 30_000 })
  if (receipt.status !== 'success') throw new Error(`the mint ${hash} reverted`)
  return { asset: prepared.asset, block: Number(receipt.blockNumber) }
}
