import { MATERIAL } from '../../material/material-id.ts'
import type { PaintSpec } from '../../mesh.ts'
import type { Rgb } from '../../vector.ts'

export const wallStyles = ['plaster', 'timbered', 'stone', 'brick'] as const
export type WallStyle = (typeof wallStyles)[number]

export type HouseWall = {
  /** 0..1, tells houses apart. */
  readonly variant: number
  readonly wall: Rgb
  /** Beams and shutters. */
  readonly trim: Rgb
  readonly style: WallStyle
  /** Metres. */
  readonly cell: number
  readonly floor: number
  /** Height of the ground. */
  readonly ground: number
  /** Half width of a window as a share of its cell; 0: a blind wall. */
  readonly window?: number
  readonly shutters?: boolean
  /** Share of lit windows at night. */
  readonly lit?: number
  readonly grime?: number
  readonly gain?: number
}

/** The wall of an old house with its windows. */
export const houseWall = (w: HouseWall): PaintSpec => ({
  material: MATERIAL.houseWall,
  numbers: [
    w.variant,
    ...w.wall,
    w.cell,
    w.floor,
    wallStyles.indexOf(w.style),
    w.lit ?? 0.55,
    ...w.trim,
    w.ground,
    w.window ?? 0.17,
    w.shutters ? 1 : 0,
    w.grime ?? 0.8,
    w.gain ?? 2.4,
  ],
})

export type RoofTiles = {
  readonly colour: Rgb
  readonly second?: Rgb
  readonly width?: number
  readonly row?: number
  /** Rounded tiles of the south instead of flat ones. */
  readonly hollow?: boolean
  readonly moss?: number
  readonly variant?: number
}

export const roofTiles = ({
  colour,
  second = colour,
  width = 0.26,
  row = 0.32,
  hollow = false,
  moss = 0,
  variant = 0,
}: RoofTiles): PaintSpec => ({
  material: MATERIAL.roofTiles,
  numbers: [variant, ...colour, width, row, hollow ? 1 : 0, moss, ...second],
})

const PAVINGS = ['cobbles', 'slabs', 'checker'] as const

export type Paving = {
  readonly kind: (typeof PAVINGS)[number]
  readonly colour: Rgb
  readonly second?: Rgb
  /** Metres. */
  readonly size: number
  /** 0..1: how much of the scene it mirrors where it lies in the scene's mirror. */
  readonly shine?: number
  /** The shine is water in hollows, not polish. */
  readonly puddles?: boolean
  readonly snow?: number
}

export const pavingOf = ({ kind, colour, second = colour, size, shine = 0, puddles = false, snow = 0 }: Paving): PaintSpec => ({
  material: MATERIAL.paving,
  numbers: [0.3, ...colour, size, PAVINGS.indexOf(kind), ...second, shine, puddles ? 1 : 0, snow],
})

/** Shelves full of books in a case of this wood. */
export const booksOf = (wood: Rgb, variant: number, shelf = 0.36, thickness = 0.045): PaintSpec => ({
  material: MATERIAL.books,
  numbers: [variant, ...wood, shelf, thickness],
})
