import type { TriangleMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Bound, Field, Rgb } from '../field/field.ts'
import type { Surface } from './surface.ts'

/** An opaque finish. */
export type Opaque = {
  readonly kind: 'opaque'
  /** Average colour, used for bounce light. */
  readonly base: Rgb
  readonly shade: (surface: Surface) => void
}

/** A thin clear shell with one bend of light. */
export type Glass = {
  readonly kind: 'glass'
  readonly base: Rgb
  readonly shade: (surface: Surface) => void
  readonly ior: number
  readonly tint: Rgb
  readonly rough: number
}

/** A cut stone: a convex polyhedron traced exactly. */
export type Gem = {
  readonly kind: 'gem'
  readonly base: Rgb
  readonly shade: (surface: Surface) => void
  /** Unit planes, four numbers each. */
  readonly planes: Float64Array
  readonly ior: number
  /** Difference of refractive index between red and green, and green and blue. */
  readonly dispersion: number
  readonly absorption: Rgb
  /** Size absorption is measured against, model units. */
  readonly size: number
  readonly glow: Rgb
}

export type Material = Opaque | Glass | Gem

/** All a renderer needs: a field, where it is, and what it is made of. */
export type Part = {
  readonly name: string
  readonly field: Field
  readonly bound: Bound
  readonly material: Material
  /** Step of the normal's finite difference when the default is too coarse. */
  readonly normalStep?: number
  /** Writes the gradient into the surface's normal where that takes less than asking the field round a point; false where it does not. */
  readonly slope?: (x: number, y: number, z: number, distance: number, surface: Surface) => boolean
  /** Its surface as a model has it, where that is known better than cells of a grid would find it: strings. */
  readonly mesh?: TriangleMesh
}

/** A light inside the scene: falls off as strength / (0.06 + falloff·d²). */
export type Lamp = {
  readonly at: readonly [number, number, number]
  readonly colour: Rgb
  readonly strength: number
  readonly falloff: number
}
