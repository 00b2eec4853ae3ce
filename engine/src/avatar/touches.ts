import type { AvatarBeing, AvatarFeature } from '@daedal/protocol/generation/avatar-plan'

/** Small things of a face and about it that a seed may add where nobody names them. A plan can leave them out. */
export const TOUCHES = ['freckles', 'lipstick', 'earrings', 'beauty-mark'] as const satisfies readonly AvatarFeature[]
export type Touch = (typeof TOUCHES)[number]

/** Whether seeds add such things to a being. */
export const hasTouches = (being: AvatarBeing): boolean => being === 'person' || being === 'elf'
