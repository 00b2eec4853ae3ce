import { dropCommitment } from '@daedal/protocol/market/drop'
import type { Hex32 } from '@daedal/protocol/scalars'
import { toHex } from 'viem'
import { readStored, writeStored } from '../lib/stored.ts'

/** Secrets of the person's own drops, by their commitments. They are nowhere but in this browser until they are told. */
const STORED = 'drop-secrets'

/** The secret of a commitment; null when this browser does not keep it. */
export function storedSecret(commitment: Hex32): Hex32 | null {
  const kept = readStored(STORED) as Record<string, unknown> | null
  return readSecret(String(kept?.[commitment] ?? ''), commitment)
}

/** A secret as typed; null when it is not the one of the commitment. */
export function readSecret(text: string, commitment: Hex32): Hex32 | null {
  const secret = text.trim().toLowerCase()
  if (!/^0x[0-9a-f]{64}$/.test(secret)) return null
  return dropCommitment(secret as Hex32) === commitment ? (secret as Hex32) : null
}

/** 32 bytes that nobody knows. */
export const newSecret = (): Hex32 => toHex(crypto.getRandomValues(new Uint8Array(32)))

/** Keeps a secret in this browser. Answers false when storage is closed or full. */
export function keepSecret(secret: Hex32): boolean {
  const kept = readStored(STORED) as Record<string, unknown> | null
  return writeStored(STORED, { ...kept, [dropCommitment(secret)]: secret })
}
