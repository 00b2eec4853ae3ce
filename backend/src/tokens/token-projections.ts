import type { Projection } from './ports.ts'
import { projectCollections } from './project-collections.ts'
import { projectReproductions } from './project-reproductions.ts'
import { type ProjectTokensDeps, projectTokens } from './project-tokens.ts'
import { projectUnits } from './project-units.ts'

/** What is made of the events of collections, in the order in which it has to be made. */
export const tokenProjections = (deps: ProjectTokensDeps): Projection[] => [
  projectCollections(),
  projectTokens(deps),
  projectUnits(deps),
  projectReproductions(deps),
]
