import type { Generation, UnderstandAnswer, Variation } from '@daedal/protocol/generation/api'
import { modelPaths } from '@daedal/protocol/generation/model-file'
import { AppError } from '../errors.ts'
import { picturePathOf, THUMBNAIL_PATH } from '../provenance/asset-files.ts'
import type { Sealer } from './ports.ts'
import type { ProgressBoard } from './progress-board.ts'
import type { ShowOrigin } from './show-origin.ts'
import { sealContext } from './start-generation.ts'
import type { GenerationRecord, GenerationStore, VariationRow } from './store.ts'

export type ReadGenerationDeps = { store: GenerationStore; sealer: Sealer; board: ProgressBoard; showOrigin: ShowOrigin }

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Reads a job as its requester sees it. The id is a secret of 122 bits: who has it may read. Throws GENERATION_UNKNOWN. */
export function createReadGeneration({ store, sealer, board, showOrigin }: ReadGenerationDeps) {
  /** What is stored, with its place in the queue. */
  async function load(id: string): Promise<Generation> {
    const job = idPattern.test(id) ? await store.find(id) : null
    if (!job) throw new AppError('GENERATION_UNKNOWN', `There is no job ${JSON.stringify(id.slice(0, 64))}.`)
    const queuedBefore = job.state === 'queued' ? await store.queuedBefore(job) : 0
    return viewOf(job, openSealed(sealer, job), { queuedBefore, from: await showOrigin(job.origin) })
  }

  /** The same with what this process knows of the drawing that goes on. */
  function withProgress(generation: Generation): Generation {
    const live = board.of(generation.id)
    if (!live) return generation
    return {
      ...generation,
      variations: generation.variations.map((variation) => {
        const known = live.get(variation.index)
        return known && variation.state === 'running' ? { ...variation, progress: known.fraction, stage: known.stage } : variation
      }),
    }
  }

  return { load, withProgress, read: async (id: string) => withProgress(await load(id)) }
}
export type ReadGeneration = ReturnType<typeof createReadGeneration>

type Private = { prompt: string; understanding: Omit<UnderstandAnswer, 'plan'> }

/** The sealed part of a job: what was typed, and what became of each word. */
export const openSealed = (sealer: Sealer, job: { id: string; sealed: string }): Private =>
  JSON.parse(sealer.open(job.sealed, sealContext(job.id))) as Private

function viewOf(
  job: GenerationRecord,
  { prompt, understanding }: Private,
  { queuedBefore, from }: Pick<Generation, 'queuedBefore' | 'from'>,
): Generation {
  return {
    id: job.id,
    state: job.state,
    prompt,
    kind: job.kind,
    understanding: { ...understanding, plan: job.plan },
    engine: { name: job.engineName, version: job.engineVersion },
    from,
    variations: job.variations.map(variationOf),
    queuedBefore,
    error: errorOf(job),
    createdAt: job.createdAt.toISOString(),
  }
}

function variationOf(row: VariationRow): Variation {
  return {
    index: row.index,
    seed: row.seed,
    state: row.state,
    progress: row.progress / 1_000,
    stage: row.stage,
    milliseconds: row.milliseconds,
    image: row.folder && `/ipfs/${row.folder}/${picturePathOf(row.model?.role)}`,
    thumbnail: row.folder && `/ipfs/${row.folder}/${THUMBNAIL_PATH}`,
    cid: row.cid,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    sha256: row.sha256 as Variation['sha256'],
    renderSha256: row.renderSha256 as Variation['renderSha256'],
    fingerprint: row.fingerprint as Variation['fingerprint'],
    palette: row.palette ?? [],
    metrics: row.metrics ?? {},
    model: row.model && { ...row.model, url: `/ipfs/${row.folder}/${modelPaths[row.model.role]}` },
    nearest: row.nearestAsset !== null && row.nearestDistance !== null ? { asset: row.nearestAsset, distance: row.nearestDistance } : null,
    error: errorOf(row),
  }
}

const errorOf = (row: { errorCode: string | null; errorDetail: string | null }) =>
  row.errorCode === null ? null : { code: row.errorCode, detail: row.errorDetail ?? '' }
