import type { PaintSpec } from '../mesh.ts'
import type { Rgb } from '../vector.ts'
import { MATERIAL } from './material-id.ts'

/** Objects by material. Number 0 is a variant; what the others mean is said here and read in the material's file. */

export type FacadeSpec = {
  /** 0..1, tells buildings apart. */
  readonly variant: number
  readonly wall: Rgb
  readonly glass: Rgb
  /** Metres. */
  readonly windowWidth: number
  readonly floorHeight: number
  /** 0 punched windows, 1 bands, 2 tall fins, 3 curtain wall. */
  readonly pattern: number
  /** Share of windows lit at night. */
  readonly lit: number
  /** Share of lit windows that are cool white. */
  readonly cool: number
  /** Height of the lowest floor. */
  readonly base: number
  /** Brightness of lit windows. */
  readonly gain: number
}

export const facade = (s: FacadeSpec): PaintSpec => ({
  material: MATERIAL.facade,
  numbers: [s.variant, ...s.wall, s.windowWidth, s.floorHeight, s.pattern, s.lit, ...s.glass, s.cool, s.base, s.gain],
})

/** A rough or glossy solid. `reflect` is the share of the sky it mirrors. */
export const plain = (colour: Rgb, gloss = 0, reflect = 0): PaintSpec => ({
  material: MATERIAL.plain,
  numbers: [0, ...colour, gloss, reflect],
})

/** Gives light: colour times gain. Lights nothing else; add a light to the scene for that. */
export const emitter = (colour: Rgb, gain: number): PaintSpec => ({ material: MATERIAL.emitter, numbers: [0, ...colour, gain] })

export type BillboardSpec = {
  readonly variant: number
  readonly first: Rgb
  readonly second: Rgb
  readonly gain: number
  /** Height over width. */
  readonly aspect: number
  /** Size of its details, metres: further away it is one average. */
  readonly detail: number
}

export const billboard = (s: BillboardSpec): PaintSpec => ({
  material: MATERIAL.billboard,
  numbers: [s.variant, ...s.first, s.gain, ...s.second, s.aspect, s.detail],
})

/** Leaves and needles. `snow` 0..1 lies on them, `translucency` lets the sun through. */
export const foliage = (colour: Rgb, { snow = 0, translucency = 0 } = {}): PaintSpec => ({
  material: MATERIAL.foliage,
  numbers: [0, ...colour, snow, translucency],
})

/** Fur of three colours, whose shares are in the uv of its triangles, and how wide a lock of it is, metres. */
export const coat = (base: Rgb, pale: Rgb, dark: Rgb, hair: number): PaintSpec => ({
  material: MATERIAL.coat,
  numbers: [0, ...base, ...pale, ...dark, hair],
})

const coloured =
  (material: PaintSpec['material']) =>
  (colour: Rgb): PaintSpec => ({ material, numbers: [0, ...colour] })
/** Car paint: smooth, mirrors the sky. */
export const carPaint = coloured(MATERIAL.paint)
export const glass = coloured(MATERIAL.glass)

const bare = (material: PaintSpec['material']) => (): PaintSpec => ({ material, numbers: [] })
/** Materials that read the scene's surfaces instead of an object. */
export const street = bare(MATERIAL.street)
export const water = bare(MATERIAL.water)
export const district = bare(MATERIAL.district)
