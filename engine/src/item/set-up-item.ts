import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import { createPrng } from '../math/prng.ts'
import type { Lamp, Part } from '../solid/render/part.ts'
import { type Bench, createBench, type Look } from './bench.ts'
import type { Pose } from './kind.ts'
import { KINDS } from './kinds.ts'
import { lookOf } from './look.ts'
import { proportioned } from './proportions.ts'
import { several } from './several.ts'

/** An item as its kind built it: what a picture is drawn from, and a model. */
export type SetUpItem = {
  readonly look: Look
  readonly bench: Bench & { readonly parts: readonly Part[]; readonly lamps: readonly Lamp[] }
  readonly pose: Pose
}

export function setUpItem(plan: ItemPlan, seed: number): SetUpItem {
  const kind = KINDS[plan.item]
  const look = lookOf(plan, kind, seed)
  const bench = createBench(look, createPrng(seed, 'item shape'))
  const pose = kind.build(bench)
  const one = { parts: bench.parts, lamps: bench.lamps, pose }
  const own = kind.round ? one : proportioned(one, createPrng(seed, 'item proportions'))
  const { pose: shown, ...made } = plan.count === undefined || plan.count === 1 ? own : several(own, plan.count)
  return { look, bench: { ...bench, ...made }, pose: shown }
}
