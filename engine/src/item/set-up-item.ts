import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import { createPrng } from '../math/prng.ts'
import type { Lamp, Part } from '../solid/render/part.ts'
import { type Bench, createBench, type Look } from './bench.ts'
import type { Pose } from './kind.ts'
import { KINDS } from './kinds.ts'
import { lookOf } from './look.ts'
import { proportioned, proportionedLamp, proportionedPose, proportionsOf } from './proportions.ts'

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
  if (kind.round) return { look, bench, pose }
  const scale = proportionsOf(createPrng(seed, 'item proportions'), pose)
  const parts = bench.parts.map((part) => proportioned(part, scale))
  const lamps = bench.lamps.map((lamp) => proportionedLamp(lamp, scale))
  return { look, bench: { ...bench, parts, lamps }, pose: proportionedPose(pose, scale) }
}
