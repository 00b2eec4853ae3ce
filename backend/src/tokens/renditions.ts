import { MODEL_MIME, type ModelFile, type ModelRole } from '@daedal/protocol/generation/model-file'
import type { ProvenanceCore } from '@daedal/protocol/provenance/core'
import type { Rendition } from '@daedal/protocol/tokens/api'
import { AppError } from '../errors.ts'
import type { AssetContent } from './read-asset.ts'

/** Typed files of an asset, the asset itself first. */
export function renditionsOf({ cid, metadata, envelope, files }: AssetContent): Rendition[] {
  const { asset: recorded } = envelope.core
  const { asset, thumbnail } = metadata
  const size = { width: recorded.dims.w, height: recorded.dims.h }
  const file = { cid: asset.cid, sha256: asset.sha256, bytes: asset.bytes, mime: asset.mime }
  const role = roleOf(recorded)
  return [
    { role, path: pathOf(cid, files, asset.cid), ...file, ...(role === 'image' ? size : {}) },
    ...(recorded.renditions ?? []).map(({ role, path, mime, payloadSha256 }): Rendition => {
      const stored = files[path]
      if (!stored) throw new AppError('CONTENT_NOT_FOUND', `${path} is not in ${cid}.`)
      return { role, path: `/ipfs/${cid}/${path}`, mime, sha256: payloadSha256, ...stored, ...(role === 'image' ? size : {}) }
    }),
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

/** The model of an asset with what its record says of it; null of what has none. */
export function modelOf(content: AssetContent): ModelFile | null {
  const { asset, quality } = content.envelope.core
  const found = renditionsOf(content).find(({ role }) => isModelRole(role))
  if (!found || !isModelRole(found.role)) return null
  const { role, path, cid, bytes, sha256 } = found
  const renderSha256 = asset.renditions?.find((rendition) => rendition.role === role)?.renderSha256 ?? asset.renderSha256
  const figure = (name: string) => (/^[0-9]{1,9}$/.test(quality.metrics[name] ?? '') ? Number(quality.metrics[name]) : 0)
  return { role, url: path, cid, bytes, sha256, renderSha256, triangles: figure('modelTriangles'), drawCalls: figure('modelDrawCalls') }
}

/** What the model is that a record names; null of pictures alone. */
export function modelRoleOf({ asset }: Pick<ProvenanceCore, 'asset'>): ModelRole | null {
  const roles = [roleOf(asset), ...(asset.renditions ?? []).map(({ role }) => role)]
  return roles.find(isModelRole) ?? null
}

const isModelRole = (role: Rendition['role']): role is ModelRole => role === 'model' || role === 'avatar' || role === 'world'

const roles: readonly [RegExp, Rendition['role']][] = [
  [/^image\//, 'image'],
  [/^model\//, 'model'],
  [/^audio\//, 'audio'],
  [/^application\/json/, 'card'],
]
const roleOf = ({ kind, mime }: ProvenanceCore['asset']): Rendition['role'] =>
  kind === 'world' && mime === MODEL_MIME ? 'world' : (roles.find(([pattern]) => pattern.test(mime))?.[1] ?? 'scene')

function pathOf(folder: string, files: AssetContent['files'], file: string): string {
  const name = Object.entries(files).find(([, { cid }]) => cid === file)?.[0]
  if (name === undefined) throw new AppError('CONTENT_NOT_FOUND', `${file} is not in ${folder}.`)
  return `/ipfs/${folder}/${encodeURIComponent(name)}`
}
