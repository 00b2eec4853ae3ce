import { bigint, numeric, text, timestamp } from 'drizzle-orm/pg-core'
import type { Address, Hex } from 'viem'

export const int8 = (name: string) => bigint(name, { mode: 'number' })
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
/** Amounts and token ids: exact, as decimal strings. */
export const uint = (name: string) => numeric(name, { precision: 78, scale: 0 })
/** Lower-case. */
export const address = (name: string) => text(name).$type<Address>()
export const hash = (name: string) => text(name).$type<Hex>()
