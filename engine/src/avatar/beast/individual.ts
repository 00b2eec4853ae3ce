import type { Prng } from '../../math/prng.ts'
import type { Species } from './species.ts'

/** One animal of a species: no two have the same skull, ears and eyes. */
export function individual(species: Species, random: Prng): Species {
  const about = (share: number) => random.range(1 - share, 1 + share)
  const { skull, cheek, muzzle, ears, eyes } = species
  return {
    ...species,
    skull: [skull[0] * about(0.07), skull[1] * about(0.06), skull[2]],
    cheek: [cheek[0] * about(0.06), cheek[1] * about(0.15), cheek[2] * about(0.15)],
    muzzle: { ...muzzle, reach: muzzle.reach * about(0.06), width: muzzle.width * about(0.07) },
    ears: { ...ears, size: ears.size * random.range(0.82, 1.2), lean: ears.lean + random.range(-0.2, 0.14) },
    eyes: { ...eyes, x: eyes.x * about(0.05), r: eyes.r * about(0.1) },
  }
}
