import { expect, it } from 'vitest'
import { remixRefusal } from './remix-refusal.ts'

const creator = '0x00000000000000000000000000000000000000AA'
const house = '0x00000000000000000000000000000000000000CC'
const asset = { collection: house, kind: 'item', licence: 'CC-BY-4.0', creator, engine: { name: 'daedal', version: '2.0.0' } } as const

it('lets everyone make something of what its licence opens, and its creator of everything', () => {
  expect(remixRefusal(asset, { account: null, house })).toBeNull()
  const personal = { ...asset, licence: 'LicenseRef-Daedal-Personal-1' }
  expect(remixRefusal(personal, { account: null, house })).toBe('remix.no.licence')
  expect(remixRefusal(personal, { account: '0x00000000000000000000000000000000000000bb', house })).toBe('remix.no.licence')
  expect(remixRefusal(personal, { account: creator.toLowerCase(), house: house.toLowerCase() })).toBeNull()
})

it('says what no plan is known of', () => {
  expect(remixRefusal({ ...asset, kind: 'audio' }, { account: null, house })).toBe('remix.no.kind')
  expect(remixRefusal({ ...asset, engine: null }, { account: null, house })).toBe('remix.no.engine')
  expect(remixRefusal({ ...asset, collection: creator }, { account: creator, house })).toBe('remix.no.elsewhere')
})
