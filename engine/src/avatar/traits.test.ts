import type { AvatarFeature } from '@daedal/protocol/generation/avatar-plan'
import { expect, it } from 'vitest'
import { planAvatar } from './plan-avatar.ts'
import { traitsOf } from './traits.ts'

it.each<AvatarFeature>(['earrings', 'freckles', 'lipstick', 'beauty-mark'])(
  'the seed adds %s where the plan does not rule it out',
  (touch) => {
    const open = planAvatar({ presentation: 'feminine', skin: '#f0c8a8' })
    const ruled = planAvatar({ ...open, without: [touch] })
    const seeds = Array.from({ length: 80 }, (_, seed) => seed)
    const having = (plan: typeof open) => seeds.filter((seed) => traitsOf(plan, seed).features.has(touch))
    expect(having(open)).not.toEqual([])
    expect(having(ruled)).toEqual([])
    // nothing else of the face is another one
    const others = (plan: typeof open, seed: number) => [...traitsOf(plan, seed).features].filter((feature) => feature !== touch)
    for (const seed of seeds) expect(others(ruled, seed)).toEqual(others(open, seed))
  },
)
