import { cos, sin, smooth } from '../../math/dmath.ts'
import { smoothMax } from '../../solid/field/combine.ts'
import type { Rgb } from '../../solid/field/field.ts'
import { length2, length3 } from '../../solid/field/shapes.ts'
import { scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { paint, tint } from '../../solid/render/surface.ts'
import type { Bust } from '../bust.ts'
import { EXPRESSIONS } from '../person/expression.ts'

const { abs, min } = Math

export type BigEyes = {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly r: number
  readonly colour: Rgb
  /** A cat's pupil. */
  readonly slit?: boolean
  /** Share of the ball the iris takes. */
  readonly iris?: number
  /** How far both look inward. */
  readonly inward?: number
  /** Added to the tilt of the lids: outer corners down above 0. */
  readonly tilt?: number
  readonly lid: Opaque
  /** A pupil that lies, as frogs, goats and octopuses have. */
  readonly bar?: boolean
}

const BLACK: Rgb = [0.006, 0.006, 0.008]

/** Large glossy eyes with an upper lid that follows the expression. */
export function addBigEyes({ traits, add, sights }: Bust, eyes: BigEyes): void {
  const { x: ex, y: ey, z: ez, r, colour, iris = 0.84, inward = 0.14, slit = false, bar = false } = eyes
  const dark = scale(colour, 0.25)
  const light: Rgb = [min(1, colour[0] * 1.8 + 0.05), min(1, colour[1] * 1.8 + 0.05), min(1, colour[2] * 1.8 + 0.05)]
  const expression = EXPRESSIONS[traits.expression]
  const eye: Opaque = {
    kind: 'opaque',
    base: [0.2, 0.2, 0.2],
    shade(s) {
      const side = s.x < 0 ? -1 : 1
      const x = (s.x - side * ex) / r + side * inward
      const y = (s.y - ey) / r - 0.02
      const q = length2(x, y)
      const pupil = slit ? length2(x * 2.3, y * 0.8) : bar ? length2(x * 0.8, y * 2) : q * 1.25
      paint(s, [0.85, 0.83, 0.8])
      const within = smooth(iris + 0.03, iris - 0.03, q)
      tint(s, dark, within)
      tint(s, colour, within * smooth(iris * 0.97, iris * 0.82, q))
      tint(s, light, within * smooth(iris * 0.95, iris * 0.5, q) * smooth(0.3, -0.6, y))
      tint(s, BLACK, smooth(0.56, 0.49, pupil))
      const spark = smooth(0.23, 0.17, length2(x + 0.3, y - 0.32)) * 1.5 + smooth(0.1, 0.06, length2(x - 0.28, y + 0.3)) * 0.7
      s.er += spark
      s.eg += spark
      s.eb += spark
      s.rough = 0.1
      s.coat = 0.6
      if (s.z < ez + r * 0.1) paint(s, [0.02, 0.02, 0.02])
    },
  }
  add('eyes', (x, y, z) => length3(abs(x) - ex, y - ey, z - ez) - r, [0, ey, ez, ex + r + 0.02], eye)
  const open = expression.lidUp + 0.24
  const tilt = (eyes.tilt ?? 0) + expression.lidTilt - expression.browAngle * 0.12
  sights.push({ x: ex, y: ey, z: ez, r, eye, shell: r + 0.022, upper: eyes.lid, open, tilt })
  const lids = [expression.wink ? -0.7 : open, open].map((angle) => [cos(angle), sin(angle)] as const)
  add(
    'lids',
    (x, y, z) => {
      const [c, n] = lids[x < 0 ? 0 : 1] as readonly [number, number]
      const ax = abs(x) - ex
      return smoothMax(length3(ax, y - ey, z - ez) - r - 0.022, -(c * (y - ey) - n * (z - ez) + tilt * ax), 0.012)
    },
    [0, ey, ez, ex + r + 0.05],
    eyes.lid,
    0.002,
  )
}
