import { roomUnder, shared } from '@daedal/engine/scene/testing/room-of'
import { type SceneFamily, sceneCompositions, sceneFamilies } from '@daedal/protocol/generation/scene-plan'
import { expect, it } from 'vitest'

const SEEDS = [1, 2, 3, 5, 8]

const roomOf = (family: SceneFamily, composition: string) =>
  SEEDS.map((seed) => roomUnder(seed, family, composition))
    .reduce(shared)
    .sort()

/** As the formatter writes it: a list on one line. */
const textOf = (rooms: object) =>
  `${JSON.stringify(rooms, null, 2).replace(/\[\n\s+([^\]]*?)\n\s+\]/g, (_, list: string) => `[${list.replace(/,\n\s+/g, ', ')}]`)}\n`

// Another list is written by `npx vitest run --config vitest.long.config.ts test/long/rooms.test.ts -u`.
it('has room under every seed where understanding believes it to be', async () => {
  const rooms = Object.fromEntries(
    sceneFamilies.map((family) => [
      family,
      Object.fromEntries(sceneCompositions[family].map((composition) => [composition, roomOf(family, composition)])),
    ]),
  )
  await expect(textOf(rooms)).toMatchFileSnapshot('../../engine/src/scene/rooms.json')
})
