import { zeroAddress, zeroHash } from 'viem'
import { plain } from '../tokens/plain-text.ts'
import type { ChainEvent, CurrencyDeclaration, LogDraft } from '../tokens/ports.ts'

/** More than any name that the contract takes has. */
const NAME_LENGTH = 64

/** What a currency is called, as it can be kept: the bytes of its names need not be text. */
export const namesOf = ({ title, symbol }: CurrencyDeclaration) => ({
  name: plain(title, NAME_LENGTH),
  symbol: plain(symbol, NAME_LENGTH),
})

/**
 * What the event log says of an event of a currency; null of other events. The currency itself is among the accounts, so that a reader
 * who asks for its address hears of everything that flows.
 */
export function currencyEntry(event: ChainEvent): LogDraft | null {
  switch (event.name) {
    case 'CurrencyDeclared': {
      const { currency, world, creator, declaration } = event
      const data = { currency, world, from: creator, ...namesOf(declaration), cap: declaration.cap.toString() }
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
