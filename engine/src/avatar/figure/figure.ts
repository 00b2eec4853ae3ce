import type { Bound, Field } from '../../solid/field/field.ts'
import type { Opaque, Part } from '../../solid/render/part.ts'
import { headOf } from '../build-sitter.ts'
import { createBust, type Fitting, type Sight } from '../bust.ts'
import { lifted } from '../lifted.ts'
import { fabric } from '../material/soft.ts'
import { bareSkin } from '../person/build-person.ts'
import { isHuman, type Traits } from '../traits.ts'
import { addClothes } from '../wear/clothes.ts'
import { addEyewear, addHearing, addJewels } from '../wear/face-wear.ts'
import { addHeadwear } from '../wear/headwear.ts'
import { beastBody, dragonWings, turtleShell } from './beasts.ts'
import { clothOf } from './cloth.ts'
import { type Cut, garment, skirtOf, wholeBound } from './form.ts'
import { type Frame, frameOf, unlifted } from './frame.ts'
import { backed, tucked } from './hatted.ts'
import { machineBinding, machineBody } from './machine.ts'
import { surfaceDepth } from './mouth.ts'
import { ghostBody, octopusBody } from './odd.ts'
import { limbsOfPeople } from './people.ts'
import type { FigurePart } from './piece.ts'
import { type Bone, skeletonOf } from './skeleton.ts'
import { tailOf } from './tails.ts'
import { legBound, lowerParts, OUTFITS } from './wardrobe.ts'
import { type Binding, bodyBinding, headBinding } from './weights.ts'

const { max } = Math

/** A whole character: its parts, what carries them, and its eyes. */
export type Figure = {
  readonly traits: Traits
  readonly fit: Fitting
  readonly frame: Frame
  readonly parts: readonly FigurePart[]
  readonly bones: readonly Bone[]
  readonly sight: Sight | undefined
}

/** The most triangles of parts that need more or fewer than their size says. */
const BUDGETS: Readonly<Record<string, number>> = {
  head: 3400,
  hair: 4600,
  beard: 1700,
  mane: 2600,
  wool: 2600,
  spines: 2600,
  forelock: 700,
  whiskers: 420,
  brows: 420,
  ears: 1200,
  nose: 240,
  mouth: 300,
  glasses: 1100,
  lenses: 420,
  hat: 2400,
  helmet: 1800,
  headscarf: 1900,
  drape: 1500,
  turban: 2200,
  crown: 1700,
  hood: 1300,
  scarf: 1700,
  shirt: 3000,
  coat: 3400,
  dress: 3200,
  robe: 3800,
  garment: 3800,
  suit: 3400,
  plate: 2800,
  pauldrons: 3000,
  chest: 2400,
  blouse: 1600,
  under: 900,
  bib: 900,
  straps: 700,
  lapels: 700,
  strings: 260,
  zip: 260,
  lashes: 260,
  antlers: 1100,
  horns: 700,
}

const budgetOf = ({ name, bound }: Part) => BUDGETS[name] ?? Math.min(1200, Math.floor(160 + 900 * bound[3] * bound[3]))

/** Parts of a bust that a whole body has its own of. */
const REPLACED = new Set(['body', 'neck', 'arms', 'sheet', 'shell'])

