import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { PaintSpec } from '../../../mesh.ts'
import { blend, type Rgb } from '../../../vector.ts'
import { logsOf, masonryOf, planksOf } from '../paints.ts'

/** How a cabin is built. */
export type CabinForm = {
  readonly walls: PaintSpec
  /** Colour of a roof without snow. */
  readonly roof: Rgb
  /** Rise of the roof as a share of the depth. */
  readonly pitch: number
  readonly width: number
  readonly depth: number
  readonly eaves: number
  /** The roof reaches the ground and its gable looks at the eye. */
  readonly tent: boolean
  /** A floor of plaster under one of wood, its broad gable with a balcony to the eye. */
  readonly chalet: boolean
  /** A roofed porch before the door. */
  readonly porch: boolean
  /** A lower wing: -1 on the left, 1 on the right, 0 none. */
  readonly wing: -1 | 0 | 1
  /** Height of the floor over the ground, on posts. */
  readonly raised: number
}

const LOGS = [
  [0.24, 0.12, 0.06],
  [0.11, 0.065, 0.04],
  [0.24, 0.21, 0.18],
  [0.32, 0.18, 0.08],
] as const
const BOARDS = ['#7a2a22', '#b08a3c', '#3c5a68', '#d8d2c2', '#39453a'].map(rgb)
const ROOFS = ['#6b3a2a', '#3f4348', '#4c5a34', '#7a4a34', '#5a4638', '#56683a'].map(rgb)

/** What sun and rain leave of a paint. */
const WEATHERED = [0.22, 0.18, 0.15] as const

/** Logs, stone, painted boards a roof down to the ground or a chalet; long or tall; with porch, wing or posts. An `accent` is painted on boards. */
export function cabinForm(random: Prng, accent: Rgb | null): CabinForm {
  const paint = accent && blend(accent, WEATHERED, 0.3)
  const kind = random.pick(['log', 'log', 'log', 'stone', 'board', 'board', 'tent', 'tent', 'raised', 'chalet', 'chalet'] as const)
  const walls =
    paint && kind !== 'tent'
      ? planksOf(paint, 0.26)
      : kind === 'stone'
        ? masonryOf({ colour: [0.3, 0.28, 0.26], blockWidth: 0.55, blockHeight: 0.34, variant: 5, joints: 0.8 })
        : kind === 'board' || kind === 'tent'
          ? planksOf(paint ?? random.pick(BOARDS), 0.26)
          : logsOf(random.pick(LOGS))
  const tall = random.chance(0.35)
  return {
    walls,
    roof: (kind === 'tent' && paint) || random.pick(ROOFS),
    pitch: kind === 'tent' ? 1 : tall ? random.range(0.62, 0.8) : random.range(0.34, 0.52),
    width: kind === 'tent' ? random.range(7, 8.6) : tall ? random.range(6, 7.6) : random.range(8, 11),
    depth: kind === 'tent' ? random.range(7.5, 9) : random.range(5.8, 7),
    eaves: tall && kind !== 'tent' ? random.range(3.6, 4.4) : random.range(2.7, 3.2),
    tent: kind === 'tent',
    chalet: kind === 'chalet',
    porch: random.chance(0.45),
    wing: random.pick([-1, 0, 0, 1] as const),
    raised: kind === 'raised' ? random.range(1.9, 2.8) : 0,
  }
}
