import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import * as current from './engine.ts'
import type { Made } from './make.ts'
import type { RenderOptions } from './render-options.ts'
import { ENGINE_VERSION } from './version.ts'

/** What makes plans of one version. A plan that `parsePlan` has read is one that `make` of the same engine can make. */
export type Engine = {
  /** Throws `PlanInvalid`. */
  parsePlan(json: unknown): GenerationPlan
  make(plan: GenerationPlan, seed: number, options?: RenderOptions): Made
}

/** Earlier versions, each one file that never changes: see `scripts/release-engine.ts`. */
const RELEASES: Readonly<Record<string, () => Promise<Engine>>> = {
  // made pictures only
  '1.0.0': async () => {
    const { parsePlan, render } = await import('../releases/1.0.0.mjs')
    return {
      parsePlan,
      make: (plan, seed, options) => ({ picture: render(plan as Parameters<typeof render>[0], seed, options), model: null }),
    }
  },
}

/** The engine of a version; null when there is none here. A released one is loaded when it is asked for. */
export async function engineOf(version: string): Promise<Engine | null> {
  if (version === ENGINE_VERSION) return current
  return Object.hasOwn(RELEASES, version) ? RELEASES[version]!() : null
}

/** Versions that were released, the oldest first. */
export const releasedVersions: readonly string[] = Object.keys(RELEASES)
