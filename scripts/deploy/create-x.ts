import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createPublicClient, createWalletClient, type Hex, http, keccak256, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'

/** The factory that public chains have at this address and through which Ignition deploys with CREATE2. */
export const CREATE_X = '0xba5Ed099633D3B313e4D5F7bdc1305d3c28ba5Ed'
const CODE_HASH = '0xbd8a7ea8cfca7b4e5f5041d7d4b17bc317c5ce42cfbc42066a00cf26b43eb53f'

/** Account of the transaction that its author signed for every chain, and what it may cost: 3,000,000 gas at 100 gwei. */
const PRESIGNER = '0xeD456e05CaAb11d66C4c797dD6c1D6f9A7F352b5'
const COST = parseEther('0.3')

/** The signed transaction, which Ignition carries for chains that keep balances of their own. */
async function presignedTransaction(): Promise<Hex> {
  const ignition = createRequire(import.meta.resolve('@nomicfoundation/hardhat-ignition')).resolve('@nomicfoundation/ignition-core')
  const file = join(dirname(ignition), 'internal', 'execution', 'strategy', 'createx-artifact.js')
  const { presignedTx } = (await import(pathToFileURL(file).href)) as { presignedTx: Hex }
  return presignedTx
}

/**
 * Sees to it that the factory is there. A local chain gets it as a public one did: the author's account is given the price of
 * its transaction, and the transaction is sent. On a public chain that lacks it this is left to people.
 */
export async function ensureCreateX(rpc: string, key: Hex, local: boolean): Promise<void> {
  const client = createPublicClient({ transport: http(rpc), pollingInterval: local ? 20 : 4_000 })
  const codeHash = async () => keccak256((await client.getCode({ address: CREATE_X })) ?? '0x')
  const found = await codeHash()
  if (found === CODE_HASH) return
  if (found !== keccak256('0x')) throw new Error(`The code at ${CREATE_X} is not CreateX.`)
  if (!local) throw new Error(`This chain has no CreateX at ${CREATE_X}: see createx.rocks for how it is deployed.`)
  const wallet = createWalletClient({ account: privateKeyToAccount(key), transport: http(rpc) })
  const funded = await wallet.sendTransaction({ to: PRESIGNER, value: COST, chain: null })
  await client.waitForTransactionReceipt({ hash: funded })
  await client.waitForTransactionReceipt({ hash: await client.sendRawTransaction({ serializedTransaction: await presignedTransaction() }) })
  if ((await codeHash()) !== CODE_HASH) throw new Error('CreateX was deployed with another code than expected.')
}
