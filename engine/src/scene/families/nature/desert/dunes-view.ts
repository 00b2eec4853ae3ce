import { atan2, clamp, mix, sin, smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, gradient2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { type Rgb, times } from '../../../vector.ts'
import { sandOf } from '../paints.ts'
import { birds } from '../prop/birds.ts'
import { caravan } from '../prop/caravan.ts'
import { openSite, type Site } from '../site.ts'
import { flying, standing } from '../spots.ts'
import { createDunes, desertAir, type Sand } from './dunes.ts'

/** Cloth of caravans. */
const CLOTHS: readonly Rgb[] = [
  [0.45, 0.05, 0.03],
  [0.05, 0.13, 0.36],
  [0.42, 0.2, 0.03],
  [0.2, 0.04, 0.2],
]

/** Great dunes with crests as sharp as knives, and a caravan that passes below them. */
export function dunesView(brief: Brief, streams: Streams): Scene {
  const outlook = streams('outlook')
  const eye = outlook.range(2.8, 4.2)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [outlook.range(-3, 3), eye, 100],
      fov: outlook.range(50, 60),
      shiftY: 0.12,
    },
    azimuth: side * (brief.mood.time === 'day' ? outlook.range(76, 112) : outlook.range(40, 78)),
  }))
  const { mesh, scene, side } = site
  const sand = greatDunes(site)
  const colour: Rgb = brief.mood.time === 'day' ? [0.5, 0.25, 0.1] : [0.62, 0.33, 0.16]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(sandOf(colour)),
    near: 2,
    far: 5200,
    rows: 500,
    columns: 360,
    halfWidth: 0.62,
    height: sand,
  })
  const layout = streams('caravan')
  const away = layout.range(36, 62)
  const drift = layout.range(-0.5, -0.32)
  const first = layout.range(6, 14)
  const way = (metres: number) => [side * (first - metres * 0.88), away + metres * drift + sin(metres * 0.12) * 1.6] as const
  caravan(mesh, layout, {
    way,
    height: sand,
    yaw(metres) {
      const [x, z] = way(metres)
      const [fx, fz] = way(metres - 1)
      return atan2(fx - x, fz - z)
    },
    camels: brief.density === 'dense' ? 8 : brief.density === 'sparse' ? 4 : layout.int(5, 7),
    riders: brief.allows('people'),
    cloth: brief.accent ?? layout.pick(CLOTHS),
  })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 5,
      x: -side * 30,
      y: 62,
      z: 190,
      spread: 16,
      size: 1.5,
      paint: mesh.paint(plain([0.03, 0.02, 0.02])),
    })
  desertAir(site, colour, [0, 25, 170], 260)
  blownSand(site, colour, sand)
  standing(scene, sand, [
    [side * 2.4, 22, 3],
    [-side * 5.4, 24, 3],
    [side * 7.4, 27, 3.4],
  ])
  flying(scene, [
    [side * 15, 17, 62, 7],
    [-side * 14, 24, 90, 8],
  ])
  return scene
}

/** A dune: its crest winds about `x` and is highest at `z`. */
type Dune = {
  readonly x: number
  readonly z: number
  readonly high: number
  /** Metres from the highest point to where the crest begins and ends. */
  readonly before: number
  readonly after: number
  readonly wind: number
  readonly phase: number
  /** The steep side looks along this: 1 or -1. */
  readonly lee: 1 | -1
}

