import { cos, sin, TAU } from '../../math/dmath.ts'
import { hash3 } from '../../math/lattice.ts'
import type { Prng } from '../../math/prng.ts'
import { createModel, type ModelBuilder } from '../../model/model.ts'
import { blob } from '../../model/shapes/blob.ts'
import { box } from '../../model/shapes/box.ts'
import { lathe } from '../../model/shapes/lathe.ts'
import { tube } from '../../model/shapes/tube.ts'
import { blend, type Rgb, times, type Vec3 } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { spotAt } from '../spot.ts'
import type { Sketch, World } from '../world.ts'

export const WHITE = rgb('#e6eaf0')
export const DARK = rgb('#2b3242')
const GLASS = rgb('#4f7fa0')
const UNLIT: Rgb = [0.04, 0.07, 0.13]
/** Metres a storey. */
const STOREY = 3.4

/** How strongly neon shines by hour. */
export const neonStrength = ({ night, lit }: Pick<Sketch, 'night' | 'lit'>) => (night ? 1 : lit ? 0.8 : 0.3)
export const neon = (sketch: Sketch, colour: Rgb, strength = 1): Rgb => times(colour, neonStrength(sketch) * strength)
/** Windows are dark mirrors by day. */
const pane = (sketch: Sketch, colour: Rgb): Rgb => times(colour, (sketch.lit ? 0.7 : 0.03) * neonStrength(sketch))

export type NeonPair = readonly [Rgb, Rgb]

/** A box of a tower with panes on its three seen sides. */
function boxTower(world: World, x: number, z: number, width: number, depth: number, height: number, colour: Rgb, light: Rgb): void {
  const { solid } = world
  solid.paint(colour, { vary: 0.02 })
  box(solid, [0, 0, 0], [width, height, depth], { cell: 8 })
  const storeys = Math.floor(height / STOREY)
  for (let k = 1; k < storeys; k++)
    for (const face of [0, 1, 2]) {
      const length = face === 0 ? width : depth
      const y = k * STOREY
      for (let q = 0; q < 3; q++) {
        const id = hash3(k * 7 + face + q * 31, Math.floor(x + z), 0)
        const [a, b] = [(-0.44 + q * 0.3) * length, (-0.16 + q * 0.3) * length]
        const warm = blend([0.75, 0.5, 0.24], light, hash3(k, Math.floor(x), 1) > 0.8 ? 0.6 : 0.08)
        solid.paint(GLASS, { glow: pane(world, id > 0.55 ? times(warm, 0.5 + id) : UNLIT), vary: 0.04 })
        const side = face === 1 ? 1 : -1
        const at = (t: number, h: number): Vec3 => (face === 0 ? [t, h, depth / 2 + 0.04] : [side * (width / 2 + 0.04), h, -side * t])
        solid.quad(at(a, y), at(b, y), at(b, y + 1.7), at(a, y + 1.7))
      }
    }
  solid.paint(colour)
  box(solid, [0, height, 0], [width * 0.6, 2.2, depth * 0.6])
  solid.paint(DARK)
  tube(
    solid,
    [
      [0, height + 2, 0],
      [0, height + 7, 0],
    ],
    0.14,
    0.05,
    4,
  )
}

/** A round tower: `waist` narrows and widens it, else it tapers. */
function roundTower(world: World, width: number, height: number, waist: boolean, colour: Rgb, light: Rgb): void {
  const { solid } = world
  const [sides, storeys] = [14, Math.floor(height / STOREY)]
  const radius = (t: number) => (width / 2) * (waist ? 0.72 + 0.28 * cos(t * 5) : 1 - t * t * 0.55)
  for (let k = 0; k < storeys; k++) {
    const [r, next, y] = [radius(k / storeys), radius((k + 1) / storeys), k * STOREY]
    solid.paint(colour, { vary: 0.02 })
    lathe(
      solid,
      0,
      0,
      [
        [r * 1.06, y],
        [r * 1.06, y + 0.8],
        [r, y + 0.82],
      ],
      sides,
    )
    const warm = blend([0.7, 0.46, 0.22], light, k % 5 === 2 ? 0.7 : 0.05)
    solid.paint(GLASS, {
      glow: (px, _, pz) => pane(world, hash3(Math.floor(px * 0.7 + 50), Math.floor(pz * 0.7 + 50), k) > 0.6 ? warm : UNLIT),
    })
    lathe(
      solid,
      0,
      0,
      [
        [r, y + 0.8],
        [next, y + STOREY],
      ],
      sides,
    )
  }
  solid.paint(colour)
  const [r, y] = [width / 2, storeys * STOREY]
  lathe(
    solid,
    0,
    0,
    [
      [r * 0.62, y],
      [r * 0.55, y + 1.2],
      [r * 0.36, y + 2.2],
      [0.14, y + 2.8],
      [0.1, y + 8],
      [0, y + 8.2],
    ],
    sides,
  )
}

const FACADES = ['#c9d1dc', '#9aa6b8', '#6f7d94', '#dfe3ea'].map(rgb)

