import { MATERIAL } from '../../material/material-id.ts'
import type { PaintSpec } from '../../mesh.ts'
import type { Rgb } from '../../vector.ts'

export type TerrainPaint = {
  readonly rock: Rgb
  readonly grass: Rgb
  readonly dryGrass?: Rgb
  /** Height above which snow lies; left out: none. */
  readonly snowLine?: number
  /** Metres over which snow begins. */
  readonly snowBand?: number
  /** Pebbles lie below this height, over a band. */
  readonly shore?: number
  readonly shoreBand?: number
  /** Size of features, 1 near the eye, 6 for mountains. */
  readonly scale?: number
  readonly bump?: number
  /** Positive: rock on gentler slopes too. */
  readonly rockiness?: number
}

const NO_SNOW = 1e6

/** Ground of rock and turf, with snow above and pebbles below. */
export const ground = (p: TerrainPaint): PaintSpec => ({
  material: MATERIAL.relief,
  numbers: [
    ...p.rock,
    ...p.grass,
    ...(p.dryGrass ?? p.grass),
    p.snowLine ?? NO_SNOW,
    p.snowBand ?? 1,
    p.shore ?? -1000,
    p.shoreBand ?? 2,
    p.scale ?? 1,
    p.bump ?? 1.3,
    p.rockiness ?? 0,
  ],
})

/** Leaves that vary from one colour to another; `through` is the share of light that passes. */
export const leaves = (from: Rgb, to: Rgb, { snow = 0, through = 0.2 } = {}): PaintSpec => ({
  material: MATERIAL.leaves,
  numbers: [0, ...from, snow, through, ...to],
})

export type RockPaint = {
  readonly colour: Rgb
  /** Features a metre. */
  readonly features?: number
  /** What grows or lies on top, and how much of it. */
  readonly cover?: Rgb
  readonly covered?: number
  /** Height of the wet foot and where it starts. */
  readonly wet?: readonly [band: number, from: number]
}

export const stoneOf = ({ colour, features = 1, cover = colour, covered = 0, wet = [0, 0] }: RockPaint): PaintSpec => ({
  material: MATERIAL.crag,
  numbers: [0, ...colour, features, covered, ...cover, ...wet],
})

/** Sand with ripples 0..1, darker below the height `wetBelow`. */
export const sandOf = (colour: Rgb, ripples = 1, wetBelow = -1e6): PaintSpec => ({
  material: MATERIAL.dune,
  numbers: [0, ...colour, ripples, wetBelow],
})

export const snowOf = (): PaintSpec => ({ material: MATERIAL.firn, numbers: [] })

export type LakePaint = {
  readonly deep: Rgb
  /** 0 a mirror, 1 choppy. */
  readonly waves: number
  readonly scale?: number
  /** Colour over a shallow bed and the depth at which the bed is lost. */
  readonly bed?: Rgb
  readonly lostAt?: number
}

/** Still water that mirrors the scene; v of its vertices is the depth. */
export const lakeOf = ({ deep, waves, scale = 1, bed = deep, lostAt = 0 }: LakePaint): PaintSpec => ({
  material: MATERIAL.lake,
  numbers: [0, ...deep, waves, scale, ...bed, lostAt],
})

export type SeaPaint = {
  readonly deep: Rgb
  /** Light through a crest. */
  readonly crest: Rgb
  readonly foam?: number
  readonly bed?: Rgb
}

/** The sea; v of its vertices is 1 at a crest, u foam at a shore. */
export const seaOf = ({ deep, crest, foam = 1, bed = deep }: SeaPaint): PaintSpec => ({
  material: MATERIAL.sea,
  numbers: [0, ...deep, ...crest, foam, ...bed],
})

/** Planks along u. */
export const planksOf = (colour: Rgb, width = 0.2): PaintSpec => ({ material: MATERIAL.planks, numbers: [0, ...colour, width] })

/** Bark, with moss on a share of it. */
export const barkOf = (colour: Rgb, furrows = 1.6, moss: Rgb = colour, mossy = 0): PaintSpec => ({
  material: MATERIAL.bark,
  numbers: [0, ...colour, furrows, ...moss, mossy],
})

/** The upper side of a sheet of cloud, with the colour of its hollows. */
export const cloudOf = (hollow: Rgb): PaintSpec => ({ material: MATERIAL.cloud, numbers: [0, ...hollow] })

/** Cloth that lets light through, with stripes of a second colour. */
export const clothOf = (colour: Rgb, through = 0.3, stripe: Rgb = colour, stripes = 0): PaintSpec => ({
  material: MATERIAL.cloth,
  numbers: [0, ...colour, through, ...stripe, stripes],
})

/** Stacked logs of this height. */
export const logsOf = (colour: Rgb, height = 0.34): PaintSpec => ({ material: MATERIAL.logs, numbers: [0, ...colour, height] })

export type MasonryPaint = {
  readonly colour: Rgb
  readonly blockWidth?: number
  readonly blockHeight?: number
  readonly variant?: number
  /** Depth of the joints, 0..1. */
  readonly joints?: number
  /** What lies or grows on ledges, and how much. */
  readonly cover?: Rgb
  readonly covered?: number
}

export const masonryOf = ({
  colour,
  blockWidth = 1.4,
  blockHeight = 0.7,
  variant = 0,
  joints = 1,
  cover = colour,
  covered = 0,
}: MasonryPaint): PaintSpec => ({
  material: MATERIAL.masonry,
  numbers: [variant, ...colour, blockWidth, blockHeight, joints, covered, ...cover],
})

/** Painted bands round a tower, `height` metres each from `from` upwards; they climb `slant` metres a metre round it. */
export const bandsOf = (first: Rgb, second: Rgb, height: number, from: number, slant = 0): PaintSpec => ({
  material: MATERIAL.bands,
  numbers: [0, ...first, ...second, height, from, slant],
})

/** Falling water. */
export const fallOf = (): PaintSpec => ({ material: MATERIAL.fall, numbers: [] })
