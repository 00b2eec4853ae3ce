import { gt } from 'drizzle-orm'
import { placeInChain } from '../tokens/fold-token.ts'
import type { ChainEvent, Projection } from '../tokens/ports.ts'
import { currencyEntry, namesOf } from './currency-entry.ts'
import { type MovementEvent, movementOf } from './currency-movement.ts'
import { addMovements } from './currency-sums.ts'
import { currencies, currencyAppointments, currencyMovements } from './currency-tables.ts'

type Declared = Extract<ChainEvent, { name: 'CurrencyDeclared' }>
type Appointed = Extract<ChainEvent, { name: 'SourceAppointed' }>

const moving = ['FaucetPoured', 'SinkDrained', 'CurrencyTransferred'] as const
const isMovement = (event: ChainEvent): event is MovementEvent => (moving as readonly string[]).includes(event.name)

const ROWS_AT_ONCE = 1_000

/**
 * Keeps currencies that the factory made, each movement of them, and what follows from movements: balances, and flows by day. A lost
 * branch takes its movements' amounts back.
 */
export const projectCurrencies = (): Projection => ({
  async apply(tx, events) {
    const declared = events.filter((event): event is Declared => event.name === 'CurrencyDeclared')
    if (declared.length) await tx.insert(currencies).values(declared.map(rowOf))
    const appointed = events.filter((event): event is Appointed => event.name === 'SourceAppointed')
    if (appointed.length) await tx.insert(currencyAppointments).values(appointed.map(appointmentOf))
    const movements = events.filter(isMovement).map(movementOf)
    for (let at = 0; at < movements.length; at += ROWS_AT_ONCE)
      await tx.insert(currencyMovements).values(movements.slice(at, at + ROWS_AT_ONCE))
    await addMovements(tx, movements, 1)
    return events.map((event) => currencyEntry(event)).filter((entry) => entry !== null)
  },
  async retract(tx, _orphaned, ancestor) {
    // From nothing: the factory may be another than before.
    if (ancestor < 0) {
      await tx.delete(currencies)
      return
    }
    await addMovements(tx, await tx.delete(currencyMovements).where(gt(currencyMovements.block, ancestor)).returning(), -1)
    await tx.delete(currencyAppointments).where(gt(currencyAppointments.block, ancestor))
    await tx.delete(currencies).where(gt(currencies.block, ancestor))
  },
})

function rowOf(event: Declared): typeof currencies.$inferInsert {
  const { currency: address, world, creator, declaration } = event
  return {
    address,
    ord: placeInChain(event),
    world,
    creator,
    ...namesOf(declaration),
    cap: declaration.cap.toString(),
    curve: declaration.curve.map(({ time, most }) => ({ time: time.toString(), most: most.toString() })),
    faucets: declaration.faucets.map(({ name, perWindow, perAccount, total, window }) => ({
      name,
      perWindow: perWindow.toString(),
      perAccount: perAccount.toString(),
      total: total.toString(),
      window,
    })),
    sinks: declaration.sinks.map(({ name }) => name),
    block: event.block,
    declaredAt: new Date(event.timestamp * 1000),
    declaredTx: event.tx,
  }
}

const appointmentOf = ({ block, logIndex, currency, faucet, source, operator }: Appointed) => ({
  block,
  logIndex,
  currency,
  faucet,
  source,
  operator,
})
