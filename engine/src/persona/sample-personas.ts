import type { CharacterCard } from '@daedal/protocol/generation/character-card'
import { alice } from './personas/alice.ts'
import { gorm } from './personas/gorm.ts'
import { linXiaoyu } from './personas/lin-xiaoyu.ts'
import { quill } from './personas/quill.ts'

/** Personas to talk to from the first start, by id; every card speaks English and Chinese. */
export const samplePersonas: Readonly<Record<'alice' | 'gorm' | 'lin-xiaoyu' | 'quill', CharacterCard>> = {
  alice,
  gorm,
  'lin-xiaoyu': linXiaoyu,
  quill,
}
