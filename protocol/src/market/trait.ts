import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, type Hex, hexToBytes, numberToBytes } from 'viem'
import type { Trait } from './forms.ts'

/** Most ids of a trait that are kept here. One with more can be offered for by its root alone, and whoever fills brings the proof. */
export const MAX_TRAIT_TOKENS = 65_536
/** Highest tree that the Market takes. Mirrors `Market.MAX_TRAIT_HEIGHT`. */
export const MAX_TRAIT_HEIGHT = 32

const leafOf = (tokenId: bigint): Uint8Array => keccak_256(keccak_256(numberToBytes(tokenId, { size: 32 })))

function compare(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number)
  return 0
}

/** The hash of two nodes, the lower one first. */
function nodeOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(64)
  const [first, second] = compare(a, b) < 0 ? [a, b] : [b, a]
  both.set(first)
  both.set(second, 32)
  return keccak_256(both)
}

/** A Merkle tree of token ids: the leaves, twice hashed and in the order of the ids, first; the root alone last. */
export type TraitTree = readonly (readonly Uint8Array[])[]

/** Hashes after which {@link growTraitTree} lets others go on. */
const STEPS_AT_ONCE = 500

function* growing(tokenIds: readonly bigint[]): Generator<void, TraitTree> {
  if (tokenIds.length === 0) throw new RangeError('A trait has at least one token')
  const ids = [...new Set(tokenIds)].sort((a, b) => (a < b ? -1 : 1))
  const leaves: Uint8Array[] = []
  for (const id of ids) {
    leaves.push(leafOf(id))
    yield
  }
  const height = Math.ceil(Math.log2(leaves.length))
  while (leaves.length < 1 << height) leaves.push(leaves.at(-1) as Uint8Array)
  const levels = [leaves]
  for (let below = leaves; below.length > 1; below = levels.at(-1) as Uint8Array[]) {
    const level: Uint8Array[] = []
    for (let at = 0; at < below.length; at += 2) {
      level.push(nodeOf(below[at] as Uint8Array, below[at + 1] as Uint8Array))
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
export const traitOfTree = (tree: TraitTree): Trait => ({ root: bytesToHex(tree.at(-1)?.[0] as Uint8Array), height: tree.length - 1 })

/** Siblings from the token's leaf to the root; null when the token does not have the trait. */
export function proofInTree(tree: TraitTree, tokenId: bigint): Hex[] | null {
  const leaf = leafOf(tokenId)
  const index = (tree[0] as readonly Uint8Array[]).findIndex((other) => compare(leaf, other) === 0)
  if (index < 0) return null
  return tree.slice(0, -1).map((level, depth) => bytesToHex(level[(index >> depth) ^ 1] as Uint8Array))
}

/** The trait of all tokens with the ids. */
export const traitOf = (tokenIds: readonly bigint[]): Trait => traitOfTree(traitTree(tokenIds))

/** Siblings from the token's leaf to the root of the trait of all tokens with the ids; null when it is not among them. */
export const traitProof = (tokenIds: readonly bigint[], tokenId: bigint): Hex[] | null => proofInTree(traitTree(tokenIds), tokenId)

/** Whether a proof leads from a token to the root of a trait, and is as long as its tree is high. */
export function hasTrait(trait: Trait, proof: readonly Hex[], tokenId: bigint): boolean {
  if (proof.length !== trait.height) return false
  return bytesToHex(proof.reduce((node, sibling) => nodeOf(node, hexToBytes(sibling)), leafOf(tokenId))) === trait.root
}
