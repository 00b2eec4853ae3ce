import { parseTokenRef } from '@daedal/protocol/chains/caip'
import type { PromptOpening } from '@daedal/protocol/provenance/commitment'
import type { Hex } from 'viem'
import type { Check, CheckId, Finding, Verdict } from './verify/check.ts'
import { checkAsset } from './verify/check-asset.ts'
import { checkBinding } from './verify/check-binding.ts'
import { checkBlocks } from './verify/check-blocks.ts'
import { checkC2pa } from './verify/check-c2pa.ts'
import { checkCore } from './verify/check-core.ts'
import { checkEngine, matchEngine } from './verify/check-engine.ts'
import { checkLabel } from './verify/check-label.ts'
import { checkMetadata } from './verify/check-metadata.ts'
import { checkOwner } from './verify/check-owner.ts'
import { checkParents, type VerifyParent } from './verify/check-parents.ts'
import { checkPixels } from './verify/check-pixels.ts'
import { checkPrompt } from './verify/check-prompt.ts'
import { checkRegeneration } from './verify/check-regeneration.ts'
import { checkRoot } from './verify/check-root.ts'
import { checkSignature } from './verify/check-signature.ts'
import { checkTerms } from './verify/check-terms.ts'
import { checkToken } from './verify/check-token.ts'
import { decodeFiles } from './verify/decode-files.ts'
import type { Evidence } from './verify/evidence.ts'
import { type ContentSource, gatherEvidence } from './verify/gather-evidence.ts'
import { type ReachedProof, reachedProof } from './verify/reached-proof.ts'
import { remake } from './verify/remake.ts'
import { refuseCancelled, VerifyFailed } from './verify/verify-failed.ts'
import { verifyParents } from './verify/verify-parents.ts'

export type { Check, CheckId } from './verify/check.ts'
export type { ContentSource } from './verify/gather-evidence.ts'

export type VerifyOptions = {
  /** CAIP-19: `eip155:<chain>/erc721:<contract>/<token id>`, or `erc1155` of an edition. */
  assetId: string
  source: ContentSource
  /** JSON-RPC of the asset's chain. Without it what only the chain knows is not assessed. */
  chain?: { rpcUrl: string } | null
  /** Opens the prompt's commitment. */
  opening?: PromptOpening
  /** Digest of this copy's engine sources; a caller that can read them tells it. */
  engineCodeSha256?: Hex
  signal?: AbortSignal
  fetch?: typeof fetch
}

/** What a verification came to. `proof` is the rung that this run reached by itself, null when less than the maker's claim held. */
export type Verification = { assetId: string; cid: string; checks: Check[]; counts: Record<Verdict, number>; proof: ReachedProof | null }

/**
 * Verifies an asset from its blocks up: chain, content, record, signature, pixels and vertices, and the making itself. `onCheck` hears each
 * check when it begins, while it goes on, and once with its end. A damaged or forged asset is a failed check; the promise
 * rejects with {@link VerifyFailed} only when the verification itself could not be carried out.
 */
export async function verifyAsset(options: VerifyOptions, onCheck: (check: Check) => void = () => {}): Promise<Verification> {
  const asset = parseTokenRef(options.assetId)
  if (!asset)
    throw new VerifyFailed('TOKENS_ASSET_ID_MALFORMED', `${JSON.stringify(options.assetId)} is not eip155:<chain>/erc721:<contract>/<id>.`)
  const { signal, source } = options
  refuseCancelled(signal)
  const rpcUrl = options.chain?.rpcUrl ?? null
  const gather = { source, rpcUrl, signal, fetch: options.fetch, engineCodeSha256: options.engineCodeSha256 ?? null }
  const onStep = (id: CheckId, reading: string) => onCheck({ id, state: 'checking', reading })
  const evidence = await gatherEvidence({ ...gather, asset, opening: options.opening ?? null, onStep })
  const parents = source.kind === 'gateway' ? verifyParents({ ...gather, first: asset }) : null
  return judge(options, evidence, parents, onCheck)
}

async function judge(
  options: VerifyOptions,
  evidence: Evidence,
  parents: VerifyParent | null,
  onCheck: (check: Check) => void,
): Promise<Verification> {
  const { signal } = options
  const checks: Check[] = []
  const make = async (id: CheckId, check: () => Finding | Promise<Finding>) => {
    refuseCancelled(signal)
    onCheck({ id, state: 'checking', reading: '' })
    const done = { id, ...(await check()) }
    checks.push(done)
    onCheck(done)
  }
  await make('root', () => checkRoot(evidence))
  await make('blocks', () => checkBlocks(evidence))
  await make('core', () => checkCore(evidence))
  await make('token', () => checkToken(evidence))
  await make('binding', () => checkBinding(evidence))
  await make('signature', () => checkSignature(evidence))
  await make('asset', () => checkAsset(evidence))
  await make('metadata', () => checkMetadata(evidence))
  await make('label', () => checkLabel(evidence))
  await make('terms', () => checkTerms(evidence))
  await make('owner', () => checkOwner(evidence))
  await make('prompt', () => checkPrompt(evidence))
  await make('parents', () => checkParents(evidence, parents))
  await make('c2pa', () => checkC2pa(evidence))
  const files = await decodeFiles(evidence)
  const match = matchEngine(evidence)
  // what is made again is needed for the first of these already
  for (const id of ['pixels', 'engine', 'regeneration'] as const) onCheck({ id, state: 'checking', reading: '' })
  const onProgress = progressOf((reading) => onCheck({ id: 'regeneration', state: 'checking', reading }))
  const remade = remake(evidence, match, { signal, onProgress })
  await make('pixels', () => checkPixels(evidence, files, remade))
  await make('engine', () => checkEngine(evidence, match))
  await make('regeneration', () => checkRegeneration(evidence, files, match, remade))
  const counts = { pass: 0, weak: 0, none: 0, fail: 0 }
  for (const { state } of checks) if (state !== 'checking') counts[state] += 1
  return { assetId: options.assetId, cid: evidence.cid, checks, counts, proof: reachedProof(checks) }
}

const PROGRESS_STEP_MS = 150

/** Tells the share done as text, a few times a second. */
function progressOf(tell: (reading: string) => void): (fraction: number) => void {
  let told = 0
  return (fraction) => {
    const now = performance.now()
    if (now - told < PROGRESS_STEP_MS) return
    told = now
    tell(`${Math.floor(fraction * 100)} % made`)
  }
}
