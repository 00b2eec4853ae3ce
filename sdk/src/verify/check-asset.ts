import { sha256Hex } from '@daedal/protocol/provenance/core'
import { counted, type Finding, fail, notAssessed, pass } from './check.ts'
import { recordedFiles } from './decode-files.ts'
import type { Evidence } from './evidence.ts'
import { withRecord } from './with-record.ts'

/** The files in the folder are, byte for byte, the ones the record was written about. */
export const checkAsset = (evidence: Evidence): Finding =>
  withRecord(evidence, ({ core, envelope }) => {
    if (envelope.asset.sha256 !== core.asset.payloadSha256)
      return fail(`the record names two files: ${envelope.asset.sha256} and ${core.asset.payloadSha256}`)
    const findings = recordedFiles(evidence).map(({ path, payloadSha256, file }) => {
      if (file.bytes === null) return file.damaged ? notAssessed(file.why) : fail(file.why)
      const hash = sha256Hex(file.bytes)
      return hash === payloadSha256
        ? pass(`${path}, ${counted(file.bytes.length, 'byte')}, sha-256 ${hash}`)
        : fail(`${path} hashes to ${hash}, the record says ${payloadSha256}`)
    })
    // the worst says what is wrong; when all is well, all are told
    for (const state of ['fail', 'none'] as const) {
      const found = findings.filter((finding) => finding.state === state)
      const reading = found.map(({ reading }) => reading).join('; ')
      if (found.length > 0) return state === 'fail' ? fail(reading) : notAssessed(reading)
    }
    return pass(findings.map(({ reading }) => reading).join('; '))
  })
