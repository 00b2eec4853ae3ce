import { smoothMax } from '../../solid/field/combine.ts'
import type { Field2 } from '../../solid/field/field.ts'
import { once2 } from '../../solid/field/once.ts'
import { catmullRom, polygon } from '../../solid/field/outline.ts'
import { length2 } from '../../solid/field/shapes.ts'

const { abs } = Math

type Points = readonly (readonly [number, number])[]

/** A hollow body that is the same on both sides, by its right half from the neck down. */
const mirrored = (half: Points): Field2 => {
  const foot = half[half.length - 1]![1]
  const right = polygon([-0.5, half[0]![1], ...catmullRom(half, 3).flat(), -0.5, foot])
  return once2((x, y) => right(abs(x), y))
}

const curved = (points: Points): Field2 => once2(polygon(catmullRom(points, 3).flat()))

const DREADNOUGHT = mirrored([
  [0.06, 0.0],
  [0.24, -0.02],
  [0.35, -0.12],
  [0.34, -0.3],
  [0.31, -0.44],
  [0.35, -0.6],
  [0.43, -0.78],
  [0.42, -1.0],
  [0.24, -1.13],
  [0, -1.15],
])

const WAISTED = mirrored([
  [0.06, 0.0],
  [0.22, -0.02],
  [0.36, -0.14],
  [0.34, -0.31],
  [0.27, -0.44],
  [0.35, -0.6],
  [0.47, -0.8],
  [0.42, -1.03],
  [0.22, -1.14],
  [0, -1.16],
])

/** What a cutaway takes of a body: room beside the neck for the hand, round or ending in a sharp horn. */
const cutaway = (body: Field2, sharp: boolean): Field2 =>
  once2((x, y) =>
    smoothMax(body(x, y), sharp ? 0.23 - length2((x - 0.27) * 1.1, y + 0.02) : 0.27 - length2(x - 0.36, y - 0.02), sharp ? 0.012 : 0.05),
  )

/** Bodies with a sound hole or a plate: outline, where the bridge stands and where the middle of the hole lies; the neck meets them at the origin. */
export const HOLLOW = {
  dreadnought: { outline: DREADNOUGHT, bridge: -0.86, sound: -0.34 },
  /** Very broad below a slim waist. */
  jumbo: {
    outline: mirrored([
      [0.06, 0.0],
      [0.24, -0.01],
      [0.39, -0.15],
      [0.35, -0.33],
      [0.27, -0.45],
      [0.42, -0.6],
      [0.6, -0.83],
      [0.5, -1.1],
      [0.25, -1.2],
      [0, -1.22],
    ]),
    bridge: -0.88,
    sound: -0.34,
  },
  /** Small and slender, its neck long. */
  parlour: {
    outline: mirrored([
      [0.06, -0.02],
      [0.16, -0.05],
      [0.235, -0.17],
      [0.2, -0.33],
      [0.175, -0.41],
      [0.23, -0.54],
      [0.32, -0.72],
      [0.28, -0.9],
      [0.15, -0.98],
      [0, -1.0],
    ]),
    bridge: -0.74,
    sound: -0.3,
  },
  waisted: { outline: WAISTED, bridge: -0.86, sound: -0.34 },
  cutaway: { outline: cutaway(DREADNOUGHT, false), bridge: -0.86, sound: -0.36 },
  horned: { outline: cutaway(WAISTED, true), bridge: -0.86, sound: -0.36 },
  teardrop: {
    outline: mirrored([
      [0.06, 0.02],
      [0.1, -0.08],
      [0.22, -0.3],
      [0.38, -0.56],
      [0.5, -0.82],
      [0.44, -1.04],
      [0.24, -1.16],
      [0, -1.19],
    ]),
    bridge: -0.88,
    sound: -0.44,
  },
  /** Flares like a bell from narrow shoulders. */
  bell: {
    outline: mirrored([
      [0.06, 0.0],
      [0.16, -0.01],
      [0.25, -0.1],
      [0.27, -0.3],
      [0.29, -0.52],
      [0.38, -0.72],
      [0.55, -0.94],
      [0.54, -1.08],
      [0.32, -1.1],
      [0, -1.12],
    ]),
    bridge: -0.86,
    sound: -0.36,
  },
} as const satisfies Record<string, { outline: Field2; bridge: number; sound: number }>

