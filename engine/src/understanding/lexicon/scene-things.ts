import { sceneThings } from '@daedal/protocol/generation/scene-things'
import { THING_WORDS } from '../../scene/thing/thing-words.ts'
import { type Entry, scene } from './sense.ts'

/** Things that are placed where a composition has room for them. */
export const sceneThingSenses: readonly Entry[] = sceneThings.map((thing) => {
  const { one, en, zh } = THING_WORDS[thing]
  return scene(one, 'subject', en, zh, { thing })
})
