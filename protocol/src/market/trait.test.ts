import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uint } from '../../testing/arbitrary-forms.ts'
import { growTraitTree, hasTrait, proofInTree, traitOf, traitTree } from './trait.ts'

const vectors = JSON.parse(readFileSync(new URL('../../vectors/traits.json', import.meta.url), 'utf8'))
const ids = fc.uniqueArray(uint(256), { minLength: 1, maxLength: 40 })

describe('trait', () => {
  it('has root, height and proofs as the published vectors say', () => {
    for (const { tokenIds, root, height, proofs } of vectors) {
      const tree = traitTree(tokenIds.map(BigInt))
      expect(traitOf(tokenIds.map(BigInt))).toEqual({ root, height })
      expect(tokenIds.map((id: string) => proofInTree(tree, BigInt(id)))).toEqual(proofs)
    }
  })

  it('proves every token of it, and no other', () => {
    fc.assert(
      fc.property(ids, uint(256), (tokenIds, other) => {
        const [tree, trait] = [traitTree(tokenIds), traitOf(tokenIds)]
        expect(2 ** trait.height >= tokenIds.length && 2 ** (trait.height - 1) < tokenIds.length).toBe(true)
        for (const id of tokenIds) expect(hasTrait(trait, proofInTree(tree, id) ?? [], id)).toBe(true)
        if (tokenIds.includes(other)) return
        expect(proofInTree(tree, other)).toBeNull()
        const proof = proofInTree(tree, tokenIds[0] as bigint) ?? []
        expect(hasTrait(trait, proof, other)).toBe(false)
        if (proof.length) expect(hasTrait(trait, proof.slice(1), tokenIds[0] as bigint)).toBe(false)
      }),
    )
  })

  it('is the same whatever the order of the ids, and grown in steps', async () => {
    await fc.assert(
      fc.asyncProperty(ids, async (tokenIds) => {
        expect(traitOf([...tokenIds, ...tokenIds].reverse())).toEqual(traitOf(tokenIds))
        expect(await growTraitTree(tokenIds, async () => undefined)).toEqual(traitTree(tokenIds))
      }),
    )
    expect(() => traitOf([])).toThrow(RangeError)
  })
})
