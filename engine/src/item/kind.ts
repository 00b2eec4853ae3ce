import type { Bench } from './bench.ts'

/** How an item is shown. Angles in radians, lengths in model units. */
export type Pose = {
  readonly yaw: number
  readonly pitch?: number
  readonly roll?: number
  /** Half the height of the picture. */
  readonly half: number
  readonly aimX?: number
  readonly aimY?: number
  /** Height of the ground it stands on; null: it lies on the table or hovers. */
  readonly stands: number | null
  /** Lying: half its thickness, the distance of its middle plane from the table. */
  readonly thickness?: number
  /** Its own light wants a dark room. */
  readonly dark?: boolean
}

/** One kind of item: adds its parts to a bench and says how to show them. */
export type Kind = {
  /** Named forms, chosen by the plan or the seed; the first is the plainest. */
  readonly forms: readonly string[]
  /** Forms that are drawn only where the plan names them. */
  readonly rare?: readonly string[]
  /** It has wheels, dials or faces that must stay round, so it is never longer or broader than its kind. */
  readonly round?: true
  readonly build: (bench: Bench) => Pose
}
