import { createRequire } from 'node:module'

const VERSION = '0.8.30'

type Edr = {
  addStatementCoverageInstrumentation(
    source: string,
    name: string,
    version: string,
  ): { source: string; metadata: { tag: Uint8Array; startUtf16: number; endUtf16: number }[] }
}
// Hardhat's own copy: no other counts by the tags that its reports have.
const ofHardhat = createRequire(import.meta.resolve('hardhat'))
const edr = ofHardhat('@nomicfoundation/edr') as Edr

/** A statement, between two UTF-16 units of its source, and the tag by which Hardhat's EVM tells that it was reached. */
export type Statement = { readonly tag: string; readonly start: number; readonly end: number }

/** A source that tells which of its statements are reached. */
export function instrument(source: string, name: string): { readonly source: string; readonly statements: readonly Statement[] } {
  const { source: text, metadata } = edr.addStatementCoverageInstrumentation(source, name, VERSION)
  const statements = metadata.map(({ tag, startUtf16, endUtf16 }) => ({
    tag: Buffer.from(tag).toString('hex'),
    start: startUtf16,
    end: endUtf16,
  }))
  return { source: text, statements }
}

/** The source that instrumented ones import. */
export function coverageLibrary(): { readonly filename: string; readonly content: string } {
  const { getCoverageLibrary } = ofHardhat('@nomicfoundation/edr/coverage') as {
    getCoverageLibrary(): { filename: string; content: string }
  }
  return getCoverageLibrary()
}
