import { concatBytes } from '@noble/hashes/utils.js'
import Type, { type Static } from 'typebox'
import { type Hex, hexToBytes } from 'viem'
import { canonicalBytes, sha256Hex } from './core.ts'

/** What opens a prompt commitment: each field with its own 128-bit salt. Stays with the creator. */
export const PromptOpening = Type.Object(
  {
    prompt: Type.Object({ text: Type.String({ maxLength: 2_000 }), salt: Type.Unsafe<Hex>(Type.String({ pattern: '^0x[0-9a-f]{32}$' })) }),
    negative: Type.Union([
      Type.Object({ text: Type.String({ maxLength: 2_000 }), salt: Type.Unsafe<Hex>(Type.String({ pattern: '^0x[0-9a-f]{32}$' })) }),
      Type.Null(),
    ]),
  },
  { additionalProperties: false },
)
export type PromptOpening = Static<typeof PromptOpening>

/** Digest of one field: sha-256(salt ‖ UTF-8 text in NFC). */
export const fieldDigest = (field: { text: string; salt: Hex }): Hex =>
  sha256Hex(concatBytes(hexToBytes(field.salt), new TextEncoder().encode(field.text.normalize('NFC'))))

/** The per-field digests and the one commitment over them (sha-256 of their canonical JSON). */
export function commitPrompt(opening: PromptOpening): { promptDigests: { prompt: Hex; negative: Hex | null }; promptCommitment: Hex } {
  const promptDigests = { prompt: fieldDigest(opening.prompt), negative: opening.negative ? fieldDigest(opening.negative) : null }
  return { promptDigests, promptCommitment: sha256Hex(canonicalBytes(promptDigests)) }
}
