import { cos, mix, PI, saturate, sin, smooth, TAU } from '../../../math/dmath.ts'
import { hash3 } from '../../../math/lattice.ts'
import { blob } from '../../../model/shapes/blob.ts'
import { box } from '../../../model/shapes/box.ts'
import { lathe } from '../../../model/shapes/lathe.ts'
import { tube } from '../../../model/shapes/tube.ts'
import { blend, type Rgb, times, type Vec3 } from '../../../scene/vector.ts'
import { rgb } from '../../../solid/palette.ts'
import { distance } from '../../geometry.ts'
import { cobble, meadow } from '../../kit/ground.ts'
import { greens } from '../../kit/growths.ts'
import { broadleaf, bush, rock } from '../../kit/plants.ts'
import { DARK_WOOD } from '../../kit/tints.ts'
import type { Land, Place2 } from '../../land.ts'
import { scatter } from '../../scatter.ts'
import { spotAt } from '../../spot.ts'
import { type Texel, blend as tint } from '../../texel.ts'
import type { Draft, GroundPatch, Sketch, World } from '../../world.ts'

export const HALF = 34

export const ROCK = rgb('#8d7a68')

export const WHITE = rgb('#f2ede2')

export const PINK = rgb('#e58fb4')

const MEADOW = { a: rgb('#74a652'), b: rgb('#4c8848'), dry: rgb('#a3b862'), rock: rgb('#9a8a6c') }

const [PAVE_A, PAVE_B] = [rgb('#d8cdb8'), rgb('#b3a894')]

export type Island = { readonly x: number; readonly z: number; readonly radius: number; readonly y: number }

type Pond = { readonly x: number; readonly z: number; readonly radius: number }

export const LEVEL = -0.42

const isMain = ({ radius }: Island) => radius > 12

/** An uneven rim. */
const rimOf = ({ noise }: Sketch, island: Island, a: number) =>
  island.radius * (0.93 + 0.14 * noise(cos(a) * 2.2 + island.x + 30, sin(a) * 2.2 + island.z + 30))

export function heightOf(sketch: Sketch, islands: readonly Island[], pond?: Pond): Draft['height'] {
  return (x, z) => {
    const n = sketch.fractal(x * 0.06 + 3, z * 0.06, 3)
    let h = 0
    for (const island of islands)
      if (distance(island.x, island.z, x, z) < island.radius + 2.2) h = island.y + (n - 0.5) * (isMain(island) ? 2.2 : 0.8)
    if (!pond) return h
    return mix(Math.min(h, -1), h, smooth(pond.radius * 0.5, pond.radius + 1.8, distance(pond.x, pond.z, x, z)))
  }
}

/** The tops of islands as rings of triangles. */
export function tops(sketch: Sketch, islands: readonly Island[], land: Land): GroundPatch {
  const positions: number[] = []
  const index: number[] = []
  for (const island of islands) {
    const sides = isMain(island) ? 56 : island.radius > 7 ? 36 : 26
    const rings = isMain(island) ? 22 : island.radius > 7 ? 12 : 7
    const first = positions.length / 3
    for (let k = 0; k <= rings; k++)
      for (let i = 0; i < sides; i++) {
        const a = (TAU * i) / sides
        const r = (rimOf(sketch, island, a) * k) / rings
        const [x, z] = [island.x + cos(a) * r, island.z + sin(a) * r]
        positions.push(x, land.heightAt(x, z), z)
      }
    for (let k = 0; k < rings; k++)
      for (let i = 0; i < sides; i++) {
        const p = first + k * sides + i
        const q = first + k * sides + ((i + 1) % sides)
        if (k > 0) index.push(p, q, p + sides)
        index.push(q, q + sides, p + sides)
      }
  }
  return { positions, index }
}

