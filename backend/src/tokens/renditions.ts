import type { Rendition } from '@daedal/protocol/tokens/api'
import { AppError } from '../errors.ts'
import type { AssetContent } from './read-asset.ts'

/** Typed files of an asset, the asset itself first. */
export function renditionsOf({ cid, metadata, envelope, files }: AssetContent): Rendition[] {
  const { dims } = envelope.core.asset
  const { asset, thumbnail } = metadata
  const file = { cid: asset.cid, sha256: asset.sha256, bytes: asset.bytes, mime: asset.mime }
  const role = roleOf(asset.mime)
  return [
    { role, path: pathOf(cid, files, asset.cid), ...file, ...(role === 'image' ? { width: dims.w, height: dims.h } : {}) },
    {
      role: 'thumbnail',
      path: pathOf(cid, files, thumbnail.cid),
      mime: thumbnail.mime,
      cid: thumbnail.cid,
      sha256: thumbnail.sha256,
      bytes: thumbnail.bytes,
    },
  ]
}

const roles: readonly [RegExp, Rendition['role']][] = [
  [/^image\//, 'image'],
  [/^model\//, 'model'],
  [/^audio\//, 'audio'],
  [/^application\/json/, 'card'],
]
const roleOf = (mime: string): Rendition['role'] => roles.find(([pattern]) => pattern.test(mime))?.[1] ?? 'scene'

function pathOf(folder: string, files: AssetContent['files'], file: string): string {
  const name = Object.entries(files).find(([, { cid }]) => cid === file)?.[0]
  if (name === undefined) throw new AppError('CONTENT_NOT_FOUND', `${file} is not in ${folder}.`)
  return `/ipfs/${folder}/${encodeURIComponent(name)}`
}
