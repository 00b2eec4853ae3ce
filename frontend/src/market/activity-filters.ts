import type { Address } from '@daedal/protocol/scalars'
import type { Activity, ActivityQuery } from '@daedal/protocol/tokens/api'
import { listOf, type SearchParams, textOf } from '../lib/search-params.ts'

/** Kinds of activity, the most asked for first. */
export const activityKinds = [
  'order.filled',
  'order.created',
  'order.cancelled',
  'auction.created',
  'auction.bid',
  'auction.settled',
  'asset.minted',
  'asset.transferred',
  'asset.revised',
  'asset.burned',
] as const satisfies readonly Activity['type'][]

/** What the person wants to see: kinds (none means all), and one account's or everybody's. */
export type ActivityFilters = { types: Activity['type'][]; account: Address | null }

const isKind = (text: string): text is Activity['type'] => (activityKinds as readonly string[]).includes(text)
const isAddress = (text: string | undefined): text is Address => text !== undefined && /^0x[0-9a-fA-F]{40}$/.test(text)

/** Reads the filters of an address. What is not understood is left out. */
export function activityFiltersOf(search: SearchParams): ActivityFilters {
  const account = textOf(search.account)
  const asked = listOf(search.type)
  return { types: activityKinds.filter((kind) => asked.filter(isKind).includes(kind)), account: isAddress(account) ? account : null }
}

/** Writes the filters into an address. */
export function activitySearchOf({ types, account }: ActivityFilters): SearchParams {
  const search: SearchParams = {}
  if (types.length) search.type = types
  if (account) search.account = account
  return search
}

/** The question for the service. */
export function activityQueryOf({ types, account }: ActivityFilters): ActivityQuery {
  const query: ActivityQuery = { limit: 24 }
  if (types.length) query.type = types
  if (account) query.account = account
  return query
}
