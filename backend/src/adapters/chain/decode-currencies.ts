import { worldCurrencyAbi, worldCurrencyFactoryAbi } from '@daedal/protocol/worlds/abi.gen'
import { decodeEventLog, zeroAddress } from 'viem'
import type { ChainFact, RawEvent } from '../../tokens/ports.ts'
import { known, lower, topicsOf } from './known-event.ts'

/** The event of the factory of currencies. */
export function currencyFactoryFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: worldCurrencyFactoryAbi, data: raw.data, topics: topicsOf(raw) }))
  if (!event) return null
  const { worldId, currency, creator, declaration } = event.args
  const { name: title, ...declared } = declaration
  return {
    name: 'CurrencyDeclared',
    currency: lower(currency),
    world: worldId,
    creator: lower(creator),
    declaration: { title, ...declared },
  }
}

/** The event of a currency that the factory made. */
export function currencyFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: worldCurrencyAbi, data: raw.data, topics: topicsOf(raw) }))
  const currency = raw.address
  switch (event?.eventName) {
    case 'SourceAppointed': {
      const { faucetId, source, operator } = event.args
      return { name: 'SourceAppointed', currency, faucet: Number(faucetId), source: lower(source), operator: lower(operator) }
    }
    case 'FaucetPoured': {
      const { faucetId, to, memo, amount, source } = event.args
      return { name: 'FaucetPoured', currency, faucet: Number(faucetId), to: lower(to), memo, amount, source: lower(source) }
    }
    case 'SinkDrained': {
      const { sinkId, from, memo, amount, by } = event.args
      return { name: 'SinkDrained', currency, sink: Number(sinkId), from: lower(from), memo, amount, by: lower(by) }
    }
    case 'Transfer': {
      const { from, to, value: amount } = event.args
      // What is poured and drained says more of itself. Anybody can send nothing, in the name of anybody.
      if (from === zeroAddress || to === zeroAddress || amount === 0n) return null
      return { name: 'CurrencyTransferred', currency, from: lower(from), to: lower(to), amount }
    }
    default:
      return null
  }
}
