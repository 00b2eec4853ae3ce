import { cos, mix, saturate, sin, smooth, TAU } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import { box } from '../../model/shapes/box.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Rgb, times } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { spotAt, yawTo } from '../spot.ts'
import type { World } from '../world.ts'
import { DARK_WOOD, WOOD } from './tints.ts'

/** How much of the water's own colour is seen by hour. */
const brightness = ({ night, lit }: World) => (night ? 0.12 : lit ? 0.6 : 0.95)

/** Colour and transparency of one vertex of water, by the depth below it. */
function paintWater(world: World, x: number, z: number, depth: number, shallow: Rgb, deep: Rgb): number {
  const { look, night, noise, water } = world
  const sky = blend(look.horizon, look.middle, 0.6)
  const t = saturate(depth / 1.6)
  const own = times(blend(shallow, deep, t), brightness(world))
  const seen = blend(own, sky, 0.3 + 0.22 * noise(x * 0.4, z * 0.9))
  const foam = smooth(0.32, 0.05, depth) * smooth(-0.25, 0.02, depth)
  const colour = blend(seen, blend([1, 1, 1], sky, night ? 0.8 : 0.3), foam * 0.55)
  const alpha = depth < -0.3 ? 0 : mix(0.35, 0.92, t) * smooth(-0.15, 0.12, depth)
  water.paint(colour, { alpha, vary: 0 })
  return alpha
}

/** Joins a grid of vertices where any corner is visible. */
function addQuads(world: World, first: number, columns: number, rows: number, wrap: boolean): void {
  const { water } = world
  const width = wrap ? columns : columns + 1
  for (let k = 0; k < rows; k++)
    for (let i = 0; i < columns; i++) {
      const a = first + k * width + i
      const b = first + k * width + (wrap ? (i + 1) % columns : i + 1)
      if ([a, b, a + width, b + width].some((v) => water.alphas[v]! > 0.01)) water.index.push(a, a + width, b, b, a + width, b + width)
    }
}

/** A lake's surface: a polar sheet that fades at its shore. */
export function lake(world: World, x: number, z: number, radius: number, shallow: Rgb, deep: Rgb): void {
  const { water, waterLevel: y, land } = world
  const [sides, rings] = [40, 12]
  water.at(0, 0, 0)
  const first = water.vertexCount()
  for (let k = 0; k <= rings; k++)
    for (let i = 0; i < sides; i++) {
      const r = (radius * k) / rings
      const [px, pz] = [x + cos((TAU * i) / sides) * r, z - sin((TAU * i) / sides) * r]
      paintWater(world, px, pz, y - land.heightAt(px, pz), shallow, deep)
      water.vertex(px, y, pz, 0, 1, 0)
    }
  addQuads(world, first, sides, rings, true)
}

/** A sheet of water over a rectangle; `beyond` stretches its far (-z) edge to the horizon. */
export function sea(
  world: World,
  [x0, z0, x1, z1]: readonly [number, number, number, number],
  shallow: Rgb,
  deep: Rgb,
  beyond = false,
): void {
  const { water, waterLevel: y, land, look, half } = world
  water.at(0, 0, 0)
  const [columns, rows] = [36, 28]
  const first = water.vertexCount()
  for (let j = 0; j <= rows; j++)
    for (let i = 0; i <= columns; i++) {
      const x = x0 + ((x1 - x0) * i) / columns
      const z = z0 + ((z1 - z0) * j) / rows
      paintWater(world, x, z, y - land.heightAt(x, z), shallow, deep)
      water.vertex(x, y, z, 0, 1, 0)
    }
  addQuads(world, first, columns, rows, false)
  if (!beyond) return
  const sky = blend(look.horizon, look.middle, 0.6)
  const own = blend(times(deep, brightness(world)), sky, 0.4)
  const outer = [half, half * 1.6, half * 3, 280]
  const ring = water.vertexCount()
  const sides = 32
  for (const [k, r] of outer.entries())
    for (let i = 0; i < sides; i++) {
      const a = (TAU * i) / sides
      const [c, s] = [cos(a), sin(a)]
      // the innermost ring is the square's own edge
      const scale = k === 0 ? r / Math.max(Math.abs(c), Math.abs(s)) : r
      water.paint(blend(own, look.horizon, [0, 0.15, 0.5, 0.95][k]!), { alpha: 0.95, vary: 0 })
      water.vertex(c * scale, y, -s * scale, 0, 1, 0)
    }
  for (let k = 0; k + 1 < outer.length; k++)
    for (let i = 0; i < sides; i++) {
      const a = ring + k * sides + i
      const b = ring + k * sides + ((i + 1) % sides)
      water.index.push(a, a + sides, b, b, a + sides, b + sides)
    }
}

/** A rowing boat afloat, or on the ground when `y` says so. */
export function boat(
  world: World,
  x: number,
  z: number,
  yaw: number,
  colour: Rgb = rgb('#a03d33'),
  y = world.waterLevel - 0.12,
  size = 1,
): void {
  const { solid } = world
  solid.at(x, y, z, yaw, size)
  solid.paint((_, py) => (py > 0.36 ? rgb('#e8dcc0') : colour))
  lathe(
    solid,
    0,
    0,
    [
      [0, 0],
      [0.6, 0.04],
      [0.95, 0.42],
      [0.85, 0.42],
      [0.5, 0.14],
      [0, 0.13],
    ],
    10,
    { scaleX: 1.7, scaleZ: 0.75, flat: true },
  )
  solid.paint(WOOD)
  box(solid, [0.2, 0.3, 0], [0.3, 0.05, 1.1])
  box(solid, [-0.7, 0.3, 0], [0.3, 0.05, 0.9])
}

/** A boat with a mast and a sail. */
export function sailingBoat(world: World, x: number, z: number, yaw: number, hull: Rgb, sail: Rgb): void {
  boat(world, x, z, yaw, hull, world.waterLevel - 0.2, 1.7)
  const { solid } = world
  solid.paint(DARK_WOOD)
  tube(
    solid,
    [
      [0.2, 0.1, 0],
      [0.2, 4.2, 0],
    ],
    0.07,
    0.04,
  )
  tube(
    solid,
    [
      [0.2, 0.8, 0],
      [-1.3, 0.75, 0],
    ],
    0.05,
    0.04,
  )
  solid.paint(sail, { through: 0.6 })
  solid.triangle([0.12, 0.9, 0.02], [-1.25, 0.9, 0.12], [0.12, 4, 0.02])
  solid.triangle([0.3, 1, 0.02], [1.3, 0.5, 0.05], [0.25, 3.6, 0.02])
}

/** A deck of planks on posts from one place to another, level at `y`. */
export function pier(world: World, from: readonly [number, number], to: readonly [number, number], width: number, y: number): void {
  const [dx, dz] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.sqrt(dx * dx + dz * dz)
  const spot = spotAt(world, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, yawTo(dx, dz), y)
  const { solid } = world
  const planks = Math.ceil(length / 0.5)
  for (let i = 0; i < planks; i++) {
    const lz = -length / 2 + ((i + 0.5) * length) / planks
    solid.paint(blend(WOOD, DARK_WOOD, hash3(i, 4, 0) * 0.5))
    box(solid, [0, -0.1, lz], [width, 0.1, length / planks - 0.04], { cell: 3 })
    if (i % 4 !== 1) continue
    solid.paint(DARK_WOOD)
    for (const side of [-1, 1]) box(solid, [(side * width) / 2 - side * 0.05, -2.6, lz], [0.16, 2.9, 0.16], { cell: 3 })
  }
  spot.floor('pier', 0, 0, width, length, 0)
}
