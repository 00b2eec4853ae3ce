import type { GeneratedKind } from '@daedal/protocol/generation/api'
import type { ModelFile } from '@daedal/protocol/generation/model-file'
import type { Derivation } from '@daedal/protocol/generation/origin'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import type { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import type { Payee } from '@daedal/protocol/royalties/lineage'
import type { Address, Hex } from 'viem'

/** A file to store. `path` has no leading slash and no `..`; folders are made by it. */
export type ContentFile = { path: string; bytes: Uint8Array }

/** A file or folder that is stored. `bytes` of a file is its length. */
export type StoredFile = { path: string; cid: string; bytes: number }

/** A stored folder. `root` is the sha2-256 digest of its root block, the word a token keeps. */
export type StoredDirectory = { cid: string; root: Hex; bytes: number; files: StoredFile[] }

/** What lies at a CID and path. `cid` is the CID of the thing itself. */
export type ContentStat = { cid: string; type: 'file' | 'directory'; size: number; links: { name: string; cid: string; size: number }[] }

/** Part of a file, in bytes. */
export type ByteRange = { offset: number; length: number }

/**
 * Where assets live: content-addressed, so every byte that is read was checked against its hash.
 * Failures are `CONTENT_*` errors: CID_MALFORMED, CID_UNSUPPORTED, PATH_INVALID, NOT_FOUND, CORRUPT, STORE_FULL, STORE_UNAVAILABLE.
 */
export type ContentStore = {
  /** Stores files as one UnixFS folder (profile unixfs-v1-2025); durable when it resolves. */
  putDirectory(files: readonly ContentFile[]): Promise<StoredDirectory>
  /** Stores one file; durable when it resolves. */
  putFile(bytes: Uint8Array): Promise<{ cid: string; bytes: number }>
  /** The CID a file would have. Nothing is stored. */
  cidOf(bytes: Uint8Array): Promise<string>
  /** What lies there, or null when nothing does. */
  stat(cid: string, path?: string): Promise<ContentStat | null>
  /** A file's bytes, in order. */
  read(cid: string, path?: string, range?: ByteRange): AsyncIterable<Uint8Array>
  /** A file's bytes at once; refuses files above `limit` bytes (default 64 MiB) with CONTENT_TOO_LARGE. */
  readAll(cid: string, path?: string, limit?: number): Promise<Uint8Array>
  /** One block as it is stored. */
  block(cid: string): Promise<Uint8Array>
  /** The whole DAG below a CID as a CARv1 stream, root first, no block twice. */
  car(cid: string): AsyncIterable<Uint8Array>
  /** Resolves when the store can be written and read; throws CONTENT_STORE_* when not. */
  check(): Promise<void>
  close(): Promise<void>
}

/** A finished picture as a record needs it. */
export type RecordedPicture = {
  generationId: string
  variation: number
  kind: GeneratedKind
  plan: Record<string, unknown>
  seed: string
  prompt: string
  engine: { name: string; version: string }
  /** Its folder in the content store; names as in `asset-files.ts`. */
  folder: string
  sha256: Hex
  renderSha256: Hex
  width: number
  height: number
  fingerprint: { bits: Hex; quality: number } | null
  metrics: Record<string, string>
  /** The model that came with it. */
  model: Pick<ModelFile, 'role' | 'sha256' | 'renderSha256'> | null
}

/** Finds a finished picture. Throws GENERATION_UNKNOWN and GENERATION_VARIATION_NOT_READY. */
export type FindPicture = (generationId: string, variation: number) => Promise<RecordedPicture>

/** How a picture came of earlier assets; null of what began with words alone. */
export type Lineage = { derivation: Derivation | null; inputs: ProvenanceCore['inputs'] }

/** Reads what a job's pictures come of, for an account that will own them. Throws GENERATION_SOURCE_FORBIDS and GENERATION_SOURCE_NOT_SHOWN. */
export type ReadLineage = (generationId: string, creator: Address) => Promise<Lineage>

/** Resolves while an account may build upon what a record names. Throws GENERATION_SOURCE_FORBIDS and GENERATION_SOURCE_UNKNOWN. */
export type CheckInputs = (inputs: ProvenanceCore['inputs'], creator: Address) => Promise<void>

/** Says whether an account signed typed data: its key, or its contract by ERC-1271. Throws CHAIN_UNAVAILABLE. */
export type CheckSignature = (account: Address, typedData: ReturnType<typeof provenanceTypedData>, signature: Hex) => Promise<boolean>

/** What a transaction would cost now; null when the chain cannot say. */
export type EstimateGas = (
  from: Address,
  transaction: { to: Address; data: Hex; value: bigint },
) => Promise<{ gas: bigint; gasPriceWei: bigint } | null>

/** Who shares the royalty of a token that others derive from; nobody where one account receives it. */
export type ReadPayees = (collection: Address, tokenId: bigint) => Promise<readonly Payee[]>

/** Keeps small secrets unreadable at rest; `context` must be the same to open. */
export type Sealer = { seal(plain: string, context: string): string; open(sealed: string, context: string): string }
