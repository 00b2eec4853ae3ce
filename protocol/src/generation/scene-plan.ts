import Type, { type Static } from 'typebox'
import { enumOf } from '../scalars.ts'
import { heldThings, sceneThings, THINGS_OF_A_KIND, thingPlaces } from './scene-things.ts'

/** What the embedded engine can make a scene of. */
export const sceneFamilies = [
  'city',
  'lake',
  'mountain',
  'forest',
  'cabin',
  'desert',
  'coast',
  'islands',
  'sea',
  'space',
  'volcano',
  'swamp',
  'farm',
  'snow',
  'town',
  'castle',
  'market',
  'ruins',
  'interior',
] as const
export type SceneFamily = (typeof sceneFamilies)[number]

/** Named ways to frame each family. */
export const sceneCompositions = {
  city: ['canyon', 'skyline', 'above', 'waterfront'],
  lake: ['shore', 'pier', 'falls', 'tarn', 'reeds'],
  mountain: ['valley', 'ridge', 'volcano', 'pass', 'river'],
  forest: ['clearing', 'stream', 'ancient', 'birches'],
  cabin: ['clearing', 'village', 'lakeside', 'refuge'],
  desert: ['ruins', 'oasis', 'dunes', 'arches', 'savanna'],
  coast: ['lighthouse', 'beach', 'cliffs', 'ship'],
  islands: ['temple', 'tree', 'hamlet', 'cascade', 'arch'],
  sea: ['sail', 'waves', 'depths', 'icebergs'],
  space: ['moonscape', 'station', 'giant', 'base'],
  volcano: ['eruption', 'lava', 'crater', 'obsidian'],
  swamp: ['deadwood', 'hut', 'mangrove', 'mushrooms'],
  farm: ['barn', 'windmill', 'orchard', 'vineyard', 'garden'],
  snow: ['icefield', 'slope', 'frozen', 'icecave'],
  town: ['lane', 'square', 'canal', 'roofs', 'riverside'],
  castle: ['hill', 'gate', 'courtyard', 'lake', 'clouds', 'sea'],
  market: ['street', 'night', 'harbour', 'bazaar'],
  ruins: ['temple', 'abbey', 'jungle', 'aqueduct', 'colossus'],
  interior: ['library', 'tavern', 'throne', 'bedroom'],
} as const satisfies Record<SceneFamily, readonly string[]>

/** Named main things a family can put in the middle, such as the city's tallest tower. */
export const sceneHeroes = {
  city: ['spire', 'needle', 'blades', 'arcology'],
  lake: [],
  mountain: [],
  forest: [],
  cabin: [],
  desert: [],
  coast: [],
  islands: [],
  sea: [],
  space: [],
  volcano: [],
  swamp: [],
  farm: [],
  snow: [],
  town: [],
  castle: [],
  market: [],
  ruins: [],
  interior: [],
} as const satisfies Record<SceneFamily, readonly string[]>

/** Time of day; `any` leaves the choice to the seed. */
export const sceneTimes = ['any', 'day', 'sunrise', 'dusk', 'bluehour', 'night'] as const
export type SceneTime = (typeof sceneTimes)[number]

/** `any` leaves the choice to the seed. */
export const sceneWeathers = ['any', 'clear', 'rain', 'snow', 'fog', 'storm'] as const
export type SceneWeather = (typeof sceneWeathers)[number]

/** How it is drawn. */
export const sceneStyles = ['photo', 'painterly', 'ink', 'pixel', 'low-poly', 'neon', 'storybook'] as const
export type SceneStyle = (typeof sceneStyles)[number]

/** How crowded it is with towers, trees or traffic; `any` leaves the choice to the seed. */
export const sceneDensities = ['any', 'sparse', 'dense'] as const
export type SceneDensity = (typeof sceneDensities)[number]

/** Things a prompt can ask for or rule out. A family heeds those that it can show. */
export const sceneFeatures = [
  'flying-cars',
  'towers',
  'neon',
  'bridge',
  'people',
  'trees',
  'birds',
  'clouds',
  'stars',
  'aurora',
  'lightning',
  'waterfall',
  'ruins',
  'autumn',
  'blossom',
  'flowers',
  'boat',
] as const
export type SceneFeature = (typeof sceneFeatures)[number]

/** A plan for a scene. With the seed it decides every pixel. */
export const ScenePlan = Type.Object(
  {
    kind: Type.Literal('scene'),
    engineVersion: Type.String({ minLength: 1, maxLength: 32 }),
    family: enumOf(sceneFamilies),
    composition: Type.String({
      maxLength: 24,
      description: 'One of the family’s compositions; empty leaves the choice to the seed',
    }),
    hero: Type.String({ maxLength: 24, description: 'One of the family’s heroes; empty leaves the choice to the seed' }),
    time: enumOf(sceneTimes),
    weather: enumOf(sceneWeathers),
    style: enumOf(sceneStyles),
    density: enumOf(sceneDensities),
    features: Type.Array(enumOf(sceneFeatures), { uniqueItems: true, maxItems: sceneFeatures.length, description: 'Asked for' }),
    without: Type.Array(enumOf(sceneFeatures), { uniqueItems: true, maxItems: sceneFeatures.length, description: 'Ruled out' }),
    things: Type.Array(
      Type.Object(
        {
          thing: enumOf(sceneThings),
          count: Type.Integer({ minimum: 1, maximum: THINGS_OF_A_KIND }),
          colour: Type.String({ pattern: '^(#[0-9a-f]{6})?$', description: 'sRGB of its main part; empty leaves it as it usually is' }),
          holds: Type.Optional(
            Type.Object(
              {
                thing: enumOf(heldThings),
                colour: Type.String({ pattern: '^(#[0-9a-f]{6})?$', description: 'sRGB; empty leaves it as it usually is' }),
              },
              { additionalProperties: false, description: 'In a person’s hand' },
            ),
          ),
          by: Type.Optional(
            Type.Object(
              { place: enumOf(thingPlaces), thing: enumOf(sceneThings) },
              { additionalProperties: false, description: 'Another thing of the plan that it stands by' },
            ),
          ),
        },
        { additionalProperties: false },
      ),
      { maxItems: 6, description: 'Asked for by name, the most important first' },
    ),
    accent: Type.String({
      pattern: '^(#[0-9a-f]{6})?$',
      description: 'sRGB of neon, roofs, cloth or flowers; empty leaves the choice to the seed',
    }),
    size: Type.Object(
      { w: Type.Integer({ minimum: 16, maximum: 2048 }), h: Type.Integer({ minimum: 16, maximum: 2048 }) },
      { additionalProperties: false, description: 'Pixels' },
    ),
  },
  { additionalProperties: false },
)
export type ScenePlan = Static<typeof ScenePlan>
