import type { Brief, Mood } from './brief.ts'
import type { Scene } from './scene.ts'
import type { Streams } from './streams.ts'

/** One way to frame a family. */
export type Composition = {
  /** Moods the seed may choose from when the plan leaves them open; one that comes twice is chosen twice as often. */
  readonly moods: readonly Mood[]
  readonly build: (brief: Brief, streams: Streams) => Scene
  /** Drawn only where the plan names it: it is not what the family's own name promises. */
  readonly named?: true
}

/** A subject the engine can draw. */
export type Family = {
  /** By the names that `sceneCompositions` lists, in its order. */
  readonly compositions: Readonly<Record<string, Composition>>
  /** The names that `sceneHeroes` lists. */
  readonly heroes: readonly string[]
}