/** A tower block; `form` 0 is a box, 1 tapers, 2 has a waist. Its door faces +z. */
export function towerBlock(world: World, x: number, z: number, size: Vec3, form: number, pair: NeonPair, random: Prng, yaw = 0): void {
  const [width, height, depth] = size
  const spot = spotAt(world, x, z, yaw)
  const { solid } = world
  const colour = random.pick(FACADES)
  if (form === 0) boxTower(world, x, z, width, depth, height, colour, pair[0])
  else roundTower(world, width, height, form === 2, colour, pair[1])
  solid.paint([0.05, 0.05, 0.05], { glow: neon(world, pair[form % 2 === 0 ? 0 : 1], 1.5) })
  box(solid, [0, 3.2, depth / 2 + 0.1], [Math.min(width, 4.5), 0.22, 0.3], { cell: 1 })
  solid.paint(DARK)
  box(solid, [0, 0, depth / 2 + 0.02], [2.4, 3, 0.2])
  spot.block([0, 0, 0], [width, height, depth])
  spot.keep(width * 0.75)
}

/** Plain towers beyond the edge, fading into the horizon. */
export function skyline(world: World, pair: NeonPair, random: Prng): void {
  const { solid, look, lit } = world
  for (let i = 0; i < 26; i++) {
    const a = (TAU * i) / 26 + random.next() * 0.15
    const distance = random.range(50, 95)
    const height = random.range(22, 75)
    const [x, z] = [cos(a) * distance, sin(a) * distance]
    const width = random.range(8, 14)
    const light = blend(random.pick([pair[0], pair[1], [1.2, 0.9, 0.5] as const]), [0, 0, 0], 0.35)
    if (Math.abs(x) < 5 && z > 0) continue
    solid.at(x, 0, z, random.next() * 1.5)
    solid.paint(blend(rgb('#7f8ca5'), look.horizon, distance / 130))
    box(solid, [0, 0, 0], [width, height, width], { cell: 40 })
    if (!lit) continue
    solid.paint([0.02, 0.02, 0.03], { glow: neon(world, light, 0.8) })
    for (let k = 0; k < 3; k++) box(solid, [0, height * (0.35 + 0.22 * k), 0], [width * 1.01, 0.6, width * 1.01], { cell: 40 })
  }
}

/** A board of lights on a wall. */
export function neonSign(world: World, at: Vec3, yaw: number, width: number, height: number, pair: NeonPair): void {
  const spot = spotAt(world, at[0], at[2], yaw, at[1])
  const { solid } = world
  solid.paint(DARK, { vary: 0 })
  box(solid, [0, 0, 0], [width + 0.3, height + 0.3, 0.25], { cell: 9 })
  for (let j = 0; j < 7; j++)
    for (let i = 0; i < 4; i++) {
      if (hash3(i * 3 + j * 5, Math.floor(at[0] * 7 + at[1]), 0) < 0.42) continue
      solid.paint([0.02, 0.02, 0.02], { glow: neon(world, pair[j % 3 ? 0 : 1], 1.3) })
      box(solid, [(i - 1.5) * (width / 4), 0.25 + (j * height) / 7, 0.1], [width / 4.6, height / 9, 0.08], { cell: 9 })
    }
  spot.light([0, height / 2, 2], neon(world, pair[0], 0.9), 8, { always: true, shaded: false })
}

const PAINTS = ['#d94f3d', '#f0b429', '#e9edf2', '#3f7fd0', '#7a4fd0'].map(rgb)

function flyingCar(form: ModelBuilder, colour: Rgb): void {
  form.paint(colour)
  lathe(
    form,
    0,
    0,
    [
      [0.2, -0.25],
      [0.9, -0.12],
      [1, 0.08],
      [0.75, 0.3],
      [0, 0.32],
    ],
    12,
    { scaleX: 2, scaleZ: 0.95 },
  )
  form.paint([0.03, 0.05, 0.08], { glow: [0.1, 0.25, 0.35] })
  blob(form, [-0.1, 0.28, 0], [0.95, 0.42, 0.62], { rough: 0 })
  form.paint(colour)
  for (const side of [-0.6, 0.6]) box(form, [-1.5, 0.2, side], [0.7, 0.5, 0.08], { taper: 0.6 })
  form.paint([0, 0, 0], { glow: [2.4, 0.25, 0.2] })
  box(form, [-1.95, -0.02, 0], [0.12, 0.14, 1.2])
  form.paint([0, 0, 0], { glow: [2.2, 2.1, 1.8] })
  for (const side of [-0.4, 0.4]) box(form, [1.8, -0.02, side], [0.2, 0.12, 0.3])
}

/** Cars that circle a place; negative periods fly the other way. */
export function traffic(world: World, at: Vec3, radius: number, period: number, cars: number, random: Prng): void {
  const form = createModel()
  for (let i = 0; i < cars; i++) {
    const a = TAU * (i / cars + random.next() * 0.12)
    const turn = -a + (period > 0 ? 1 : -1) * 1.5707963267948966
    form.at(cos(a) * radius, random.range(-0.6, 0.6), sin(a) * radius, turn, random.range(0.95, 1.2))
    flyingCar(form, random.pick(PAINTS))
  }
  world.moving.push({ name: `cars_${world.moving.length + 1}`, form, at, axis: 'y', yaw: 0, period })
}
