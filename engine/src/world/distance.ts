import { cos, saturate, sin, smooth, TAU } from '../math/dmath.ts'
import { blend, type Rgb, type Vec3 } from '../scene/vector.ts'
import { tone } from './bake/tone.ts'
import type { Draft, Ridge, World } from './world.ts'

/** Points round a ridge. */
const RIDGE_POINTS = 56

/** Light in the open, far off, where nothing is traced. */
const openLight = ({ look }: World): Rgb => {
  const at = (k: 0 | 1 | 2) => look.sunlight[k] * look.sun[1] + look.ambient[k] * 0.62 + look.ambientHorizon[k] * 0.32
  return [at(0), at(1), at(2)]
}

/** What of the light in the open, exposed, shows hills in their own colours: more does not, less darkens them. */
const PLAIN_LIGHT = 0.65

function addRidge(world: World, ridge: Ridge): void {
  const { far, look, fractal } = world
  const { radius, y, height, detail, seed, sharp = false, haze, snow } = ridge
  const light = openLight(world)
  const lit = (colour: Rgb): Rgb => {
    const at = (k: 0 | 1 | 2) => colour[k] * Math.min(1, (light[k] * look.exposure) / PLAIN_LIGHT)
    return [at(0), at(1), at(2)]
  }
  const top = blend(lit(ridge.colour), look.horizon, haze)
  const foot = blend(top, look.horizon, 0.55)
  const cap = snow ? blend(lit(snow), look.horizon, haze * 0.7) : null
  const crest = Array.from({ length: RIDGE_POINTS }, (_, i): Vec3 => {
    const [c, s] = [cos((TAU * i) / RIDGE_POINTS), sin((TAU * i) / RIDGE_POINTS)]
    const h = fractal(c * detail + 40 + seed, s * detail + 40, 3)
    return [c * radius, y + Math.max(0.05, sharp ? 1 - Math.abs(h - 0.5) * 3.2 : h) * height, s * radius]
  })
  const colourAt = (_: number, py: number): Rgb => {
    const t = saturate((py - y) / height)
    const colour = blend(foot, top, saturate(t * 1.6))
    return cap ? blend(colour, cap, smooth(0.4, 0.6, t)) : colour
  }
  far.paint([0, 0, 0], { glow: colourAt })
  for (const [i, a] of crest.entries()) {
    const b = crest[(i + 1) % RIDGE_POINTS]!
    const down = (p: Vec3): Vec3 => [p[0], -14, p[2]]
    const waist = (p: Vec3): Vec3 => [p[0] * 0.99, y + (p[1] - y) * 0.55, p[2] * 0.99]
    far.quad(down(b), down(a), waist(a), waist(b))
    far.quad(waist(b), waist(a), a, b)
  }
}

/** Scales of the rings of ground beyond the edge, with their share of haze. */
const RINGS = [
  [1, 0],
  [1.12, 0.02],
  [1.4, 0.1],
  [2, 0.35],
  [3.2, 0.7],
  [6, 1],
] as const
const EDGE_POINTS = 18

/** Points round a square of half-width 1. */
const SQUARE: readonly (readonly [number, number])[] = [0, 1, 2, 3].flatMap((side) =>
  Array.from({ length: EDGE_POINTS }, (_, i) => {
    const t = -1 + (2 * i) / EDGE_POINTS
    return ([[t, 1] as const, [1, -t] as const, [-t, -1] as const, [-1, t] as const] as const)[side]!
  }),
)

/** A colour as it looks in the open, then hazed. */
function hazed(world: World, colour: Rgb, light: Rgb, haze: number): Rgb {
  const out = new Float64Array(3)
  tone(colour[0] * light[0], colour[1] * light[1], colour[2] * light[2], world.look, out, 0)
  return blend([out[0]!, out[1]!, out[2]!], world.look.horizon, haze)
}

function addFarGround(world: World, draft: Draft, farGround: NonNullable<Draft['farGround']>): void {
  const { far, half, land } = world
  const light = openLight(world)
  const first = far.vertexCount()
  for (const [ring, [scale, haze]] of RINGS.entries())
    for (const [px, pz] of SQUARE) {
      const x = px * half * scale
      const z = pz * half * scale
      const h = ring > 0 ? draft.height(x, z) * (ring > 3 ? 0.3 : 1) - 0.05 : land.heightAt(x, z) - 0.04
      far.paint([0, 0, 0], { glow: hazed(world, farGround(x, z), light, haze) })
      far.vertex(x, h, z, 0, 1, 0)
    }
  const count = SQUARE.length
  for (let ring = 0; ring + 1 < RINGS.length; ring++)
    for (let i = 0; i < count; i++) {
      const a = first + ring * count + i
      const b = first + ring * count + ((i + 1) % count)
      far.index.push(a, a + count, b, b, a + count, b + count)
    }
}

function addFarTrees(world: World, draft: Draft, tree: NonNullable<Draft['farTree']>): void {
  const { far, half, streams } = world
  const random = streams('far trees')
  const light = openLight(world)
  const dimmed: Rgb = [light[0] * 0.8, light[1] * 0.8, light[2] * 0.8]
  for (let i = 0; i < 36; i++) {
    const a = random.next() * TAU
    const d = random.range(1.04, 1.75) * half
    const x = cos(a) * d * 1.15
    const z = sin(a) * d * 1.15
    if (Math.max(Math.abs(x), Math.abs(z)) < half * 1.03) continue
    if (draft.height(x, z) < world.waterLevel) continue
    const haze = saturate((d / half - 1) * 0.3)
    far.at(0, 0, 0)
    tree(far, [x, draft.height(x, z), z], random.range(1.3, 2.2), (colour) => hazed(world, colour, dimmed, haze))
  }
}

/** Hills, ground and trees beyond the edge, already lit. */
export function addDistance(world: World): void {
  const { draft } = world
  world.far.at(0, 0, 0)
  for (const ridge of draft.ridges ?? []) addRidge(world, ridge)
  if (draft.farGround) addFarGround(world, draft, draft.farGround)
  if (draft.farTree) addFarTrees(world, draft, draft.farTree)
}
