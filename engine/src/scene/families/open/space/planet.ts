import { cos, saturate, sin, smooth } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import type { SkyLayer } from '../../../look/look.ts'
import { fbm3, value2 } from '../../../noise.ts'
import { addStars } from '../../../sky/stars.ts'
import { blend, type Rgb, times, unit, type Vec3 } from '../../../vector.ts'

const { sqrt } = Math

export type PlanetKind = 'rock' | 'banded' | 'ocean' | 'ice' | 'ember'

export type Planet = {
  /** Towards its middle. */
  readonly at: Vec3
  /** Sine of half the angle it covers. */
  readonly radius: number
  readonly kind: PlanetKind
  /** Dark, middle and light tone. */
  readonly tones: readonly [Rgb, Rgb, Rgb]
  readonly air: Rgb
  readonly axis: Vec3
  readonly ring?: { readonly inner: number; readonly outer: number; readonly normal: Vec3; readonly colour: Rgb }
  readonly variant: number
}

const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** Tones and air of each kind; `random` picks one set. */
const WORLDS: Readonly<Record<PlanetKind, readonly (readonly [string, string, string, string])[]>> = {
  rock: [
    ['#4a4440', '#8a8078', '#c4bcb0', '#201c1a'],
    ['#5a3024', '#a8603c', '#dca878', '#5a2a18'],
    ['#3c3a48', '#74708a', '#b4b0c4', '#20203a'],
  ],
  banded: [
    ['#9a6a44', '#d8b088', '#f4e4c8', '#c08850'],
    ['#3c5c9a', '#7ca4d8', '#d0e4f8', '#4c7cd8'],
    ['#7a4a5c', '#c88a94', '#f4d0c0', '#b86a80'],
    ['#2c6a6a', '#6cb0a0', '#d8ecd0', '#3c9a90'],
  ],
  ocean: [
    ['#12386a', '#3c6a3c', '#f0f4f8', '#4c9cf0'],
    ['#0c4a5c', '#6a7a3c', '#f4f4ec', '#5cc0d8'],
    ['#2a2a6a', '#7a4a6a', '#f0e4f4', '#8a7cf0'],
  ],
  ice: [['#6a90b4', '#b8d4e4', '#f4fafc', '#8cc4f0']],
  ember: [['#1c1414', '#4a2c20', '#ff6a20', '#ff4c14']],
}

/** Shades of one colour that a prompt asks for. */
const shadesOf = (colour: Rgb) => [times(colour, 0.3), colour, blend(colour, [0.9, 0.86, 0.8], 0.35), colour] as const

/** A planet in a direction; `colour` is what the prompt asks it to be. */
export function createPlanet(random: Prng, kind: PlanetKind, at: Vec3, radius: number, ringed = false, colour: Rgb | null = null): Planet {
  const usual = random.pick(WORLDS[kind]).map((hex) => rgb(hex)) as unknown as readonly [Rgb, Rgb, Rgb, Rgb]
  const [dark, middle, light, air] = colour ? shadesOf(colour) : usual
  const lean = random.range(-0.6, 0.6)
  const axis = unit([sin(lean), cos(lean), random.range(-0.35, 0.2)])
  return {
    at: unit(at),
    radius,
    kind,
    tones: [dark, middle, light],
    air,
    axis,
    variant: random.next() * 20,
    ...(ringed ? { ring: { inner: 1.35, outer: random.range(1.95, 2.4), normal: axis, colour: blend(light, rgb('#d8c4a4'), 0.5) } } : {}),
  }
}

