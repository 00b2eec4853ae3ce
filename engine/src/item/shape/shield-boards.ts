import { atan2, cos } from '../../math/dmath.ts'
import type { Field2 } from '../../solid/field/field.ts'
import { length2, rectangle } from '../../solid/field/shapes.ts'
import { curvedOutline, type Division, evenOutline } from './heraldry.ts'

const { abs, max } = Math

/** Lengths in model units. */
export type Board = {
  readonly outlines: readonly Field2[]
  /** How far the face stands forward. */
  readonly dome: Field2
  /** Height of its middle, where bosses and charges sit. */
  readonly middle: number
  readonly foot: number
  /** Radius of a ball round the origin that holds it. */
  readonly reach: number
  /** Half the breadth of a charge that fits. */
  readonly room: number
  readonly divisions: readonly Division[]
}

const bowl: Field2 = (x, y) => 0.22 * (1 - (x * x + y * y * 0.8))
/** Bent round a vertical axis. */
const gutter: Field2 = (x) => 0.26 - 0.5 * x * x
const PARTED: readonly Division[] = [
  'pale',
  'quarterly',
  'bend',
  'chevron',
  'fess',
  'cross',
  'saltire',
  'gyronny',
  'checky',
  'lozengy',
  'barry',
  'pile',
  'plain',
]

/** Boards of shields by their form. */
export const BOARDS: Readonly<Record<string, Board>> = {
  heater: {
    outlines: [
      evenOutline(
        [
          [0, 0.86],
          [0.34, 0.8],
          [0.68, 0.72],
        ],
        [
          [0.68, 0.72],
          [0.68, 0.1],
          [0.5, -0.4],
          [0.25, -0.75],
          [0, -0.95],
        ],
      ),
      evenOutline(
        [
          [0, 0.82],
          [0.68, 0.82],
        ],
        [
          [0.68, 0.82],
          [0.68, 0.3],
          [0.52, -0.35],
          [0, -0.95],
        ],
      ),
      evenOutline(
        [
          [0, 0.66],
          [0.28, 0.76],
          [0.5, 0.74],
          [0.72, 0.88],
        ],
        [
          [0.72, 0.88],
          [0.6, 0.5],
          [0.66, 0.05],
          [0.48, -0.46],
          [0, -0.95],
        ],
      ),
      evenOutline(
        [
          [0, 0.9],
          [0.16, 0.78],
          [0.36, 0.74],
        ],
        [
          [0.36, 0.74],
          [0.52, 0.76],
          [0.7, 0.88],
        ],
        [
          [0.7, 0.88],
          [0.68, 0.2],
          [0.62, -0.34],
        ],
        [
          [0.62, -0.34],
          [0.42, -0.66],
          [0.16, -0.74],
          [0, -0.95],
        ],
      ),
    ],
    dome: bowl,
    middle: 0.08,
    foot: -0.95,
    reach: 1.2,
    room: 0.42,
    divisions: PARTED,
  },
  round: {
    outlines: [
      (x, y) => length2(x, y) - 0.82,
      (x, y) => length2(x, y) - 0.82,
      (x, y) => length2(x, y) - 0.8 - 0.035 * cos(atan2(y, x) * 12),
    ],
    dome: bowl,
    middle: 0,
    foot: -0.82,
    reach: 1,
    room: 0.42,
    divisions: ['quarterly', 'gyronny', 'rays', 'whirl', 'whirl', 'cross', 'saltire', 'pale', 'barry', 'plain'],
  },
  kite: {
    outlines: [
      evenOutline([
        [0, 0.97],
        [0.3, 0.89],
        [0.5, 0.64],
        [0.55, 0.34],
        [0.42, -0.24],
        [0.2, -0.76],
        [0, -1.08],
      ]),
      evenOutline(
        [
          [0, 0.9],
          [0.54, 0.84],
        ],
        [
          [0.54, 0.84],
          [0.55, 0.34],
          [0.42, -0.24],
          [0.2, -0.76],
          [0, -1.08],
        ],
      ),
    ],
    dome: (x, y) => 0.2 - 0.42 * x * x - 0.08 * y * y,
    middle: 0.34,
    foot: -1.08,
    reach: 1.24,
    room: 0.36,
    divisions: PARTED,
  },
  tower: {
    outlines: [
      (x, y) => rectangle(x, y, 0.56, 0.94, 0.06),
      evenOutline(
        [
          [0, 0.98],
          [0.3, 0.95],
          [0.52, 0.82],
        ],
        [
          [0.52, 0.82],
          [0.56, 0],
          [0.52, -0.82],
        ],
        [
          [0.52, -0.82],
          [0.3, -0.95],
          [0, -0.98],
        ],
      ),
    ],
    dome: gutter,
    middle: 0,
    foot: -0.96,
    reach: 1.24,
    room: 0.38,
    divisions: ['saltire', 'cross', 'fess', 'barry', 'pale', 'quarterly', 'chevron', 'rays', 'lozengy', 'plain'],
  },
  oval: {
    outlines: [
      evenOutline([
        [0, 0.97],
        [0.36, 0.81],
        [0.58, 0.43],
        [0.63, 0],
        [0.58, -0.43],
        [0.36, -0.81],
        [0, -0.97],
      ]),
      evenOutline(
        [
          [0, 0.96],
          [0.32, 0.92],
        ],
        [
          [0.32, 0.92],
          [0.64, 0.4],
          [0.64, -0.4],
        ],
        [
          [0.64, -0.4],
          [0.32, -0.92],
        ],
        [
          [0.32, -0.92],
          [0, -0.96],
        ],
      ),
    ],
    dome: (x, y) => 0.2 - 0.3 * x * x - 0.08 * y * y,
    middle: 0,
    foot: -0.97,
    reach: 1.16,
    room: 0.4,
    divisions: ['fess', 'saltire', 'rays', 'pale', 'quarterly', 'lozengy', 'plain'],
  },
  // a notch for the lance on the right
  tilting: {
    outlines: [
      curvedOutline(
        [
          [-0.66, 0.86],
          [-0.25, 0.72],
          [0.2, 0.72],
          [0.62, 0.84],
        ],
        [
          [0.62, 0.84],
          [0.6, 0.66],
          [0.44, 0.6],
          [0.36, 0.46],
          [0.44, 0.32],
          [0.62, 0.27],
        ],
        [
          [0.62, 0.27],
          [0.58, 0],
          [0.64, -0.42],
        ],
        [
          [0.64, -0.42],
          [0.42, -0.76],
          [0, -0.9],
          [-0.42, -0.76],
          [-0.64, -0.42],
        ],
        [
          [-0.64, -0.42],
          [-0.57, 0],
          [-0.6, 0.4],
          [-0.66, 0.86],
        ],
      ),
    ],
    dome: (x, y) => 0.2 - 0.22 * x * x - 0.12 * y * y,
    middle: -0.08,
    foot: -0.9,
    reach: 1.16,
    room: 0.36,
    divisions: PARTED,
  },
  crescent: {
    outlines: [
      (x, y) => max(length2(x, y) - 0.86, 0.42 - length2(x, y - 0.82)),
      (x, y) => max(length2(x, y) - 0.86, 0.34 - length2(abs(x) - 0.33, y - 0.74)),
    ],
    dome: bowl,
    middle: -0.14,
    foot: -0.86,
    reach: 1,
    room: 0.34,
    divisions: ['rays', 'pale', 'gyronny', 'whirl', 'barry', 'plain'],
  },
}
