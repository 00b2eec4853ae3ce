import {
  avatarAges,
  avatarBackdrops,
  avatarBeards,
  avatarBeings,
  avatarClothes,
  avatarExpressions,
  avatarFeatures,
  avatarHairs,
  avatarHeads,
  avatarHeadwear,
  avatarMouths,
  avatarNoses,
  avatarPresentations,
  avatarStyles,
} from '@daedal/protocol/generation/avatar-plan'
import { itemBackdrops, itemKinds, itemMaterials, itemModifiers, itemStyles } from '@daedal/protocol/generation/item-plan'
import type { GenerationPlan } from '@daedal/protocol/generation/plan'
import {
  sceneCompositions,
  sceneDensities,
  sceneFamilies,
  sceneFeatures,
  sceneHeroes,
  sceneStyles,
  sceneTimes,
  sceneWeathers,
} from '@daedal/protocol/generation/scene-plan'
import { sceneThings, THINGS_OF_A_KIND } from '@daedal/protocol/generation/scene-things'
import { worldDensities, worldLayouts, worldPlaces, worldProps, worldTimes } from '@daedal/protocol/generation/world-plan'
import fc from 'fast-check'
import { ENGINE_VERSION } from '../version.ts'

type PlanOf<K extends GenerationPlan['kind']> = Extract<GenerationPlan, { kind: K }>

const colour = fc.constantFrom('', '#d94f3d', '#3f6fd9', '#4fa35a')
const engineVersion = fc.constant(ENGINE_VERSION)
const size = fc.constantFrom({ w: 768, h: 768 }, { w: 1_536, h: 864 })
const from = <T extends string>(list: readonly T[]) => fc.constantFrom(...list)
const some = <T extends string>(list: readonly T[], maxLength = list.length) => fc.uniqueArray(from(list), { maxLength })
/** Names of all families or places: a plan may hold one that is not its own, and leaves it then to the seed. */
const anyName = (lists: Readonly<Record<string, readonly string[]>>) => from(['', ...Object.values(lists).flat()])

const things = fc.uniqueArray(fc.record({ thing: from(sceneThings), count: fc.integer({ min: 1, max: THINGS_OF_A_KIND }), colour }), {
  maxLength: 6,
  selector: ({ thing }) => thing,
})

/** Any plan of each kind that `parsePlan` reads, sensible or not. */
export const anyPlan: { readonly [K in GenerationPlan['kind']]: fc.Arbitrary<PlanOf<K>> } = {
  scene: fc.record({
    kind: fc.constant('scene'),
    engineVersion,
    family: from(sceneFamilies),
    composition: anyName(sceneCompositions),
    hero: anyName(sceneHeroes),
    time: from(sceneTimes),
    weather: from(sceneWeathers),
    style: from(sceneStyles),
    density: from(sceneDensities),
    features: some(sceneFeatures, 5),
    without: some(sceneFeatures, 3),
    things,
    accent: colour,
    size,
  }),
  item: fc.record({
    kind: fc.constant('item'),
    engineVersion,
    item: from(itemKinds),
    form: from(['', 'round', 'kite', 'nonsense']),
    material: from(itemMaterials),
    colour,
    modifiers: some(itemModifiers, 4),
    backdrop: from(itemBackdrops),
    style: from(itemStyles),
    size: fc.constant({ w: 768, h: 768 }),
  }),
  avatar: fc.record({
    kind: fc.constant('avatar'),
    engineVersion,
    being: from(avatarBeings),
    age: from(avatarAges),
    presentation: from(avatarPresentations),
    head: from(avatarHeads),
    skin: colour,
    eyes: colour,
    nose: from(avatarNoses),
    mouth: from(avatarMouths),
    hair: from(avatarHairs),
    hairColour: colour,
    beard: from(avatarBeards),
    expression: from(avatarExpressions),
    clothes: from(avatarClothes),
    clothesColour: colour,
    headwear: from(avatarHeadwear),
    headwearColour: colour,
    features: some(avatarFeatures, 5),
    without: some(avatarFeatures, 3),
    backdrop: from(avatarBackdrops),
    style: from(avatarStyles),
    size: fc.constant({ w: 768, h: 768 }),
  }),
  world: fc.record({
    kind: fc.constant('world'),
    engineVersion,
    place: from(worldPlaces),
    layout: anyName(worldLayouts),
    time: from(worldTimes),
    density: from(worldDensities),
    props: some(worldProps, 8),
    accent: colour,
  }),
}

/** Two plans of one kind. */
export const anyPair: fc.Arbitrary<readonly [GenerationPlan, GenerationPlan]> = fc.oneof(
  fc.tuple(anyPlan.scene, anyPlan.scene),
  fc.tuple(anyPlan.item, anyPlan.item),
  fc.tuple(anyPlan.avatar, anyPlan.avatar),
  fc.tuple(anyPlan.world, anyPlan.world),
)

/** A plan of any kind. */
export const anyPlanAtAll: fc.Arbitrary<GenerationPlan> = fc.oneof(anyPlan.scene, anyPlan.item, anyPlan.avatar, anyPlan.world)
