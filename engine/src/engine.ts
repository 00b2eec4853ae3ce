import { ENGINE_VERSION } from './version.ts'

export { parsePlan } from '@daedal/protocol/generation/plan'
export { type Derived, type DeriveRequest, derivePlan, type MadeBefore } from './derive/derive-plan.ts'
export { fitNames } from './derive/fit-plan.ts'
export { mixPlans, SourcesDiffer } from './derive/mix-plans.ts'
export { restylePlan } from './derive/restyle-plan.ts'
export { settlePlan } from './derive/settle-plan.ts'
export { upgradePlan } from './derive/upgrade-plan.ts'
export { describePlan as describe } from './describe/describe-plan.ts'
export { make, render } from './make.ts'
export type { RenderOptions } from './render-options.ts'
export { seedsOf } from './seeds-of.ts'
export { understand } from './understanding/understand.ts'

/** Who made a picture or model; part of its provenance. */
export const ENGINE = { name: 'daedal', version: ENGINE_VERSION } as const
