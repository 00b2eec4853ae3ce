import { canonicalBytes, type ProvenanceCore, parseCore } from '@daedal/protocol/provenance/core'
import { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import { Check, Errors } from 'typebox/value'
import type { Folder } from './open-folder.ts'

const RECORD_LIMIT = 1 << 20

/** `provenance.json` as it was read. `canonical` tells whether its bytes are the one form (RFC 8785) it may have. */
export type SignedRecord = { envelope: ProvenanceEnvelope; core: ProvenanceCore; canonical: boolean }

/** The record, or why there is none. `malformed` is true when the file is whole and not a record. */
export type RecordRead = { record: SignedRecord; why: null } | { record: null; why: string; malformed: boolean }

/** Reads and validates the record of a folder. */
export async function readRecord(folder: Folder): Promise<RecordRead> {
  const file = await folder.read('provenance.json', RECORD_LIMIT)
  if (file.bytes === null) return { record: null, why: file.why, malformed: !file.damaged }
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes))
    if (!Check(ProvenanceEnvelope, json)) {
      const [first] = Errors(ProvenanceEnvelope, json)
      throw new Error(`${first?.instancePath || '/'} ${first?.message ?? 'does not match the schema'}`)
    }
    const core = parseCore(json.core)
    const canonical = equal(canonicalBytes(json), file.bytes)
    return { record: { envelope: json, core, canonical }, why: null }
  } catch (cause) {
    return { record: null, why: `provenance.json is not a record: ${(cause as Error).message}`, malformed: true }
  }
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])
