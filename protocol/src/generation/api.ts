import Type, { type Static } from 'typebox'
import { Step, TransactionRequest } from '../market/api.ts'
import { PromptOpening } from '../provenance/commitment.ts'
import { ProvenanceCore } from '../provenance/core.ts'
import { Address, BasisPoints, CidString, described, enumOf, Hex32, HexBytes, nullable, Timestamp, UintString } from '../scalars.ts'
import { Trait } from '../tokens/metadata.ts'
import { ModelFile } from './model-file.ts'
import { derivations, Origin, pictureFormats } from './origin.ts'

/** Kinds the embedded engine makes today. */
export const generatedKinds = ['scene', 'item', 'avatar', 'world'] as const
export type GeneratedKind = (typeof generatedKinds)[number]
export const promptMaxLength = 2_000

/** A word of the prompt and what became of it. Offsets are UTF-16 units in the prompt. */
export const PromptWord = Type.Object({
  text: Type.String(),
  start: Type.Integer({ minimum: 0 }),
  end: Type.Integer({ minimum: 0 }),
  role: Type.Optional(Type.String({ description: 'subject, setting, time, weather, mood, style, material, colour, count, not' })),
  concept: Type.Optional(Type.String()),
  understood: Type.Boolean(),
  nearest: Type.Optional(Type.Array(Type.String(), { maxItems: 6 })),
})
export type PromptWord = Static<typeof PromptWord>

/** Settings of a plan that win over what the words say, by their names in the plan. */
const PlanChanges = Type.Record(Type.String({ maxLength: 32 }), Type.Unknown(), { maxProperties: 32 })
export type PlanChanges = Static<typeof PlanChanges>

/** `POST /v1/understanding`: what the engine would make of a prompt, at once. */
export const UnderstandRequest = Type.Object(
  {
    prompt: Type.String({ maxLength: 110_000, description: 'May be empty where `from` is given' }),
    kind: Type.Optional(enumOf(generatedKinds)),
    style: Type.Optional(Type.String({ maxLength: 32 })),
    changes: Type.Optional(PlanChanges),
    format: Type.Optional(enumOf(pictureFormats)),
    from: Type.Optional(Origin),
    seed: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 4_294_967_295, description: 'That of the job to come: it decides what a mix takes of which' }),
    ),
  },
  { additionalProperties: false },
)
export type UnderstandRequest = Static<typeof UnderstandRequest>
export const UnderstandAnswer = Type.Object({
  kind: enumOf(generatedKinds),
  words: Type.Array(PromptWord),
  understood: Type.Integer(),
  content: Type.Integer({ description: 'Number of content words' }),
  plan: Type.Record(Type.String(), Type.Unknown()),
  styles: Type.Array(Type.String()),
})
export type UnderstandAnswer = Static<typeof UnderstandAnswer>

/** `POST /v1/generations` */
export const GenerationRequest = Type.Object(
  {
    prompt: Type.String({
      maxLength: 110_000,
      description: '1 to 2,000 characters, English or Chinese; may be empty where `from` is given',
    }),
    kind: Type.Optional(enumOf(generatedKinds)),
    style: Type.Optional(Type.String({ maxLength: 32 })),
    changes: Type.Optional(PlanChanges),
    format: Type.Optional(enumOf(pictureFormats)),
    from: Type.Optional(Origin),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295 })),
    variations: Type.Optional(Type.Integer({ minimum: 1, maximum: 4, default: 4 })),
  },
  { additionalProperties: false },
)
export type GenerationRequest = Static<typeof GenerationRequest>

export const generationStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

/** One of a job's pictures, with the model that was made of the same plan and seed. Of a world the picture is a still of it. */
export const Variation = Type.Object({
  index: Type.Integer({ minimum: 0 }),
  seed: Type.String(),
  state: enumOf(generationStates),
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  stage: nullable(Type.String()),
  milliseconds: nullable(Type.Integer()),
  image: nullable(Type.String({ description: 'Gateway path of the full picture (PNG)' })),
  thumbnail: nullable(Type.String({ description: 'Gateway path of the thumbnail (WebP)' })),
  cid: nullable(CidString),
  bytes: nullable(Type.Integer()),
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
  sha256: nullable(Hex32),
  renderSha256: nullable(Hex32),
  fingerprint: nullable(Hex32),
  palette: Type.Array(Type.String()),
  metrics: Type.Record(Type.String(), Type.String()),
  model: described(nullable(ModelFile), 'Null until it is made, and of what has none'),
  nearest: nullable(Type.Object({ asset: Type.String(), distance: Type.Integer({ description: 'Differing bits of 256' }) })),
  error: nullable(Type.Object({ code: Type.String(), detail: Type.String() })),
})
export type Variation = Static<typeof Variation>

/** A generation job. Also the `data:` of each SSE message on `GET /v1/generations/{id}/events`. */
export const Generation = Type.Object({
  id: Type.String(),
  state: enumOf(generationStates),
  prompt: Type.String(),
  kind: enumOf(generatedKinds),
  understanding: UnderstandAnswer,
  engine: Type.Object({ name: Type.String(), version: Type.String() }),
  from: described(
    nullable(
      Type.Object({
        how: enumOf(derivations),
        of: Type.Array(
          Type.Object({
            asset: nullable(Type.String({ description: 'CAIP-19 id of a token' })),
            generation: nullable(Type.String()),
            variation: nullable(Type.Integer()),
            name: nullable(Type.String()),
            image: Type.String({ description: 'Gateway path of its picture or thumbnail' }),
          }),
        ),
      }),
    ),
    'What it was made from; null of what began with words alone',
  ),
  variations: Type.Array(Variation),
  queuedBefore: Type.Integer({ description: 'Jobs ahead in the queue' }),
  error: nullable(Type.Object({ code: Type.String(), detail: Type.String() })),
  createdAt: Timestamp,
})
export type Generation = Static<typeof Generation>

