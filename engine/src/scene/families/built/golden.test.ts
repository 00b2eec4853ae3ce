import { type SceneFamily, sceneCompositions } from '@daedal/protocol/generation/scene-plan'
import { describe, expect, it } from 'vitest'
import { briefOf } from '../../brief.ts'
import { FAMILIES } from '../../families.ts'
import { createStreams } from '../../streams.ts'
import { hashScene as drawn } from '../../testing/hash-scene.ts'
import { plainPlan, type SceneWishes as Wishes } from '../../testing/plain-plan.ts'

const BUILT = ['town', 'castle', 'market', 'ruins', 'interior'] as const satisfies readonly SceneFamily[]

/** The scene as a composition leaves it, before it is drawn. */
function builtScene(family: (typeof BUILT)[number], composition: string, seed: number) {
  const streams = createStreams(seed, `scene ${family}`)
  const brief = briefOf(plainPlan({ family, composition }), FAMILIES[family], seed, streams, () => {})
  return FAMILIES[family].compositions[composition]!.build(brief, streams)
}

const each = BUILT.flatMap((family) => sceneCompositions[family].map((composition) => ({ family, composition: composition as string })))

/** A changed picture is a new engine version: then `npx vitest run <this file> -u` writes the file again. */
function cases(): [name: string, wishes: Wishes, seed: number][] {
  return [
    ...each.map((wishes): [string, Wishes, number] => [`${wishes.family} ${wishes.composition}`, wishes, 7]),
    ['lane in rain by night, painted', { family: 'town', composition: 'lane', time: 'night', weather: 'rain', style: 'painterly' }, 3],
    ['castle in snow, in ink', { family: 'castle', composition: 'gate', weather: 'snow', style: 'ink' }, 4],
    ['temple by night, as pixels', { family: 'ruins', composition: 'temple', time: 'night', style: 'pixel' }, 6],
    ['abbey in fog, with people', { family: 'ruins', composition: 'abbey', weather: 'fog', features: ['people'] }, 7],
    [
      'tavern in a snowy night, with people',
      { family: 'interior', composition: 'tavern', time: 'night', weather: 'snow', features: ['people'] },
      8,
    ],
    ['library in rain, storybook', { family: 'interior', composition: 'library', weather: 'rain', style: 'storybook' }, 9],
    ['merchant at a stall', { family: 'market', composition: 'street', things: [{ thing: 'merchant', count: 1, colour: '' }] }, 5],
    ['lane full of flowers', { family: 'town', composition: 'lane', features: ['flowers'] }, 5],
    ['red lanterns', { family: 'market', composition: 'night', time: 'night', accent: '#e02b2b' }, 5],
  ]
}

describe('golden scenes of built places', { timeout: 240_000 }, () => {
  it('are the same bytes as ever, for every family and composition', async () => {
    const hashes = Object.fromEntries(cases().map(([name, wishes, seed]) => [name, drawn(wishes, seed)]))
    expect(new Set(Object.values(hashes)).size).toBe(Object.keys(hashes).length)
    await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('golden.json')
  })

  it('leave out what the prompt rules out', () => {
    const canal: Wishes = { family: 'town', composition: 'canal' }
    const all = drawn(canal, 5)
    for (const feature of ['bridge', 'boat', 'people'] as const) expect(drawn({ ...canal, without: [feature] }, 5), feature).not.toBe(all)
  })

  it.each(BUILT)('name the compositions of a %s as the plan does, in its order', (family) => {
    expect(Object.keys(FAMILIES[family].compositions)).toEqual([...sceneCompositions[family]])
  })

  it.each(each)(
    'say where $family $composition has room, in front of the eye and near the ground of its kind',
    ({ family, composition }) => {
      for (const seed of [1, 2]) {
        const { camera, spots } = builtScene(family, composition, seed)
        expect(spots.length).toBeGreaterThanOrEqual(3)
        for (const { x, y, z, radius } of spots) {
          const depth = (x - camera.x) * camera.forward[0] + (y - camera.y) * camera.forward[1] + (z - camera.z) * camera.forward[2]
          const across = (x - camera.x) * camera.right[0] + (z - camera.z) * camera.right[2]
          expect(radius).toBeGreaterThan(0)
          expect(depth).toBeGreaterThan(2)
          expect(Math.abs(across / depth)).toBeLessThan(camera.half)
        }
      }
    },
  )
})
