import Type, { type Static } from 'typebox'
import { enumOf } from '../scalars.ts'

/** Places the embedded engine can build. */
export const worldPlaces = [
  'village',
  'mushrooms',
  'plaza',
  'desert',
  'snow',
  'islands',
  'gallery',
  'harbour',
  'volcano',
  'farm',
  'station',
  'swamp',
  'castle',
] as const
export type WorldPlace = (typeof worldPlaces)[number]

/** Named ways to lay out each place. */
export const worldLayouts = {
  village: ['lakeside', 'green'],
  mushrooms: ['pond', 'grove'],
  plaza: ['spire', 'boulevard'],
  desert: ['temple', 'oasis'],
  snow: ['cabin', 'hamlet'],
  islands: ['gazebo', 'chain'],
  gallery: ['hall', 'rotunda'],
  harbour: ['quay', 'cove'],
  volcano: ['crater', 'forge'],
  farm: ['barn', 'mill'],
  station: ['ring', 'moonbase'],
  swamp: ['stilts', 'witch'],
  castle: ['courtyard', 'garden'],
} as const satisfies Record<WorldPlace, readonly string[]>

/** Time of day; `any` leaves the choice to the seed. */
export const worldTimes = ['any', 'day', 'dusk', 'night'] as const
export type WorldTime = (typeof worldTimes)[number]

/** How much grows and stands there; `any` is as the layout has it. */
export const worldDensities = ['any', 'sparse', 'dense'] as const
export type WorldDensity = (typeof worldDensities)[number]

/** Things a prompt can ask for that stand somewhere in the place, each a point of interest. */
export const worldProps = [
  'fountain',
  'statue',
  'well',
  'campfire',
  'tent',
  'rowing-boat',
  'snowman',
  'windmill',
  'lighthouse',
  'tower',
  'market-stall',
  'cart',
  'crystals',
  'giant-mushroom',
  'great-tree',
  'cherry-tree',
  'palms',
  'flower-bed',
  'gazebo',
  'arch',
  'rocket',
  'rover',
  'telescope',
  'stage',
  'scarecrow',
  'standing-stones',
  'picnic-table',
  'swing',
] as const
export type WorldProp = (typeof worldProps)[number]

/** A plan for a walkable world. With the seed it decides every vertex and every pixel of its textures. */
export const WorldPlan = Type.Object(
  {
    kind: Type.Literal('world'),
    engineVersion: Type.String({ minLength: 1, maxLength: 32 }),
    place: enumOf(worldPlaces),
    layout: Type.String({ maxLength: 24, description: 'One of the place’s layouts; empty leaves the choice to the seed' }),
    time: enumOf(worldTimes),
    density: enumOf(worldDensities),
    props: Type.Array(enumOf(worldProps), { uniqueItems: true, maxItems: 8, description: 'Asked for, beside what the place has' }),
    accent: Type.String({
      pattern: '^(#[0-9a-f]{6})?$',
      description: 'sRGB of roofs, cloth, neon or blossom; empty leaves the choice to the seed',
    }),
  },
  { additionalProperties: false },
)
export type WorldPlan = Static<typeof WorldPlan>
