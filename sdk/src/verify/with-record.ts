import { type Finding, fail, notAssessed } from './check.ts'
import type { Evidence } from './evidence.ts'
import type { SignedRecord } from './read-record.ts'

/** Judges with the record, or says that there is none. */
export function withRecord<T extends Finding | Promise<Finding>>(evidence: Evidence, judge: (record: SignedRecord) => T): T | Finding {
  const { record, why } = evidence.record
  return record ? judge(record) : notAssessed(`there is no record to judge: ${why}`)
}

/** A file that is no record fails here, in one place; a damaged one has failed as a block. */
export const recordFailure = ({ record }: Evidence): Finding | null =>
  record.record === null ? (record.malformed ? fail(record.why) : notAssessed(record.why)) : null