/** Ground plans: across, forward, height, metres before and after the highest point, winding of the crest, and the steep side. */
const PLANS: readonly (readonly (readonly [number, number, number, number, number, number, 1 | -1])[])[] = [
  // one long crest after the other
  [
    [-34, 250, 58, 205, 240, 17, -1],
    [78, 330, 52, 190, 260, 22, -1],
    [150, 560, 84, 260, 300, 34, -1],
    [-150, 640, 92, 300, 340, 40, -1],
    [10, 980, 120, 330, 420, 50, -1],
    [-19, 34, 5.5, 30, 60, 4, -1],
    [24, 68, 8, 52, 70, 5, -1],
  ],
  // a valley between two walls of sand
  [
    [-92, 230, 70, 180, 300, 14, 1],
    [98, 260, 62, 190, 320, 18, -1],
    [-14, 760, 96, 260, 320, 40, 1],
    [-220, 700, 110, 320, 360, 40, 1],
    [250, 760, 104, 320, 360, 40, -1],
    [30, 74, 6, 44, 60, 6, 1],
  ],
  // one that towers over all others
  [
    [46, 210, 84, 150, 230, 26, 1],
    [-130, 460, 46, 220, 260, 30, 1],
    [-60, 900, 74, 300, 380, 44, 1],
    [260, 820, 60, 300, 380, 44, 1],
    [-26, 60, 7, 40, 66, 6, -1],
  ],
  // low waves as far as one sees
  [
    [-30, 110, 13, 80, 100, 14, -1],
    [52, 170, 19, 110, 130, 16, 1],
    [-88, 260, 27, 150, 180, 22, -1],
    [40, 380, 34, 180, 220, 28, 1],
    [-150, 560, 48, 240, 280, 34, -1],
    [160, 700, 56, 260, 320, 40, 1],
    [0, 1000, 70, 320, 400, 50, -1],
  ],
]

/** Height of one dune: a long slope up to the wind, a steep one behind the crest. */
function heightOf({ x: cx, z: cz, high, before, after, wind, phase, lee }: Dune, x: number, z: number): number {
  const t = z < cz ? (cz - z) / before : (z - cz) / after
  if (t >= 1) return 0
  const top = high * (1 - t) * Math.sqrt(1 - t) * (1 + 0.12 * sin(z * 0.045 + phase * 2))
  const d = (x - cx - wind * sin(z * 0.0165 + phase) - wind * 0.25 * sin(z * 0.049 + phase * 3)) * lee
  const up = clamp(1 + d / (top * 3.2 + 10), 0, 1.5)
  const down = clamp(1 - d / (top * 1.7 + 1.5), 0, 1.5)
  const windward = top * up * Math.sqrt(up)
  const slip = top * down * (0.72 + 0.28 * down)
  // the crest is as round as the rows of the ground are apart
  const round = 0.2 + 0.014 * z
  return Math.max(0, (windward + slip - Math.sqrt((windward - slip) * (windward - slip) + round * round)) / 2)
}

/** The larger of two heights, their edge rounded over a metre. */
const above = (a: number, b: number) => (a + b + Math.sqrt((a - b) * (a - b) + 1.4)) / 2 - 0.3

function greatDunes(site: Site): Sand {
  const { streams, side } = site
  const random = streams('great dunes')
  const far = createDunes(site, 900)
  const vary = () => random.range(0.88, 1.12)
  const at = (x: number, z: number, high: number, before: number, after: number, wind: number, lee: 1 | -1): Dune => ({
    x: side * x * vary(),
    z: z * vary(),
    high: high * vary(),
    before,
    after,
    wind: wind * vary(),
    phase: random.range(0, 6.2),
    lee: (lee * side) as 1 | -1,
  })
  const dunes = random.pick(PLANS).map((dune) => at(...dune))
  const ox = random.range(0, 90)
  return (x, z) => {
    let y = gradient2(x * 0.05 + ox, z * 0.05) * 0.5 + fbm2(x * 0.012 + ox, z * 0.012, 3) * 2.4 * smooth(10, 90, z)
    for (const dune of dunes) y = above(y, heightOf(dune, x, z))
    return mix(y, far(x, z) * 1.6, smooth(900, 1500, z))
  }
}

/** Sand that the wind lifts off the crests. */
function blownSand({ scene, streams, brief, side }: Site, colour: Rgb, sand: Sand): void {
  const random = streams('blown sand')
  const count = brief.mood.weather === 'storm' ? 150 : 56
  for (let i = 0; i < count; i++) {
    const z = random.range(70, 330)
    let best = 0
    let top = -1e9
    for (let k = 0; k < 24; k++) {
      const x = (random.next() - 0.5) * z * 0.9
      const y = sand(x, z)
      if (y > top) {
        top = y
        best = x
      }
    }
    const t = random.next()
    scene.puffs.push({
      x: best - side * t * 7,
      y: top + 0.3 + t * 1.6,
      z,
      size: random.range(1.2, 3.4) * (0.5 + t),
      opacity: (brief.mood.weather === 'storm' ? 0.16 : 0.07) * (1 - t * 0.6),
      colour: times(colour, scene.night > 0.4 ? 0.2 : 1.1),
    })
  }
}