/** Solid bodies: outline, and where the end of the strap may be fixed beside the neck. */
export const SOLID = {
  /** Two horns of different length. */
  horned: curved([
    [0.09, -0.14],
    [0.18, -0.08],
    [0.3, 0.05],
    [0.36, -0.04],
    [0.29, -0.26],
    [0.29, -0.46],
    [0.42, -0.7],
    [0.36, -0.98],
    [0.14, -1.1],
    [-0.16, -1.12],
    [-0.38, -1.02],
    [-0.44, -0.78],
    [-0.32, -0.54],
    [-0.29, -0.3],
    [-0.37, -0.02],
    [-0.32, 0.17],
    [-0.2, 0.02],
    [-0.09, -0.12],
    [0.09, -0.14],
  ]),
  /** One cutaway with a sharp horn. */
  single: curved([
    [0.09, -0.2],
    [0.17, -0.2],
    [0.33, -0.06],
    [0.36, -0.14],
    [0.29, -0.32],
    [0.29, -0.48],
    [0.43, -0.72],
    [0.41, -0.98],
    [0.22, -1.13],
    [0, -1.16],
    [-0.22, -1.13],
    [-0.41, -0.98],
    [-0.43, -0.72],
    [-0.29, -0.48],
    [-0.29, -0.32],
    [-0.36, -0.16],
    [-0.28, -0.01],
    [-0.1, 0.02],
    [0.09, -0.2],
  ]),
  /** Long and slanted, its waist not at one height on both sides. */
  offset: curved([
    [0.09, -0.14],
    [0.2, -0.05],
    [0.34, 0.02],
    [0.38, -0.08],
    [0.3, -0.3],
    [0.36, -0.52],
    [0.52, -0.78],
    [0.48, -1.06],
    [0.22, -1.2],
    [-0.06, -1.16],
    [-0.34, -1.08],
    [-0.46, -0.88],
    [-0.36, -0.62],
    [-0.3, -0.42],
    [-0.4, -0.12],
    [-0.36, 0.08],
    [-0.22, 0.04],
    [-0.09, -0.12],
    [0.09, -0.14],
  ]),
  /** Two thin horns that are alike, pointed like a devil's. */
  devil: curved([
    [0.08, -0.3],
    [0.17, -0.22],
    [0.26, -0.02],
    [0.34, 0.08],
    [0.4, -0.1],
    [0.33, -0.34],
    [0.33, -0.5],
    [0.45, -0.74],
    [0.4, -1.02],
    [0.2, -1.13],
    [0, -1.15],
    [-0.2, -1.13],
    [-0.4, -1.02],
    [-0.45, -0.74],
    [-0.33, -0.5],
    [-0.33, -0.34],
    [-0.4, -0.1],
    [-0.34, 0.08],
    [-0.26, -0.02],
    [-0.17, -0.22],
    [-0.08, -0.3],
    [0.08, -0.3],
  ]),
  /** Two wings like an arrowhead. */
  vee: once2(
    polygon([
      0.1, -0.06, 0.17, -0.16, 0.62, -1.16, 0.54, -1.26, 0.4, -1.26, 0.12, -0.94, -0.12, -0.94, -0.4, -1.26, -0.54, -1.26, -0.62, -1.16,
      -0.17, -0.16, -0.1, -0.06,
    ]),
  ),
  /** Four points, slanted like lightning. */
  bolt: once2(
    polygon([
      0.1, -0.14, 0.2, -0.2, 0.56, 0.12, 0.36, -0.44, 0.54, -1.0, 0.16, -1.06, -0.22, -1.1, -0.66, -1.22, -0.36, -0.58, -0.52, -0.06, -0.2,
      -0.16, -0.1, -0.14,
    ]),
  ),
  /** A star of four rays. */
  star: once2(
    polygon([
      0.1, -0.14, 0.18, -0.24, 0.6, 0.1, 0.36, -0.5, 0.7, -1.2, 0.14, -0.98, -0.14, -0.98, -0.7, -1.2, -0.36, -0.5, -0.6, 0.1, -0.18, -0.24,
      -0.1, -0.14,
    ]),
  ),
  /** A box with round corners. */
  crate: once2(polygon([0.36, -0.14, 0.4, -0.18, 0.4, -1.06, 0.36, -1.1, -0.36, -1.1, -0.4, -1.06, -0.4, -0.18, -0.36, -0.14])),
} as const satisfies Record<string, Field2>

/** Where a body ends below the bridge. */
export function endOf(outline: Field2): number {
  let end = -0.92
  while (outline(0, end) < 0) end -= 0.02
  return end
}

/** How far a body reaches to one side. */
export function breadthOf(outline: Field2): number {
  let most = 0.3
  for (let y = -1.2; y < -0.5; y += 0.05) while (outline(most, y) < 0) most += 0.02
  return most
}

/** Outlines of the plate the pegs stand in, upwards from the nut. */
export const HEADSTOCKS = {
  slotted: polygon([-0.055, 0, -0.11, 0.06, -0.115, 0.36, -0.04, 0.39, 0, 0.36, 0.04, 0.39, 0.115, 0.36, 0.11, 0.06, 0.055, 0]),
  crowned: polygon([
    -0.055, 0, -0.09, 0.08, -0.13, 0.3, -0.12, 0.36, -0.06, 0.34, 0, 0.4, 0.06, 0.34, 0.12, 0.36, 0.13, 0.3, 0.09, 0.08, 0.055, 0,
  ]),
  arrow: polygon([-0.055, 0, -0.12, 0.1, -0.1, 0.3, 0, 0.46, 0.1, 0.3, 0.12, 0.1, 0.055, 0]),
  round: polygon([
    -0.055, 0, -0.11, 0.07, -0.12, 0.18, -0.11, 0.29, -0.07, 0.37, 0, 0.4, 0.07, 0.37, 0.11, 0.29, 0.12, 0.18, 0.11, 0.07, 0.055, 0,
  ]),
  square: polygon([-0.055, 0, -0.12, 0.08, -0.13, 0.38, 0.13, 0.38, 0.12, 0.08, 0.055, 0]),
  /** Pegs of all strings in a row on one side, the end scrolled. */
  inline: polygon([
    -0.055, 0, -0.085, 0.06, -0.1, 0.4, -0.06, 0.5, 0.03, 0.54, 0.11, 0.5, 0.13, 0.42, 0.08, 0.37, 0.07, 0.28, 0.075, 0.12, 0.055, 0,
  ]),
  /** The same bent like a hockey stick and pointed. */
  pointed: polygon([-0.055, 0, -0.11, 0.08, -0.12, 0.34, -0.2, 0.54, 0.02, 0.42, 0.075, 0.2, 0.055, 0]),
  /** Long, for twice as many pegs. */
  double: polygon([-0.055, 0, -0.12, 0.08, -0.13, 0.5, -0.1, 0.56, 0, 0.53, 0.1, 0.56, 0.13, 0.5, 0.12, 0.08, 0.055, 0]),
} as const satisfies Record<string, Field2>

export type Headstock = keyof typeof HEADSTOCKS