/** The rock below an island, ragged and tapering. */
export function underside(world: World, island: Island): void {
  const { solid, land } = world
  solid.at(0, 0, 0)
  const deep = island.radius * 1.15
  const sides = isMain(island) ? 28 : 14
  const rows = 7
  const rim = (k: number, i: number): Vec3 => {
    const t = k / (rows - 1)
    const a = (TAU * (i % sides)) / sides
    const swell = k > 0 ? 0.86 + 0.28 * hash3((i % sides) * 3 + k, Math.floor(island.x) + 7, 0) : 1
    const r = rimOf(world, island, a) * (1 - t * t * 0.35 - t * 0.6) * swell
    const [x, z] = [island.x + cos(a) * r, island.z + sin(a) * r]
    const top = land.heightAt(x, z)
    const y = k === 0 ? top : top * (1 - t) + island.y * t - 0.5 - deep * t * (0.55 + 0.5 * t) * (0.85 + 0.3 * hash3(i % sides, k, 1))
    return [x, y, z]
  }
  const turf = rgb('#7fae55')
  solid.paint(
    (_, y) => blend(blend(rgb('#6a5648'), ROCK, saturate((y - island.y + deep) / deep)), turf, smooth(-1.2, -0.2, y - island.y) * 0.6),
    {
      vary: 0.1,
    },
  )
  for (let k = 0; k + 1 < rows; k++)
    for (let i = 0; i < sides; i++) {
      solid.triangle(rim(k, i), rim(k + 1, i), rim(k, i + 1))
      solid.triangle(rim(k, i + 1), rim(k + 1, i), rim(k + 1, i + 1))
    }
}

/** Small islands out of reach, and clouds below. */
function floaters(world: World): void {
  const random = world.streams('floaters')
  const { solid, far, look } = world
  for (let i = 0; i < 9; i++) {
    const a = random.next() * TAU
    const out = random.range(44, 100)
    const s = random.range(2, 6)
    const haze = (colour: Rgb) => blend(colour, look.horizon, out / 165)
    solid.at(cos(a) * out, random.range(-14, 16), sin(a) * out, random.next() * TAU)
    solid.paint(haze(ROCK), { vary: 0.12 })
    const ragged = (angle: number, k: number) => 0.8 + 0.4 * hash3(Math.floor(angle * 5), k + i, 0)
    lathe(
      solid,
      0,
      0,
      [
        [0, -s * 1.6],
        [s * 0.4, -s * 0.9],
        [s * 0.85, -s * 0.25],
        [s, 0],
      ],
      9,
      { flat: true, swell: ragged },
    )
    solid.paint(haze(rgb('#79bd4f')))
    lathe(
      solid,
      0,
      0,
      [
        [s * 1.02, -0.1],
        [s * 0.8, 0.25],
        [0, 0.4],
      ],
      9,
      { flat: true },
    )
    solid.paint(haze(i % 2 ? PINK : rgb('#5fa84a')))
    blob(solid, [s * 0.2, s * 0.6, 0], [s * 0.45, s * 0.45, s * 0.45], { seed: i })
    solid.paint(haze(DARK_WOOD))
    tube(
      solid,
      [
        [s * 0.2, 0, 0],
        [s * 0.2, s * 0.4, 0],
      ],
      s * 0.07,
      s * 0.05,
    )
  }
  for (let i = 0; i < 26; i++) {
    const a = random.next() * TAU
    const out = random.range(30, 150)
    const y = -26 - random.next() * 14
    const s = random.range(8, 20)
    far.at(0, 0, 0)
    far.paint([0, 0, 0], { glow: (_, py) => blend(look.cloudShade, look.cloudLight, saturate((py - y) / (s * 0.3) + 0.45)) })
    blob(far, [cos(a) * out, y, sin(a) * out], [s * 1.5, s * 0.4, s], { rough: 0.08, seed: i + 50 })
  }
}

/** Water that runs over the rim at an angle and falls into the sky. */
export function waterfall(world: World, island: Island, a: number): void {
  const { water, land, look, night } = world
  const rim = rimOf(world, island, a)
  const [c, s] = [cos(a), sin(a)]
  const colour = times(blend(rgb('#c9eef2'), look.horizon, night ? 0.9 : 0.25), night ? 0.5 : 1)
  const start = land.heightAt(island.x + c * (rim - 0.4), island.z + s * (rim - 0.4))
  water.at(island.x, 0, island.z)
  let before = -1
  for (let k = 0; k <= 9; k++) {
    const t = k / 9
    const r = rim - 0.5 + 1.6 * Math.sqrt(t)
    const y = start + 0.12 - 13 * t * t
    const wide = 1.1 + t * 0.9
    water.paint(colour, { alpha: 0.85 * (1 - t) })
    const first = water.vertexCount()
    for (const side of [-1, 0, 1]) water.vertex(c * r + s * wide * side, y, s * r - c * wide * side, c, 0, s)
    if (before >= 0)
      for (const side of [0, 1])
        water.index.push(before + side, first + side, before + side + 1, before + side + 1, first + side, first + side + 1)
    before = first
  }
}

