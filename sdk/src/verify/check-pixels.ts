import { sha256Hex } from '@daedal/protocol/provenance/core'
import { counted, type Finding, fail, notAssessed, pass } from './check.ts'
import type { Evidence } from './evidence.ts'
import { type Pixels, readPixels } from './read-png.ts'
import { withRecord } from './with-record.ts'

/** The pixels of the asset's file, or why there are none. */
export type PixelsRead = { pixels: Pixels; why: null } | { pixels: null; why: string; malformed: boolean }

/** Decodes the asset's file once for the checks that need its pixels. */
export async function decodeAsset({ file, record: { record } }: Evidence): Promise<PixelsRead> {
  if (!record) return { pixels: null, why: 'there is no record to judge', malformed: false }
  const { mime, dims } = record.core.asset
  if (mime !== 'image/png') return { pixels: null, why: `${mime} is not decoded here`, malformed: false }
  if (file.bytes === null) return { pixels: null, why: file.why, malformed: false }
  try {
    return { pixels: await readPixels(file.bytes, dims), why: null }
  } catch (cause) {
    return { pixels: null, why: `the picture cannot be decoded: ${(cause as Error).message}`, malformed: true }
  }
}

/** The picture that a viewer sees is the one that was drawn, whatever its file was packed with. */
export const checkPixels = (evidence: Evidence, { pixels, ...read }: PixelsRead): Finding =>
  withRecord(evidence, ({ core }) => {
    if (pixels === null) return 'malformed' in read && read.malformed ? fail(read.why as string) : notAssessed(read.why as string)
    const hash = sha256Hex(pixels.rgba)
    return hash === core.asset.renderSha256
      ? pass(`${counted(pixels.width * pixels.height, 'pixel')}, sha-256 ${hash}`)
      : fail(`the pixels hash to ${hash}, the record says ${core.asset.renderSha256}`)
  })
