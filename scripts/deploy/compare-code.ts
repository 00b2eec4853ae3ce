import { type Hex, hexToBytes } from 'viem'
import type { Artifact } from './artifact.ts'

/** Bytes that close the code and name sources and settings; their number is in the last two bytes. */
const metadataLength = (code: Uint8Array) => ((code.at(-2) ?? 0) << 8) + (code.at(-1) ?? 0) + 2

function masked(code: Uint8Array, references: Artifact['immutableReferences']): Uint8Array {
  const copy = Uint8Array.from(code)
  for (const { start, length } of Object.values(references).flat()) copy.fill(0, start, start + length)
  return copy
}

const firstDifference = (a: Uint8Array, b: Uint8Array) => a.findIndex((byte, index) => byte !== b[index])

/**
 * What differs between the code at an address and what the compiler made, as a sentence; null when nothing does. The places of
 * immutable variables are left out: their values are compared through the contract's address or its views.
 */
export function codeDifference(deployed: Hex, { deployedBytecode, immutableReferences }: Artifact): string | null {
  if (deployed === '0x') return 'has no code'
  const [found, expected] = [hexToBytes(deployed), hexToBytes(deployedBytecode)].map((code) => masked(code, immutableReferences)) as [
    Uint8Array,
    Uint8Array,
  ]
  if (found.length !== expected.length) return `has ${found.length} bytes of code, ${expected.length} are expected`
  const at = firstDifference(found, expected)
  if (at === -1) return null
  return at >= expected.length - metadataLength(expected)
    ? 'has the expected code, compiled from other sources or with other settings: its metadata differs'
    : `has other code from byte ${at} on`
}
