import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import { type SceneThing, sceneThings } from '@daedal/protocol/generation/scene-things'
import { THING_WORDS } from '../../scene/thing/thing-words.ts'
import { type Entry, scene } from './sense.ts'

/** Where a thing is at home when no word says where it is. */
const LEANS: Readonly<Partial<Record<SceneThing, SceneFamily>>> = {
  igloo: 'snow',
  penguin: 'snow',
  'polar-bear': 'snow',
  snowman: 'snow',
  rover: 'space',
  spaceship: 'space',
}

/** Things that are placed where a composition has room for them. */
export const sceneThingSenses: readonly Entry[] = sceneThings.map((thing) => {
  const { one, en, zh } = THING_WORDS[thing]
  const leans = LEANS[thing]
  return scene(one, 'subject', en, zh, { thing, ...(leans && { leans }) })
})
