import { sha256Hex } from '@daedal/protocol/provenance/core'
import { counted, type Finding, fail, notAssessed, pass } from './check.ts'
import type { Evidence } from './evidence.ts'
import { withRecord } from './with-record.ts'

/** The file in the folder is, byte for byte, the one the record was written about. */
export const checkAsset = (evidence: Evidence): Finding =>
  withRecord(evidence, ({ core, envelope }) => {
    const { file } = evidence
    if (envelope.asset.sha256 !== core.asset.payloadSha256)
      return fail(`the record names two files: ${envelope.asset.sha256} and ${core.asset.payloadSha256}`)
    if (file.bytes === null) return file.damaged ? notAssessed(file.why) : fail(file.why)
    const hash = sha256Hex(file.bytes)
    return hash === core.asset.payloadSha256
      ? pass(`${envelope.asset.path}, ${counted(file.bytes.length, 'byte')}, sha-256 ${hash}`)
      : fail(`${envelope.asset.path} hashes to ${hash}, the record says ${core.asset.payloadSha256}`)
  })
