import { type Disclosure, disclosureCode, proofKinds } from '@daedal/protocol/provenance/disclosure'
import type { AssetQuery } from '@daedal/protocol/tokens/api'
import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Escrow } from './ports.ts'
import { readSearch } from './search-words.ts'
import { assets, holdings } from './tables.ts'

/** A filter that has counts of its own: they are made under all the other filters. */
export type Dimension = { name: 'kind' | 'licence' | 'disclosure' | 'price' | `trait:${string}`; condition: SQL }

/** What a query asks for, as conditions on {@link assets}. */
export type Filters = {
  /** Filters without counts, and what every list leaves out: burned tokens and content that is not verified. */
  base: SQL
  dimensions: Dimension[]
  /** Text search; null without one. */
  text: SQL | null
}

/** Lists and counts show tokens that exist and whose content was read and found right. */
export const shown = (): SQL => sql`${assets.content} = 'verified' and not ${assets.burned}`

/** Two indexes answer, which an `or` would keep from being used. */
const idsOwnedBy = (account: string): SQL =>
  sql`select a.id from ${assets} a where a.owner = ${account} union all
    select ${holdings.asset} from ${holdings} where ${holdings.account} = ${account}`

/** Assets that an account, in lower case, owns or has units of on chain. */
export const ownedBy = (account: string): SQL => sql`${assets.id} in (${idsOwnedBy(account)})`

/** Assets that are an account's, in lower case: those it owns, and those that the market holds for it. */
export const belongingTo = (account: string, tokensOf: Escrow['tokensOf']): SQL =>
  sql`${assets.id} in (${idsOwnedBy(account)} union all
    select a.id from (${tokensOf(account)}) held join ${assets} a on a.collection = held.collection and a.token_id = held.token_id)`

/** Turns a query into conditions. Different filters all hold; values of one filter are alternatives. */
export function readFilters(query: AssetQuery, tokensOf: Escrow['tokensOf']): Filters {
  const text = query.q === undefined || query.q.trim() === '' ? null : textQuery(query.q)
  const base = and(
    shown(),
    text ? sql`${assets.search} @@ ${text}` : undefined,
    query.collection ? eq(assets.collection, query.collection.toLowerCase()) : undefined,
    query.creator ? eq(assets.creator, query.creator.toLowerCase()) : undefined,
    query.owner ? belongingTo(query.owner.toLowerCase(), tokensOf) : undefined,
    query.proof ? eq(assets.proof, proofKinds.indexOf(query.proof)) : undefined,
    query.forSale ? isNotNull(assets.listingPrice) : undefined,
  ) as SQL
  return { base, dimensions: dimensionsOf(query), text }
}

/** All filters but one. */
export const allBut = ({ base, dimensions }: Filters, name?: Dimension['name']): SQL =>
  and(base, ...dimensions.filter((dimension) => dimension.name !== name).map(({ condition }) => condition)) as SQL

function dimensionsOf({ kind, licence, disclosure, minPrice, maxPrice, trait }: AssetQuery): Dimension[] {
  const found: Dimension[] = []
  const add = (name: Dimension['name'], condition: SQL | undefined) => condition && found.push({ name, condition })
  if (kind !== undefined) add('kind', inArray(assets.kind, [kind].flat()))
  if (licence !== undefined) add('licence', inArray(assets.licence, [licence].flat()))
  if (disclosure !== undefined)
    add(
      'disclosure',
      inArray(
        assets.disclosure,
        [disclosure].flat().map((name) => disclosureCode(name as Disclosure)),
      ),
    )
  if (minPrice !== undefined || maxPrice !== undefined)
    add(
      'price',
      and(
        isNotNull(assets.listingPrice),
        minPrice === undefined ? undefined : sql`${assets.listingPrice} >= ${minPrice}::numeric`,
        maxPrice === undefined ? undefined : sql`${assets.listingPrice} <= ${maxPrice}::numeric`,
      ),
    )
  for (const [name, values] of Object.entries(trait ?? {}))
    add(`trait:${name}`, sql`${assets.traits} && ${sql.param([values].flat().map((value) => `${name}=${value}`))}::text[]`)
  return found
}

/**
 * Every word (with its other forms, and as the beginning of one) and every pair of ideographs has to be there; the characters
 * of a pair may also stand apart, as in a name with a word between them.
 */
function textQuery(text: string): SQL {
  const { words, ideographs } = readSearch(text)
  const parts = [
    ...words.map((word) => sql`to_tsquery('english', ${`${word}:*`})`),
    ...ideographs.map((found) => sql`${`'${found}' | (${[...found].map((character) => `'${character}'`).join(' & ')})`}::tsquery`),
  ]
  return parts.length ? sql`(${sql.join(parts, sql` && `)})` : sql`''::tsquery`
}
