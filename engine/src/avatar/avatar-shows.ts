import type { AvatarBeing, AvatarFeature } from '@daedal/protocol/generation/avatar-plan'
import type { AvatarWishes } from './plan-avatar.ts'
import { isHuman } from './traits.ts'

/** What only a person's head has. */
const OF_PEOPLE: readonly (keyof AvatarWishes)[] = ['age', 'presentation', 'head', 'nose', 'mouth', 'hair', 'hairColour', 'beard']

const ON_SKIN: ReadonlySet<AvatarFeature> = new Set([
  'freckles',
  'vitiligo',
  'scar',
  'beauty-mark',
  'bindi',
  'face-paint',
  'lipstick',
  'nose-ring',
])

/** They have no shoulders to put clothes on. */
const BARE: ReadonlySet<AvatarBeing> = new Set(['ghost', 'octopus'])

/** Whether a setting shows in the portraits of a being. */
export function canShowSetting(being: AvatarBeing, key: keyof AvatarWishes): boolean {
  if (OF_PEOPLE.includes(key)) return isHuman(being)
  return !((key === 'clothes' || key === 'clothesColour') && BARE.has(being))
}

/** Whether a feature shows in the portraits of a being. */
export const canShowFeature = (being: AvatarBeing, feature: AvatarFeature): boolean => isHuman(being) || !ON_SKIN.has(feature)
