import { expect, it } from 'vitest'
import { remixRefusal } from './remix-refusal.ts'

const creator = '0x00000000000000000000000000000000000000AA'
const asset = { kind: 'item', licence: 'CC-BY-4.0', creator, engine: { name: 'daedal', version: '2.0.0' } } as const

it('lets everyone make something of what its licence opens, and its creator of everything', () => {
  expect(remixRefusal(asset, null)).toBeNull()
  const personal = { ...asset, licence: 'LicenseRef-Daedal-Personal-1' }
  expect(remixRefusal(personal, null)).toBe('remix.no.licence')
  expect(remixRefusal(personal, '0x00000000000000000000000000000000000000bb')).toBe('remix.no.licence')
  expect(remixRefusal(personal, creator.toLowerCase())).toBeNull()
})

it('says what no plan is known of', () => {
  expect(remixRefusal({ ...asset, kind: 'audio' }, null)).toBe('remix.no.kind')
  expect(remixRefusal({ ...asset, engine: null }, null)).toBe('remix.no.engine')
})
