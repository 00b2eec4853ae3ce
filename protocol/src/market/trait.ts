import { concat, type Hex, keccak256, toHex } from 'viem'
import type { Trait } from './forms.ts'

/** Most ids of a trait that are kept here. One with more can be offered for by its root alone, and whoever fills brings the proof. */
export const MAX_TRAIT_TOKENS = 65_536
/** Highest tree that the Market takes. Mirrors `Market.MAX_TRAIT_HEIGHT`. */
export const MAX_TRAIT_HEIGHT = 32

const leafOf = (tokenId: bigint): Hex => keccak256(keccak256(toHex(tokenId, { size: 32 })))
const nodeOf = (a: Hex, b: Hex): Hex => keccak256(concat(BigInt(a) < BigInt(b) ? [a, b] : [b, a]))

/** A Merkle tree of token ids: the leaves, twice hashed and in the order of the ids, first; the root alone last. */
export type TraitTree = readonly (readonly Hex[])[]

/** Steps of work after which {@link growTraitTree} lets others go on. */
const STEPS_AT_ONCE = 2_000

function* growing(tokenIds: readonly bigint[]): Generator<void, TraitTree> {
  if (tokenIds.length === 0) throw new RangeError('A trait has at least one token')
  const ids = [...new Set(tokenIds)].sort((a, b) => (a < b ? -1 : 1))
  const leaves: Hex[] = []
  for (const id of ids) {
    leaves.push(leafOf(id))
    yield
  }
  const height = Math.ceil(Math.log2(leaves.length))
  while (leaves.length < 1 << height) leaves.push(leaves.at(-1) as Hex)
  const levels = [leaves]
  for (let below = leaves; below.length > 1; below = levels.at(-1) as Hex[]) {
    const level: Hex[] = []
    for (let at = 0; at < below.length; at += 2) {
      level.push(nodeOf(below[at] as Hex, below[at + 1] as Hex))
      yield
    }
    levels.push(level)
  }
  return levels
}

/** The tree of all tokens with the ids. It is filled up with its last leaf. */
export function traitTree(tokenIds: readonly bigint[]): TraitTree {
  const work = growing(tokenIds)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** {@link traitTree} in many short steps: `rest` is awaited between them. */
export async function growTraitTree(tokenIds: readonly bigint[], rest: () => Promise<unknown>): Promise<TraitTree> {
  const work = growing(tokenIds)
  for (let step = 1; ; step++) {
    const { done, value } = work.next()
    if (done) return value
    if (step % STEPS_AT_ONCE === 0) await rest()
  }
}

/** What a maker signs of a tree. */
export const traitOfTree = (tree: TraitTree): Trait => ({ root: tree.at(-1)?.[0] as Hex, height: tree.length - 1 })

/** Siblings from the token's leaf to the root; null when the token does not have the trait. */
export function proofInTree(tree: TraitTree, tokenId: bigint): Hex[] | null {
  const index = (tree[0] as readonly Hex[]).indexOf(leafOf(tokenId))
  if (index < 0) return null
  return tree.slice(0, -1).map((level, depth) => level[(index >> depth) ^ 1] as Hex)
}

/** The trait of all tokens with the ids. */
export const traitOf = (tokenIds: readonly bigint[]): Trait => traitOfTree(traitTree(tokenIds))

/** Whether a proof leads from a token to the root of a trait, and is as long as its tree is high. */
export function hasTrait(trait: Trait, proof: readonly Hex[], tokenId: bigint): boolean {
  if (proof.length !== trait.height) return false
  return proof.reduce<Hex>(nodeOf, leafOf(tokenId)) === trait.root
}
