import type { SceneFamily } from '@daedal/protocol/generation/scene-plan'
import { type SceneThing, sceneThings } from '@daedal/protocol/generation/scene-things'
import { THING_WORDS } from '../../scene/thing/thing-words.ts'
import { type Entry, scene } from './sense.ts'

/** Where a thing is at home when no word says where it is. */
const LEANS: Readonly<Partial<Record<SceneThing, SceneFamily>>> = Object.fromEntries(
  Object.entries({
    snow: 'igloo penguin polar-bear snowman',
    space: 'rover spaceship astronaut',
    sea: 'whale dolphin shark octopus jellyfish sailboat ship pirate',
    swamp: 'crocodile frog',
    farm: 'cow sheep pig horse donkey dog rabbit tractor scarecrow windmill farmer cart',
    forest: 'deer wolf fox bear panda boar tiger owl parrot snake spider butterfly tent campfire crystals giant-mushroom',
    mountain: 'eagle hiker dragon',
    desert: 'camel',
    castle: 'knight king queen tower sword-in-stone',
    coast: 'plane airship chest',
    islands: 'portal',
    market: 'merchant',
    ruins: 'statue standing-stones gravestone arch',
    town: 'cat fountain well lamp',
    city: 'car truck bus bicycle robot',
  } satisfies Partial<Record<SceneFamily, string>>).flatMap(([family, things]) => things.split(' ').map((thing) => [thing, family])),
)

/** Who is at home in a place that a family draws only by its name. */
const OF_THE_SAVANNA: ReadonlySet<SceneThing> = new Set<SceneThing>(['lion', 'elephant', 'giraffe', 'zebra'])

/** Things that are placed where a composition has room for them. */
export const sceneThingSenses: readonly Entry[] = sceneThings.map((thing) => {
  const { one, en, zh } = THING_WORDS[thing]
  if (OF_THE_SAVANNA.has(thing)) return scene(one, 'subject', en, zh, { thing, leans: 'desert', leansTo: 'savanna' })
  const leans = LEANS[thing]
  return scene(one, 'subject', en, zh, { thing, ...(leans && { leans }) })
})
