import { type SceneFamily, sceneCompositions } from '@daedal/protocol/generation/scene-plan'
import { describe, expect, it } from 'vitest'
import { FAMILIES } from '../../families.ts'
import { hashScene as drawn } from '../../testing/hash-scene.ts'
import type { SceneWishes as Wishes } from '../../testing/plain-plan.ts'

const OPEN = ['sea', 'space', 'volcano', 'swamp', 'farm', 'snow'] as const satisfies readonly SceneFamily[]

/** A changed picture is a new engine version: then `npx vitest run <this file> -u` writes the file again. */
function cases(): [name: string, wishes: Wishes, seed: number][] {
  return [
    ...OPEN.flatMap((family) =>
      sceneCompositions[family].map((composition): [string, Wishes, number] => [`${family} ${composition}`, { family, composition }, 7]),
    ),
    ['waves in a storm', { family: 'sea', composition: 'waves', weather: 'storm' }, 8],
    ['mushrooms by night', { family: 'swamp', composition: 'mushrooms', time: 'night' }, 9],
    ['a frozen lake under aurora, painted', { family: 'snow', composition: 'frozen', time: 'night', style: 'painterly' }, 10],
    ['a windmill at dusk, in ink', { family: 'farm', composition: 'windmill', time: 'dusk', style: 'ink' }, 11],
  ]
}

describe('golden scenes of open country', { timeout: 240_000 }, () => {
  it('are the same bytes as ever, for every family and composition', async () => {
    const hashes = Object.fromEntries(cases().map(([name, wishes, seed]) => [name, drawn(wishes, seed)]))
    expect(new Set(Object.values(hashes)).size).toBe(Object.keys(hashes).length)
    await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden.json')
  })

  it('do not depend on what was drawn before', () => {
    const wishes: Wishes[] = [
      { family: 'space', composition: 'giant' },
      { family: 'sea', composition: 'depths' },
    ]
    const forth = wishes.map((wish) => drawn(wish, 3))
    const back = wishes.toReversed().map((wish) => drawn(wish, 3))
    expect(back.toReversed()).toEqual(forth)
  })

  it('leave out what the prompt rules out', () => {
    const station: Wishes = { family: 'space', composition: 'station' }
    expect(drawn({ ...station, without: ['stars'] }, 5)).not.toBe(drawn(station, 5))
    const barn: Wishes = { family: 'farm', composition: 'barn' }
    for (const feature of ['trees', 'clouds', 'flowers'] as const)
      expect(drawn({ ...barn, without: [feature] }, 5), feature).not.toBe(drawn(barn, 5))
  })

  it('name their compositions as the plan does, in its order', () => {
    for (const family of OPEN) expect(Object.keys(FAMILIES[family].compositions)).toEqual([...sceneCompositions[family]])
  })
})
