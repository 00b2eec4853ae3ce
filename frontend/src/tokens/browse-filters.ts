import type { AssetKind } from '@daedal/protocol/provenance/core'
import { type Disclosure, disclosures } from '@daedal/protocol/provenance/disclosure'
import type { Address } from '@daedal/protocol/scalars'
import type { AssetQuery } from '@daedal/protocol/tokens/api'
import { parseEther } from '../lib/format.ts'
import { listOf, type SearchParams, textOf } from '../lib/search-params.ts'
import { isKind } from './kinds.ts'

/** Orders of the list. */
export const sorts = ['relevance', 'newest', 'price-asc', 'price-desc'] as const satisfies readonly NonNullable<AssetQuery['sort']>[]
export type Sort = (typeof sorts)[number]

/** What the person looks for. Prices are ether as typed. */
export type Filters = {
  q: string
  forSale: boolean
  kind: AssetKind[]
  disclosure: Disclosure[]
  licence: string[]
  trait: Record<string, string[]>
  min: string
  max: string
  creator: Address | null
  owner: Address | null
  sort: Sort | null
}

const isAddress = (text: string | undefined): text is Address => text !== undefined && /^0x[0-9a-fA-F]{40}$/.test(text)
const isDisclosure = (text: string): text is Disclosure => (disclosures as readonly string[]).includes(text)
const isAmount = (text: string | undefined): text is string => text !== undefined && parseEther(text) !== null

/** Reads the filters of an address. What is not understood is left out, so an old link still opens. */
export function filtersOf(search: SearchParams): Filters {
  const creator = textOf(search.creator)
  const owner = textOf(search.owner)
  const sort = textOf(search.sort)
  const min = textOf(search.min)
  const max = textOf(search.max)
  const trait = search.trait
  return {
    q: (textOf(search.q) ?? '').slice(0, 200),
    forSale: textOf(search.sale) === '1',
    kind: listOf(search.kind).filter(isKind),
    disclosure: listOf(search.made).filter(isDisclosure),
    licence: listOf(search.licence).slice(0, 16),
    trait: trait && typeof trait === 'object' && !Array.isArray(trait) ? trait : {},
    min: isAmount(min) ? min : '',
    max: isAmount(max) ? max : '',
    creator: isAddress(creator) ? creator : null,
    owner: isAddress(owner) ? owner : null,
    sort: sorts.find((known) => known === sort) ?? null,
  }
}

/** Writes the filters into an address; defaults are left out. */
export function searchOf(filters: Filters): SearchParams {
  const search: SearchParams = {}
  if (filters.q) search.q = filters.q
  if (filters.forSale) search.sale = '1'
  if (filters.kind.length) search.kind = filters.kind
  if (filters.disclosure.length) search.made = filters.disclosure
  if (filters.licence.length) search.licence = filters.licence
  const trait = Object.fromEntries(Object.entries(filters.trait).filter(([, values]) => values.length))
  if (Object.keys(trait).length) search.trait = trait
  if (filters.min) search.min = filters.min
  if (filters.max) search.max = filters.max
  if (filters.creator) search.creator = filters.creator
  if (filters.owner) search.owner = filters.owner
  if (filters.sort) search.sort = filters.sort
  return search
}

/** The order that applies when the person chose none. */
export const effectiveSort = (filters: Filters): Sort =>
  filters.sort === 'relevance' && !filters.q ? 'newest' : (filters.sort ?? (filters.q ? 'relevance' : 'newest'))

/** The question for the service. */
export function queryOf(filters: Filters): AssetQuery {
  const query: AssetQuery = { sort: effectiveSort(filters), limit: 24 }
  if (filters.q) query.q = filters.q
  if (filters.forSale || filters.min || filters.max) query.forSale = true
  if (filters.kind.length) query.kind = filters.kind
  if (filters.disclosure.length) query.disclosure = filters.disclosure
  if (filters.licence.length) query.licence = filters.licence
  if (Object.keys(filters.trait).length) query.trait = filters.trait
  const min = filters.min ? parseEther(filters.min) : null
  const max = filters.max ? parseEther(filters.max) : null
  if (min !== null) query.minPrice = min.toString()
  if (max !== null) query.maxPrice = max.toString()
  if (filters.creator) query.creator = filters.creator
  if (filters.owner) query.owner = filters.owner
  return query
}

/** One filter that is set, and the filters without it. */
export type SetFilter = {
  key: string
  group: 'sale' | 'kind' | 'made' | 'licence' | 'trait' | 'price' | 'creator' | 'owner'
  value: string
  without: Filters
}

/** Every filter that is set, one by one, in the order of the rail. */
export function setFilters(filters: Filters): SetFilter[] {
  const found: SetFilter[] = []
  const add = (group: SetFilter['group'], value: string, without: Partial<Filters>) =>
    found.push({ key: `${group}:${value}`, group, value, without: { ...filters, ...without } })
  if (filters.forSale) add('sale', '1', { forSale: false })
  for (const kind of filters.kind) add('kind', kind, { kind: filters.kind.filter((other) => other !== kind) })
  if (filters.min || filters.max) add('price', `${filters.min}|${filters.max}`, { min: '', max: '' })
  for (const made of filters.disclosure) add('made', made, { disclosure: filters.disclosure.filter((other) => other !== made) })
  for (const licence of filters.licence) add('licence', licence, { licence: filters.licence.filter((other) => other !== licence) })
  for (const [name, values] of Object.entries(filters.trait))
    for (const value of values)
      add('trait', `${name}: ${value}`, { trait: { ...filters.trait, [name]: values.filter((other) => other !== value) } })
  if (filters.creator) add('creator', filters.creator, { creator: null })
  if (filters.owner) add('owner', filters.owner, { owner: null })
  return found
}

/** The same search and order without any filter. */
export const withoutFilters = (filters: Filters): Filters => ({ ...filtersOf({}), q: filters.q, sort: filters.sort })

/** A value put into a list, or taken out of it. */
export const toggled = <T>(list: readonly T[], value: T, on: boolean): T[] =>
  on ? [...list.filter((other) => other !== value), value] : list.filter((other) => other !== value)
