import { type SceneFamily, sceneCompositions, sceneFamilies } from '@daedal/protocol/generation/scene-plan'
import { describe, expect, it } from 'vitest'
import { roomUnder, shared } from './testing/room-of.ts'

const SEEDS = [1, 2, 3, 5, 8]

/** Compositions without ground at hand; every other one has room for somebody and something to stand. */
const AFLOAT: ReadonlySet<string> = new Set([
  'coast lighthouse',
  'coast ship',
  'sea sail',
  'sea waves',
  'sea depths',
  'sea icebergs',
  'space station',
  'space giant',
  'town roofs',
])

/** Grounds of the spots that a composition has under every seed, in order. */
const roomOf = (family: SceneFamily, composition: string) =>
  SEEDS.map((seed) => roomUnder(seed, family, composition))
    .reduce(shared)
    .sort()

/** As the formatter writes it: a list on one line. */
const textOf = (rooms: object) =>
  `${JSON.stringify(rooms, null, 2).replace(/\[\n\s+([^\]]*?)\n\s+\]/g, (_, list: string) => `[${list.replace(/,\n\s+/g, ', ')}]`)}\n`

describe('room for things', () => {
  it('is where understanding believes it to be, in every composition, and for two where there is ground', async () => {
    const rooms = Object.fromEntries(
      sceneFamilies.map((family) => [
        family,
        Object.fromEntries(sceneCompositions[family].map((composition) => [composition, roomOf(family, composition)])),
      ]),
    )
    await expect(textOf(rooms)).toMatchFileSnapshot('./rooms.json')
    const cramped = sceneFamilies.flatMap((family) =>
      sceneCompositions[family].filter(
        (composition) =>
          !AFLOAT.has(`${family} ${composition}`) && rooms[family]![composition]!.filter((ground) => ground === 'land').length < 2,
      ),
    )
    expect(cramped).toEqual([])
  }, 300_000)
})
