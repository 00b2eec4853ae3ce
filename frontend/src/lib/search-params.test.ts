import { expect, it } from 'vitest'
import { listOf, parseSearch, stringifySearch, textOf } from './search-params.ts'

it('reads single, repeated and named values', () => {
  const search = parseSearch('?q=sea+and+brass&kind=scene&kind=item&trait[Time of day]=dusk&trait[Time of day]=night&trait[Style]=Noir')
  expect(search.q).toBe('sea and brass')
  expect(search.kind).toEqual(['scene', 'item'])
  expect({ ...(search.trait as object) }).toEqual({ 'Time of day': ['dusk', 'night'], Style: ['Noir'] })
})

it('writes what it reads', () => {
  const search = { q: '海与黄铜', kind: ['scene', 'item'], trait: { 'Time of day': ['dusk'] } }
  expect(parseSearch(stringifySearch(search))).toMatchObject({ q: '海与黄铜', kind: ['scene', 'item'] })
  expect(stringifySearch({ q: '', sale: undefined, kind: [] })).toBe('')
})

it('is not confused by hostile names', () => {
  const search = parseSearch('?__proto__=1&trait[__proto__]=x&trait=plain')
  expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  expect(textOf(search.trait)).toBeUndefined()
  expect(listOf(undefined)).toEqual([])
})
