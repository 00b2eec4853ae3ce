import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, type Hex, hexToBytes } from 'viem'

/** A Merkle tree: the leaves first, the root alone last. Filled up with its last leaf. */
export type MerkleTree = readonly (readonly Uint8Array[])[]

/** A leaf is hashed twice, so that no inner node, which is a hash of 64 bytes, can pass for one. */
export const leafHash = (value: Uint8Array): Uint8Array => keccak_256(keccak_256(value))

function compare(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number)
  return 0
}

/** The hash of two nodes, the lower one first. */
export function nodeOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(64)
  const [first, second] = compare(a, b) < 0 ? [a, b] : [b, a]
  both.set(first)
  both.set(second, 32)
  return keccak_256(both)
}

/** Grows a tree on leaves in many short steps. */
export function* growingTree(hashed: Iterable<Uint8Array>): Generator<void, MerkleTree> {
  const leaves: Uint8Array[] = []
  for (const leaf of hashed) {
    leaves.push(leaf)
    yield
  }
  if (leaves.length === 0) throw new RangeError('A tree has at least one leaf')
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

/** The whole tree at once. */
export function merkleTree(hashed: Iterable<Uint8Array>): MerkleTree {
  const work = growingTree(hashed)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Root of a tree. */
export const rootOf = (tree: MerkleTree): Hex => bytesToHex(tree.at(-1)?.[0] as Uint8Array)

/** Where a leaf stands; -1 when it does not. */
export const indexOfLeaf = (tree: MerkleTree, leaf: Uint8Array): number =>
  (tree[0] as readonly Uint8Array[]).findIndex((other) => compare(leaf, other) === 0)

/** Siblings from the leaf at an index to the root. */
export const proofAt = (tree: MerkleTree, index: number): Hex[] =>
  tree.slice(0, -1).map((level, depth) => bytesToHex(level[(index >> depth) ^ 1] as Uint8Array))

/** The root that a proof leads to. */
export const climb = (leaf: Uint8Array, proof: readonly Hex[]): Hex =>
  bytesToHex(proof.reduce((node, sibling) => nodeOf(node, hexToBytes(sibling)), leaf))
