import type { WorldProp } from '@daedal/protocol/generation/world-plan'
import type { LookChanges } from './look.ts'
import type { Layout } from './world.ts'

/** A kind of place: its size, its light and the ways it can be laid out. */
export type Place = {
  /** Half the side of its square of ground, metres; a whole number. */
  readonly half: number
  readonly looks: LookChanges
  /** Lamps burn by day too: interiors, space. */
  readonly alwaysLit?: boolean
  /** By the names that `worldLayouts` lists, in its order. */
  readonly layouts: Readonly<Record<string, Layout>>
  /** Layouts that have of their own what a plan can ask for: taken where the plan leaves the layout open. */
  readonly suits?: Readonly<Partial<Record<WorldProp, string>>>
}
