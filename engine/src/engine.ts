import { ENGINE_VERSION } from './version.ts'

export { parsePlan } from '@daedal/protocol/generation/plan'
export { describePlan as describe } from './describe/describe-plan.ts'
export { make, render } from './make.ts'
export type { RenderOptions } from './render-options.ts'
export { seedsOf } from './seeds-of.ts'
export { understand } from './understanding/understand.ts'

/** Who made a picture or model; part of its provenance. */
export const ENGINE = { name: 'daedal', version: ENGINE_VERSION } as const
