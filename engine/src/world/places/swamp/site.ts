import { cos, sin, smooth, TAU } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import type { ModelBuilder } from '../../../model/model.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend as between, type Rgb, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { farLeafy } from '../../kit/far-trees.ts'
import { meadow, shore, trodden } from '../../kit/ground.ts'
import { grass, reeds, sprinkle } from '../../kit/growths.ts'
import { mushroom } from '../../kit/mushroom.ts'
import { bareTree, bush, rock, willow } from '../../kit/plants.ts'
import { lampGlow } from '../../kit/tints.ts'
import { edgeOf, grow, scatter } from '../../scatter.ts'
import { spotAt } from '../../spot.ts'
import { isFull } from '../../triangles.ts'
import type { Draft, Sketch, World } from '../../world.ts'

export const HALF = 34

export const LEVEL = -0.35

const MUD = { a: rgb('#6c7f3c'), b: rgb('#4c6232'), dry: rgb('#8f8a46'), rock: rgb('#5a5444') }

export const [SHALLOW, DEEP] = [rgb('#6f9048'), rgb('#14382e')]

const [FAR_A, FAR_B] = [rgb('#4f5f38'), rgb('#3c4c30')]

const [EARTH, SILT, BED] = [rgb('#6a543a'), rgb('#4f4a30'), rgb('#33422f')]

export const BARK = rgb('#4a4034')

export const MOSS = rgb('#7a8f4a')

const groundOf =
  (sketch: Sketch): Draft['ground'] =>
  (texel, x, z, h, steepness, land) => {
    meadow(sketch, texel, x, z, steepness, MUD)
    trodden(sketch, texel, x, z, land.pathAt(x, z), EARTH)
    shore(texel, h, LEVEL, SILT, BED)
  }

export const common = (sketch: Sketch) => ({
  waterLevel: LEVEL,
  ground: groundOf(sketch),
  farGround: (x: number, z: number) => between(FAR_A, FAR_B, sketch.noise(x * 0.06, z * 0.06)),
  farTree: farLeafy(rgb('#4f6a3a'), rgb('#26331f')),
  ridges: [{ radius: 150, y: -6, height: 24, detail: 4, seed: 18, colour: rgb('#48604a'), haze: 0.5 }],
})

/** Patches of mud above the water, wider towards the edge. */
export const bog = (sketch: Sketch, x: number, z: number) =>
  -0.55 + (sketch.fractal(x * 0.09 + 3, z * 0.09, 3) - 0.42) * 3.4 + smooth(0.7, 1.1, edgeOf(HALF, x, z)) * 3

/** Leaves that float, one with a flower. */
const lilies = (form: ModelBuilder): void => {
  for (const [x, z, r] of [
    [0, 0, 0.34],
    [0.5, 0.22, 0.24],
    [-0.25, 0.45, 0.2],
  ] as const) {
    form.paint(between(rgb('#4f8a3f'), rgb('#86b04f'), r), { through: 0.3, vary: 0.1 })
    for (let i = 0; i < 7; i++) {
      const [a, b] = [(TAU * i) / 8, (TAU * (i + 1)) / 8]
      form.triangle(
        [x, 0.01, z],
        [x + cos(b) * r, 0.02, z - sin(b) * r],
        [x + cos(a) * r, 0.02, z - sin(a) * r].map((v) => v) as unknown as Vec3,
      )
    }
  }
  form.paint(rgb('#f0c8d8'), { through: 0.5 })
  for (let i = 0; i < 5; i++) {
    const a = (TAU * i) / 5
    form.triangle(
      [cos(a - 0.4) * 0.05, 0.05, sin(a - 0.4) * 0.05],
      [cos(a) * 0.17, 0.16, sin(a) * 0.17],
      [cos(a + 0.4) * 0.05, 0.05, sin(a + 0.4) * 0.05],
    )
  }
}

