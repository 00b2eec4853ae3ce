import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import Type, { type Static } from 'typebox'
import { Check, Errors } from 'typebox/value'
import type { Hex } from 'viem'
import { Address, enumOf, Hex32, nullable } from '../scalars.ts'
import { disclosures } from './disclosure.ts'

const Short = Type.String({ maxLength: 200 })

/** Kinds of asset. */
export const assetKinds = ['scene', 'item', 'avatar', 'world', 'audio', 'loop', 'persona'] as const
export type AssetKind = (typeof assetKinds)[number]

/** How an asset was made. */
export const generationMethods = ['deterministic-local', 'plan-and-render', 'model-local', 'model-remote', 'uploaded'] as const

/** How exactly the asset can be made again from the record alone. */
export const reproducibilities = ['bit-exact', 'tolerance', 'none'] as const

/** What a record may say about an earlier asset. */
export const inputRelations = ['parentOf', 'componentOf', 'inputTo', 'inspiredBy'] as const

/** Perceptual fingerprint of a picture. `bits` is 256 bit PDQ, lower-case hex; `quality` 0 to 100. */
export const Fingerprint = Type.Object({ alg: Type.Literal('pdq256/1'), bits: Hex32, quality: Type.Integer({ minimum: 0, maximum: 100 }) })

/** What a further file is to its asset: a picture of it, a thing to load, a rigged character. */
export const renditionRoles = ['image', 'model', 'avatar'] as const

/** A further file of the asset, made of the same plan and seed. */
export const CoreRendition = Type.Object(
  {
    role: enumOf(renditionRoles),
    path: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,31}\\.[a-z0-9]{1,8}$', description: "Its name in the token's directory" }),
    mime: Type.String({ maxLength: 100 }),
    payloadSha256: Hex32,
    renderSha256: Type.Unsafe<Hex>({ ...Hex32, description: 'sha-256 of the decoded pixels, or of the vertices and decoded pixels' }),
  },
  { additionalProperties: false },
)
export type CoreRendition = Static<typeof CoreRendition>

/**
 * The part of a provenance record that is hashed, signed and named by the token id.
 * No floats: decimals are strings. Unknown keys are refused.
 */
