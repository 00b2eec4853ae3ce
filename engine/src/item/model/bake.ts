import { pow, saturate } from '../../math/dmath.ts'
import { dilate, fillRest } from '../../model/atlas/dilate.ts'
import { rasterise, type TexelMap } from '../../model/atlas/rasterise.ts'
import { type Atlas, GUTTER, tangentOf } from '../../model/atlas/unwrap.ts'
import { unitGradient } from '../../model/mesh/gradient.ts'
import type { SmoothMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Part } from '../../solid/render/part.ts'
import { createSurface, resetSurface, type Surface } from '../../solid/render/surface.ts'
import { createOpenness } from './openness.ts'

const { floor, max, min, sqrt } = Math

/** Pictures of one atlas, three bytes a texel. */
export type Baked = {
  /** sRGB. */
  readonly colour: Uint8Array
  /** Occlusion, roughness, metalness. */
  readonly finish: Uint8Array
  /** Normals in tangent space, 128 is none. */
  readonly bumps: Uint8Array
  /** sRGB of light given off, over `strength`; null when nothing shines. */
  readonly glow: Uint8Array | null
  /** What the glow is multiplied by. */
  readonly strength: number
}

export type BakeInput = {
  readonly mesh: SmoothMesh
  readonly atlas: Atlas
  /** The part of each triangle. */
  readonly part: ArrayLike<number>
  readonly parts: readonly Part[]
  /** Called now and then with the share done. */
  readonly onRow?: (share: number) => void
}

/** Finite difference of a normal where a part names none, model units. */
const NORMAL_STEP = 0.003
/** A field's normal further from the mesh's than this cosine is noise. */
const TRUSTED = 0.2
/** A material that depends on the view is seen from this cosine, about the mean over all directions. */
const FACING = 0.72
/** Texels grow this far beyond their charts. */
const GROWTH = 2 * GUTTER
/** Least light worth a texture, and the most that is told apart. */
const DIMMEST = 0.03
const BRIGHTEST = 4
/** What a material shines by in the icon's studio, as told to a viewer whose rooms are brighter. */
const GLOW = 0.5
/** What shines takes less colour from other light, or it would look like milk. */
const GLARE = 2.5

/** The icon's studio is brighter than most rooms: middle tones are lifted by this share of what they are short of white. */
const LIFT = 0.4
const brightened = (value: number) => value * (1 + LIFT * (1 - saturate(value)))

export function bake(input: BakeInput): Baked {
  const { atlas, mesh, part, parts } = input
  const { size } = atlas
  const map = rasterise(mesh, atlas)
  const field = fieldNormals(input, map)
  const count = size * size
  const [colour, finish, bumps] = [new Uint8Array(3 * count), new Uint8Array(3 * count), new Uint8Array(3 * count)]
  const light = new Float32Array(3 * count)
  const known = new Uint8Array(count)
  const openness = createOpenness(mesh, atlas, map, parts)
  const surface = createSurface()
  const place = createPlace()
  let brightest = 0
  for (let texel = 0; texel < count; texel++) {
    if (texel % (32 * size) === 0) input.onRow?.(texel / count)
    const triangle = map.triangle[texel]!
    if (triangle < 0) continue
    known[texel] = 1
    find(input, map, texel, place)
    shade(parts[part[triangle]!]!, place, field, texel, surface)
    const o = 3 * texel
    const own = 1 / (1 + GLARE * max(surface.er, surface.eg, surface.eb))
    colour[o] = toByte(brightened(surface.r * own))
    colour[o + 1] = toByte(brightened(surface.g * own))
    colour[o + 2] = toByte(brightened(surface.b * own))
    finish[o] = floor(openness(texel, place.weights) * 255 + 0.5)
    finish[o + 1] = floor(saturate(roughnessOf(surface)) * 255 + 0.5)
    finish[o + 2] = floor(saturate(surface.metal) * 255 + 0.5)
    writeBump(bumps, o, atlas.charts[atlas.of[triangle]!]!.frame.right, place, surface)
    light[o] = surface.er * GLOW
    light[o + 1] = surface.eg * GLOW
    light[o + 2] = surface.eb * GLOW
    brightest = max(brightest, light[o]!, light[o + 1]!, light[o + 2]!)
  }
  const strength = min(BRIGHTEST, brightest)
  const glow = brightest > DIMMEST ? toBytes(light, 1 / strength) : null
  const layers = glow ? [colour, finish, bumps, glow] : [colour, finish, bumps]
  dilate(known, layers, size, GROWTH)
  for (const layer of layers) fillRest(known, layer)
  return { colour, finish, bumps, glow, strength }
}

function toBytes(light: Float32Array, scale: number): Uint8Array {
  const bytes = new Uint8Array(light.length)
  for (let i = 0; i < light.length; i++) if (light[i]! > 0) bytes[i] = toByte(light[i]! * scale)
  return bytes
}

/** A point of the mesh: where it is and its normal. */
type Place = { x: number; y: number; z: number; nx: number; ny: number; nz: number; readonly weights: Float64Array }

const createPlace = (): Place => ({ x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 1, weights: new Float64Array(3) })

function find({ mesh }: BakeInput, map: TexelMap, texel: number, out: Place): void {
  const { positions: p, normals: n, index } = mesh
  const t = 3 * map.triangle[texel]!
  map.weights(texel, out.weights)
  let [x, y, z, nx, ny, nz] = [0, 0, 0, 0, 0, 0]
  for (let k = 0; k < 3; k++) {
    const weight = out.weights[k]!
    const o = 3 * index[t + k]!
    x += p[o]! * weight
    y += p[o + 1]! * weight
    z += p[o + 2]! * weight
    nx += n[o]! * weight
    ny += n[o + 1]! * weight
    nz += n[o + 2]! * weight
  }
  const inverse = 1 / sqrt(nx * nx + ny * ny + nz * nz + 1e-20)
  out.x = x
  out.y = y
  out.z = z
  out.nx = nx * inverse
  out.ny = ny * inverse
  out.nz = nz * inverse
}