/** Licences to choose from; the record and metadata carry the id. */
export const licences = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-SA-4.0',
  'LicenseRef-Daedal-Commercial-Remix-1',
  'LicenseRef-Daedal-Personal-1',
] as const

/** `POST /v1/generations/{id}/mint`: build the record of one variation for a creator to sign. */
export const PrepareMint = Type.Object(
  {
    variation: Type.Integer({ minimum: 0, maximum: 3 }),
    creator: Address,
    name: Type.String({ minLength: 1, maxLength: 120 }),
    description: Type.Optional(Type.String({ maxLength: 2_000 })),
    licence: enumOf(licences),
    royaltyBps: Type.Integer({ minimum: 0, maximum: 1_000 }),
    remixBps: Type.Optional(Type.Integer({ minimum: 0, maximum: 5_000, default: 0 })),
    prompt: enumOf(['committed', 'public']),
    training: Type.Boolean({ description: 'Others may train models on it' }),
  },
  { additionalProperties: false },
)
export type PrepareMint = Static<typeof PrepareMint>
export const PreparedMint = Type.Object({
  coreHash: Hex32,
  tokenId: UintString,
  asset: Type.String({ description: 'CAIP-19 id the token will have' }),
  core: ProvenanceCore,
  opening: nullable(PromptOpening),
  steps: Type.Array(Step, { description: 'One step: sign' }),
})
export type PreparedMint = Static<typeof PreparedMint>

/** `PUT /v1/mints/{coreHash}/signature`: the creator's signature; the directory is stored and the transaction returned. */
export const SignMint = Type.Object({ signature: HexBytes }, { additionalProperties: false })
export type SignMint = Static<typeof SignMint>
export const SignedMint = Type.Object({
  coreHash: Hex32,
  tokenId: UintString,
  cid: CidString,
  root: Hex32,
  bytes: Type.Integer(),
  estimatedGas: nullable(UintString),
  gasPriceWei: nullable(UintString),
  transaction: TransactionRequest,
  files: Type.Array(Type.Object({ path: Type.String(), cid: CidString, bytes: Type.Integer() })),
  royaltyBps: BasisPoints,
  traits: Type.Array(Trait),
})
export type SignedMint = Static<typeof SignedMint>

/** `GET /v1/mints/{coreHash}`: where a record stands, for everyone. */
export const MintState = Type.Object({
  coreHash: Hex32,
  tokenId: UintString,
  asset: Type.String({ description: 'CAIP-19 id the token has or will have' }),
  state: enumOf(['prepared', 'signed']),
  cid: nullable(CidString),
  root: nullable(Hex32),
  createdAt: Timestamp,
})
export type MintState = Static<typeof MintState>

/** `GET /v1/mints/{coreHash}/opening`: what opens the prompt commitment, for the creator alone. */
export const MintOpening = Type.Object({ coreHash: Hex32, opening: nullable(PromptOpening) })
export type MintOpening = Static<typeof MintOpening>

/** A persona one can talk to. `GET /v1/personas` */
export const PersonaSummary = Type.Object({
  id: Type.String(),
  name: Type.String(),
  age: nullable(Type.Integer()),
  occupation: Type.String(),
  description: Type.String(),
  traits: Type.Array(Type.String()),
  greeting: Type.String({ description: 'First message; says that it is an AI' }),
  language: Type.String(),
  speakers: Type.Array(Type.String({ description: 'Who can speak for it here: embedded, or a provider profile' })),
})
export type PersonaSummary = Static<typeof PersonaSummary>

export const PersonaList = Type.Object({ data: Type.Array(PersonaSummary) })
export type PersonaList = Static<typeof PersonaList>

/** `POST /v1/personas` */
export const CreatePersona = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80 }),
    age: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description: 'Years' })),
    occupation: Type.Optional(Type.String({ maxLength: 120 })),
    traits: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 12 })),
    description: Type.Optional(Type.String({ maxLength: 2_000 })),
    language: Type.Optional(enumOf(['en', 'zh'])),
  },
  { additionalProperties: false },
)
export type CreatePersona = Static<typeof CreatePersona>

/** `POST /v1/personas/{id}/chat`, answered as SSE: `token` events with `{text}`, then `done` with {@link PersonaReply}, or `problem`. */
export const PersonaChat = Type.Object(
  {
    message: Type.String({ minLength: 1, maxLength: 4_000 }),
    history: Type.Array(Type.Object({ role: enumOf(['user', 'assistant']), content: Type.String({ maxLength: 4_000 }) }), { maxItems: 40 }),
    language: Type.Optional(enumOf(['en', 'zh'])),
    speaker: Type.Optional(Type.String({ maxLength: 64, description: "One of the persona's speakers; the provider when there is one" })),
  },
  { additionalProperties: false },
)
export type PersonaChat = Static<typeof PersonaChat>
export const PersonaReply = Type.Object({
  text: Type.String(),
  speaker: Type.String({ description: 'embedded, or the provider profile that answered' }),
  reproducible: Type.Boolean(),
})
export type PersonaReply = Static<typeof PersonaReply>
