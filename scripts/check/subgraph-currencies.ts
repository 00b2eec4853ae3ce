import { deepStrictEqual } from 'node:assert/strict'
import { worldCurrencyAbi, worldCurrencyFactoryAbi, worldRegistryAbi } from '@daedal/protocol/worlds/abi.gen'
import {
  type Abi,
  type Address,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  keccak256,
  parseEventLogs,
  stringToHex,
  toHex,
  type WalletClient,
  zeroHash,
} from 'viem'
import { type HDAccount, mnemonicToAccount } from 'viem/accounts'
import { hardhat } from 'viem/chains'
import type { Deployed } from '../deploy/steps.ts'
import { DEVELOPMENT_MNEMONIC } from '../dev/development-mnemonic.ts'

const people = [1, 2, 3].map((addressIndex) => mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex }))
const [operator, player, rival] = people as [HDAccount, HDAccount, HDAccount]
const word = (text: string) => keccak256(toHex(text))
const short = (text: string) => stringToHex(text, { size: 32 })
const lower = (text: string) => text.toLowerCase()
const ROOF = short('roof')

/** What flowed, for whoever compares it with an index. */
export type Flowed = Awaited<ReturnType<typeof flow>>

/** On a chain with the contracts: a world declares a currency, which is poured, given away, and drained with and without an allowance. */
export async function flow(rpc: string, { worldRegistry, worldCurrencyFactory }: Deployed) {
  const client = createPublicClient({ chain: hardhat, transport: http(rpc), pollingInterval: 20 })
  const wallet = createWalletClient({ chain: hardhat, transport: http(rpc) }) as WalletClient
  const send = async (account: HDAccount, address: Address, abi: Abi, functionName: string, args: unknown[]) => {
    const hash = await wallet.writeContract({ account, chain: hardhat, address, abi, functionName, args })
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`${functionName} failed`)
    return receipt
  }
  await send(operator, worldRegistry, worldRegistryAbi, 'register', [word('harbour'), word('manifest'), zeroHash])
  const world = await client.readContract({
    address: worldRegistry,
    abi: worldRegistryAbi,
    functionName: 'worldIdOf',
    args: [operator.address, word('harbour')],
  })
  const { timestamp } = await client.getBlock()
  const limits = { perWindow: 1_000n, perAccount: 500n, window: 3_600 }
  const declaration = {
    name: 'Ember 火',
    symbol: 'EMB',
    cap: 10_000n,
    curve: [
      { time: timestamp - 10n, most: 5_000n },
      { time: timestamp + 86_400n, most: 9_000n },
    ],
    faucets: [
      { name: short('quests'), ...limits, total: 0n },
      { name: short('gifts'), ...limits, total: 700n },
    ],
    sinks: [{ name: short('repairs') }, { name: short('fees') }],
  }
  const declared = await send(operator, worldCurrencyFactory, worldCurrencyFactoryAbi, 'declareCurrency', [world, declaration])
  const [event] = parseEventLogs({ abi: worldCurrencyFactoryAbi, eventName: 'CurrencyDeclared', logs: declared.logs })
  const { currency } = (event as NonNullable<typeof event>).args
  const act = (by: HDAccount, functionName: string, args: unknown[]) => send(by, currency, worldCurrencyAbi, functionName, args)
  await act(operator, 'appoint', [0n, operator.address])
  await act(operator, 'pour', [0n, player.address, 300n, zeroHash])
  await act(operator, 'pourMany', [0n, [player, rival].map(({ address: to }) => ({ to, amount: 100n, memo: ROOF }))])
  await act(player, 'transfer', [rival.address, 50n])
  await act(player, 'transfer', [rival.address, 0n])
  await act(rival, 'approve', [operator.address, 70n])
  await act(operator, 'drainFrom', [1n, rival.address, 60n, zeroHash])
  await act(rival, 'drain', [0n, 90n, ROOF])
  const last = await client.getBlockNumber()
  return { client, world, declaration, currency, last }
}

