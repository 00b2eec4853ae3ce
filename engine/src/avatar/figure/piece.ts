import type { Part } from '../../solid/render/part.ts'
import type { Binding } from './weights.ts'

/** A part of a figure: how it moves, and how many triangles it may have. */
export type FigurePart = Part & { readonly binding: Binding; readonly triangles: number }

/** How a piece takes light. */
export type Finish = {
  readonly rough: number
  readonly metal: number
  /** Light given off, linear. */
  readonly glow?: readonly [number, number, number]
  /** Below 1 for glass. */
  readonly alpha?: number
  readonly doubleSided?: boolean
}

/** Triangles in the bust's units, with what to paint and how to move them. */
export type Piece = {
  readonly name: string
  readonly positions: ArrayLike<number>
  readonly normals: ArrayLike<number>
  /** Linear, three numbers a vertex. */
  readonly colours: ArrayLike<number>
  readonly index: ArrayLike<number>
  readonly finish: Finish
  readonly binding: Binding
  /** Offsets of all vertices, by the morph they belong to. */
  readonly morphs?: ReadonlyMap<Morph, ArrayLike<number>>
}

/** Shapes a face can take; expressions mix them. */
export const MORPHS = [
  'blinkLeft',
  'blinkRight',
  'happy',
  'angry',
  'sad',
  'relaxed',
  'surprised',
  'aa',
  'ih',
  'ou',
  'ee',
  'oh',
  'lookUp',
  'lookDown',
  'lookLeft',
  'lookRight',
] as const
export type Morph = (typeof MORPHS)[number]
