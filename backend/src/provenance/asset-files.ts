import type { ModelRole } from '@daedal/protocol/generation/model-file'
import { MODEL_MIME, modelPaths } from '@daedal/protocol/generation/model-file'
import type { CoreRendition, ProvenanceCore } from '@daedal/protocol/provenance/core'
import type { RecordedPicture } from './ports.ts'

/** The small picture for cards. */
export const THUMBNAIL_PATH = 'thumb.webp'

/** Name of the picture in its folder: a world is itself the asset, its picture a still of it. */
export const picturePathOf = (model: ModelRole | undefined): string => (model === 'world' ? 'still.png' : 'asset.png')

type RecordedFiles = Pick<ProvenanceCore['asset'], 'mime' | 'payloadSha256' | 'renderSha256' | 'renditions'>

/** What a record says of an asset's files: of a picture, its model beside it; of a world, its still beside it. */
export function recordedFiles({ sha256, renderSha256, model }: Pick<RecordedPicture, 'sha256' | 'renderSha256' | 'model'>): RecordedFiles {
  const picture = { mime: 'image/png', payloadSha256: sha256, renderSha256 }
  if (!model) return picture
  const built = { mime: MODEL_MIME, payloadSha256: model.sha256, renderSha256: model.renderSha256 }
  return model.role === 'world'
    ? { ...built, renditions: [{ role: 'image', path: picturePathOf('world'), ...picture }] }
    : { ...picture, renditions: [{ role: model.role, path: modelPaths[model.role], ...built }] }
}

/** The asset's own file in its folder. */
export const assetPathOf = ({ asset }: Pick<ProvenanceCore, 'asset'>): string =>
  asset.mime === MODEL_MIME ? modelPaths.world : 'asset.png'

/** The picture of an asset that has one: the asset itself, or a still of it. */
export const pictureOf = (core: Pick<ProvenanceCore, 'asset'>): string =>
  core.asset.renditions?.find(({ role }) => role === 'image')?.path ?? assetPathOf(core)

/** The model of an asset that has one: the asset itself, or beside it. */
export const modelOf = (core: Pick<ProvenanceCore, 'asset'>): string | null =>
  core.asset.mime === MODEL_MIME ? assetPathOf(core) : (core.asset.renditions?.find(isModel)?.path ?? null)

/** Whether a file can be loaded and seen from all sides. */
export const isModel = ({ role }: CoreRendition): boolean => role !== 'image'
