import type { AvatarBeing } from '@daedal/protocol/generation/avatar-plan'
import type { Part } from '../solid/render/part.ts'
import { buildBird } from './beast/bird.ts'
import { buildMammal } from './beast/mammal.ts'
import { buildAlien, buildGhost, buildOctopus } from './beast/odd.ts'
import { buildDragon, buildFrog, buildTurtle } from './beast/reptile.ts'
import { buildRobot } from './beast/robot.ts'
import { isMammal } from './beast/species.ts'
import { type Bust, createBust, type Fitting } from './bust.ts'
import { lifted } from './lifted.ts'
import { bareSkin, buildPerson } from './person/build-person.ts'
import { isSeatedOrWaving, poseOf } from './pose.ts'
import { isHuman, type Traits } from './traits.ts'
import { turned } from './turned.ts'
import { addClothes } from './wear/clothes.ts'
import { addEyewear, addHearing, addJewels } from './wear/face-wear.ts'
import { addHeadwear } from './wear/headwear.ts'
import { addRaisedArm, addWheelchair } from './wear/limbs.ts'
import { CHEST, trunkWithArms } from './wear/torso.ts'

const { max, min } = Math

/** Thickness of an arm, as a share of half the shoulders' width. */
const ARM = 0.21

type Head = (bust: Bust) => Fitting

const HEADS: Partial<Record<AvatarBeing, Head>> = {
  robot: buildRobot,
  dragon: buildDragon,
  frog: buildFrog,
  turtle: buildTurtle,
  alien: buildAlien,
  ghost: buildGhost,
  octopus: buildOctopus,
  owl: buildBird,
  penguin: buildBird,
  chick: buildBird,
  duck: buildBird,
  eagle: buildBird,
  parrot: buildBird,
}

export const headOf = (being: AvatarBeing): Head => HEADS[being] ?? (isMammal(being) ? buildMammal : buildPerson)

/** How far clothes are moved up: beasts have nearly no neck, and what they wear is cut for people. */
const shrugOf = ({ being, clothes }: Traits) => (isHuman(being) || clothes === 'none' || clothes === 'scarf' ? 0 : 0.3)

/** The neck that clothes are cut for: under them that of a bird is no thicker than a beast's. */
const collarOf = ({ being }: Traits, { neck }: Fitting) => (headOf(being) === buildBird ? min(neck, 0.38) : neck)

/** All parts of a portrait, where the head is, and how much farther than a bust it reaches. */
export type Sitter = { readonly parts: readonly Part[]; readonly fit: Fitting; readonly extra: number }

export function buildSitter(traits: Traits): Sitter {
  const bust = createBust(traits)
  const fit = headOf(traits.being)(bust)
  const bare = bust.parts.length
  const { features } = traits
  const raised = features.has('waving') || features.has('prosthetic-arm')
  addClothes(bust, {
    ...fit,
    neck: collarOf(traits, fit),
    torso: (grown) => trunkWithArms(fit.shoulders, ARM * fit.shoulders, raised, grown),
    chest: CHEST,
  })
  const up = shrugOf(traits)
  if (up > 0) for (const part of bust.parts.splice(bare)) bust.parts.push(lifted(part, up))
  const body = bust.parts.splice(bare)
  bust.parts.push(...(isHuman(traits.being) && !isSeatedOrWaving(traits) ? turned(body, poseOf(traits)) : body))
  const hat = addHeadwear(bust, fit)
  addEyewear(bust, fit)
  addJewels(bust, fit)
  addHearing(bust, fit)
  if (raised) addRaisedArm(bust, fit, bareSkin(bust))
  if (features.has('wheelchair')) addWheelchair(bust, fit)
  const hatTop = hat === 0 ? 0 : hat + fit.hat.y * 0.6
  return {
    parts: bust.parts,
    fit: { ...fit, tall: max(fit.tall, hatTop, isHuman(traits.being) ? 0 : fit.tall) },
    extra: features.has('wheelchair') ? 0.34 : raised ? 0.2 : 0,
  }
}
