import { MODEL_LIMIT, modelPaths } from '@daedal/protocol/generation/model-file'
import { sha256Hex } from '@daedal/protocol/provenance/core'
import { AppError } from '../errors.ts'
import { picturePathOf, THUMBNAIL_PATH } from '../provenance/asset-files.ts'
import type { ContentStore } from '../provenance/ports.ts'
import type { BuiltModel, Draughtsman, NearestAsset, PictureEncoder } from './ports.ts'
import type { ProgressBoard } from './progress-board.ts'
import type { GenerationRecord, GenerationStore, VariationRow } from './store.ts'
import type { StoredModel } from './tables.ts'

/** Name of the job kind. */
export const GENERATION_JOB = 'generation'

/** Failures after which another try has a chance; the rest fail the picture at once. */
const passing = new Set(['DATABASE_UNAVAILABLE', 'CONTENT_STORE_UNAVAILABLE'])

/** How often a running job looks whether it was cancelled elsewhere, and tells other processes how far it is. */
const TICK_MS = 1_000

export type RunGenerationDeps = {
  store: GenerationStore
  draughtsman: Draughtsman
  encode: PictureEncoder
  content: Pick<ContentStore, 'putDirectory'>
  nearest: NearestAsset
  board: ProgressBoard
  now(): Date
}

/**
 * Makes the open pictures of a job, each with its model. May be run again at any point: finished pictures are kept, and a picture that is
 * drawn a second time is the same one.
 */
export function createRunGeneration({ store, draughtsman, encode, content, nearest, board, now }: RunGenerationDeps) {
  async function draw(job: GenerationRecord, variation: VariationRow, signal: AbortSignal) {
    await store.beginPicture(job.id, variation.index)
    board.changed(job.id)
    const drawing = await draughtsman.draw(
      { plan: job.plan, seed: Number(variation.seed) },
      { signal, onProgress: (progress) => board.progress(job.id, variation.index, progress) },
    )
    const { model } = drawing
    if (model && model.glb.length > MODEL_LIMIT)
      throw new AppError('GENERATION_MODEL_TOO_LARGE', `The model has ${model.glb.length} bytes, ${MODEL_LIMIT} are kept at most.`)
    const { png, thumbnail } = await encode(drawing)
    const picturePath = picturePathOf(model?.role)
    const folder = await content.putDirectory([
      { path: picturePath, bytes: png },
      ...(model ? [{ path: modelPaths[model.role], bytes: model.glb }] : []),
      { path: THUMBNAIL_PATH, bytes: thumbnail },
    ])
    const cidOf = (path: string) => {
      const file = folder.files.find((candidate) => candidate.path === path)
      if (!file) throw new AppError('SERVER_FAILED', `The content store did not keep ${path}.`)
      return file.cid
    }
    await store.finishPicture(job.id, variation.index, {
      milliseconds: drawing.milliseconds,
      folder: folder.cid,
      cid: cidOf(picturePath),
      thumbnailCid: cidOf(THUMBNAIL_PATH),
      bytes: png.length,
      width: drawing.width,
      height: drawing.height,
      sha256: sha256Hex(png),
      renderSha256: drawing.renderSha256,
      fingerprint: drawing.fingerprint.bits,
      fingerprintQuality: drawing.fingerprint.quality,
      palette: drawing.palette,
      metrics: drawing.metrics,
      nearest: await nearest(drawing.fingerprint.bits),
      model: model && storedModel(model, cidOf(modelPaths[model.role])),
    })
    board.changed(job.id)
  }

  return async ({ id, signal, last }: { id: string; signal: AbortSignal; last: boolean }): Promise<void> => {
    const job = await store.begin(id)
    if (!job) return
    const cancelled = new AbortController()
    board.open(id, () => cancelled.abort())
    const stop = AbortSignal.any([signal, cancelled.signal])
    const ticking = setInterval(() => void tick().catch(() => undefined), TICK_MS)
    const tick = async () => {
      // A database that does not answer now is noticed by the next write that matters.
      if ((await store.stateOf(id)) !== 'running') return cancelled.abort()
      for (const [index, { fraction, stage }] of board.of(id) ?? []) await store.noteProgress(id, index, fraction, stage)
    }
    try {
      const open = job.variations.filter(({ state }) => state === 'queued' || state === 'running')
      const results = await Promise.allSettled(
        open.map((variation) =>
          draw(job, variation, stop).catch(async (error: unknown) => {
            if (cancelled.signal.aborted) return
            if (signal.aborted) throw error
            if (error instanceof AppError ? passing.has(error.code) && !last : !last) throw error
            const [code, detail] =
              error instanceof AppError ? [error.code, error.message] : ['SERVER_FAILED', 'The picture could not be kept.']
            await store.failPicture(id, variation.index, code, detail)
            board.changed(id)
            if (!(error instanceof AppError)) throw error
          }),
        ),
      )
      if (!cancelled.signal.aborted) await store.finish(id, now())
      const failure = results.find((result) => result.status === 'rejected')
      if (failure) throw failure.reason
    } finally {
      clearInterval(ticking)
      board.close(id)
    }
  }
}

const storedModel = ({ glb, ...model }: BuiltModel, cid: string): StoredModel => ({
  ...model,
  cid,
  bytes: glb.length,
  sha256: sha256Hex(glb),
})