export const ProvenanceCore = Type.Object(
  {
    schema: Type.Literal('aigc-provenance/1'),
    chain: Type.String({ pattern: '^eip155:[1-9][0-9]{0,15}$' }),
    contract: Address,
    creator: Type.String({ pattern: '^did:pkh:eip155:[1-9][0-9]{0,15}:0x[0-9a-fA-F]{40}$' }),
    asset: Type.Object(
      {
        kind: enumOf(assetKinds),
        mime: Type.String({ maxLength: 100 }),
        payloadSha256: Hex32,
        renderSha256: Hex32,
        dims: Type.Object(
          { w: Type.Integer({ minimum: 1, maximum: 16_384 }), h: Type.Integer({ minimum: 1, maximum: 16_384 }) },
          { additionalProperties: false, description: 'Pixels of the picture; of a world those of its still' },
        ),
        fingerprint: nullable(Type.Object(Fingerprint.properties, { additionalProperties: false })),
        watermark: nullable(Type.Object({ alg: Short, payload: Short }, { additionalProperties: false })),
        renditions: Type.Optional(
          Type.Array(CoreRendition, { maxItems: 8, description: "Further files: a world's still, the model of an item or avatar" }),
        ),
      },
      { additionalProperties: false },
    ),
    generation: Type.Object(
      {
        method: enumOf(generationMethods),
        engine: nullable(
          Type.Object(
            { name: Short, version: Short, bundleCid: nullable(Short), codeSha256: nullable(Hex32) },
            { additionalProperties: false, description: 'The deterministic engine that drew the asset' },
          ),
        ),
        model: nullable(
          Type.Object(
            {
              id: Short,
              provider: Short,
              endpointHost: Short,
              revision: nullable(Short),
              weightsSha256: nullable(Hex32),
              licence: nullable(Short),
            },
            { additionalProperties: false },
          ),
        ),
        plan: nullable(Type.Record(Type.String(), Type.Unknown(), { description: 'The engine plan that was rendered' })),
        params: Type.Record(Type.String({ maxLength: 64 }), Type.Union([Type.String({ maxLength: 200 }), Type.Integer(), Type.Boolean()])),
        seed: Type.String({ pattern: '^(0|[1-9][0-9]{0,9})$', description: 'uint32 as a decimal string' }),
        promptCommitment: Hex32,
        promptDigests: Type.Object({ prompt: Hex32, negative: nullable(Hex32) }, { additionalProperties: false }),
        providerManifest: nullable(Type.Record(Type.String(), Type.Unknown())),
        reproducible: enumOf(reproducibilities),
      },
      { additionalProperties: false },
    ),
    inputs: Type.Array(
      Type.Object({ relation: enumOf(inputRelations), token: Short, coreHash: Hex32, assetSha256: Hex32 }, { additionalProperties: false }),
      { maxItems: 8 },
    ),
    declaration: Type.Object(
      {
        digitalSourceType: enumOf(disclosures),
        humanContribution: enumOf(['none', 'curation', 'editing', 'substantial']),
        depictsRealPerson: Type.Boolean(),
      },
      { additionalProperties: false },
    ),
    rights: Type.Object(
      {
        licence: Short,
        derivatives: Type.Object(
          { allowed: Type.Boolean(), approval: Type.Boolean(), upBps: Type.Integer({ minimum: 0, maximum: 5_000 }) },
          { additionalProperties: false },
        ),
        training: Type.Object(
          { mining: enumOf(['allowed', 'notAllowed']), generativeTraining: enumOf(['allowed', 'notAllowed']) },
          { additionalProperties: false },
        ),
      },
      { additionalProperties: false },
    ),
    moderation: Type.Object({ prompt: Short, output: Short }, { additionalProperties: false }),
    quality: Type.Object(
      {
        profile: Short,
        metrics: Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 64, description: 'Decimal string' })),
      },
      { additionalProperties: false },
    ),
    createdAt: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$' }),
    nonce: Hex32,
  },
  { additionalProperties: false, $id: 'ProvenanceCore' },
)
export type ProvenanceCore = Static<typeof ProvenanceCore>

/** A record that cannot be accepted; `path` is a JSON pointer to the first offending value. */
export class ProvenanceCoreInvalid extends Error {
  readonly code = 'PROVENANCE_CORE_INVALID'
  readonly path: string
  constructor(path: string, why: string) {
    super(`provenance core is invalid at ${path || '/'}: ${why}`)
    this.path = path
  }
}

/** Refuses numbers that JCS and other languages could read differently, and text that is not NFC. */
function refuseAmbiguous(value: unknown, path: string): void {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new ProvenanceCoreInvalid(path, `not an integer below 2^53: ${value}`)
  } else if (typeof value === 'string') {
    if (value !== value.normalize('NFC')) throw new ProvenanceCoreInvalid(path, 'text is not in Unicode form NFC')
    if (!value.isWellFormed()) throw new ProvenanceCoreInvalid(path, 'text holds a lone surrogate')
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      refuseAmbiguous(key, `${path}/${key}`)
      refuseAmbiguous(item, `${path}/${key}`)
    }
  }
}

/** Checks unknown JSON against the schema and the no-ambiguity rules. Throws {@link ProvenanceCoreInvalid}. */
export function parseCore(json: unknown): ProvenanceCore {
  if (!Check(ProvenanceCore, json)) {
    const [first] = Errors(ProvenanceCore, json)
    throw new ProvenanceCoreInvalid(first?.instancePath ?? '', first?.message ?? 'does not match the schema')
  }
  refuseAmbiguous(json, '')
  return json
}

/** Canonical bytes (RFC 8785 JCS, UTF-8). */
export function canonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return new TextEncoder().encode(text)
}

/** sha-256 as 0x-hex. */
export const sha256Hex = (bytes: Uint8Array): Hex => `0x${bytesToHex(sha256(bytes))}`

/** The core's digest: sha-256 over its canonical bytes. */
export const coreHashOf = (core: ProvenanceCore): Hex => sha256Hex(canonicalBytes(core))
