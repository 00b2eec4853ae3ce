import { describe, expect, it } from 'vitest'
import { readQuery } from './read-query.ts'

describe('reading a query string', () => {
  it.each([
    ['', {}],
    ['a=1&b=%E9%87%91', { a: '1', b: '金' }],
    ['a=1&a=2&a=3', { a: ['1', '2', '3'] }],
    ['trait[Time of day]=Night&trait[Time of day]=Dusk&trait[Kind]=Item', { trait: { 'Time of day': ['Night', 'Dusk'], Kind: 'Item' } }],
    ['trait%5BKind%5D=Item', { trait: { Kind: 'Item' } }],
    ['a=1&a[b]=2', { a: '1', 'a[b]': '2' }],
    ['a[b][c]=1', { 'a[b][c]': '1' }],
    ['=x', { '': 'x' }],
  ])('%s', (text, expected) => {
    expect(JSON.parse(JSON.stringify(readQuery(text)))).toEqual(expected)
  })

  it('cannot reach a prototype', () => {
    readQuery('__proto__[polluted]=1&constructor[prototype]=1&trait[__proto__]=2')
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })
})