export function figureOf(traits: Traits): Figure {
  const bust = createBust(traits, true)
  const fit = headOf(traits.being)(bust)
  const frame = frameOf(traits, fit)
  const { being, features, headwear } = traits
  const parts: FigurePart[] = []
  const heads = bust.parts.splice(0)
  const robot = being === 'robot'
  const take = (list: readonly Part[], binding: (name: string) => Binding, bound?: Bound) => {
    for (const part of list) parts.push({ ...part, ...(bound && { bound }), binding: binding(part.name), triangles: budgetOf(part) })
  }
  const kept = heads
    .filter(({ name }) => robot || isHuman(being) || !REPLACED.has(name))
    .map((part) => (part.name === 'hair' ? { ...part, field: tucked(part.field, headwear) } : part))
  take(kept, (name) => (robot ? machineBinding(name) : null) ?? headBinding)

  const tailored = unlifted(frame)
  const cut = OUTFITS[traits.clothes].cut(tailored)
  const dressed = isHuman(being) || traits.clothes !== 'none'
  const hung: Cut = traits.clothes === 'sari' ? sariCut(frame) : { ...cut, hem: cut.hem + frame.lift }
  const stiff = bodyBinding(frame, hung.skirt > 0 ? 1 : 0)
  // who sits has the skirt on the lap, where the legs take it
  const cloth = dressed && !features.has('wheelchair') ? clothOf(frame, hung, stiff) : { bones: [], binding: stiff }
  const body = cloth.binding
  if (dressed && being !== 'ghost' && being !== 'octopus') {
    const short = features.has('prosthetic-arm') && isHuman(being)
    const tailor = garment(tailored, cut, short)
    addClothes(bust, { ...fit, torso: tailor, chest: wholeBound(tailored) })
    const worn = bust.parts.splice(0).map((part) => (part.name === 'tie' ? { ...part, field: laidOn(part.field, tailor(SHIRT)) } : part))
    take(frame.lift > 0 ? worn.map((part) => lifted(part, frame.lift)) : worn, () => body)
    if (traits.clothes === 'sari') parts.push(sariSkirt(traits, frame, body))
    for (const lower of lowerParts(traits, frame)) parts.push({ ...lower, bound: legBound(frame), binding: bodyBinding(frame) })
  } else if (dressed) {
    addClothes(bust, { ...fit, torso: garment(frame, cut, false), chest: wholeBound(frame) })
    take(bust.parts.splice(0), () => body)
  }

  addHeadwear(bust, fit)
  addEyewear(bust, fit)
  addHearing(bust, fit)
  take(
    bust.parts.splice(0).map((part) => (part.name === 'hat' && headwear === 'wizard-hat' ? { ...part, field: backed(part.field) } : part)),
    () => headBinding,
  )
  addJewels(bust, fit)
  take(bust.parts.splice(0), () => headBinding)

  const bones: Bone[] = [...skeletonOf(frame, fit), ...cloth.bones]
  const flesh = (
    heads.find(({ name }) => name === 'body' || name === 'neck' || name === 'arms' || name === 'sheet') ??
    heads.find(({ name }) => name === 'head')
  )?.material as Opaque
  if (isHuman(being)) parts.push(...limbsOfPeople(traits, frame, bareSkin(bust)))
  else if (being === 'alien') parts.push(...limbsOfPeople(traits, frame, flesh))
  else if (robot) parts.push(...machineBody(frame, parts.find(({ name }) => name === 'torso')?.material as Opaque))
  else if (being === 'ghost') parts.push(...ghostBody(frame, flesh))
  else if (being === 'octopus') {
    const octopus = octopusBody(frame, flesh)
    parts.push(...octopus.parts)
    bones.push(...octopus.bones)
  } else parts.push(...beastBody(traits, frame, fit.neck, flesh, dressed))
  if (being === 'dragon') {
    parts.push(...dragonWings(traits, frame))
    for (const [side, sign] of [
      ['left', 1],
      ['right', -1],
    ] as const)
      bones.push({ name: `${side}Wing`, parent: 'upperChest', at: [sign * 0.3, -1.2, frame.z - 0.36] })
  }
  const shell = heads.find(({ name }) => name === 'shell')
  if (shell) parts.push(...turtleShell(frame, shell.material as Opaque))
  const tail = tailOf(traits, frame, flesh)
  if (tail) {
    parts.push(tail.part)
    bones.push(...tail.bones)
  }
  return { traits, fit, frame, parts, bones, sight: bust.sights[0] }
}

/** Thickness of a shirt, and the heights between which a tie lies on it. */
const SHIRT = 0.02
const [KNOT, TIP] = [-0.94, -1.5] as const
/** Depths of the middle of a bust's tie there, and how far it lies off the shirt. */
const [KNOT_AT, TIP_AT] = [0.27, 0.325] as const
const OFF = 0.012

/** A bust's tie, moved to lie on a body's shirt, which is rounder. */
function laidOn(tie: Field, shirt: Field): Field {
  const depth = surfaceDepth(shirt)
  const from = depth(0, KNOT) + OFF - KNOT_AT
  const slope = (depth(0, TIP) + OFF - TIP_AT - from) / (TIP - KNOT)
  return (x, y, z) => tie(x, y, z - max(0, from + slope * (y - KNOT)))
}

const SARI_WIDE = 0.68

/** How a sari's skirt is cut. */
const sariCut = ({ floor }: Frame): Cut => ({ sleeve: 'short', hem: floor + 0.2, skirt: SARI_WIDE })

/** The pleated skirt under a sari's drape. */
function sariSkirt({ top }: Traits, frame: Frame, binding: Binding): FigurePart {
  return {
    name: 'skirt',
    field: skirtOf(frame, SARI_WIDE),
    bound: legBound(frame),
    material: fabric(top, { sheen: 0.8 }),
    binding,
    triangles: 1900,
  }
}
