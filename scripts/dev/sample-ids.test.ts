import { assetRef } from '@daedal/protocol/chains/caip'
import { expect, it } from 'vitest'
import { areIn } from './sample-ids.ts'

const [before, now] = ['0x5FbDB2315678afecb367f032d93F642f64180aa3', '0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512'] as const

it('tells samples of this collection from those of an earlier one', () => {
  const ids = [1n, 2n].map((tokenId) => assetRef(31_337, now, tokenId))
  expect(areIn(now, ids)).toBe(true)
  expect(areIn(now.toLowerCase(), ids)).toBe(true)
  expect(areIn(before, ids)).toBe(false)
  expect(areIn(now, [...ids, assetRef(31_337, before, 3n)])).toBe(false)
})
