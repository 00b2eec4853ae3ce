import { cos, saturate, sin, smooth, TAU } from '../math/dmath.ts'
import { blob } from '../model/shapes/blob.ts'
import { blend, type Rgb, type Vec3 } from '../scene/vector.ts'
import type { Look } from './look.ts'
import type { World } from './world.ts'

/** Radius of the dome, metres. */
const DOME = 300
const SIDES = 32
const RINGS = 12

/** Colour of the sky in a direction. */
function skyColour(look: Look, d: Vec3): Rgb {
  const low = d[1] < 0
  const up = blend(blend(look.horizon, look.middle, smooth(0, 0.25, d[1])), look.zenith, smooth(0.15, 0.85, d[1]))
  const colour = low ? blend(look.horizon, look.below ?? look.horizon, saturate(-d[1] * 3)) : up
  const near = saturate(d[0] * look.sun[0] + d[1] * look.sun[1] + d[2] * look.sun[2])
  const wide = near * near * near * near
  const tight = wide * wide * wide
  const share = wide * 0.35 + tight * 0.65
  return [colour[0] + look.glow[0] * share, colour[1] + look.glow[1] * share, colour[2] + look.glow[2] * share]
}

function addDome({ far, look }: World): void {
  const first = far.vertexCount()
  for (let k = 0; k <= RINGS; k++) {
    const t = (k - 1) / (RINGS - 1)
    const y = k === 0 ? -1 : k === RINGS ? 1 : -0.06 + 1.06 * t * t
    const r = Math.sqrt(Math.max(0, 1 - y * y))
    for (let i = 0; i <= SIDES; i++) {
      const a = (TAU * (i % SIDES)) / SIDES
      const d: Vec3 = [cos(a) * r, y, sin(a) * r]
      far.paint([0, 0, 0], { glow: skyColour(look, d) })
      far.vertex(d[0] * DOME, d[1] * DOME, d[2] * DOME, 0, 1, 0)
    }
  }
  for (let k = 0; k < RINGS; k++)
    for (let i = 0; i < SIDES; i++) {
      const a = first + k * (SIDES + 1) + i
      far.index.push(a, a + SIDES + 2, a + 1, a, a + SIDES + 1, a + SIDES + 2)
    }
}

/** A disc on the dome, facing the middle. */
export function skyDisc({ far }: World, direction: Vec3, radius: number, colour: Rgb, sides: number, distance = DOME * 0.95): void {
  const across = Math.sqrt(direction[2] * direction[2] + direction[0] * direction[0]) || 1
  const a: Vec3 = [direction[2] / across, 0, -direction[0] / across]
  const b: Vec3 = [
    direction[1] * a[2] - direction[2] * a[1],
    direction[2] * a[0] - direction[0] * a[2],
    direction[0] * a[1] - direction[1] * a[0],
  ]
  const rim = (i: number): Vec3 => {
    const t = (TAU * i) / sides
    const at = (k: 0 | 1 | 2) => direction[k] * distance + (a[k] * cos(t) + b[k] * sin(t)) * radius
    return [at(0), at(1), at(2)]
  }
  far.paint([0, 0, 0], { glow: colour })
  for (let i = 1; i + 1 < sides; i++) far.triangle(rim(0), rim(i + 1), rim(i))
}

function addStars(world: World): void {
  const random = world.streams('stars')
  for (let i = 0; i < world.look.stars; i++) {
    const y = 0.08 + random.next() * 0.9
    const a = random.next() * TAU
    const r = Math.sqrt(1 - y * y)
    const bright = random.range(0.3, 1.1)
    skyDisc(world, [cos(a) * r, y, sin(a) * r], random.range(0.25, 0.6), [bright, bright, bright * 1.1], 4)
  }
}

function addClouds({ far, look, streams }: World): void {
  const random = streams('clouds')
  for (let i = 0; i < look.clouds; i++) {
    const a = random.next() * TAU
    const distance = random.range(170, 240)
    const y = random.range(38, 85)
    const puffs = random.int(3, 4)
    const size = random.range(0.8, 1.5)
    for (let k = 0; k < puffs; k++) {
      const side = k - (puffs - 1) / 2
      const x = cos(a) * distance - sin(a) * side * 11 * size
      const z = sin(a) * distance + cos(a) * side * 11 * size
      const r = (11 - Math.abs(side) * 2.6) * size
      far.paint([0, 0, 0], {
        glow: (_, py) => blend(look.cloudShade, look.cloudLight, saturate((py - y) / (r * 0.6) + 0.25)),
      })
      blob(far, [x, y, z], [r * 1.3, r * 0.55, r], { rough: 0.05, seed: i * 9 + k, floor: -0.28 })
    }
  }
}

/** Dome, sun or moon, stars and clouds, already lit. */
export function addSky(world: World): void {
  world.far.at(0, 0, 0)
  addDome(world)
  const { sun, disc, discRadius } = world.look
  if (disc) skyDisc(world, sun, discRadius, disc, 16)
  addStars(world)
  addClouds(world)
}
