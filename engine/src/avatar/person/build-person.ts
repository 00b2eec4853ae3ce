import { plain } from '../../solid/material/plain.ts'
import type { Bust, Fitting } from '../bust.ts'
import { addEyes, EYE_RADIUS } from './eyes.ts'
import { featuresOf } from './features.ts'
import { addBeard, addHair } from './hair.ts'
import { EYE_Z, headField } from './head-field.ts'
import { addMouth } from './mouth.ts'
import { skinMaterial } from './skin.ts'
import { skullOf } from './skull.ts'

/** Ears of those that have long ones, model units. */
const POINTED = { person: 0, elf: 0.3, orc: 0.2, vampire: 0.1, zombie: 0 } as const

/** A person's head and neck. */
export function buildPerson(bust: Bust): Fitting {
  const { traits, add } = bust
  const skull = skullOf(traits)
  const features = bust.coarse ? { ...featuresOf(traits), seam: 0 } : featuresOf(traits)
  const skin = skinMaterial(traits, skull, features)
  const pointed = traits.headwear === 'headscarf' ? null : (POINTED[traits.being as keyof typeof POINTED] ?? 0)
  add('head', headField(skull, features, pointed), [0, -0.1, 0, 1.15], skin)
  addEyes(bust, skull, features, skin)
  addMouth(bust, features)
  const tall = addHair(bust, skull)
  addBeard(bust, skull, features)
  const child = traits.age === 'child'
  return {
    skull: skull.cranium,
    hat: { y: 0, z: 0, scale: skull.cranium[0] / 0.6 },
    eyes: { x: skull.eyeX, y: 0, z: EYE_Z, r: EYE_RADIUS * skull.eyeSize },
    ear: [skull.cranium[0] + 0.02, -0.06, -0.04],
    nose: [features.noseY - 0.01, 0.64 + features.nose.tip * 0.3],
    neck: skull.neck,
    jaw: skull.jaw,
    shoulders:
      (child ? 0.68 : 0.87) * (traits.random('build').range(0.93, 1.07) - 0.1 * traits.feminine + skull.fullness * 0.08) +
      (traits.being === 'orc' ? 0.14 : 0),
    tall,
  }
}

/** The skin of hands and shoulders. */
export const bareSkin = ({ traits }: Bust) => plain(traits.skin, { rough: 0.48, soften: 1, specular: 0.03 })