/** Side of a block of texels whose field normals are interpolated when those at its corners agree; of where they do not, its quarters. */
const BLOCK = 8
/** Corners agree when they are closer than this cosine. */
const AGREES = 0.985

/** The fields' own normals under each texel: they carry what the triangles are too large for. */
function fieldNormals(input: BakeInput, map: TexelMap): Float32Array {
  const { atlas, part, parts } = input
  const { size } = atlas
  const normals = new Float32Array(3 * size * size)
  const done = new Uint8Array(size * size)
  const place = createPlace()
  const normal = new Float64Array(3)
  const evaluate = (texel: number) => {
    if (done[texel] !== 0 || map.triangle[texel]! < 0) return
    done[texel] = 1
    find(input, map, texel, place)
    const { field, normalStep } = parts[part[map.triangle[texel]!]!]!
    unitGradient(field, place.x, place.y, place.z, normalStep ?? NORMAL_STEP, normal)
    const trust = normal[0]! * place.nx + normal[1]! * place.ny + normal[2]! * place.nz > TRUSTED
    normals[3 * texel] = trust ? normal[0]! : place.nx
    normals[3 * texel + 1] = trust ? normal[1]! : place.ny
    normals[3 * texel + 2] = trust ? normal[2]! : place.nz
  }
  const chart = (texel: number) => (map.triangle[texel]! < 0 ? -1 : atlas.of[map.triangle[texel]!]!)
  const settle = (x: number, y: number, block: number): void => {
    const at = y * size + x
    if (block === 1) {
      evaluate(at)
      return
    }
    const [right, below, across] = [at + block, at + block * size, at + block * size + block]
    const own = chart(at)
    if (own >= 0 && x + block < size && y + block < size && chart(right) === own && chart(below) === own && chart(across) === own) {
      evaluate(at)
      evaluate(right)
      evaluate(below)
      evaluate(across)
      if (agree(normals, at, right) && agree(normals, at, below) && agree(normals, at, across)) {
        interpolate(normals, done, at, size, block)
        return
      }
    }
    const half = block / 2
    for (let v = 0; v < block; v += half) for (let u = 0; u < block; u += half) settle(x + u, y + v, half)
  }
  for (let y = 0; y < size; y += BLOCK) for (let x = 0; x < size; x += BLOCK) settle(x, y, BLOCK)
  return normals
}

const agree = (normals: Float32Array, a: number, b: number): boolean =>
  normals[3 * a]! * normals[3 * b]! + normals[3 * a + 1]! * normals[3 * b + 1]! + normals[3 * a + 2]! * normals[3 * b + 2]! > AGREES

function interpolate(normals: Float32Array, done: Uint8Array, at: number, size: number, block: number): void {
  const [right, below, across] = [at + block, at + block * size, at + block * size + block]
  for (let v = 0; v < block; v++)
    for (let u = 0; u < block; u++) {
      const texel = at + v * size + u
      if (done[texel] !== 0) continue
      done[texel] = 1
      const s = u / block
      const t = v / block
      for (let c = 0; c < 3; c++)
        normals[3 * texel + c] =
          (normals[3 * at + c]! * (1 - s) + normals[3 * right + c]! * s) * (1 - t) +
          (normals[3 * below + c]! * (1 - s) + normals[3 * across + c]! * s) * t
    }
}

function shade(part: Part, place: Place, field: Float32Array, texel: number, s: Surface): void {
  const nx = field[3 * texel]!
  const ny = field[3 * texel + 1]!
  const nz = field[3 * texel + 2]!
  const inverse = 1 / sqrt(nx * nx + ny * ny + nz * nz + 1e-20)
  s.x = place.x
  s.y = place.y
  s.z = place.z
  s.nx = nx * inverse
  s.ny = ny * inverse
  s.nz = nz * inverse
  s.vx = s.nx * FACING
  s.vy = s.ny * FACING
  s.vz = s.nz * FACING
  resetSurface(s)
  part.material.shade(s)
}

/** A lacquer is what a light is seen in: glTF has it only as an extension, so it smooths what is under it. */
const roughnessOf = ({ rough, coat, metal }: Surface) => max(0.05, rough + (min(rough, 0.16) - rough) * saturate(coat) * 0.65 * (1 - metal))

/** Writes a bent normal as seen from the mesh's own. */
function writeBump(bumps: Uint8Array, o: number, right: readonly [number, number, number], place: Place, s: Surface): void {
  const { nx, ny, nz } = place
  const [tx, ty, tz] = tangentOf(right, nx, ny, nz)
  const along = s.nx * tx + s.ny * ty + s.nz * tz
  const across = s.nx * (ny * tz - nz * ty) + s.ny * (nz * tx - nx * tz) + s.nz * (nx * ty - ny * tx)
  const out = max(0.08, s.nx * nx + s.ny * ny + s.nz * nz)
  const scale = 127 / sqrt(along * along + across * across + out * out)
  bumps[o] = floor(along * scale + 128)
  bumps[o + 1] = floor(across * scale + 128)
  bumps[o + 2] = floor(out * scale + 128)
}

/** Linear light to sRGB bytes by a table: fine enough that each byte has its own entries. */
const STEPS = 8192
const TABLE = Uint8Array.from({ length: STEPS + 1 }, (_, i) => {
  const linear = i / STEPS
  return floor((linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055) * 255 + 0.5)
})
const toByte = (linear: number) => TABLE[floor(saturate(linear) * STEPS + 0.5)]!
