import { cos, saturate, sin, TAU } from '../../math/dmath.ts'
import type { ModelBuilder } from '../../model/model.ts'
import { blob } from '../../model/shapes/blob.ts'
import { blend, type Rgb } from '../../scene/vector.ts'
import { rgb } from '../../solid/palette.ts'
import { grow, scatter } from '../scatter.ts'
import type { World } from '../world.ts'

/** A tuft of seven thin blades. */
export const grass =
  (low: Rgb, high: Rgb, tall = 1) =>
  (form: ModelBuilder): void => {
    for (let i = 0; i < 7; i++) {
      const a = (TAU * i) / 7 + (i % 3) * 0.4
      const [c, s] = [cos(a), sin(a)]
      const h = (0.14 + (0.1 * ((i * 3) % 4)) / 3) * tall
      const w = 0.022
      const o = 0.05 + 0.05 * (i % 2)
      form.paint((_, y) => blend(low, high, saturate(y / h)), { through: 0.6, vary: 0 })
      form.triangle(
        [c * o - s * w, 0, s * o + c * w],
        [c * o + s * w, 0, s * o - c * w],
        [c * (o + (h * 0.55) / tall), h, s * (o + (h * 0.55) / tall)],
      )
    }
  }

/** A stalk with five petals. */
export const flower =
  (petals: Rgb) =>
  (form: ModelBuilder): void => {
    form.paint(rgb('#4d8a3a'))
    form.triangle([-0.02, 0, 0], [0.02, 0, 0], [0, 0.34, 0])
    form.paint(petals, { vary: 0.1 })
    for (let i = 0; i < 5; i++) {
      const a = (TAU * i) / 5
      const b = a + 0.75
      form.triangle([0, 0.33, 0], [cos(b) * 0.13, 0.37, sin(b) * 0.13], [cos(a) * 0.13, 0.37, sin(a) * 0.13])
    }
    form.paint(rgb('#f4d35e'))
    form.triangle([-0.04, 0.385, 0.03], [0.04, 0.385, 0.03], [0, 0.385, -0.045])
  }

export const pebble =
  (colour: Rgb) =>
  (form: ModelBuilder): void => {
    form.paint(colour, { vary: 0.15 })
    blob(form, [0, 0.03, 0], [0.16, 0.09, 0.13], { detail: 0, rough: 0.25, flat: true })
  }

/** Reeds with brown heads, for shores. */
export const reeds = (form: ModelBuilder): void => {
  for (let i = 0; i < 6; i++) {
    const a = (TAU * i) / 6 + i * 0.3
    const [x, z, h] = [cos(a) * 0.12, sin(a) * 0.12, 0.8 + 0.09 * ((i * 5) % 4)]
    form.paint(blend(rgb('#5f7a3a'), rgb('#8f9a52'), (i % 3) / 2), { through: 0.5 })
    form.triangle([x - 0.02, 0, z], [x + 0.02, 0, z], [x * 1.8, h, z * 1.8])
    if (i % 2) continue
    form.paint(rgb('#6b4526'))
    form.triangle([x * 1.7 - 0.03, h * 0.8, z * 1.7], [x * 1.7 + 0.03, h * 0.8, z * 1.7], [x * 1.8, h * 1.15, z * 1.8])
  }
}

const FLOWERS = ['#f2f0ea', '#e8637a', '#f0c040', '#8f7fe0'].map(rgb)

export type Greens = {
  readonly grass: number
  readonly flowers: number
  readonly low?: Rgb
  readonly high?: Rgb
  readonly where?: (x: number, z: number) => boolean
}

/** Grass tufts, and flowers in drifts of like colours. */
export function greens(world: World, { grass: tufts, flowers, where, low = rgb('#4f8f38'), high = rgb('#a3c95f') }: Greens): void {
  const place = where ? { where: (x: number, z: number) => where(x, z) } : {}
  scatter(world, { name: 'grass', count: tufts, radius: 0.15, keep: false, ...place }, (x, z, random) =>
    grow(world, 'grass', grass(low, high), x, z, random, random.range(0.8, 1.6)),
  )
  const inDrift = (x: number, z: number) => (!where || where(x, z)) && world.noise(x * 0.18 + 3, z * 0.18 + 5) > 0.46
  scatter(world, { name: 'flowers', count: flowers, radius: 0.2, keep: false, where: inDrift }, (x, z, random) => {
    const warm = world.noise(x * 0.2 + 9, z * 0.2) > 0.5
    const kind = warm ? (random.chance(0.7) ? 0 : 1) : random.chance(0.6) ? 2 : 3
    grow(world, `flower_${kind}`, flower(FLOWERS[kind]!), x, z, random, random.range(0.8, 1.4))
  })
}

/** Small things of one form, all over. */
export function sprinkle(
  world: World,
  name: string,
  build: (form: ModelBuilder) => void,
  count: number,
  where?: (x: number, z: number) => boolean,
): void {
  scatter(world, { name, count, radius: 0.2, keep: false, ...(where ? { where } : {}) }, (x, z, random) =>
    grow(world, name, build, x, z, random, random.range(0.7, 1.6)),
  )
}
