import {
  type AvatarPlan,
  avatarBeards,
  avatarBeings,
  avatarClothes,
  avatarFeatures,
  avatarHairs,
  avatarHeadwear,
} from '@daedal/protocol/generation/avatar-plan'
import { expect, test } from 'vitest'
import { parsePlan, understand } from '../engine.ts'
import type { Part } from '../solid/render/part.ts'
import { buildSitter } from './build-sitter.ts'
import { traitsOf } from './traits.ts'

/** Directions in which a bound is tried. */
const TRIED = 160
/** Lower than this bodies and necks are cut off, in clothes or below the picture. */
const CUT = -1.1

const directions = Array.from({ length: TRIED }, (_, i) => {
  const y = 1 - (2 * (i + 0.5)) / TRIED
  const turn = Math.PI * (1 + Math.sqrt(5)) * (i + 0.5)
  const out = Math.sqrt(1 - y * y)
  return [out * Math.cos(turn), y, out * Math.sin(turn)] as const
})

/** How deep inside a part lie points a little beyond its bound. */
function overhang({ field, bound: [x, y, z, r] }: Part): number {
  const reach = r * 1.01
  const depths = directions.map(([dx, dy, dz]) => (y + dy * reach < CUT ? 0 : -field(x + dx * reach, y + dy * reach, z + dz * reach)))
  return Math.max(...depths)
}

const plain = parsePlan(understand({ prompt: 'portrait of a person', kind: 'avatar' }).plan) as AvatarPlan
const plans: readonly AvatarPlan[] = [
  ...avatarBeings.map((being) => ({ ...plain, being })),
  ...avatarClothes.flatMap((clothes) => [
    { ...plain, clothes },
    { ...plain, clothes, being: 'fox' as const },
  ]),
  ...avatarHeadwear.map((headwear) => ({ ...plain, headwear })),
  ...avatarHairs.map((hair) => ({ ...plain, hair })),
  ...avatarBeards.map((beard) => ({ ...plain, beard })),
  ...avatarFeatures.map((feature) => ({ ...plain, features: [feature] })),
]

test('no part of a portrait is larger than its bound, which would cut it off', () => {
  const cut = new Set<string>()
  for (const plan of plans)
    for (const seed of [3, 16, 29])
      for (const part of buildSitter(traitsOf(plan, seed)).parts)
        if (overhang(part) > 0.004)
          cut.add(`${part.name} of ${plan.being} in ${plan.clothes} ${plan.headwear} ${plan.hair}: ${overhang(part).toFixed(3)}`)
  expect([...cut]).toEqual([])
})
