import { worldCurrencyAbi, worldCurrencyFactoryAbi, worldRegistryAbi } from '@daedal/protocol/worlds/abi.gen'
import { createClient } from '@daedal/sdk/client'
import {
  type Abi,
  type Address,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  keccak256,
  parseEther,
  parseEventLogs,
  stringToHex,
  toHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { DEVELOPMENT_MNEMONIC } from './development-mnemonic.ts'

const accountOf = (index: number) => mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: index })
/** Who runs the sample world and pours, and who plays in it. */
const [OPERATOR, SOURCE, PLAYER, RIVAL] = [5, 6, 2, 3] as const
const [QUESTS, HARVEST, OPENING] = [0, 1, 2] as const
const [REPAIRS, TOLLS, RENT] = [0, 1, 2] as const
const SALT = keccak256(toHex('Saltby'))
const HOUR = 3_600
const DAY = 24 * HOUR

const whole = (count: number) => parseEther(String(count))
const short = (text: string): Hex => stringToHex(text, { size: 32 })

/** What Saltby lays down about its currency, counted from a moment (unix seconds). */
const declarationFrom = (now: number) => ({
  name: 'Saltby obol',
  symbol: 'OBOL',
  cap: whole(12_000),
  curve: [
    { time: BigInt(now), most: whole(3_000) },
    { time: BigInt(now + 30 * DAY), most: whole(8_000) },
    { time: BigInt(now + 90 * DAY), most: whole(12_000) },
  ],
  faucets: [
    { name: short('quests'), perWindow: whole(600), perAccount: whole(200), total: 0n, window: DAY },
    { name: short('harvest'), perWindow: whole(120), perAccount: whole(40), total: whole(2_000), window: HOUR },
    { name: short('opening gift'), perWindow: whole(1_000), perAccount: whole(250), total: whole(1_000), window: 30 * DAY },
  ],
  sinks: [{ name: short('repairs') }, { name: short('tolls') }, { name: short('stall rent') }],
})

/**
 * Registers a world, which declares a currency that is earned and spent a little. What is there already is left alone, so a start that
 * was killed goes on. Answers the currency; null where the deployment makes none.
 */
export async function makeSampleWorld(url: string): Promise<Address | null> {
  const { chain, contracts } = await createClient({ baseUrl: url }).config()
  const { worldRegistry, worldCurrencyFactory: factory } = contracts
  if (!worldRegistry || !factory) return null
  const transport = http(new URL(chain.rpcUrl, url).href)
  const reader = createPublicClient({ transport, pollingInterval: 100 })
  const send = async (from: number, address: Address, abi: Abi, functionName: string, args: unknown[]) => {
    const wallet = createWalletClient({ account: accountOf(from), transport })
    const hash = await wallet.writeContract({ address, abi, functionName, args, chain: null })
    const receipt = await reader.waitForTransactionReceipt({ hash, timeout: 30_000 })
    if (receipt.status !== 'success') throw new Error(`sample ${functionName} (${hash}) reverted`)
    return receipt
  }
  const registry = { address: worldRegistry, abi: worldRegistryAbi } as const
  const world = await reader.readContract({ ...registry, functionName: 'worldIdOf', args: [accountOf(OPERATOR).address, SALT] })
  const { operator } = await reader.readContract({ ...registry, functionName: 'worldOf', args: [world] })
  if (operator === zeroAddress)
    await send(OPERATOR, worldRegistry, worldRegistryAbi, 'register', [SALT, keccak256(toHex('Saltby manifest')), zeroHash])

  const declared = { address: factory, abi: worldCurrencyFactoryAbi, eventName: 'CurrencyDeclared', args: { worldId: world } } as const
  const [before] = await reader.getContractEvents({ ...declared, fromBlock: BigInt(contracts.deploymentBlock) })
  const declare = async (): Promise<Address> => {
    const { timestamp } = await reader.getBlock()
    const { logs } = await send(OPERATOR, factory, worldCurrencyFactoryAbi, 'declareCurrency', [world, declarationFrom(Number(timestamp))])
    const [event] = parseEventLogs({ abi: worldCurrencyFactoryAbi, eventName: 'CurrencyDeclared', logs })
    if (!event) throw new Error('the factory told of no currency')
    return event.args.currency
  }
  const address = before?.args.currency ?? (await declare())
  const currency = { address, abi: worldCurrencyAbi } as const
  const act = (from: number, functionName: string, args: unknown[]) => send(from, address, worldCurrencyAbi, functionName, args)
  const source = accountOf(SOURCE).address
  const pourOnce = async (faucet: number, pours: readonly { to: number; amount: number; memo: string }[]) => {
    const id = BigInt(faucet)
    if ((await reader.readContract({ ...currency, functionName: 'sourceOf', args: [id] })) === zeroAddress)
      await act(OPERATOR, 'appoint', [id, source])
    if ((await reader.readContract({ ...currency, functionName: 'emittedBy', args: [id] })) > 0n) return
    await act(SOURCE, 'pourMany', [
      id,
      pours.map(({ to, amount, memo }) => ({ to: accountOf(to).address, amount: whole(amount), memo: short(memo) })),
    ])
  }
  const drainOnce = async (sink: number, from: number, amount: number, memo: string) => {
    if ((await reader.readContract({ ...currency, functionName: 'drainedBy', args: [BigInt(sink)] })) > 0n) return
    await act(from, 'drain', [sink, whole(amount), short(memo)])
  }
  await pourOnce(QUESTS, [
    { to: PLAYER, amount: 140, memo: 'the drowned bell' },
    { to: RIVAL, amount: 90, memo: 'lamp oil for the pier' },
  ])
  await pourOnce(HARVEST, [
    { to: PLAYER, amount: 32, memo: 'kelp' },
    { to: RIVAL, amount: 40, memo: 'salt' },
  ])
  await pourOnce(OPENING, [
    { to: PLAYER, amount: 250, memo: 'opening day' },
    { to: RIVAL, amount: 250, memo: 'opening day' },
  ])
  await drainOnce(REPAIRS, PLAYER, 85, 'hull of the Kittiwake')
  await drainOnce(TOLLS, RIVAL, 12.5, 'north gate')
  // The last of it goes after the gift, so that a start that goes on makes the gift once.
  if ((await reader.readContract({ ...currency, functionName: 'drainedBy', args: [BigInt(RENT)] })) > 0n) return address
  await act(PLAYER, 'transfer', [accountOf(RIVAL).address, whole(20)])
  await drainOnce(RENT, RIVAL, 60, 'stall 4')
  return address
}
