import type { AssetPage, AssetQuery } from '@daedal/protocol/tokens/api'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../adapters/database/database.ts'
import { disclosureOf } from './asset-summary.ts'
import type { Filters } from './read-filters.ts'
import { assets } from './tables.ts'

export type Counts = Pick<AssetPage, 'total' | 'forSale' | 'facets'>

type Row = { part: string; a: string | null; b: string | null; n: number | bigint }

const BUCKETS = 20
/** Values of one trait that a page can show. */
const VALUES = 100

/**
 * How many assets each value of each filter would leave under the other filters. One pass over the matching rows: each row
 * carries a flag for each filter that is set, and each count looks at all flags but its own. Rows with the same traits are
 * taken together before their traits are counted.
 */
export async function countFacets(db: Database, query: AssetQuery, filters: Filters): Promise<Counts> {
  const { base, dimensions } = filters
  const names = dimensions.map((_, index) => `f${index}`)
  const flags = dimensions.map(({ condition }, index) => sql`, (${condition}) as ${sql.raw(`f${index}`)}`)
  const under = (name?: string): SQL => {
    const others = dimensions.flatMap((dimension, index) => (dimension.name === name ? [] : [sql.raw(`f${index}`)]))
    return others.length ? sql.join(others, sql` and `) : sql`true`
  }
  const chosen = Object.keys(query.trait ?? {})
  const isChosen = chosen.length
    ? sql.join(
        chosen.map((name) => sql`starts_with(t, ${`${name}=`})`),
        sql` or `,
      )
    : sql`false`
  const traits = [
    sql`select 'trait', t, null, sum(n)::int8 from g cross join unnest(traits) t where ${under()} and not (${isChosen}) group by t`,
    ...chosen.map(
      (name) =>
        sql`select 'trait', t, null, sum(n)::int8 from g cross join unnest(traits) t where ${under(`trait:${name}`)} and starts_with(t, ${`${name}=`}) group by t`,
    ),
  ]
  const parts = [
    sql`select 'total' part, null a, null b, count(*) n from m where ${under()}`,
    sql`select 'forSale', null, null, count(*) from m where ${under()} and price is not null`,
    sql`select 'kind', kind, null, count(*) from m where ${under('kind')} group by kind`,
    sql`select 'licence', licence, null, count(*) from m where ${under('licence')} group by licence`,
    sql`select 'disclosure', disclosure::text, null, count(*) from m where ${under('disclosure')} group by disclosure`,
    ...traits,
    sql`select 'range', min(price)::text, max(price)::text, 0 from m where ${under('price')}`,
    sql`select 'bucket', bucket::text, null, count(*) from (
        select width_bucket(price, low, high + 1, ${BUCKETS}) bucket
        from m, (select min(price) low, max(price) high from m where ${under('price')}) ends
        where ${under('price')} and price is not null
      ) buckets group by bucket`,
  ]
  const { rows } = await db.execute<Row>(sql`
    with m as materialized (
      select kind, licence, disclosure, traits, listing_price as price ${sql.join(flags, sql``)} from ${assets} where ${base}
    ), g as materialized (select traits${sql.raw(names.map((name) => `, ${name}`).join(''))}, count(*) n from m group by traits${sql.raw(names.map((name) => `, ${name}`).join(''))})
    ${sql.join(parts, sql` union all `)}`)
  return countsOf(rows)
}

function countsOf(rows: readonly Row[]): Counts {
  const of = (part: string) => rows.filter((row) => row.part === part)
  const one = (part: string) => Number(of(part)[0]?.n ?? 0)
  const facet = (part: string, text = (value: string) => value) =>
    of(part)
      .map(({ a, n }) => ({ value: text(a ?? ''), count: Number(n) }))
      .sort(mostFirst)
  return {
    total: one('total'),
    forSale: one('forSale'),
    facets: {
      kind: facet('kind'),
      licence: facet('licence'),
      disclosure: facet('disclosure', (code) => disclosureOf(Number(code))),
      traits: traitsOf(facet('trait')),
      price: pricesOf(of('range')[0], of('bucket')),
    },
  }
}

type Facet = { value: string; count: number }
const mostFirst = (a: Facet, b: Facet) => b.count - a.count || (a.value < b.value ? -1 : 1)

/** `Name=value` counts, by name; the names in the order of the alphabet. */
function traitsOf(counts: readonly Facet[]): AssetPage['facets']['traits'] {
  const byName = Map.groupBy(counts, ({ value }) => value.slice(0, value.indexOf('=')))
  return [...byName]
    .map(([name, values]) => ({
      name,
      values: values.map(({ value, count }) => ({ value: value.slice(name.length + 1), count })).slice(0, VALUES),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Buckets of equal width from the lowest to the highest price; `to` is the last price inside. */
function pricesOf(range: Row | undefined, buckets: readonly Row[]): AssetPage['facets']['price'] {
  if (!range?.a || !range.b) return { min: null, max: null, histogram: [] }
  const low = BigInt(range.a)
  const width = BigInt(range.b) - low + 1n
  const count = BigInt(BUCKETS)
  const edge = (index: bigint) => low + (width * index + count - 1n) / count
  const counted = new Map(buckets.map(({ a, n }) => [Number(a), Number(n)]))
  const histogram = Array.from({ length: BUCKETS }, (_, index) => ({
    from: edge(BigInt(index)),
    to: edge(BigInt(index + 1)) - 1n,
    count: counted.get(index + 1) ?? 0,
  }))
  return {
    min: range.a,
    max: range.b,
    // Prices that lie closer than the buckets' number leave buckets without a price.
    histogram: histogram
      .filter(({ from, to }) => from <= to)
      .map(({ from, to, count: n }) => ({ from: from.toString(), to: to.toString(), count: n })),
  }
}
