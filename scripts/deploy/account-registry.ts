import { readFileSync } from 'node:fs'
import { ACCOUNT_REGISTRY } from '@daedal/protocol/worlds/avatar-account'
import { concatHex, createPublicClient, createWalletClient, getCreate2Address, type Hex, http, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { codeAt } from './ask.ts'

/** The factory of contracts with one address on every chain, the transaction that its author signed for all of them, and who pays for it. */
const FACTORY = '0x4e59b44847b379578588920cA78FbF26c0B4956C'
const PAYER = '0x3fAB184622Dc19b6109349B94811493BF2a45362'
const COST = parseEther('0.01')
const PRESIGNED: Hex = `0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe${'7f'}${'ff'.repeat(31)}e03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba0${'22'.repeat(32)}a0${'22'.repeat(32)}`

/** Salt of the deployment by the authors of ERC-6551: with the creation code it makes the address, so a changed byte shows. */
const SALT: Hex = '0x0000000000000000000000000000000000000000fd8eb4e1dca713016c518e31'

/** Gives a local chain the registry of token-bound accounts (ERC-6551) as public chains have it: same code, same address. */
export async function ensureAccountRegistry(rpc: string, key: Hex): Promise<void> {
  if ((await codeAt(rpc, ACCOUNT_REGISTRY)) !== '0x') return
  const text = readFileSync(new URL('account-registry-creation-code.hex', import.meta.url), 'utf8').replace(/\s/g, '')
  const bytecode: Hex = `0x${text}`
  if (getCreate2Address({ from: FACTORY, salt: SALT, bytecode }) !== ACCOUNT_REGISTRY)
    throw new Error(`The creation code does not belong at ${ACCOUNT_REGISTRY}.`)
  const client = createPublicClient({ transport: http(rpc), pollingInterval: 20 })
  const wallet = createWalletClient({ account: privateKeyToAccount(key), transport: http(rpc) })
  const mined = (hash: Hex) => client.waitForTransactionReceipt({ hash })
  if ((await codeAt(rpc, FACTORY)) === '0x') {
    await mined(await wallet.sendTransaction({ to: PAYER, value: COST, chain: null }))
    await mined(await client.sendRawTransaction({ serializedTransaction: PRESIGNED }))
  }
  await mined(await wallet.sendTransaction({ to: FACTORY, data: concatHex([SALT, bytecode]), chain: null }))
  if ((await codeAt(rpc, ACCOUNT_REGISTRY)) === '0x') throw new Error('The registry of token-bound accounts was not deployed.')
}
