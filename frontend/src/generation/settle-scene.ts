import { compositionsWithRoom } from '@daedal/engine/understanding/scene-room'
import { compositionsFor, showsDensity } from '@daedal/engine/understanding/scene-shows'
import { type SceneFeature, type ScenePlan, sceneCompositions, sceneHeroes } from '@daedal/protocol/generation/scene-plan'

type Asked = Pick<ScenePlan, 'family' | 'features' | 'things' | 'accent'>
type Things = ScenePlan['things']

const within = (family: ScenePlan['family'], what: SceneFeature | 'colour', composition: string): boolean => {
  const shown = compositionsFor(family, what)
  return shown.includes('') || shown.includes(composition)
}

const roomFor = ({ family }: Pick<ScenePlan, 'family'>, things: Things): readonly string[] =>
  compositionsWithRoom(
    family,
    things.map(({ thing }) => thing),
  )

/** The framings that show all that is asked for; every one of the family when nothing is. */
export function compositionsOf({ family, features, things, accent }: Asked): string[] {
  const roomy = things.length ? roomFor({ family }, things) : sceneCompositions[family]
  return roomy.filter(
    (composition) =>
      features.every((feature) => within(family, feature, composition)) && (accent === '' || within(family, 'colour', composition)),
  )
}

/** As many of the first things as a framing has room for; an empty one stands for any of the family. */
function withRoom(plan: Pick<ScenePlan, 'family' | 'composition'>, things: Things): Things {
  const kept: Things = []
  for (const thing of things) {
    const roomy = roomFor(plan, [...kept, thing])
    if (plan.composition === '' ? roomy.length > 0 : roomy.includes(plan.composition)) kept.push(thing)
  }
  return kept
}

/**
 * Changes one setting of a scene, and with it what would no longer hold: a framing that does not show what is asked for gives way to one
 * that does, and what another place or framing cannot show is no longer asked for.
 */
export function settleScene(before: ScenePlan, key: string, value: unknown): Partial<ScenePlan> {
  const plan: ScenePlan = { ...before, [key]: value }
  if (key === 'time' || key === 'weather' || key === 'density') return { [key]: value }
  if (key === 'features') plan.without = plan.without.filter((feature) => !plan.features.includes(feature))
  if (key === 'without') plan.features = plan.features.filter((feature) => !plan.without.includes(feature))
  if (key === 'family') {
    plan.composition = ''
    if (!(sceneHeroes[plan.family] as readonly string[]).includes(plan.hero)) plan.hero = ''
    if (plan.density !== 'any' && !showsDensity(plan.family, plan.density)) plan.density = 'any'
    plan.without = plan.without.filter((feature) => compositionsFor(plan.family, feature).length > 0)
  }
  const { family } = plan
  if (key === 'family' || key === 'composition') {
    const { composition } = plan
    const shows = (what: SceneFeature | 'colour') =>
      composition === '' ? compositionsFor(family, what).length > 0 : within(family, what, composition)
    plan.features = plan.features.filter(shows)
    if (!shows('colour')) plan.accent = ''
    plan.things = withRoom(plan, plan.things)
    // Each of them has a framing, but none may have all: the last named gives way.
    while (plan.features.length && compositionsOf(plan).length === 0) plan.features = plan.features.slice(0, -1)
    while (plan.things.length && compositionsOf(plan).length === 0) plan.things = plan.things.slice(0, -1)
    if (compositionsOf(plan).length === 0) plan.accent = ''
  }
  const fitting = compositionsOf(plan)
  const open = plan.composition === '' && fitting.length === sceneCompositions[family].length
  if (!open && !fitting.includes(plan.composition)) plan.composition = fitting[0] ?? ''
  const settled: (keyof ScenePlan)[] = ['family', 'composition', 'hero', 'features', 'without', 'things', 'accent', 'density']
  return Object.fromEntries(
    settled
      // The place is held by what belongs to it; all else only where it changed.
      .filter((name) => name === 'family' || name === 'composition' || name === key || plan[name] !== before[name])
      .map((name) => [name, plan[name]]),
  )
}
