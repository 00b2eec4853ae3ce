import { worldCurrencyAbi, worldCurrencyFactoryAbi, worldRegistryAbi } from '@daedal/protocol/worlds/abi.gen'
import { type Abi, type Address, encodeFunctionData, type Hex, keccak256, stringToHex, toHex, zeroHash } from 'viem'
import { type MarketChain, person, type Sent } from './market-chain.ts'

const HOUR = 3_600
const DAY = 24 * HOUR
/** Whole units. */
export const whole = (count: number) => BigInt(count) * 10n ** 18n
export const short = (text: string): Hex => stringToHex(text, { size: 32 })
export const [QUESTS, GIFTS] = [0, 1] as const
export const [REPAIRS, FEES] = [0, 1] as const

/** A currency with a curve from `start` (unix seconds) on, two faucets and two sinks; one of them has a hash for a name. */
export const declarationFrom = (start: number) => ({
  name: 'Ember',
  symbol: 'EMB',
  cap: whole(10_000),
  curve: [
    { time: BigInt(start), most: whole(1_000) },
    { time: BigInt(start + 10 * DAY), most: whole(5_000) },
    { time: BigInt(start + 30 * DAY), most: whole(8_000) },
  ],
  faucets: [
    { name: short('quests'), perWindow: whole(100), perAccount: whole(40), total: 0n, window: HOUR },
    { name: keccak256(toHex('gifts')), perWindow: whole(900), perAccount: whole(900), total: whole(1_200), window: DAY },
  ],
  sinks: [{ name: short('repairs') }, { name: short('fees') }],
})

/** What people do with currencies of worlds on a test chain. */
export function useCurrencies(chain: MarketChain) {
  const { worldRegistry, worldCurrencyFactory } = chain.deployment
  const now = async () => Number((await chain.client.getBlock({ blockTag: 'latest' })).timestamp)
  const call = (abi: Abi, to: Address, functionName: string, args: readonly unknown[]): Sent => ({
    to,
    data: encodeFunctionData({ abi, functionName, args }),
  })
  const send = (by: number, sent: Sent) => chain.send(person(by).address, sent)
  const on = (functionName: string, args: readonly unknown[]) => call(worldRegistryAbi as Abi, worldRegistry, functionName, args)
  return {
    now,
    send,
    world: {
      /** Registers a world and answers its id. */
      async register(by: number, name: string): Promise<Hex> {
        const salt = keccak256(toHex(name))
        await send(by, on('register', [salt, keccak256(toHex(`manifest of ${name}`)), zeroHash]))
        return chain.client.readContract({
          address: worldRegistry,
          abi: worldRegistryAbi,
          functionName: 'worldIdOf',
          args: [person(by).address, salt],
        })
      },
      async handOver(id: Hex, from: number, to: number): Promise<void> {
        await send(from, on('announceHandover', [id, person(to).address]))
        await chain.pass(3 * DAY)
        await send(to, on('acceptHandover', [id]))
      },
    },
    /** The transaction that declares a currency, and where it will be. */
    async declaring(by: number, world: Hex, change: Partial<ReturnType<typeof declarationFrom>> = {}) {
      const declaration = { ...declarationFrom(await now()), ...change }
      const { result: currency } = await chain.client.simulateContract({
        address: worldCurrencyFactory,
        abi: worldCurrencyFactoryAbi,
        functionName: 'declareCurrency',
        args: [world, declaration],
        account: person(by).address,
      })
      return {
        currency,
        declaration,
        sent: call(worldCurrencyFactoryAbi as Abi, worldCurrencyFactory, 'declareCurrency', [world, declaration]),
      }
    },
    /** A function of a currency. */
    on: (currency: Address, functionName: string, args: readonly unknown[]): Sent =>
      call(worldCurrencyAbi as Abi, currency, functionName, args),
    /** Reads a currency as the chain has it. */
    read: (currency: Address) => ({
      supply: () => chain.client.readContract({ address: currency, abi: worldCurrencyAbi, functionName: 'totalSupply' }),
      room: () => chain.client.readContract({ address: currency, abi: worldCurrencyAbi, functionName: 'room' }),
      curveAt: (time: number) =>
        chain.client.readContract({ address: currency, abi: worldCurrencyAbi, functionName: 'curveAt', args: [BigInt(time)] }),
      balanceOf: (account: Address) =>
        chain.client.readContract({ address: currency, abi: worldCurrencyAbi, functionName: 'balanceOf', args: [account] }),
      emittedBy: (faucet: number) =>
        chain.client.readContract({ address: currency, abi: worldCurrencyAbi, functionName: 'emittedBy', args: [BigInt(faucet)] }),
      drainedBy: (sink: number) =>
        chain.client.readContract({ address: currency, abi: worldCurrencyAbi, functionName: 'drainedBy', args: [BigInt(sink)] }),
      faucetOf: (faucet: number) =>
        chain.client.readContract({ address: currency, abi: worldCurrencyAbi, functionName: 'faucetOf', args: [BigInt(faucet)] }),
    }),
  }
}
export type CurrencyActs = ReturnType<typeof useCurrencies>
