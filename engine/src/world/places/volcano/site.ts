import { saturate, sin, smooth } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { blend as between, type Rgb, times } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { slabs } from '../../kit/ground.ts'
import { pebble, sprinkle } from '../../kit/growths.ts'
import { bareTree, rock } from '../../kit/plants.ts'
import type { Land } from '../../land.ts'
import { crystals } from '../../props/nature.ts'
import { edgeOf, scatter } from '../../scatter.ts'
import { spotAt } from '../../spot.ts'
import { blend, setBetween, shade, shine, type Texel } from '../../texel.ts'
import type { Sketch, World } from '../../world.ts'

export const HALF = 36

export const BASALT = rgb('#5c5254')

export const OBSIDIAN = rgb('#37304a')

const [ASH_A, ASH_B, RUST] = [rgb('#75685f'), rgb('#5a4e4e'), rgb('#97573c')]

export const [CRUST, SLAB_A, SLAB_B] = [rgb('#2a1a16'), rgb('#7a706c'), rgb('#5c5452')]

const FAR = rgb('#5c504c')

const LAVA: Rgb = [2.6, 0.75, 0.12]

export const EMBER: Rgb = [3, 1, 0.25]

/** Ash and rust, with lava where `d`, the distance from its bank, is negative. */
export function ashes(sketch: Sketch, texel: Texel, x: number, z: number, steepness: number, land: Land, d: number): void {
  const { noise, fractal } = sketch
  setBetween(texel, ASH_A, ASH_B, noise(x * 0.25, z * 0.25))
  blend(texel, RUST, saturate((noise(x * 0.13 + 7, z * 0.13) - 0.55) * 2.4) * 0.7)
  shade(texel, 0.8 + 0.3 * noise(x * 2.4, z * 2.4) + 0.12 * hash3(Math.floor(x * 13), Math.floor(z * 13), 0))
  if (steepness > 0.08) blend(texel, BASALT, smooth(0.08, 0.25, steepness))
  const p = land.pathAt(x, z)
  if (p < 1) slabs(sketch, texel, x, z, p + 0.1, SLAB_A, SLAB_B, 0.9, 0.16)
  if (d > 2.4) return
  blend(texel, CRUST, smooth(2.4, 0.2, d))
  if (d > 0) {
    shine(texel, EMBER, smooth(0.9, 0, d) * 0.22)
    return
  }
  const plates = Math.abs(fractal(x * 0.55 + 30, z * 0.55, 3) - 0.5)
  const heat = smooth(0.16, 0.02, plates) * 0.75 + 0.25 * smooth(-2, 0, d)
  shine(texel, between([0.5, 0.09, 0.02], LAVA, heat), 0.94)
}

export const common = {
  farGround: () => FAR,
  ridges: [
    { radius: 220, y: -8, height: 120, detail: 1.8, seed: 12, sharp: true, colour: rgb('#6a4c4c'), haze: 0.3 },
    { radius: 140, y: -8, height: 30, detail: 3, seed: 5, colour: rgb('#54423f'), haze: 0.25 },
  ],
}

/** Six-sided basalt columns in a cluster. */
export function basaltColumns(world: World, x: number, z: number, size: number, seed: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  for (let i = 0; i < 9; i++) {
    const [dx, dz] = [((i % 3) - 1) * 0.75 + (Math.floor(i / 3) % 2) * 0.37, (Math.floor(i / 3) - 1) * 0.66]
    const h = (0.8 + 2.6 * hash3(i, seed, 0)) * size
    solid.paint(between(BASALT, OBSIDIAN, hash3(i, seed, 1)), { vary: 0.1 })
    lathe(
      solid,
      dx * size,
      dz * size,
      [
        [0.42 * size, -0.5],
        [0.42 * size, h],
        [0, h + 0.05],
      ],
      6,
      { flat: true, offset: 0.5 },
    )
  }
  spot.post([0, -0.5, 0], 1.25 * size, 2.4 * size)
}

/** A plume over a crater: glowing below, ash above. */
export function plume(world: World, x: number, y: number, z: number, size: number): void {
  const { far, lit } = world
  far.at(0, 0, 0)
  for (let i = 0; i < 12; i++) {
    const t = i / 11
    const r = size * (0.5 + t * 1.6)
    const dark = between(rgb('#6a5a58'), rgb('#8f8886'), t)
    const colour = between(times(dark, lit ? 0.35 : 0.9), lit ? [1.4, 0.4, 0.1] : [0.9, 0.45, 0.25], smooth(0.4, 0, t) * 0.8)
    far.paint([0, 0, 0], { glow: (_, py) => times(colour, 0.75 + 0.4 * saturate((py - y) / (size * 8))) })
    blob(far, [x + sin(i * 2.1) * size * 0.5 + t * t * size * 3, y + t * size * 6.5, z + sin(i * 1.3) * size * 0.5], [r, r * 0.85, r], {
      rough: 0.1,
      seed: i,
    })
  }
}

export function strew(world: World, away: (x: number, z: number) => number): void {
  const clear = (x: number, z: number) => away(x, z) > 2
  scatter(world, { name: 'columns', count: 13, radius: 1.6, where: (x, z) => clear(x, z) && edgeOf(HALF, x, z) > 0.3 }, (x, z, r) =>
    basaltColumns(world, x, z, r.range(0.7, 1.5), r.int(0, 99)),
  )
  scatter(world, { name: 'trees', count: 14, radius: 1, where: clear }, (x, z, r) =>
    bareTree(world, x, z, r.range(0.8, 1.3), r, rgb('#3a3030')),
  )
  scatter(world, { name: 'rocks', count: 40, radius: 0.8, where: clear }, (x, z, r) =>
    rock(world, x, z, r.range(0.4, 1.9), r, between(BASALT, rgb('#6a5450'), r.next())),
  )
  scatter(world, { name: 'crystals', count: 5, radius: 1.2, where: clear }, (x, z, r) =>
    crystals(world, x, z, r.range(0.4, 0.8), world.accent(rgb('#ff7a2a'))),
  )
  sprinkle(world, 'cinder', pebble(rgb('#3c3436')), 150, clear)
}
