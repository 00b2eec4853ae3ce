import { type SceneFamily, sceneCompositions } from '@daedal/protocol/generation/scene-plan'
import { describe, expect, it } from 'vitest'
import { FAMILIES } from '../../families.ts'
import { hashScene as drawn } from '../../testing/hash-scene.ts'
import type { SceneWishes as Wishes } from '../../testing/plain-plan.ts'

const NATURE = ['lake', 'mountain', 'forest', 'cabin', 'desert', 'coast', 'islands'] as const satisfies readonly SceneFamily[]

/** A changed picture is a new engine version: then `npx vitest run <this file> -u` writes the file again. */
function cases(): [name: string, wishes: Wishes, seed: number][] {
  return [
    ...NATURE.flatMap((family) =>
      sceneCompositions[family].map((composition): [string, Wishes, number] => [`${family} ${composition}`, { family, composition }, 7]),
    ),
    ['lake in rain, painted', { family: 'lake', composition: 'pier', time: 'dusk', weather: 'rain', style: 'painterly' }, 8],
    ['cabin by night, in ink', { family: 'cabin', composition: 'village', time: 'night', style: 'ink' }, 10],
    ['clearing full of flowers', { family: 'forest', composition: 'clearing', features: ['flowers'] }, 5],
    ['oasis in fog with blue tents', { family: 'desert', composition: 'oasis', weather: 'fog', accent: '#2b62e0' }, 13],
  ]
}

describe('golden scenes of nature', { timeout: 240_000 }, () => {
  it('are the same bytes as ever, for every family and composition', async () => {
    const hashes = Object.fromEntries(cases().map(([name, wishes, seed]) => [name, drawn(wishes, seed)]))
    expect(new Set(Object.values(hashes)).size).toBe(Object.keys(hashes).length)
    await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden.json')
  })

  it('do not depend on what was drawn before', () => {
    const wishes: Wishes[] = [
      { family: 'islands', composition: 'temple' },
      { family: 'coast', composition: 'ship' },
    ]
    const forth = wishes.map((wish) => drawn(wish, 3))
    const back = wishes.toReversed().map((wish) => drawn(wish, 3))
    expect(back.toReversed()).toEqual(forth)
  })

  it('change with the seed', () => {
    expect(new Set([1, 2].map((seed) => drawn({ family: 'islands', composition: 'tree' }, seed))).size).toBe(2)
  })

  it('leave out what the prompt rules out', () => {
    const oasis: Wishes = { family: 'desert', composition: 'oasis' }
    const all = drawn(oasis, 6)
    for (const feature of ['trees', 'clouds'] as const) expect(drawn({ ...oasis, without: [feature] }, 6), feature).not.toBe(all)
  })

  it('name their compositions as the plan does, in its order', () => {
    for (const family of NATURE) expect(Object.keys(FAMILIES[family].compositions)).toEqual([...sceneCompositions[family]])
  })
})
