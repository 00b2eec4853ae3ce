import type { World } from './world.ts'

/** Triangles a world has at most, everything in its file counted. */
export const MOST_TRIANGLES = 30_000

/** Triangles of one strewn thing at most: a tree. */
const ONE_THING = 800

export function trianglesOf({ solid, far, water, moving, growths, ground }: World): number {
  const grown = [...growths.values()].reduce((sum, { form, places }) => sum + form.triangleCount() * places.length, 0)
  const models = [solid, far, water, ...moving.map(({ form }) => form)]
  return models.reduce((sum, model) => sum + model.triangleCount(), 0) + ground.index.length / 3 + grown
}

/** Whether there is no room for one more thing to be strewn. */
export const isFull = (world: World): boolean => trianglesOf(world) > MOST_TRIANGLES - ONE_THING
