import { smoothMax } from '../../solid/field/combine.ts'
import type { Field2 } from '../../solid/field/field.ts'
import { once2 } from '../../solid/field/once.ts'
import { catmullRom, polygon } from '../../solid/field/outline.ts'
import { length2 } from '../../solid/field/shapes.ts'

const { abs } = Math

/** A hollow body that is the same on both sides, by its right half from the neck down. */
const mirrored = (half: readonly (readonly [number, number])[]): Field2 => {
  const foot = half[half.length - 1]![1]
  const right = polygon([-0.5, 0, ...catmullRom(half, 3).flat(), -0.5, foot])
  return once2((x, y) => right(abs(x), y))
}

const DREADNOUGHT = mirrored([
  [0.06, 0.0],
  [0.24, -0.03],
  [0.33, -0.16],
  [0.31, -0.32],
  [0.27, -0.42],
  [0.34, -0.6],
  [0.44, -0.78],
  [0.4, -1.0],
  [0.22, -1.12],
  [0, -1.14],
])

/** Outlines of hollow bodies; the neck meets them at the origin. */
export const HOLLOW = {
  dreadnought: DREADNOUGHT,
  /** Wide above and below a slim waist. */
  jumbo: mirrored([
    [0.06, 0.0],
    [0.27, -0.02],
    [0.36, -0.15],
    [0.32, -0.31],
    [0.26, -0.44],
    [0.4, -0.6],
    [0.53, -0.8],
    [0.46, -1.04],
    [0.24, -1.15],
    [0, -1.17],
  ]),
  parlour: mirrored([
    [0.06, -0.02],
    [0.2, -0.05],
    [0.28, -0.18],
    [0.24, -0.36],
    [0.22, -0.46],
    [0.29, -0.64],
    [0.37, -0.82],
    [0.33, -1.0],
    [0.18, -1.1],
    [0, -1.12],
  ]),
  /** Room beside the neck for the hand. */
  cutaway: once2((x, y) => smoothMax(DREADNOUGHT(x, y), 0.21 - length2((x - 0.33) * 0.9, y - 0.0), 0.04)),
  teardrop: mirrored([
    [0.06, 0.0],
    [0.14, -0.08],
    [0.24, -0.28],
    [0.35, -0.54],
    [0.45, -0.8],
    [0.4, -1.0],
    [0.22, -1.12],
    [0, -1.15],
  ]),
} as const satisfies Record<string, Field2>

/** Outlines of solid bodies. */
export const SOLID = {
  /** Two horns of different length. */
  horned: once2(
    polygon(
      catmullRom(
        [
          [0.09, -0.14],
          [0.2, -0.08],
          [0.3, 0.04],
          [0.36, -0.04],
          [0.3, -0.26],
          [0.31, -0.46],
          [0.42, -0.7],
          [0.36, -0.98],
          [0.14, -1.1],
          [-0.16, -1.12],
          [-0.38, -1.02],
          [-0.44, -0.78],
          [-0.34, -0.54],
          [-0.31, -0.3],
          [-0.38, -0.04],
          [-0.32, 0.14],
          [-0.2, 0.0],
          [-0.09, -0.12],
          [0.09, -0.14],
        ],
        3,
      ).flat(),
    ),
  ),
  /** One cutaway with a sharp horn. */
  single: once2(
    polygon(
      catmullRom(
        [
          [0.09, -0.2],
          [0.17, -0.18],
          [0.33, -0.06],
          [0.35, -0.14],
          [0.29, -0.32],
          [0.3, -0.5],
          [0.42, -0.72],
          [0.4, -0.96],
          [0.22, -1.12],
          [0, -1.16],
          [-0.22, -1.12],
          [-0.4, -0.96],
          [-0.42, -0.72],
          [-0.3, -0.5],
          [-0.29, -0.32],
          [-0.35, -0.16],
          [-0.28, -0.02],
          [-0.1, 0.02],
          [0.09, -0.2],
        ],
        3,
      ).flat(),
    ),
  ),
  /** Two wings like an arrowhead. */
  vee: once2(
    polygon([
      0.1, -0.1, 0.17, -0.28, 0.5, -1.12, 0.33, -1.16, 0.14, -0.98, -0.14, -0.98, -0.33, -1.16, -0.5, -1.12, -0.17, -0.28, -0.1, -0.1,
    ]),
  ),
  /** Four points, slanted like lightning. */
  bolt: once2(
    polygon([
      0.1, -0.14, 0.18, -0.2, 0.46, 0.1, 0.34, -0.44, 0.46, -0.98, 0.16, -1.06, -0.2, -1.08, -0.54, -1.14, -0.34, -0.58, -0.46, -0.08, -0.2,
      -0.16, -0.1, -0.14,
    ]),
  ),
} as const satisfies Record<string, Field2>

/** Outlines of the plate the pegs stand in, upwards from the nut. */
export const HEADSTOCKS = {
  slotted: polygon([-0.055, 0, -0.1, 0.06, -0.105, 0.34, -0.04, 0.37, 0, 0.35, 0.04, 0.37, 0.105, 0.34, 0.1, 0.06, 0.055, 0]),
  crowned: polygon([
    -0.055, 0, -0.09, 0.08, -0.13, 0.3, -0.12, 0.36, -0.06, 0.34, 0, 0.4, 0.06, 0.34, 0.12, 0.36, 0.13, 0.3, 0.09, 0.08, 0.055, 0,
  ]),
  arrow: polygon([-0.055, 0, -0.12, 0.1, -0.1, 0.3, 0, 0.46, 0.1, 0.3, 0.12, 0.1, 0.055, 0]),
  round: polygon([
    -0.055, 0, -0.11, 0.07, -0.12, 0.18, -0.11, 0.29, -0.07, 0.37, 0, 0.4, 0.07, 0.37, 0.11, 0.29, 0.12, 0.18, 0.11, 0.07, 0.055, 0,
  ]),
} as const satisfies Record<string, Field2>
