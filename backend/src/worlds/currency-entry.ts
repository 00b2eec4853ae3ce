import { zeroAddress, zeroHash } from 'viem'
import type { ChainEvent, LogDraft } from '../tokens/ports.ts'

/**
 * What the event log says of an event of a currency; null of other events. The currency itself is among the accounts, so that a reader
 * who asks for its address hears of everything that flows.
 */
export function currencyEntry(event: ChainEvent): LogDraft | null {
  switch (event.name) {
    case 'CurrencyDeclared': {
      const { currency, world, creator, declaration } = event
      const { title: name, symbol, cap } = declaration
      const data = { currency, world, from: creator, name, symbol, cap: cap.toString() }
      return { type: 'currency.declared', asset: null, accounts: [currency, creator], data, at: event }
    }
    case 'SourceAppointed': {
      const { currency, faucet, source, operator } = event
      const nobody = source === zeroAddress
      const data = { currency, faucet, from: operator, to: nobody ? null : source }
      return { type: 'currency.appointed', asset: null, accounts: [currency, operator, ...(nobody ? [] : [source])], data, at: event }
    }
    case 'FaucetPoured': {
      const { currency, faucet, to, memo, amount, source } = event
      const data = { currency, faucet, by: source, to, amount: amount.toString(), memo: memo === zeroHash ? null : memo }
      return { type: 'currency.poured', asset: null, accounts: [currency, to, source], data, at: event }
    }
    case 'SinkDrained': {
      const { currency, sink, from, memo, amount, by } = event
      const data = { currency, sink, from, by, amount: amount.toString(), memo: memo === zeroHash ? null : memo }
      return { type: 'currency.drained', asset: null, accounts: [currency, from, by], data, at: event }
    }
    case 'CurrencyTransferred': {
      const { currency, from, to, amount } = event
      return {
        type: 'currency.transferred',
        asset: null,
        accounts: [currency, from, to],
        data: { currency, from, to, amount: amount.toString() },
        at: event,
      }
    }
    default:
      return null
  }
}
