import { zeroHash } from 'viem'
import type { ChainEvent } from '../tokens/ports.ts'
import type { currencyMovements } from './currency-tables.ts'

export type Movement = typeof currencyMovements.$inferSelect
export type MovementEvent = Extract<ChainEvent, { name: 'FaucetPoured' | 'SinkDrained' | 'CurrencyTransferred' }>

/** The movement that an event tells of. */
export function movementOf(event: MovementEvent): Movement {
  const { block, logIndex, currency, timestamp, tx } = event
  const place = { block, logIndex, currency, amount: event.amount.toString(), at: new Date(timestamp * 1000), tx }
  switch (event.name) {
    case 'FaucetPoured':
      return { ...place, kind: 'poured', from: null, to: event.to, flow: event.faucet, by: event.source, memo: memoOf(event) }
    case 'SinkDrained':
      return { ...place, kind: 'drained', from: event.from, to: null, flow: event.sink, by: event.by, memo: memoOf(event) }
    case 'CurrencyTransferred':
      return { ...place, kind: 'transferred', from: event.from, to: event.to, flow: null, by: null, memo: null }
  }
}

const memoOf = ({ memo }: { memo: `0x${string}` }) => (memo === zeroHash ? null : memo)
