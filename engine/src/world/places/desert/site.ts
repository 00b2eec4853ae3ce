import { mix, smooth } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blend as between } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance, round } from '../../geometry.ts'
import { shallow } from '../../kit/ground.ts'
import { grass, pebble, sprinkle } from '../../kit/growths.ts'
import { bush, cactus, palm, rock } from '../../kit/plants.ts'
import { edgeOf, isFree, scatter } from '../../scatter.ts'
import { blend, setBetween, shade, type Texel } from '../../texel.ts'
import type { Sketch, World } from '../../world.ts'

export const HALF = 38

export const SAND = rgb('#dcb883')

export const CARVED = rgb('#e0c190')

const [DUNE_A, DUNE_B, CLIFF] = [rgb('#dcb582'), rgb('#c99a68'), rgb('#b5764a')]

export const [SLAB_A, SLAB_B] = [rgb('#cfa873'), rgb('#a88763')]

const [OASIS, BED] = [rgb('#7f9a4a'), rgb('#2f7f7a')]

export const [FAR_A, FAR_B] = [rgb('#d6ad7a'), rgb('#c99a66')]

export const ridges = [
  { radius: 220, y: -8, height: 60, detail: 2, seed: 8, colour: rgb('#c08a5a'), haze: 0.55 },
  { radius: 140, y: -8, height: 24, detail: 1.7, seed: 4, colour: rgb('#dcae72'), haze: 0.3 },
]

export const dunes = ({ fractal }: Sketch, x: number, z: number) => {
  const e = edgeOf(HALF, x, z)
  const n = fractal(x * 0.035 + 3, z * 0.05, 2)
  return shallow((n - 0.45) * 4 * smooth(0.1, 0.7, e), -0.1) + smooth(0.6, 1.2, e) * n * 8
}

/** Rippled sand, rock where it is steep, green round the water. */
export function sand({ noise }: Sketch, texel: Texel, x: number, z: number, h: number, steepness: number, pool: Pool): void {
  setBetween(texel, DUNE_A, DUNE_B, noise(x * 0.15, z * 0.15))
  const ripple = noise(x * 0.35, z * 2.2 + noise(x * 0.4, z * 0.4) * 3)
  shade(texel, 0.88 + 0.18 * ripple + 0.05 * hash3(Math.floor(x * 16), Math.floor(z * 16), 0))
  if (steepness > 0.16) blend(texel, CLIFF, smooth(0.16, 0.35, steepness))
  const d = distance(pool.x, pool.z, x, z)
  if (d > pool.radius + 6) return
  blend(texel, OASIS, smooth(pool.radius + 4, pool.radius + 1, d + noise(x * 0.6, z * 0.6) * 3) * 0.75 * smooth(-0.5, -0.1, h))
  if (h < LEVEL) blend(texel, BED, Math.min(1, LEVEL - h))
}

type Pool = { readonly x: number; readonly z: number; readonly radius: number }

export const LEVEL = -0.45

export const withPool = ({ noise }: Sketch, pool: Pool, h: number, x: number, z: number) =>
  mix(-1.4, h, smooth(pool.radius * 0.4, pool.radius + 3, distance(pool.x, pool.z, x, z) + (noise(x * 0.2, z * 0.2) - 0.5) * 3))

export function strew(world: World, palms: number): void {
  scatter(world, { name: 'palms', count: palms, radius: 1.5, where: (x, z) => edgeOf(HALF, x, z) > 0.35 }, (x, z, random) =>
    palm(world, x, z, random.range(0.9, 1.4), random),
  )
  scatter(world, { name: 'rocks', count: 30, radius: 1 }, (x, z, random) =>
    rock(world, x, z, random.range(0.5, 2.2), random, between(rgb('#c08a5a'), rgb('#d9ab74'), random.next())),
  )
  scatter(world, { name: 'cacti', count: 8, radius: 0.8, where: (x, z) => edgeOf(HALF, x, z) > 0.45 }, (x, z, random) =>
    cactus(world, x, z, random.range(0.8, 1.4), random),
  )
  scatter(world, { name: 'bushes', count: 14, radius: 0.7 }, (x, z, random) =>
    bush(world, x, z, random.range(0.4, 0.8), rgb('#8f9a55'), random),
  )
  sprinkle(world, 'pebble', pebble(rgb('#b98f62')), 130)
  sprinkle(world, 'dry', grass(rgb('#a8894a'), rgb('#d9c07a')), 120)
}

/** Palms round a pool, where there is room. */
export function palmsRound(world: World, pool: Pool, count: number): void {
  const random = world.streams('oasis')
  round(count, pool.radius + 2.6, 0.3, (dx, dz) => {
    const [x, z] = [pool.x + dx * random.range(0.85, 1.25), pool.z + dz * random.range(0.85, 1.25)]
    if (!isFree(world, x, z, 0.6)) return
    palm(world, x, z, random.range(0.9, 1.35), random)
    world.kept.push({ x, z, radius: 1 })
  })
}
