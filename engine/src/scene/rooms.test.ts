import { type SceneFamily, sceneCompositions, sceneFamilies } from '@daedal/protocol/generation/scene-plan'
import { describe, expect, it } from 'vitest'
import rooms from './rooms.json' with { type: 'json' }
import { roomUnder, shared } from './testing/room-of.ts'

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

const ROOMS = rooms as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

const compositions = sceneFamilies.flatMap((family) =>
  sceneCompositions[family].map((composition): [SceneFamily, string] => [family, composition]),
)

/** The file itself, from several seeds, is checked and written by `npm run test:long`: that builds every composition five times. */
describe('room for things', () => {
  it.each(compositions)('is where understanding believes it to be: %s %s', (family, composition) => {
    const believed = ROOMS[family]?.[composition] ?? []
    expect(shared(believed, roomUnder(5, family, composition))).toEqual(believed)
  })

  it('is for two to stand in, in every composition with ground at hand', () => {
    const cramped = compositions.filter(([family, composition]) => {
      const stands = ROOMS[family]?.[composition]?.filter((ground) => ground === 'land') ?? []
      return stands.length < 2 && !AFLOAT.has(`${family} ${composition}`)
    })
    expect(cramped).toEqual([])
  })
})
