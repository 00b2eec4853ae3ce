import { parseAccountDid } from '@daedal/protocol/chains/caip'
import { coreHashOf } from '@daedal/protocol/provenance/core'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { type Finding, fail, pass } from './check.ts'
import type { Evidence } from './evidence.ts'
import { withRecord } from './with-record.ts'

/** The id that was asked for is keccak-256 of creator and core hash: it can belong to no other record. */
export const checkToken = (evidence: Evidence): Finding =>
  withRecord(evidence, ({ core }) => {
    const creator = parseAccountDid(core.creator)?.address
    if (!creator) return fail(`the record names no creator that can be read: ${core.creator}`)
    const id = tokenIdOf(creator, coreHashOf(core))
    return id === evidence.asset.tokenId
      ? pass(`keccak-256(creator, core hash) = ${id}`)
      : fail(`creator and record make ${id}, asked for was ${evidence.asset.tokenId}`)
  })
