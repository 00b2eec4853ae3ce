import { expect, it } from 'vitest'
import { parseSearch, stringifySearch } from '../lib/search-params.ts'
import { type DraftOrigin, draftOf, readDraft, readSource, swapped, withoutSource, withSecond, writeDraft } from './draft-origin.ts'

const token = { asset: 'eip155:31337/erc721:0x00000000000000000000000000000000000000aa/12' }
const drawn = { generation: '0b0e7c1e-2f2a-4a3f-9d53-1f2a3b4c5d6e', variation: 2 }
const throughAddress = (draft: DraftOrigin) => readDraft(parseSearch(stringifySearch(writeDraft(draft))))

it('comes back from an address as it was', () => {
  for (const draft of [
    { how: 'remix', of: [token] },
    { how: 'remix', of: [drawn] },
    { how: 'mix', of: [token, drawn] },
    { how: 'restyle', of: [drawn, token] },
  ] satisfies DraftOrigin[])
    expect(throughAddress(draft)).toEqual(draft)
})

it('takes nothing else for a source', () => {
  for (const text of [undefined, '', 'nonsense', `${drawn.generation}.4`, `${drawn.generation}`, 'x/'.repeat(150)])
    expect(readSource(text)).toBeNull()
  expect(readDraft({ with: token.asset })).toBeNull()
  // Twice the same is one.
  expect(readDraft({ from: token.asset, with: token.asset, how: 'mix' })).toEqual({ how: 'remix', of: [token] })
})

it('starts again from what a job came from', () => {
  const shown = { name: 'A', image: '/ipfs/a' }
  const first = { asset: token.asset, generation: null, variation: null, ...shown }
  const second = { asset: null, ...drawn, ...shown }
  expect(draftOf({ how: 'restyle', of: [first, second] })).toEqual({ how: 'restyle', of: [token, drawn] })
  expect(draftOf({ how: 'remix', of: [second] })).toEqual({ how: 'remix', of: [drawn] })
  expect(draftOf({ how: 'variation', of: [second] })).toEqual({ how: 'remix', of: [drawn] })
  // One of the two is not shown any more.
  expect(draftOf({ how: 'mix', of: [first] })).toBeNull()
  expect(draftOf(null)).toBeNull()
  expect(draftOf(undefined)).toBeNull()
})

it('takes a second source, swaps the two, and lets one go', () => {
  const mix = withSecond({ how: 'remix', of: [token] }, drawn, 'mix')
  expect(swapped(mix)).toEqual({ how: 'mix', of: [drawn, token] })
  expect(withoutSource(mix, 0)).toEqual({ how: 'remix', of: [drawn] })
  expect(withoutSource(mix, 1)).toEqual({ how: 'remix', of: [token] })
  expect(withoutSource({ how: 'remix', of: [token] }, 0)).toBeNull()
})
