import * as current from './engine.ts'
import { ENGINE_VERSION } from './version.ts'

/** What draws plans of one version. A plan that `parsePlan` of the same engine has read is one that `render` can draw. */
export type Engine = Pick<typeof current, 'parsePlan' | 'render'>

/** Earlier versions, each one file that never changes: see `scripts/release-engine.ts`. */
const RELEASES: Readonly<Record<string, () => Promise<Engine>>> = {
  '1.0.0': () => import('../releases/1.0.0.mjs'),
}

/** The engine of a version; null when there is none here. A released one is loaded when it is asked for. */
export async function engineOf(version: string): Promise<Engine | null> {
  if (version === ENGINE_VERSION) return current
  return Object.hasOwn(RELEASES, version) ? RELEASES[version]!() : null
}

/** Versions that were released, the oldest first. */
export const releasedVersions: readonly string[] = Object.keys(RELEASES)
