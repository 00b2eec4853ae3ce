import { ENGINE } from '@daedal/engine/engine'
import { releasedVersions } from '@daedal/engine/engine-of'
import { type Finding, notAssessed, pass, weak } from './check.ts'
import type { Evidence } from './evidence.ts'
import { withRecord } from './with-record.ts'

/** How this copy's engine compares with the recorded one. */
export type EngineMatch = 'same code' | 'other code' | 'same version' | 'released' | 'other version' | 'none'

/** Compares by version, and by the digest of the sources where both are known. */
export function matchEngine({ record: { record }, engineCodeSha256 }: Evidence): EngineMatch {
  const recorded = record?.core.generation.engine
  if (!recorded) return 'none'
  if (recorded.name !== ENGINE.name) return 'other version'
  if (recorded.version !== ENGINE.version) return releasedVersions.includes(recorded.version) ? 'released' : 'other version'
  if (!recorded.codeSha256 || !engineCodeSha256) return 'same version'
  return recorded.codeSha256 === engineCodeSha256 ? 'same code' : 'other code'
}

/** Whether this copy has the engine that drew the asset. */
export const checkEngine = (evidence: Evidence, match: EngineMatch): Finding =>
  withRecord(evidence, ({ core }) => {
    const { engine, method } = core.generation
    if (!engine) return notAssessed(`made by ${method}, without an engine that could be run here`)
    const recorded = `${engine.name} ${engine.version}`
    switch (match) {
      case 'same code':
        return pass(`${recorded}, code ${engine.codeSha256}`)
      case 'same version':
        return weak(`${recorded}, as here; ${engine.codeSha256 ? 'this copy cannot hash its own code' : 'the record names no code digest'}`)
      case 'other code':
        return weak(`${recorded}, as here, with other code: recorded ${engine.codeSha256}, here ${evidence.engineCodeSha256}`)
      case 'released':
        return weak(`${recorded}, an earlier version that is kept here; its record names the code it was made of, not this copy`)
      default:
        return notAssessed(
          `recorded ${recorded}, here ${ENGINE.name} ${ENGINE.version}${engine.bundleCid ? `; the recorded one is kept at ipfs://${engine.bundleCid}` : ''}`,
        )
    }
  })
