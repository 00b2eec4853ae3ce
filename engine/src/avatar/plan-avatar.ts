import { type AvatarFeature, type AvatarPlan, avatarFeatures } from '@daedal/protocol/generation/avatar-plan'
import { ENGINE_VERSION } from '../version.ts'

/** What was understood of a prompt about a portrait; everything may be open. */
export type AvatarWishes = Partial<Omit<AvatarPlan, 'kind' | 'engineVersion' | 'features' | 'without'>> & {
  readonly features?: readonly AvatarFeature[]
  readonly without?: readonly AvatarFeature[]
}

/** Completes wishes to a plan. Features are put in one order, so that the order of words does not change the plan; none is both there and ruled out. */
export function planAvatar(wishes: AvatarWishes): AvatarPlan {
  return {
    kind: 'avatar',
    engineVersion: ENGINE_VERSION,
    being: wishes.being ?? 'person',
    age: wishes.age ?? 'any',
    presentation: wishes.presentation ?? 'any',
    head: wishes.head ?? 'any',
    skin: wishes.skin ?? '',
    eyes: wishes.eyes ?? '',
    nose: wishes.nose ?? 'any',
    mouth: wishes.mouth ?? 'any',
    hair: wishes.hair ?? 'any',
    hairColour: wishes.hairColour ?? '',
    beard: wishes.beard ?? 'any',
    expression: wishes.expression ?? 'any',
    clothes: wishes.clothes ?? 'any',
    clothesColour: wishes.clothesColour ?? '',
    headwear: wishes.headwear ?? 'any',
    headwearColour: wishes.headwearColour ?? '',
    features: avatarFeatures.filter((feature) => wishes.features?.includes(feature)),
    without: avatarFeatures.filter((feature) => wishes.without?.includes(feature) && !wishes.features?.includes(feature)),
    backdrop: wishes.backdrop ?? 'any',
    style: wishes.style ?? 'toy',
    size: { w: wishes.size?.w ?? 768, h: wishes.size?.h ?? 768 },
  }
}
