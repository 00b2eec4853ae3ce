import { mix, smooth } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance } from '../../geometry.ts'
import { farConifer } from '../../kit/far-trees.ts'
import { grass, sprinkle } from '../../kit/growths.ts'
import { conifer, rock } from '../../kit/plants.ts'
import { DARK_WOOD, WOOD } from '../../kit/tints.ts'
import type { Land } from '../../land.ts'
import { edgeOf, scatter } from '../../scatter.ts'
import { spotAt } from '../../spot.ts'
import { blend, setBetween, shade, type Texel } from '../../texel.ts'
import type { Sketch, World } from '../../world.ts'

export const HALF = 36

export const SNOW: Rgb = [0.86, 0.9, 0.97]

const [FIELD_A, FIELD_B, BARE] = [rgb('#f2f6fb'), rgb('#dbe6f3'), rgb('#7a7f8a')]

const [TRACK_A, TRACK_B, PRINT] = [rgb('#b9b2ad'), rgb('#d8d8dc'), rgb('#a89f98')]

const [ICE_A, ICE_B] = [rgb('#9fd0e2'), rgb('#5fa3c4')]

const FAR = rgb('#dfe8f2')

export const LOGS = rgb('#9a6238')

const ICE = -0.9

type Pond = { readonly x: number; readonly z: number; readonly radius: number }

const drifts = ({ fractal }: Sketch, x: number, z: number) => {
  const n = fractal(x * 0.05 + 3, z * 0.05, 3)
  return (n - 0.5) * 3 + smooth(0.6, 1.2, edgeOf(HALF, x, z)) * (3 + n * 6)
}

const withPond = ({ noise }: Sketch, pond: Pond, h: number, x: number, z: number) =>
  mix(ICE, h, smooth(pond.radius * 0.8, pond.radius + 4, distance(pond.x, pond.z, x, z) + (noise(x * 0.15, z * 0.15) - 0.5) * 5))

/** Snow with trodden tracks and footprints, cracked ice on the pond. */
export function snowfield(sketch: Sketch, texel: Texel, x: number, z: number, h: number, steepness: number, land: Land, pond: Pond): void {
  const { noise, fractal } = sketch
  setBetween(texel, FIELD_A, FIELD_B, noise(x * 0.3, z * 0.3))
  shade(texel, 0.94 + 0.06 * noise(x * 3, z * 3) + 0.05 * hash3(Math.floor(x * 14), Math.floor(z * 14), 0))
  if (steepness > 0.12) blend(texel, BARE, smooth(0.12, 0.3, steepness))
  const p = land.pathAt(x, z)
  if (p < 1) {
    const cover = smooth(0.8, -0.4, p + (noise(x * 1.4, z * 1.4) - 0.5) * 1.3)
    blend(texel, between(TRACK_A, TRACK_B, noise(x * 2, z * 2)), cover * 0.85)
    const [fx, fz] = [Math.floor(x * 2.2), Math.floor(z * 2.6)]
    if (hash3(fx, fz, 0) > 0.6) blend(texel, PRINT, cover * 0.5 * smooth(0.32, 0.15, distance((fx + 0.5) / 2.2, (fz + 0.5) / 2.6, x, z)))
  }
  if (h > -0.62 || distance(pond.x, pond.z, x, z) > pond.radius + 6) return
  const cover = smooth(-0.62, -0.8, h)
  blend(texel, between(ICE_A, ICE_B, noise(x * 0.25, z * 0.25)), cover * 0.9)
  const crack = Math.abs(fractal(x * 0.35 + 50, z * 0.35, 3) - 0.5)
  blend(texel, [0.95, 0.98, 1], cover * smooth(0.018, 0.004, crack) * 0.8)
}

export function logPile(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z, 0.2)
  const { solid } = world
  for (let i = 0; i < 9; i++) {
    const row = i < 4 ? 0 : i < 7 ? 1 : 2
    const k = i < 4 ? i - 1.5 : i < 7 ? i - 5 : i - 7.5
    solid.paint(between(WOOD, DARK_WOOD, hash3(i, 8, 0)))
    tube(
      solid,
      [
        [k * 0.36, 0.18 + row * 0.3, -0.7],
        [k * 0.36, 0.18 + row * 0.3, 0.7],
      ],
      0.18,
      0.18,
      6,
    )
  }
  spot.block([0, 0, 0], [1.7, 0.9, 1.5])
  spot.keep(1.4)
}

export function strew(world: World, trees: number, open: (x: number, z: number) => boolean, pond: Pond): void {
  const offIce = (x: number, z: number) => distance(pond.x, pond.z, x, z) > pond.radius + 1
  scatter(
    world,
    {
      name: 'trees',
      count: trees,
      radius: 1.7,
      where: (x, z, random) => offIce(x, z) && !open(x, z) && (edgeOf(HALF, x, z) > 0.42 || random.next() < 0.25),
    },
    (x, z, random) => conifer(world, x, z, random.range(0.95, 2), random, rgb('#2f6650'), random.range(0.75, 1.1)),
  )
  scatter(world, { name: 'rocks', count: 16, radius: 0.8, where: offIce }, (x, z, random) =>
    rock(world, x, z, random.range(0.5, 1.4), random, rgb('#7f8490'), [0.88, 0.92, 0.98]),
  )
  sprinkle(world, 'tuft', grass(rgb('#8a7d55'), rgb('#c9bd95')), 90, offIce)
}

export const common = (sketch: Sketch, pond: Pond) => ({
  height: (x: number, z: number) => withPond(sketch, pond, drifts(sketch, x, z), x, z),
  farGround: () => FAR,
  farTree: farConifer([0.75, 0.8, 0.88], rgb('#2a4f48')),
  ridges: [
    {
      radius: 230,
      y: -6,
      height: 110,
      detail: 2.4,
      seed: 5,
      sharp: true,
      colour: rgb('#6a82a8'),
      haze: 0.45,
      snow: [0.95, 0.97, 1] as Rgb,
    },
    { radius: 140, y: -6, height: 36, detail: 3, seed: 2, colour: rgb('#46627a'), haze: 0.35, snow: [0.8, 0.86, 0.95] as Rgb },
  ],
})
