import { AppError } from '../errors.ts'
import type { FindPicture } from '../provenance/ports.ts'
import type { Sealer } from './ports.ts'
import { openSealed } from './read-generation.ts'
import type { GenerationStore } from './store.ts'

/** Finds a finished picture with what its record will say. */
export const createFindPicture =
  ({ store, sealer }: { store: GenerationStore; sealer: Sealer }): FindPicture =>
  async (generationId, variation) => {
    const job = await store.find(generationId)
    if (!job) throw new AppError('GENERATION_UNKNOWN', `There is no job ${JSON.stringify(generationId.slice(0, 64))}.`)
    const row = job.variations.find(({ index }) => index === variation)
    if (row?.state !== 'done')
      throw new AppError('GENERATION_VARIATION_NOT_READY', `Variation ${variation} of ${job.id} is ${row?.state ?? 'not there'}.`)
    const { folder, sha256, renderSha256, width, height } = row
    if (folder === null || sha256 === null || renderSha256 === null || width === null || height === null)
      throw new Error(`The finished variation ${variation} of ${job.id} is incomplete.`)
    return {
      generationId: job.id,
      variation,
      kind: job.kind,
      plan: job.plan,
      seed: row.seed,
      prompt: openSealed(sealer, job).prompt,
      engine: { name: job.engineName, version: job.engineVersion },
      folder,
      sha256: sha256 as `0x${string}`,
      renderSha256: renderSha256 as `0x${string}`,
      width,
      height,
      fingerprint:
        row.fingerprint === null || row.fingerprintQuality === null
          ? null
          : { bits: row.fingerprint as `0x${string}`, quality: row.fingerprintQuality },
      metrics: row.metrics ?? {},
      model: row.model,
    }
  }
