import { createPrng, type Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Rgb, Vec3 } from '../vector.ts'
import type { InHand } from './build.ts'
import { clothesOf } from './clothes.ts'
import { headOf } from './hats.ts'
import { faceOf } from './head.ts'
import { heldBy, onBack } from './held.ts'
import { OUTFITS, type Outfit } from './outfits.ts'
import { poseOf } from './pose.ts'
import type { Piece } from './shape.ts'
import { moved, turned } from './shape.ts'

export type FigureName = keyof typeof OUTFITS

const SKINS = ['#f0c8a8', '#d8a07c', '#a8714c', '#7c5038', '#8a5a3c', '#e4b48c']
const HAIRS = ['#2a1c14', '#4c2e1a', '#8a5c2c', '#b8a078', '#1a1614', '#7c3018']
const BEARDS = ['#d8d4cc', '#8a7c6c', '#5c3a20', '#2c2018']
/** Height of the middle of the head of someone of 1.75 m who stands upright, and of the chest under it. */
const HEAD = 1.62
const CHEST = 1.32

/** Someone whom a plan can name. */
export const figure = (name: FigureName, random: Prng, colour: Rgb | null, inHand?: InHand | null): Piece[] =>
  person(OUTFITS[name], random, colour, inHand)

/** A person of 1.75 m, drawn at `height`, in a pose and with a face that the seed chooses. */
export function person(outfit: Outfit, random: Prng, colour: Rgb | null, inHand?: InHand | null): Piece[] {
  const holds = inHand?.thing === 'nothing' ? undefined : inHand?.thing
  const o: Outfit = inHand ? { ...outfit, holds } : outfit
  const k = (o.height ?? 1.75) / 1.75
  const skin = rgb(o.skin ?? random.pick(SKINS))
  const hair = rgb(o.hair === 'beard' ? random.pick(BEARDS) : random.pick(HAIRS))
  const cloth = colour ?? rgb(o.cloth)
  const second = rgb(o.second)
  const dark = rgb('#17130f')
  const child = (o.height ?? 1.75) < 1.3 ? 1.35 : 1
  const pose = poseOf(o, random)
  const face = faceOf(o, createPrng(Math.floor(random.next() * 0x100000000), 'face'))
  const [cx, cy, cz] = pose.chest
  const held = pose.arms[0][2]
  const hand: Vec3 = [held[0] * k, held[1] * k, held[2] * k]
  /** The head turns on a neck that leans with the chest. */
  const onNeck = ({ shapes, ...rest }: Piece): Piece => ({
    ...rest,
    shapes: shapes.map((shape) => turned(shape, 0, pose.look, 0, [cx * k, (cy - CHEST) * k, (cz + 0.015) * k])),
  })
  const onChest = ({ shapes, ...rest }: Piece): Piece => ({
    ...rest,
    shapes: shapes.map((shape) => moved(shape, cx * k, (cy - CHEST) * k, cz * k)),
  })
  return [
    ...clothesOf(o, pose, k, { skin, cloth, second }),
    ...headOf(o, face, k, HEAD, child, { skin, hair, cloth, second, dark }).map(onNeck),
    ...heldBy(o, k, hand, { cloth: inHand?.colour ?? cloth, second, dark, named: inHand?.colour ?? null }),
    ...onBack(o, k, { cloth, second }).map(onChest),
  ]
}