/** The places on two islands' rims that face each other: where a bridge goes. */
export function bridgeEnds(a: Island, b: Island): [Place2, Place2] {
  const d = distance(a.x, a.z, b.x, b.z)
  const [ux, uz] = [(b.x - a.x) / d, (b.z - a.z) / d]
  const inset = 1.5
  return [
    [a.x + ux * (a.radius - inset), a.z + uz * (a.radius - inset)],
    [b.x - ux * (b.radius - inset), b.z - uz * (b.radius - inset)],
  ]
}

export function strew(world: World, islands: readonly Island[], trees: number): void {
  const on = (x: number, z: number, inset: number) => islands.some((island) => distance(island.x, island.z, x, z) < island.radius - inset)
  scatter(world, { name: 'trees', count: trees, radius: 1.9, where: (x, z) => on(x, z, 2.4) }, (x, z, random) => {
    const colour = blend(random.chance(0.55) ? world.accent(PINK) : rgb('#6fb04a'), rgb('#f0c0d0'), random.next() * 0.4)
    broadleaf(world, x, z, random.range(0.85, 1.3), colour, random, 4)
  })
  scatter(world, { name: 'bushes', count: 20, radius: 0.7, where: (x, z) => on(x, z, 1.5) }, (x, z, random) =>
    bush(world, x, z, random.range(0.5, 0.9), random.chance(0.3) ? rgb('#c77fb8') : rgb('#4f9a45'), random),
  )
  scatter(world, { name: 'rocks', count: 12, radius: 0.6, where: (x, z) => on(x, z, 1) }, (x, z, random) =>
    rock(world, x, z, random.range(0.4, 1), random, rgb('#a39c90'), rgb('#7fae55')),
  )
  greens(world, { grass: 280, flowers: 200, where: (x, z) => on(x, z, 0.7) })
  floaters(world)
}

/** A bow of blossom over the way. */
export function blossomArch(world: World, x: number, z: number): void {
  const spot = spotAt(world, x, z)
  const { solid } = world
  solid.paint(WHITE)
  const bow = (a: number): Vec3 => [cos(a) * 1.6, 1.7 + sin(a) * 1.3, 0]
  tube(
    solid,
    Array.from({ length: 11 }, (_, i) => bow((PI * i) / 10)),
    0.1,
    0.1,
  )
  for (const side of [-1.6, 1.6]) {
    box(solid, [side, 0, 0], [0.2, 1.75, 0.2])
    spot.post([side, 0, 0], 0.2, 2)
  }
  for (let i = 0; i < 16; i++) {
    const [px, py] = bow((PI * (i + 0.5)) / 16)
    solid.paint(i % 3 ? rgb('#5fa84a') : world.accent(PINK), { through: 0.5 })
    blob(solid, [px, py, (hash3(i, 1, 0) - 0.5) * 0.2], [0.26, 0.22, 0.26], { detail: 0, rough: 0.2, seed: i })
  }
}

export const groundOf =
  (sketch: Sketch, square: Pond, pond?: Pond): Draft['ground'] =>
  (texel: Texel, x, z, h, steepness, land) => {
    meadow(sketch, texel, x, z, steepness, MEADOW)
    const p = land.pathAt(x, z)
    if (p < 1) cobble(sketch, texel, x, z, p, PAVE_A, PAVE_B, 0.6)
    const d = distance(square.x, square.z, x, z)
    if (d < square.radius + 0.5) cobble(sketch, texel, x, z, d - square.radius, SQUARE_A, SQUARE_B, 0.75)
    if (!pond || distance(pond.x, pond.z, x, z) > pond.radius + 3 || h > LEVEL + 0.35) return
    tint(texel, SHORE, smooth(LEVEL + 0.35, LEVEL + 0.1, h))
    if (h < LEVEL) tint(texel, POND_BED, Math.min(1, (LEVEL - h) / 0.7))
  }

const SHORE = rgb('#d9c99a')

const POND_BED = rgb('#3f958f')

const [SQUARE_A, SQUARE_B] = [rgb('#e3dccb'), rgb('#bfb6a4')]
