import { type SceneFamily, type ScenePlan, sceneCompositions } from '@daedal/protocol/generation/scene-plan'
import type { SceneThing } from '@daedal/protocol/generation/scene-things'
import rooms from '../scene/rooms.json' with { type: 'json' }
import type { Spot } from '../scene/scene.ts'
import { DIVERS, THINGS } from '../scene/thing/things.ts'

const ROOMS = rooms as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** The compositions of a family that always have a spot for each of these things. */
export const compositionsWithRoom = (family: SceneFamily, things: readonly SceneThing[]): readonly string[] =>
  sceneCompositions[family].filter((composition) => {
    const spots = [...(ROOMS[family]?.[composition] ?? [])]
    const isSunk = family === 'sea' && !spots.includes('water')
    return things.every((thing) => {
      const ground: Spot['ground'] = isSunk && DIVERS.has(thing) ? 'air' : THINGS[thing].ground
      const at = spots.indexOf(ground)
      if (at >= 0) spots.splice(at, 1)
      return at >= 0
    })
  })

/** Where a thing on land is best seen where no word says: not in a cave, nor small before a hut. */
const AT_HOME: Readonly<Partial<Record<SceneFamily, { readonly usual: string | null } & Readonly<Partial<Record<SceneThing, string>>>>>> = {
  snow: {
    usual: 'slope',
    penguin: 'icefield',
    igloo: 'icefield',
    'polar-bear': 'icefield',
    bear: 'icefield',
    flag: 'icefield',
    tent: 'icefield',
  },
  space: { usual: 'moonscape', spaceship: 'giant' },
  // a ship or a lighthouse takes the eye from what swims beside it
  coast: { usual: null, dolphin: 'beach', whale: 'beach', shark: 'beach', duck: 'beach', swan: 'beach' },
}

/** The composition of a family in which a thing is best seen; null where all are as good. */
export const bestFor = (family: SceneFamily, thing: SceneThing): string | null => {
  const home = AT_HOME[family]
  return home ? (home[thing] ?? (THINGS[thing].ground === 'land' ? home.usual : null)) : null
}

/** Most different things in one plan. */
export const MOST_THINGS = 6

/**
 * Of some things, the most important first, those for which a composition has room; an open one has what each of its family's has. What
 * should stand by a thing that has none stands for itself.
 */
export function thingsWithRoom(family: SceneFamily, composition: string, things: ScenePlan['things']): ScenePlan['things'] {
  const open = composition === '' ? sceneCompositions[family].length : 1
  const room: ScenePlan['things'] = []
  for (const thing of things) {
    const roomy = compositionsWithRoom(
      family,
      [...room, thing].map((placed) => placed.thing),
    ).filter((name) => composition === '' || name === composition)
    if (room.length < MOST_THINGS && roomy.length === open) room.push(thing)
  }
  return room.map(({ by, ...thing }) => (by && room.some((other) => other.thing === by.thing) ? { ...thing, by } : thing))
}