/** What the subgraph says of the currency, against what the contract answers; and each movement added up. */
export async function compareCurrency(ask: (query: string) => Promise<Record<string, unknown>>, flowed: Flowed): Promise<void> {
  const { client, world, declaration, currency } = flowed
  const read = (functionName: 'totalSupply' | 'emittedBy' | 'drainedBy' | 'balanceOf' | 'sourceOf', args: unknown[] = []) =>
    client.readContract({ address: currency, abi: worldCurrencyAbi as Abi, functionName, args }) as Promise<bigint | Address>
  const { worldCurrencies, currencyMovements, currencyApprovals, sourceAppointments } = (await ask(
    '{ worldCurrencies { id world { id } creator { id } name symbol cap supply poured drained holderCount curve(orderBy: id) { time most } faucets(orderBy: number) { name perWindow perAccount total window source appointedBy poured pourCount } sinks(orderBy: number) { name drained drainCount } balances(orderBy: amount) { account { id } amount } } currencyMovements(orderBy: block) { kind from { id } to { id } amount memo by faucet { number } sink { number } } currencyApprovals { owner { id } spender amount } sourceAppointments { faucet { number } source operator } }',
  )) as Record<string, Record<string, unknown>[]>
  const balances = await Promise.all([rival, player].map(async ({ address }) => [address, await read('balanceOf', [address])] as const))
  const text = async (value: Promise<bigint | Address>) => String(await value)
  deepStrictEqual(worldCurrencies, [
    {
      id: lower(currency),
      world: { id: world },
      creator: { id: lower(operator.address) },
      name: declaration.name,
      symbol: declaration.symbol,
      cap: String(declaration.cap),
      supply: await text(read('totalSupply')),
      poured: '500',
      drained: '150',
      holderCount: balances.filter(([, balance]) => balance !== 0n).length,
      curve: declaration.curve.map(({ time, most }) => ({ time: String(time), most: String(most) })),
      faucets: await Promise.all(
        declaration.faucets.map(async ({ name, perWindow, perAccount, total, window }, faucet) => ({
          name,
          perWindow: String(perWindow),
          perAccount: String(perAccount),
          total: total === 0n ? null : String(total),
          window: String(window),
          source: faucet === 0 ? lower(await text(read('sourceOf', [0n]))) : null,
          appointedBy: faucet === 0 ? lower(operator.address) : null,
          poured: await text(read('emittedBy', [faucet])),
          pourCount: faucet === 0 ? 3 : 0,
        })),
      ),
      sinks: await Promise.all(
        declaration.sinks.map(async ({ name }, sink) => ({ name, drained: await text(read('drainedBy', [sink])), drainCount: 1 })),
      ),
      balances: balances.map(([account, balance]) => ({ account: { id: lower(account) }, amount: String(balance) })),
    },
  ])
  const [one, two] = [{ id: lower(player.address) }, { id: lower(rival.address) }]
  const by = lower(operator.address)
  const kept = (kind: string, from: object | null, to: object | null, amount: number, rest: object = {}) => ({
    ...{ kind, from, to, amount: String(amount), memo: null, by: null, faucet: null, sink: null },
    ...rest,
  })
  const faucet = { number: 0 }
  deepStrictEqual(currencyMovements, [
    kept('poured', null, one, 300, { by, faucet }),
    kept('poured', null, one, 100, { by, faucet, memo: ROOF as Hex }),
    kept('poured', null, two, 100, { by, faucet, memo: ROOF as Hex }),
    kept('transferred', one, two, 50),
    kept('drained', two, null, 60, { by, sink: { number: 1 } }),
    kept('drained', two, null, 90, { by: two.id, sink: { number: 0 }, memo: ROOF as Hex }),
  ])
  deepStrictEqual(currencyApprovals, [{ owner: two, spender: by, amount: '70' }])
  deepStrictEqual(sourceAppointments, [{ faucet: { number: 0 }, source: by, operator: by }])
  const { currencyFlowDays } = await ask('{ currencyFlowDays(orderBy: amount) { kind number amount count } }')
  // The chain is young: everything may have happened on one day or on two.
  const days = currencyFlowDays as { kind: string; number: number; amount: string; count: number }[]
  const sum = (kind: string, number: number) =>
    days.filter((day) => day.kind === kind && day.number === number).reduce((total, day) => total + BigInt(day.amount), 0n)
  deepStrictEqual([sum('poured', 0), sum('poured', 1), sum('drained', 0), sum('drained', 1)], [500n, 0n, 90n, 60n])
}