/** Colour of the ground at a unit normal, into `out`; light the ground gives is in the fourth number. */
function surface({ kind, tones, axis, variant }: Planet, n: Vec3, out: Float64Array): void {
  const [dark, middle, light] = tones
  const [x, y, z] = n
  let a = 0
  let b = 0
  out[3] = 0
  if (kind === 'banded') {
    const latitude = dot(n, axis)
    const swirl = fbm3(x * 3 + variant, y * 3, z * 3, 4) - 0.5
    const band = value2(latitude * 9 + swirl * 1.1 + variant, 3.3) * 0.65 + value2(latitude * 26 + swirl * 2.6, 8 + variant) * 0.35
    a = smooth(0.2, 0.6, band)
    b = smooth(0.55, 0.85, band)
  } else {
    const rough = fbm3(x * 2.1 + variant, y * 2.1 + variant, z * 2.1, 6)
    if (kind === 'ocean') {
      a = smooth(0.5, 0.54, rough)
      const cloud = fbm3(x * 2.6 + variant + 7 + 0.8 * rough, y * 4.4 + 3, z * 2.6, 5)
      b = Math.max(smooth(0.52, 0.7, cloud), smooth(0.82, 0.92, Math.abs(dot(n, axis)) + (rough - 0.5) * 0.2))
    } else {
      const detail = fbm3(x * 9 + variant, y * 9, z * 9, 4)
      a = smooth(0.36, 0.6, rough * 0.7 + detail * 0.35)
      b = smooth(0.5, 0.8, detail * 0.75 + rough * 0.2)
      if (kind === 'ember') {
        b = smooth(0.07, 0, Math.abs(detail - 0.5)) * smooth(0.4, 0.6, rough)
        out[3] = b
      }
    }
  }
  for (let c = 0; c < 3; c++) {
    const low = dark[c]! + (middle[c]! - dark[c]!) * a
    out[c] = low + (light[c]! - low) * b
  }
}

/** A planet in the sky with its air and ring, lit from `sun`. */
export function planetLayer(planet: Planet, sun: Vec3, gain = 1): SkyLayer {
  const { at, radius: r, air, ring } = planet
  const ground = new Float64Array(4)
  return (dx, dy, dz, colour) => {
    const b = dx * at[0] + dy * at[1] + dz * at[2]
    if (b < 0) return
    const off = sqrt(Math.max(0, 1 - b * b))
    const reach = ring ? r * ring.outer : r * 1.35
    if (off > reach + 0.02) return
    let distance = 9
    const edge = smooth(r + 0.0012, r - 0.0012, off)
    if (edge > 0) {
      const t = b - sqrt(Math.max(0, r * r - off * off))
      distance = t
      const n: Vec3 = [(dx * t - at[0]) / r, (dy * t - at[1]) / r, (dz * t - at[2]) / r]
      const facing = dot(n, sun)
      surface(planet, n, ground)
      let day = smooth(-0.06, 0.3, facing) * (0.25 + 0.75 * saturate(facing))
      if (ring) day *= 1 - 0.75 * ringShade(planet, n, sun)
      const rim = 1 - saturate(-(n[0] * dx + n[1] * dy + n[2] * dz))
      const haze = rim * rim * rim * smooth(-0.25, 0.35, facing)
      for (let c = 0; c < 3; c++) {
        const lit = ground[c]! * (day * 1.5 + 0.008) + air[c]! * haze * 1.3 + (c === 0 ? 1.6 : c === 1 ? 0.4 : 0.06) * ground[3]!
        colour[c] = colour[c]! * (1 - edge) + lit * gain * edge
      }
    }
    if (edge < 1) {
      const out = Math.max(0, (off - r) / r)
      const side = smooth(-0.5, 0.5, (dx - at[0] * b) * sun[0] + (dy - at[1] * b) * sun[1] + (dz - at[2] * b) * sun[2] > 0 ? 0.5 : 0)
      const halo = (0.25 / (1 + out * out * 900 + out * 30)) * (0.25 + 0.75 * side) * (1 - edge)
      for (let c = 0; c < 3; c++) colour[c] = colour[c]! + air[c]! * halo * gain
    }
    if (ring) addRing(planet, dx, dy, dz, distance, sun, gain, colour)
  }
}

/** How much of the ring lies between a place on the globe and the sun. */
function ringShade({ ring, radius: r }: Planet, n: Vec3, sun: Vec3): number {
  if (!ring) return 0
  const rise = dot(sun, ring.normal)
  if (Math.abs(rise) < 0.02) return 0
  const t = -dot(n, ring.normal) / rise
  if (t < 0) return 0
  const q: Vec3 = [n[0] + sun[0] * t, n[1] + sun[1] * t, n[2] + sun[2] * t]
  return density(sqrt(dot(q, q)), ring.inner, ring.outer, r)
}

