import { HOUR_PHRASES, LAYOUT_PHRASES, PLACE_PHRASES, PROP_PHRASES } from '@daedal/engine/describe/world-words'
import { type WorldPlan, worldDensities, worldLayouts, worldPlaces, worldProps, worldTimes } from '@daedal/protocol/generation/world-plan'
import { optionList } from './option-list.ts'
import { DENSITY_NAMES } from './plan-names.ts'
import type { KindSettings } from './plan-settings.ts'

/** Most things a plan puts somewhere, beside what the place has. */
const MOST_PROPS = 8

/** A world: where it is, and what stands there. */
export const worldSettings: KindSettings<WorldPlan> = {
  choices: ({ place }, words) => [
    { key: 'place', label: 'create.plan.place', options: optionList(worldPlaces, PLACE_PHRASES, words) },
    { key: 'layout', label: 'create.plan.layout', options: optionList(['', ...worldLayouts[place]], LAYOUT_PHRASES, words) },
    { key: 'time', label: 'create.plan.time', options: optionList(worldTimes, HOUR_PHRASES, words) },
    { key: 'density', label: 'create.plan.density', options: optionList(worldDensities, DENSITY_NAMES, words) },
  ],
  several: (_, words) => [
    { key: 'props', label: 'create.plan.props', options: optionList(worldProps, PROP_PHRASES, words), most: MOST_PROPS },
  ],
  colours: () => [{ key: 'accent', label: 'create.plan.accent' }],
  change({ place }, key, value) {
    // A layout belongs to its place: it goes with another place, and holds this one when it is chosen.
    if (key === 'place') return { place: value, layout: '' }
    return key === 'layout' ? { place, layout: value } : { [key]: value }
  },
}
