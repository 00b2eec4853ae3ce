import { type Finding, notAssessed } from './check.ts'
import type { Evidence } from './evidence.ts'
import { withRecord } from './with-record.ts'

/** Content Credentials (C2PA): the record says whether the file carries a manifest; this verifier reads none. */
export const checkC2pa = (evidence: Evidence): Finding =>
  withRecord(evidence, ({ envelope: { c2pa } }) =>
    notAssessed(
      c2pa ? `${c2pa.mode}, signed by certificate ${c2pa.signerCertSha256}; not read by this verifier` : 'the file carries no manifest',
    ),
  )
