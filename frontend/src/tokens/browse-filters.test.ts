import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from '../lib/search-params.ts'
import { effectiveSort, filtersOf, queryOf, searchOf, setFilters, toggled, withoutFilters } from './browse-filters.ts'

const address = '?q=sea+and+brass&sale=1&kind=scene&kind=item&min=0.02&max=2.5&made=algorithmicMedia&trait[Time]=dusk&trait[Time]=night'

describe('filters of an address', () => {
  it('are written back as they were read', () => {
    const filters = filtersOf(parseSearch(address))
    expect(filtersOf(parseSearch(stringifySearch(searchOf(filters))))).toEqual(filters)
  })
  it('leave out what is not understood', () => {
    const filters = filtersOf(parseSearch('?kind=castle&made=magic&min=-1&creator=me&sort=best&trait=x'))
    expect(filters).toEqual(filtersOf({}))
  })
})

describe('the question for the service', () => {
  it('has prices in wei and implies being for sale', () => {
    const query = queryOf(filtersOf(parseSearch('?min=0.02&max=2.5')))
    expect(query).toMatchObject({ minPrice: '20000000000000000', maxPrice: '2500000000000000000', forSale: true })
  })
  it('sorts by closeness only with words', () => {
    expect(effectiveSort(filtersOf({ q: 'sea' }))).toBe('relevance')
    expect(effectiveSort(filtersOf({ sort: 'relevance' }))).toBe('newest')
    expect(effectiveSort(filtersOf({ q: 'sea', sort: 'price-asc' }))).toBe('price-asc')
  })
})

describe('set filters', () => {
  it('are listed one by one, each with the rest', () => {
    const filters = filtersOf(parseSearch(address))
    const set = setFilters(filters)
    expect(set.map((filter) => filter.key)).toEqual([
      'sale:1',
      'kind:scene',
      'kind:item',
      'price:0.02|2.5',
      'made:algorithmicMedia',
      'trait:Time: dusk',
      'trait:Time: night',
    ])
    expect(set[1]?.without.kind).toEqual(['item'])
    expect(set[5]?.without.trait.Time).toEqual(['night'])
    expect(setFilters(withoutFilters(filters))).toEqual([])
    expect(withoutFilters(filters).q).toBe('sea and brass')
  })
  it('toggle', () => {
    expect(toggled(['a'], 'b', true)).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a', false)).toEqual(['b'])
  })
})
