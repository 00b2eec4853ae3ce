import { cos, PI, sin } from '../../math/dmath.ts'
import { rgb } from '../../solid/palette.ts'
import { type Build, tint } from './build.ts'
import { lathe, limb, rod, type Shape, slab } from './shape.ts'

const RADIUS = 2
/** Courses of blocks up to the top. */
const COURSES = 6

/** A joint round the dome at a share of its height. */
const joint = (t: number): Shape => {
  const r = RADIUS * cos((t * PI) / 2) + 0.012
  const y = RADIUS * sin((t * PI) / 2)
  return lathe(
    0,
    0,
    [
      [y - 0.025, r],
      [y + 0.025, r],
    ],
    28,
  )
}

/** Upright joints of a course, every second course half a block further. */
const uprights = (course: number): Shape[] => {
  const blocks = 14 - course * 2
  return Array.from({ length: blocks }, (_, i) => {
    const a = ((i + (course % 2) * 0.5) * 2 * PI) / blocks
    const at = (t: number): [number, number, number] => {
      const r = (RADIUS + 0.004) * cos((t * PI) / 2)
      return [cos(a) * r, RADIUS * sin((t * PI) / 2), sin(a) * r]
    }
    return rod(at(course / COURSES), at((course + 1) / COURSES), 0.022, 0.022, 5)
  })
}

/** A house of snow blocks with a low way in. */
export const IGLOO: Build = (_, colour) => [
  {
    shapes: [
      lathe(
        0,
        0,
        Array.from({ length: 13 }, (_, i): [number, number] => {
          const a = (i * PI) / 24
          return [RADIUS * sin(a), Math.max(0.01, RADIUS * cos(a))]
        }),
        28,
      ),
      limb(
        [
          [0, 0.42, 1.4, 0.82],
          [0, 0.42, 2.7, 0.8],
        ],
        { sides: 18 },
      ),
    ],
    colour: tint(colour, '#eef3f8'),
  },
  {
    shapes: [...Array.from({ length: COURSES - 1 }, (_, i) => joint((i + 1) / COURSES)), ...[0, 1, 2, 3, 4].flatMap(uprights)],
    colour: rgb('#a4b8cc'),
  },
  {
    shapes: [
      limb(
        [
          [0, 0.38, 3.2, 0.5],
          [0, 0.38, 3.49, 0.5],
        ],
        { sides: 16 },
      ),
      slab(0, 0.16, 3.38, 0.5, 0.2, 0.16),
    ],
    colour: rgb('#10151c'),
  },
]
