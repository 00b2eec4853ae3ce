import { coreHashOf } from '@daedal/protocol/provenance/core'
import { type Finding, fail, pass, weak } from './check.ts'
import type { Evidence } from './evidence.ts'
import { recordFailure, withRecord } from './with-record.ts'

/** The record's core has the hash that the record states (RFC 8785, sha-256). */
export function checkCore(evidence: Evidence): Finding {
  const failure = recordFailure(evidence)
  if (failure) return failure
  return withRecord(evidence, ({ envelope, core, canonical }) => {
    const hash = coreHashOf(core)
    if (hash !== envelope.coreHash) return fail(`the core hashes to ${hash}, the record says ${envelope.coreHash}`)
    if (!canonical) return weak(`${hash}; the file is not in canonical form, another reader may see other values`)
    return pass(hash)
  })
}
