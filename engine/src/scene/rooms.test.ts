import { type SceneFamily, sceneCompositions, sceneFamilies } from '@daedal/protocol/generation/scene-plan'
import { describe, expect, it } from 'vitest'
import { briefOf } from './brief.ts'
import { FAMILIES } from './families.ts'
import { createStreams } from './streams.ts'
import { plainPlan } from './testing/plain-plan.ts'
import { isSeen } from './thing/seen-spots.ts'

const SEEDS = [1, 2, 3, 5, 8]

/** What pictures may measure: a spot must be seen in each. */
const FORMATS = [
  { w: 768, h: 768 },
  { w: 1536, h: 864 },
]

const planOf = (family: SceneFamily, composition: string) => plainPlan({ family, composition, time: 'any', weather: 'any', density: 'any' })

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

/** Grounds of the spots that a composition has under every seed, in order; a ground that is there twice stands twice. */
function roomOf(family: SceneFamily, composition: string): string[] {
  let always: string[] | null = null
  for (const seed of SEEDS) {
    const streams = createStreams(seed, `scene ${family}`)
    const brief = briefOf(planOf(family, composition), FAMILIES[family], seed, streams, () => {})
    const { spots, camera } = FAMILIES[family].compositions[composition]!.build(brief, streams)
    for (const spot of spots) expect(spot.radius).toBeGreaterThan(0)
    const here = spots.filter((spot) => FORMATS.every((size) => isSeen(spot, camera, size))).map(({ ground }) => ground as string)
    if (always === null) always = here
    else
      always = always.filter((ground) => {
        const at = here.indexOf(ground)
        if (at >= 0) here.splice(at, 1)
        return at >= 0
      })
  }
  return (always ?? []).sort()
}

/** As the formatter writes it: a list on one line. */
const textOf = (rooms: object) =>
  `${JSON.stringify(rooms, null, 2).replace(/\[\n\s+([^\]]*?)\n\s+\]/g, (_, list: string) => `[${list.replace(/,\n\s+/g, ', ')}]`)}\n`

describe('room for things', () => {
  it('is where understanding believes it to be, in every composition', async () => {
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
  }, 900_000)
})
