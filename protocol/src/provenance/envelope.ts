import Type, { type Static } from 'typebox'
import { Address, Hex32, HexBytes, nullable } from '../scalars.ts'
import { ProvenanceCore } from './core.ts'

/** `provenance.json`: the core, its hash, the file it speaks of, and the creator's signature. */
export const ProvenanceEnvelope = Type.Object(
  {
    core: ProvenanceCore,
    coreHash: Hex32,
    asset: Type.Object({ path: Type.String({ pattern: '^asset\\.[a-z0-9]{1,8}$' }), sha256: Hex32 }, { additionalProperties: false }),
    c2pa: nullable(
      Type.Object(
        { mode: Type.Unsafe<'embedded' | 'sidecar'>(Type.String({ enum: ['embedded', 'sidecar'] })), signerCertSha256: Hex32 },
        { additionalProperties: false },
      ),
    ),
    signature: Type.Object({ type: Type.Literal('eip712'), signer: Address, signature: HexBytes }, { additionalProperties: false }),
    attestations: Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 16 }),
  },
  { additionalProperties: false, $id: 'ProvenanceEnvelope' },
)
export type ProvenanceEnvelope = Static<typeof ProvenanceEnvelope>
