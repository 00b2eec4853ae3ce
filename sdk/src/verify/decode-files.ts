import { MODEL_MIME } from '@daedal/protocol/generation/model-file'
import type { Hex } from 'viem'
import type { Evidence } from './evidence.ts'
import { type OpenedModel, openModel } from './open-model.ts'
import { type Pixels, readPixels } from './read-png.ts'

/** A file of the asset and what it decodes to, or why it does not. */
export type DecodedFile = { path: string; renderSha256: Hex; bytes: Uint8Array | null } & (
  | { kind: 'picture'; pixels: Pixels }
  | { kind: 'model'; model: OpenedModel }
  | { kind: 'none'; why: string; malformed: boolean }
)

/** The asset's own file, then its further ones, as the record names them. */
export function recordedFiles({ record: { record }, file, further }: Evidence) {
  if (!record) return []
  const { asset } = record.core
  return [{ ...asset, path: record.envelope.asset.path, file }, ...further.map(({ rendition, file }) => ({ ...rendition, file }))]
}

/** Decodes the asset's files once for the checks that need their pixels and vertices. */
export async function decodeFiles(evidence: Evidence): Promise<DecodedFile[]> {
  const dims = evidence.record.record?.core.asset.dims
  return Promise.all(
    recordedFiles(evidence).map(async ({ path, mime, renderSha256, file }): Promise<DecodedFile> => {
      const named = { path, renderSha256, bytes: file.bytes }
      const none = (why: string, malformed: boolean): DecodedFile => ({ ...named, kind: 'none', why, malformed })
      if (mime !== 'image/png' && mime !== MODEL_MIME) return none(`${mime} is not decoded here`, false)
      if (file.bytes === null || !dims) return none(file.why ?? '', false)
      try {
        return mime === MODEL_MIME
          ? { ...named, kind: 'model', model: openModel(file.bytes) }
          : { ...named, kind: 'picture', pixels: await readPixels(file.bytes, dims) }
      } catch (cause) {
        return none(`${mime === MODEL_MIME ? 'the model' : 'the picture'} cannot be decoded: ${(cause as Error).message}`, true)
      }
    }),
  )
}
