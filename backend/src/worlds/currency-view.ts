import { CURRENCY_DECIMALS, curveAt, shortText } from '@daedal/protocol/worlds/currency'
import type { Currency, CurrencyDetail, CurrencyFaucet } from '@daedal/protocol/worlds/currency-api'
import { type Address, getAddress, type Hex, zeroAddress } from 'viem'
import type { currencies, currencyFlows } from './currency-tables.ts'

export type CurrencyRow = typeof currencies.$inferSelect
/** What a faucet poured or a sink drained, over any time. */
export type FlowSum = Pick<typeof currencyFlows.$inferSelect, 'kind' | 'flow' | 'amount' | 'count'>
/** What all movements of a currency lead to. */
export type Standing = { flows: readonly FlowSum[]; holders: number }

export type CurrencyState = {
  row: CurrencyRow
  operator: Address | null
  standing: Standing
  /** Who may pour, by faucet. */
  sources: ReadonlyMap<number, Address>
  /** What was poured in the window that is open, by faucet. */
  windows: ReadonlyMap<number, bigint>
  /** Unix seconds. */
  now: number
}

const secondsOf = (moment: Date) => Math.floor(moment.getTime() / 1000)
const named = (name: Hex) => ({ name, label: shortText(name) })
const least = (a: bigint, b: bigint) => (a < b ? a : b)

/** Unix second in which the window began that is open. Windows follow each other from the declaration on. */
export function windowStart({ declaredAt }: Pick<CurrencyRow, 'declaredAt'>, window: number, now: number): number {
  const begin = secondsOf(declaredAt)
  return begin + Math.floor(Math.max(0, now - begin) / window) * window
}

/** What a currency is called. */
export const titleOf = ({ address, name, symbol, world }: CurrencyRow) => ({
  address: getAddress(address),
  name,
  symbol,
  decimals: CURRENCY_DECIMALS,
  world,
})

export function currencyView(row: CurrencyRow, operator: Address | null, { flows, holders }: Standing, now: number): Currency {
  const [poured, drained] = [sumOf(flows, 'poured'), sumOf(flows, 'drained')]
  const curve = row.curve.map(({ time, most }) => ({ time: BigInt(time), most: BigInt(most) }))
  return {
    ...titleOf(row),
    creator: getAddress(row.creator),
    operator: operator && getAddress(operator),
    cap: row.cap,
    supply: (poured - drained).toString(),
    allowed: curveAt(curve, BigInt(now)).toString(),
    poured: poured.toString(),
    drained: drained.toString(),
    holders,
    declaredAt: row.declaredAt.toISOString(),
    transactionHash: row.declaredTx,
  }
}

export function detailView(state: CurrencyState): CurrencyDetail {
  const { row, operator, standing, now } = state
  return {
    ...currencyView(row, operator, standing, now),
    curve: row.curve,
    faucets: row.faucets.map((_, id) => faucetView(state, id)),
    sinks: row.sinks.map((name, id) => {
      const { amount, count } = flowOf(standing.flows, 'drained', id)
      return { id, ...named(name), drained: amount, drains: count }
    }),
    asOf: String(now),
  }
}

function faucetView({ row, standing, sources, windows, now }: CurrencyState, id: number): CurrencyFaucet {
  const { name, perWindow, perAccount, total, window } = row.faucets[id] as CurrencyRow['faucets'][number]
  const { amount, count } = flowOf(standing.flows, 'poured', id)
  const ofWindow = BigInt(perWindow) - (windows.get(id) ?? 0n)
  const source = sources.get(id)
  return {
    id,
    ...named(name),
    perWindow,
    perAccount,
    // No total stands for none.
    total: total === '0' ? null : total,
    window,
    source: !source || source === zeroAddress ? null : getAddress(source),
    poured: amount,
    pours: count,
    left: (total === '0' ? ofWindow : least(ofWindow, BigInt(total) - BigInt(amount))).toString(),
    windowEnds: String(windowStart(row, window, now) + window),
  }
}

const flowOf = (flows: readonly FlowSum[], kind: FlowSum['kind'], id: number) =>
  flows.find((flow) => flow.kind === kind && flow.flow === id) ?? { amount: '0', count: 0 }

const sumOf = (flows: readonly FlowSum[], kind: FlowSum['kind']): bigint =>
  flows.filter((flow) => flow.kind === kind).reduce((sum, { amount }) => sum + BigInt(amount), 0n)
