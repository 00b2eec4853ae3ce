import { type Hex, numberToBytes } from 'viem'
import type { Trait } from './forms.ts'
import { climb, growingTree, indexOfLeaf, leafHash, type MerkleTree, merkleTree, proofAt, rootOf } from './merkle.ts'

/** Most ids of a trait that are kept here. One with more can be offered for by its root alone, and whoever fills brings the proof. */
export const MAX_TRAIT_TOKENS = 65_536
/** Highest tree that the Market takes. Mirrors `Market.MAX_TRAIT_HEIGHT`. */
export const MAX_TRAIT_HEIGHT = 32

const leafOf = (tokenId: bigint): Uint8Array => leafHash(numberToBytes(tokenId, { size: 32 }))

/** A Merkle tree of token ids, in the order of the ids. */
export type TraitTree = MerkleTree

/** Hashes after which {@link growTraitTree} lets others go on. */
const STEPS_AT_ONCE = 500

function* leavesOf(tokenIds: readonly bigint[]): Generator<Uint8Array> {
  if (tokenIds.length === 0) throw new RangeError('A trait has at least one token')
  for (const id of [...new Set(tokenIds)].sort((a, b) => (a < b ? -1 : 1))) yield leafOf(id)
}

/** The tree of all tokens with the ids. It is filled up with its last leaf. */
export const traitTree = (tokenIds: readonly bigint[]): TraitTree => merkleTree(leavesOf(tokenIds))

/** {@link traitTree} in many short steps: `rest` is awaited between them. */
export async function growTraitTree(tokenIds: readonly bigint[], rest: () => Promise<unknown>): Promise<TraitTree> {
  const work = growingTree(leavesOf(tokenIds))
  for (let step = 1; ; step++) {
    const { done, value } = work.next()
    if (done) return value
    if (step % STEPS_AT_ONCE === 0) await rest()
  }
}

/** What a maker signs of a tree. */
export const traitOfTree = (tree: TraitTree): Trait => ({ root: rootOf(tree), height: tree.length - 1 })

/** Siblings from the token's leaf to the root; null when the token does not have the trait. */
export function proofInTree(tree: TraitTree, tokenId: bigint): Hex[] | null {
  const index = indexOfLeaf(tree, leafOf(tokenId))
  return index < 0 ? null : proofAt(tree, index)
}

/** The trait of all tokens with the ids. */
export const traitOf = (tokenIds: readonly bigint[]): Trait => traitOfTree(traitTree(tokenIds))

/** Siblings from the token's leaf to the root of the trait of all tokens with the ids; null when it is not among them. */
export const traitProof = (tokenIds: readonly bigint[], tokenId: bigint): Hex[] | null => proofInTree(traitTree(tokenIds), tokenId)

/** Whether a proof leads from a token to the root of a trait, and is as long as its tree is high. */
export function hasTrait(trait: Trait, proof: readonly Hex[], tokenId: bigint): boolean {
  if (proof.length !== trait.height) return false
  return climb(leafOf(tokenId), proof) === trait.root
}
