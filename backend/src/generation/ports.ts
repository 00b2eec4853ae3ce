import type { PlanChanges, UnderstandAnswer, UnderstandRequest } from '@daedal/protocol/generation/api'
import type { CharacterCard, PersonaLanguage } from '@daedal/protocol/generation/character-card'
import type { ModelFile } from '@daedal/protocol/generation/model-file'
import type { Derivation, PictureFormat } from '@daedal/protocol/generation/origin'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import type { Address, Hex } from 'viem'

/** What a prompt means to an engine. */
export type Understanding = { understanding: UnderstandAnswer; engine: { name: string; version: string } }

/** What words and settings ask for. */
export type Ask = {
  prompt: string
  kind?: UnderstandRequest['kind']
  style?: string | undefined
  changes?: PlanChanges | undefined
  format?: PictureFormat | undefined
}

/** Something that was made before: its plan, its seed (a uint32) and who made it. */
export type SourcePlan = { plan: Record<string, unknown>; seed: number; engine: { name: string; version: string } }

/** A plan that comes of earlier ones. */
export type DerivedUnderstanding = Understanding & {
  /** Seed (uint32) of its first picture. */
  seed: number
  /** Seeds under which it would be a picture that is there already. */
  repeats: readonly number[]
}

/** Makes plans from prompts, and the seeds of their variations. */
export type Planner = {
  /** At once; nothing is left out silently: words that were not understood are named. Throws GENERATION_PLAN_INVALID for changes that cannot be. */
  understand(request: Ask): Understanding
  /** The same of what was made before; the prompt may be empty. Throws GENERATION_SOURCE_NO_PLAN and GENERATION_SOURCES_DIFFER, too. */
  derive(request: Ask & { how: Derivation; of: readonly SourcePlan[]; seed?: number | undefined }): DerivedUnderstanding
  /** Seeds (uint32) of `count` variations of a plan that look different; the first one is `seed` itself. */
  seeds(seed: number, count: number, plan: Record<string, unknown>): number[]
}

/** A token as what starts from it needs it. */
export type SourceToken = {
  /** CAIP-19 id. */
  asset: string
  creator: Address
  coreHash: Hex
  /** Its record; null while its content is not verified. */
  core: ProvenanceCore | null
  burned: boolean
  derivatives: { allowed: boolean; byApproval: boolean }
  name: string
  /** Gateway path of its thumbnail. */
  image: string
}

/** Finds a token by its CAIP-19 id; null when there is none. */
export type FindToken = (asset: string) => Promise<SourceToken | null>

/** What to make: the plan and a uint32 seed decide every pixel and vertex. */
export type DrawTask = { plan: Record<string, unknown>; seed: number }

/** How far a picture is; `fraction` from 0 to 1. */
export type DrawProgress = { fraction: number; stage: string | null }

/** A model as it was built and measured; `glb` is its file. */
export type BuiltModel = Pick<ModelFile, 'role' | 'triangles' | 'drawCalls' | 'renderSha256'> & { glb: Uint8Array }

/** A drawn and measured picture, with the model that comes with it. `data` is RGBA8, row by row. */
export type Drawing = {
  width: number
  height: number
  data: Uint8Array
  /** sha-256 of `data`. */
  renderSha256: Hex
  milliseconds: number
  /** Up to six colours, `#rrggbb`. */
  palette: string[]
  /** Figures measured of picture and model, decimal strings. */
  metrics: Record<string, string>
  /** Perceptual hash of 256 bits and its quality, 0 to 100. */
  fingerprint: { bits: Hex; quality: number }
  model: BuiltModel | null
}

/**
 * Draws pictures and builds models beside the service. Rejects with GENERATION_CANCELLED when the signal aborts (within 200 ms),
 * GENERATION_TIMED_OUT, GENERATION_WORLD_UNWALKABLE and GENERATION_WORKER_FAILED; the service itself is never hurt.
 */
export type Draughtsman = {
  draw(task: DrawTask, options: { signal: AbortSignal; onProgress(progress: DrawProgress): void }): Promise<Drawing>
  /** Pictures drawn at once. */
  readonly hands: number
  close(): Promise<void>
}

/** Makes the two files of a picture; both carry the label that says how it was made. */
export type PictureEncoder = (drawing: Pick<Drawing, 'width' | 'height' | 'data' | 'renderSha256'>) => Promise<{
  /** PNG; its decoded pixels are `data`. */
  png: Uint8Array
  /** WebP, at most 480 pixels wide. */
  thumbnail: Uint8Array
}>

/** Keeps small secrets unreadable at rest. `context` must be the same to open; a changed text does not open. */
export type Sealer = {
  seal(plain: string, context: string): string
  open(sealed: string, context: string): string
  /** Keyed hash, hex: the same for the same value, says nothing about it. */
  digest(value: string): string
}

/** The token whose picture looks most like this fingerprint. */
export type NearestAsset = (bits: Hex) => Promise<{ asset: string; distance: number } | null>

/** One turn of a conversation. */
export type ChatTurn = { role: 'user' | 'assistant'; content: string }

/** Someone who can speak for a persona: the embedded engine or a provider. Failures are PERSONA_PROVIDER_* errors. */
export type Speaker = {
  /** `embedded`, or the provider profile. */
  readonly name: string
  readonly reproducible: boolean
  speak(request: {
    card: CharacterCard
    /** What a language model is told: who it is, that it says it is an AI, what it must not do. */
    instruction: string
    message: string
    history: readonly ChatTurn[]
    language: PersonaLanguage | undefined
    signal: AbortSignal
  }): AsyncIterable<string>
}