/** How thick the ring is at a distance in radii. */
function density(rho: number, inner: number, outer: number, salt: number): number {
  if (rho < inner || rho > outer) return 0
  const t = (rho - inner) / (outer - inner)
  const gap = 1 - smooth(0.025, 0.01, Math.abs(t - 0.68)) * 0.9
  return smooth(0, 0.05, t) * smooth(1, 0.94, t) * gap * (0.3 + 0.7 * value2(t * 26 + salt * 7, 4.5)) * (0.7 + 0.3 * value2(t * 90, 9))
}

function addRing(planet: Planet, dx: number, dy: number, dz: number, globe: number, sun: Vec3, gain: number, colour: Float64Array): void {
  const { at, radius: r, ring } = planet
  if (!ring) return
  const slope = dx * ring.normal[0] + dy * ring.normal[1] + dz * ring.normal[2]
  if (Math.abs(slope) < 1e-4) return
  const t = dot(at, ring.normal) / slope
  if (t <= 0 || t > globe) return
  const q: Vec3 = [dx * t - at[0], dy * t - at[1], dz * t - at[2]]
  const thick = density(sqrt(dot(q, q)) / r, ring.inner, ring.outer, r)
  if (thick <= 0) return
  const along = dot(q, sun)
  const across = sqrt(Math.max(0, dot(q, q) - along * along))
  const shadow = along < 0 ? smooth(r * 0.96, r * 1.04, across) : 1
  for (let c = 0; c < 3; c++) colour[c] = colour[c]! * (1 - thick * 0.85) + ring.colour[c]! * thick * (0.04 + 0.96 * shadow) * gain
}

/** Stars everywhere ahead, unless the prompt rules them out. */
export const starfield =
  ({ allows }: Brief, amount: number): SkyLayer =>
  (dx, dy, dz, colour) => {
    if (allows('stars')) addStars(dx, Math.abs(dz), dy, amount, colour)
  }

/** Glowing gas with dark lanes. */
export function nebula(random: Prng, strength: number): SkyLayer {
  const pairs = [
    ['#c0407a', '#3c58d8'],
    ['#d87a3c', '#7a2a8a'],
    ['#2c9aa8', '#6a3cc0'],
    ['#d84848', '#e8b060'],
    ['#3ca87a', '#2c4cb0'],
  ] as const
  const [first, second] = random.pick(pairs)
  const a = rgb(first)
  const b = rgb(second)
  const ox = random.range(0, 20)
  const oy = random.range(0, 20)
  const tilt = random.range(-0.9, 0.9)
  return (dx, dy, dz, colour) => {
    const u = dx * 2.2 + ox
    const v = dy * 2.2 + oy
    const bend = fbm3(u * 1.3, v * 1.3, dz + 3, 4)
    const cloud = fbm3(u + bend * 1.4, v + bend * 0.9, dz * 1.5, 5)
    const band = smooth(0.75, 0, Math.abs(dy - 0.12 + dx * tilt + (bend - 0.5) * 0.6))
    const thick = smooth(0.38, 0.78, cloud) * (0.25 + 0.75 * band)
    if (thick <= 0) return
    const lane = 1 - 0.75 * smooth(0.5, 0.62, fbm3(u * 2.4 + 9, v * 2.4, dz, 4))
    const hue = smooth(0.35, 0.65, bend)
    const k = thick * lane * strength
    for (let c = 0; c < 3; c++) colour[c] = colour[c]! + (a[c]! + (b[c]! - a[c]!) * hue) * k + k * k * 0.25
  }
}

/** One layer after another. */
export const layers =
  (...list: readonly SkyLayer[]): SkyLayer =>
  (dx, dy, dz, colour) => {
    for (const layer of list) layer(dx, dy, dz, colour)
  }
