import type { Step } from '@daedal/protocol/market/api'
import { createClient } from '@daedal/sdk/client'
import { createPublicClient, createWalletClient, http } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { DEVELOPMENT_MNEMONIC } from '../../scripts/dev/development-mnemonic.ts'

/** An account of the mnemonic; those of the development wallet begin with the second. */
export const accountOf = (index: number) => mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: index })

/** Sends the transactions among steps, one after the other, as an account of the mnemonic. Answers the block of the last one. */
export async function walkSteps(url: string, index: number, steps: readonly Step[]): Promise<number> {
  const { chain } = await createClient({ baseUrl: url }).config()
  const transport = http(new URL(chain.rpcUrl, url).href)
  const wallet = createWalletClient({ account: accountOf(index), transport })
  let block = 0
  for (const step of steps) {
    if (step.type === 'sign') throw new Error('nothing is to be signed here')
    const { to, data, value } = step.transaction
    const hash = await wallet.sendTransaction({ to, data, value: BigInt(value), chain: null })
    const receipt = await createPublicClient({ transport, pollingInterval: 100 }).waitForTransactionReceipt({ hash, timeout: 30_000 })
    if (receipt.status !== 'success') throw new Error(`the transaction ${hash} reverted`)
    block = Number(receipt.blockNumber)
  }
  return block
}
