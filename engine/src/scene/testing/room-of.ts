import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import { briefOf } from '../brief.ts'
import { FAMILIES } from '../families.ts'
import { createStreams } from '../streams.ts'
import { isSeen } from '../thing/seen-spots.ts'
import { plainPlan } from './plain-plan.ts'

/** What pictures may measure: a spot must be seen in each. */
const FORMATS = [
  { w: 768, h: 768 },
  { w: 1536, h: 864 },
]

/** Grounds of the spots that a composition has under a seed in pictures of every format; a ground that is there twice stands twice. */
export function roomUnder(seed: number, family: SceneFamily, composition: string): string[] {
  const plan = plainPlan({ family, composition, time: 'any', weather: 'any', density: 'any' })
  const streams = createStreams(seed, `scene ${family}`)
  const brief = briefOf(plan, FAMILIES[family], seed, streams, () => {})
  const { spots, camera } = FAMILIES[family].compositions[composition]!.build(brief, streams)
  for (const { radius } of spots) if (!(radius > 0)) throw new Error(`a spot of ${family} ${composition} has the radius ${radius}`)
  return spots.filter((spot) => FORMATS.every((size) => isSeen(spot, camera, size))).map(({ ground }) => ground)
}

/** What two lists have in common, as often as both have it. */
export function shared(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b]
  return a.filter((ground) => {
    const at = left.indexOf(ground)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
