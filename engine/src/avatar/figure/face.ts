import type { Field, Rgb } from '../../solid/field/field.ts'
import { rgb } from '../../solid/palette.ts'
import type { Bird } from '../beast/bird.ts'
import { EXPRESSIONS } from '../person/expression.ts'
import { featuresOf } from '../person/features.ts'
import { isHuman } from '../traits.ts'
import { eyePieces, lashMorphs, squeezed } from './eyes.ts'
import type { Figure } from './figure.ts'
import { beakMorphs, browMorphs, type Mouth, mouthPieces, smileMorphs, surfaceDepth } from './mouth.ts'
import type { FigurePart, Morph, Piece } from './piece.ts'
import { screenFace } from './screen.ts'

const { max, min } = Math

/** Height of the seam of a beak, and depth of its hinge. */
const BEAKS: Record<Bird, readonly [seam: number, hinge: number]> = {
  owl: [-0.2, 0.5],
  penguin: [-0.135, 0.45],
  chick: [-0.135, 0.45],
  duck: [-0.145, 0.35],
  eagle: [-0.14, 0.45],
  parrot: [-0.14, 0.45],
}

/** Parts of a face that are made anew so that they can move; not those of robots. */
const MADE = new Set(['eyes', 'upper lids', 'lower lids', 'lids'])

/** Parts of the figure that stay as they are, and those of the face with their shapes. */
export type Face = {
  readonly still: readonly FigurePart[]
  /** Shapes of a part's mesh, told its vertices. */
  readonly morphsOf: (name: string, positions: ArrayLike<number>) => ReadonlyMap<Morph, ArrayLike<number>> | undefined
  readonly pieces: readonly Piece[]
}

export function faceOf(figure: Figure): Face {
  const { parts, traits, sight } = figure
  if (traits.being === 'robot') return screenFace(figure)
  const still = sight ? parts.filter(({ name }) => !MADE.has(name)) : parts
  const mouth = mouthOf(figure)
  const pieces: Piece[] = []
  if (sight) {
    const { eyes, lids } = eyePieces(sight)
    pieces.push(...eyes, ...lids)
  }
  const skull = parts.filter(({ name }) => name === 'head' || name === 'sheet').map(({ field }) => field)
  const surface: Field = (x, y, z) => {
    let d = 9
    for (const field of skull) d = min(d, field(x, y, z))
    return d
  }
  if (mouth) pieces.push(...mouthPieces(mouth, surfaceDepth(surface)))
  return {
    still,
    pieces,
    morphsOf(name, positions) {
      if (name === 'beak') return beakMorphs(positions, ...BEAKS[traits.being as Bird])
      if (name === 'brows') return browMorphs(positions)
      if (name === 'lashes' && sight) return lashMorphs(positions, sight)
      if (name === 'eyes') return squeezed(positions, figure.fit.eyes, 0.3)
      if (mouth && (name === 'head' || name === 'beard' || name === 'mouth' || name === 'sheet')) return smileMorphs(positions, mouth)
      return undefined
    },
  }
}

/** Where a mouth opens. Birds open their beak, and an elephant's is under its trunk. */
function mouthOf({ traits, parts }: Figure): Mouth | null {
  const { smile } = EXPRESSIONS[traits.expression]
  if (isHuman(traits.being)) {
    const { mouthY, mouthWidth, lips } = featuresOf(traits)
    const [r, g, b] = traits.skin
    const colour: Rgb = traits.features.has('lipstick') ? rgb('#b32a3f') : [r * 0.74, g * 0.44, b * 0.44]
    return { y: mouthY, width: mouthWidth, smile, lips: { colour, width: 0.022 + lips * 0.018 }, teeth: true, glow: null }
  }
  const line = parts.find(({ name }) => name === 'mouth')
  if (!line) return traits.being === 'dragon' ? { y: -0.27, width: 0.17, smile: 0.2, lips: null, teeth: false, glow: null } : null
  const [, y, , r] = line.bound
  return { y: y - 0.03, width: max(0.1, min(0.2, r * 0.36)), smile: smile * 0.4, lips: null, teeth: false, glow: null }
}
