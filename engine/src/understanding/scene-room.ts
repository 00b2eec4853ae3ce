import { type SceneFamily, sceneCompositions } from '@daedal/protocol/generation/scene-plan'
import rooms from '../scene/rooms.json' with { type: 'json' }
import type { Spot } from '../scene/scene.ts'

const ROOMS = rooms as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** The compositions of a family that always have a spot for each of these grounds; one ground may be asked for several times. */
export const compositionsWithRoom = (family: SceneFamily, grounds: readonly Spot['ground'][]): readonly string[] =>
  sceneCompositions[family].filter((composition) => {
    const spots = [...(ROOMS[family]?.[composition] ?? [])]
    return grounds.every((ground) => {
      const at = spots.indexOf(ground)
      if (at >= 0) spots.splice(at, 1)
      return at >= 0
    })
  })
