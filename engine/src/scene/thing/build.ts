import type { HeldThing } from '@daedal/protocol/generation/scene-things'
import type { Prng } from '../../math/prng.ts'
import { rgb } from '../../solid/palette.ts'
import type { Spot } from '../scene.ts'
import type { Rgb } from '../vector.ts'
import { ball, both, type Piece } from './shape.ts'

/** What the plan puts into someone's hand, and its linear colour. */
export type InHand = { readonly thing: HeldThing; readonly colour: Rgb | null }

/** How an animal is seen: where the eye is, radians to its left, the stream its pose comes from, whether it is one of many, and on what it is. */
export type Standing = { readonly eye: number; readonly pose: Prng; readonly many: boolean; readonly where: Spot['ground'] }

/** Builds a thing; `colour` is what the plan asks its main part to be, linear. Only people hold things, only animals have a pose by how they are seen. */
export type Build = (random: Prng, colour: Rgb | null, holds?: InHand | null, stands?: Standing) => Piece[]

/** Two dark eyes. */
export const eyes = (x: number, y: number, z: number, r: number): Piece => ({
  shapes: [both(ball(x, y, z, r, r, r, 6))],
  colour: rgb('#120f0d'),
  gloss: 0.9,
})

/** The colour asked for, or one of the usual ones. */
export const paint = (colour: Rgb | null, random: Prng, ...usual: readonly string[]): Rgb => colour ?? rgb(random.pick(usual))

/** A part that is always of one colour unless the plan asks for another. */
export const tint = (colour: Rgb | null, usual: string): Rgb => colour ?? rgb(usual)