/** Points of light over the water. */
function fireflies(world: World, count: number, colour: Rgb): void {
  const random = world.streams('fireflies')
  const { solid, half, land } = world
  for (let i = 0; i < count; i++) {
    const [x, z] = [random.range(-half, half) * 0.75, random.range(-half, half) * 0.75]
    const y = Math.max(land.heightAt(x, z), LEVEL) + random.range(0.7, 3)
    solid.at(x, y, z)
    solid.paint([0.05, 0.05, 0.05], { glow: lampGlow(world, times(colour, 1.3), 0.5) })
    blob(solid, [0, 0, 0], [0.05, 0.05, 0.05], { detail: 0, rough: 0 })
    if (i % 6 === 0) spotAt(world, x, z, 0, y).light([0, 0, 0], times(colour, 0.8), 4, { shaded: false })
  }
}

/** A lantern on a bent stick beside a deck. */
export function stickLamp(world: World, x: number, z: number, y: number): void {
  const spot = spotAt(world, x, z, hash3(Math.floor(x * 10), Math.floor(z * 10), 0) * TAU, y)
  const { solid } = world
  solid.paint(BARK)
  tube(
    solid,
    [
      [0, -1.6, 0],
      [0.05, 1.4, 0],
      [0.2, 2.2, 0],
      [0.55, 2.35, 0],
    ],
    0.07,
    0.04,
    5,
  )
  solid.paint([0.25, 0.15, 0.05], { glow: lampGlow(world, [2.4, 1.5, 0.5], 0.35) })
  lathe(
    solid,
    0.55,
    0,
    [
      [0.06, 1.75],
      [0.17, 1.9],
      [0.17, 2.15],
      [0.05, 2.3],
    ],
    7,
  )
  spot.light([0.55, 2, 0], [2.3, 1.35, 0.5], 7.5)
  spot.post([0, -1, 0], 0.14, 3)
}

export function strew(world: World, clear: (x: number, z: number) => boolean): void {
  const { land } = world
  const wet = (x: number, z: number) => land.heightAt(x, z) < LEVEL - 0.15
  scatter(world, { name: 'willows', count: 6, radius: 2.3, where: (x, z) => clear(x, z) && land.heightAt(x, z) > LEVEL + 0.2 }, (x, z, r) =>
    willow(world, x, z, r.range(0.9, 1.3), r, world.accent(rgb('#7a9a4a'))),
  )
  scatter(world, { name: 'dead trees', count: 8, radius: 1.2, where: clear }, (x, z, r) =>
    bareTree(world, x, z, r.range(0.9, 1.7), r, BARK, MOSS),
  )
  scatter(world, { name: 'mushrooms', count: 11, radius: 0.6, where: clear }, (x, z, r) => {
    const size = r.range(0.3, 0.8)
    const spot = mushroom(world, x, z, size * r.range(1, 1.8), size, r.pick([rgb('#7a4a9a'), rgb('#4a8a8a'), rgb('#a8743a')]), {
      sides: 6,
      spots: 0,
      gills: [0.3, 0.9, 0.7],
    })
    if (r.chance(0.5)) spot.light([0, size, 0], [0.3, 1.1, 0.9], 4, { shaded: false })
  })
  scatter(world, { name: 'bushes', count: 14, radius: 0.8, where: clear }, (x, z, r) =>
    bush(world, x, z, r.range(0.5, 1), rgb('#5a7a3a'), r),
  )
  scatter(world, { name: 'rocks', count: 12, radius: 0.7, where: clear }, (x, z, r) =>
    rock(world, x, z, r.range(0.4, 1.1), r, rgb('#5f5c50'), MOSS),
  )
  const random = world.streams('lilies')
  for (let tried = 0, placed = 0; tried < 600 && placed < 44 && !isFull(world); tried++) {
    const [x, z] = [random.range(-HALF, HALF) * 0.9, random.range(-HALF, HALF) * 0.9]
    if (!wet(x, z) || !clear(x, z)) continue
    grow(world, 'lilies', lilies, x, z, random, random.range(1.1, 2.3))
    world.growths.get('lilies')!.places.at(-1)!.y = LEVEL + 0.01
    placed++
  }
  sprinkle(world, 'reed', reeds, 90, (x, z) => clear(x, z) && land.heightAt(x, z) < LEVEL + 0.75)
  sprinkle(world, 'grass', grass(rgb('#4a5a2c'), rgb('#9a9a52'), 1.5), 110, clear)
  fireflies(world, isFull(world) ? 6 : 40, [1.6, 1.9, 0.5])
}
