import type { Bound, Field } from '../solid/field/field.ts'
import type { Material, Opaque, Part } from '../solid/render/part.ts'
import type { Traits } from './traits.ts'

/** Eyes and the lids over them; the left one, at x > 0. */
export type Sight = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly r: number
  readonly eye: Opaque
  /** Radius of the lids. */
  readonly shell: number
  readonly upper: Opaque
  /** Angle of the upper lid's edge over straight ahead, and how far its outer corner hangs. */
  readonly open: number
  readonly tilt: number
  readonly lower?: { readonly lid: Opaque; readonly open: number }
}

/** A stand that parts of a portrait are added to. Heights in model units: eyes at 0, crown of a head near 0.8, shoulders near −1.2. */
export type Bust = {
  readonly traits: Traits
  /** What is made will be a mesh: it has no relief finer than a few hundredths of a unit. */
  readonly coarse: boolean
  /** The eyes of the sitter, told once by what makes them; those without lids tell none. */
  readonly sights: Sight[]
  readonly parts: Part[]
  readonly add: (name: string, field: Field, bound: Bound, material: Material, normalStep?: number, slope?: Part['slope']) => void
}

/** Parts smaller than this are far from most points, where their sphere is near enough to the truth. */
const SMALL = 0.75
/** The true distance is asked for this near to the sphere. */
const NEAR = 0.1

const within =
  (field: Field, [cx, cy, cz, radius]: Bound): Field =>
  (x, y, z) => {
    const dx = x - cx
    const dy = y - cy
    const dz = z - cz
    const squared = dx * dx + dy * dy + dz * dz
    const reach = radius + NEAR
    return squared > reach * reach ? Math.sqrt(squared) - radius : field(x, y, z)
  }

export function createBust(traits: Traits, coarse = false): Bust {
  const parts: Part[] = []
  return {
    traits,
    coarse,
    parts,
    sights: [],
    add(name, field, bound, material, normalStep, slope) {
      parts.push({
        name,
        field: bound[3] < SMALL ? within(field, bound) : field,
        bound,
        material,
        ...(normalStep !== undefined && { normalStep }),
        ...(slope && { slope }),
      })
    },
  }
}

/** Where a head takes what is worn on it. Hats and glasses are made for a person's head and scaled to it. */
export type Fitting = {
  /** Half axes of the skull and how they compare with a person's, 1 for a person. */
  readonly skull: readonly [number, number, number]
  readonly hat: { readonly y: number; readonly z: number; readonly scale: number }
  readonly eyes: { readonly x: number; readonly y: number; readonly z: number; readonly r: number }
  /** Where an earring or a hearing aid hangs: x of the ear, its height and depth. */
  readonly ear: readonly [x: number, y: number, z: number]
  /** Where a ring in the nose hangs, for noses that can have one. */
  readonly nose?: readonly [y: number, z: number]
  /** Radius of the neck. */
  readonly neck: number
  /** Half width of the lower face, of people. */
  readonly jaw?: number
  /** Width of the shoulders, half. */
  readonly shoulders: number
  /** How far the head reaches over a bare person's. */
  readonly tall: number
}
