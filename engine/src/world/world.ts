import type { WorldDensity, WorldProp } from '@daedal/protocol/generation/world-plan'
import type { ModelBuilder } from '../model/model.ts'
import type { Streams } from '../scene/streams.ts'
import type { Rgb, Vec3 } from '../scene/vector.ts'
import type { GroundMesh } from './ground-mesh.ts'
import type { Land, Path, Place2, Site } from './land.ts'
import type { Look } from './look.ts'
import type { Texel } from './texel.ts'

/** What a layout may ask of the plan and the seed. Lengths in metres; the square of ground reaches from -half to half. */
export type Sketch = {
  readonly seed: number
  readonly half: number
  readonly look: Look
  /** Lamps are lit: dusk and night. */
  readonly lit: boolean
  readonly night: boolean
  readonly density: WorldDensity
  /** What the plan asks for; a layout that has it puts it where it is seen. */
  readonly props: readonly WorldProp[]
  /** The plan's accent colour, or one the layout prefers. */
  accent(preferred: Rgb): Rgb
  /** Random streams, one for each concern. */
  readonly streams: Streams
  /** Value noise, 0..1, features about one unit wide. */
  noise(x: number, z: number): number
  /** A sum of octaves of noise, 0..1. */
  fractal(x: number, z: number, octaves: number): number
}

/** A ring of distant hills or mountains. */
export type Ridge = {
  readonly radius: number
  readonly y: number
  readonly height: number
  /** Hills in a turn, roughly. */
  readonly detail: number
  readonly seed: number
  readonly sharp?: boolean
  readonly colour: Rgb
  /** Share of the horizon's colour. */
  readonly haze: number
  readonly snow?: Rgb
}

/** A tree beyond the edge: `shade` lights a colour for its distance. */
export type FarTree = (model: ModelBuilder, at: Vec3, size: number, shade: (colour: Rgb) => Rgb) => void

/** A patch of ground with its own triangles: x, y, z a vertex. */
export type GroundPatch = { readonly positions: number[]; readonly index: number[] }

/** What a layout decides before anything is built. */
export type Draft = {
  /** Height of the bare ground. */
  height(x: number, z: number): number
  readonly sites?: readonly Site[]
  readonly paths?: readonly Path[]
  readonly waterLevel?: number
  /** Colours a texel of ground. `steepness` is 0 on the flat, 1 upright. */
  ground(texel: Texel, x: number, z: number, height: number, steepness: number, land: Land): void
  /** Colour of the ground beyond the edge; without it the world ends there. */
  readonly farGround?: (x: number, z: number) => Rgb
  readonly farTree?: FarTree
  readonly ridges?: readonly Ridge[]
  readonly spawn: Place2
  /** What one sees first. */
  readonly landmark: Vec3
  /** No ground there. */
  readonly isVoid?: (x: number, z: number) => boolean
  /** Ground that is not the whole square. */
  readonly patches?: (land: Land) => GroundPatch
  /** Lowest height anything is built at; below it light is not blocked. */
  readonly lowest?: number
  /** Walls all round and above: no sky, longer rays. */
  readonly interior?: boolean
  /** Light that reaches everywhere indoors. */
  readonly leastLight?: Rgb
  /** What stands there. */
  build(world: World): void
  /** What is strewn over the places left free, after the plan's own props stand. */
  dress(world: World): void
}

/** One way to lay out a place. */
export type Layout = (sketch: Sketch) => Draft

export type Lamp = {
  readonly position: Vec3
  readonly colour: Rgb
  readonly range: number
  /** How fast it weakens with the square of distance. */
  readonly fall: number
  /** Whether walls stop it. */
  readonly shaded: boolean
  /** A spot's direction with the cosines where it is full and gone. */
  readonly spot?: { readonly direction: Vec3; readonly full: number; readonly gone: number }
}

/** Something in the way: a box turned by `yaw`, or an upright cylinder; `y` is its foot. */
export type Collider = { readonly x: number; readonly y: number; readonly z: number; readonly height: number } & (
  | { readonly radius: number }
  | { readonly width: number; readonly depth: number; readonly yaw: number }
)

/** Something to walk on above the ground. `end` is the height at the far (+z) side of a ramp. */
export type Floor = {
  readonly name: string
  readonly x: number
  readonly z: number
  readonly y: number
  readonly end?: number
} & ({ readonly radius: number } | { readonly width: number; readonly depth: number; readonly yaw: number })

/** A point of interest; `asked` of one that the plan names. */
export type Point = { readonly name: string; readonly x: number; readonly z: number; readonly asked?: true }
export type Seat = { readonly x: number; readonly y: number; readonly z: number; readonly yaw: number }
/** A rectangle on a wall for a picture; its face looks along `yaw`. */
export type Slot = Seat & { readonly width: number; readonly height: number }

/** Many small things of one form, lit one by one. */
export type Growth = { readonly form: ModelBuilder; readonly places: { x: number; y: number; z: number; yaw: number; size: number }[] }

/** Something that turns: about the upright, or about its own z after a turn by `yaw`. */
export type Moving = {
  readonly name: string
  readonly form: ModelBuilder
  readonly at: Vec3
  readonly axis: 'y' | 'z'
  readonly yaw: number
  /** Seconds a turn; negative turns the other way. */
  readonly period: number
}

/** A world being built: its ground is fixed, things are added. */
export type World = Sketch & {
  readonly draft: Draft
  readonly land: Land
  readonly ground: GroundMesh
  readonly waterLevel: number
  /** Opaque things, lit and shadowed. */
  readonly solid: ModelBuilder
  /** Sky and distance, whose glow is their final colour. */
  readonly far: ModelBuilder
  /** See-through surfaces whose colours are final. */
  readonly water: ModelBuilder
  readonly growths: Map<string, Growth>
  readonly moving: Moving[]
  readonly lamps: Lamp[]
  readonly colliders: Collider[]
  readonly floors: Floor[]
  readonly points: Point[]
  readonly seats: Seat[]
  readonly slots: Slot[]
  /** Circles where nothing is scattered. */
  readonly kept: { readonly x: number; readonly z: number; readonly radius: number }[]
}
