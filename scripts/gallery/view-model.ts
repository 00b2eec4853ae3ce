import { type GlbContent, readGlb } from '@daedal/engine/model/read-glb'
import type { Picture } from '@daedal/engine/picture'
import sharp from 'sharp'
import { lightOn, type Surface } from './studio-light.ts'

/** What of a glTF material is drawn. */
type Material = {
  readonly pbrMetallicRoughness?: {
    readonly baseColorFactor?: readonly number[]
    readonly baseColorTexture?: { readonly index: number }
    readonly metallicRoughnessTexture?: { readonly index: number }
    readonly metallicFactor?: number
    readonly roughnessFactor?: number
  }
  readonly normalTexture?: { readonly index: number }
  readonly occlusionTexture?: { readonly index: number }
  readonly emissiveTexture?: { readonly index: number }
  readonly emissiveFactor?: readonly number[]
  readonly alphaMode?: string
  readonly doubleSided?: boolean
  readonly extensions?: { readonly KHR_materials_emissive_strength?: { readonly emissiveStrength: number } }
}

type Image = { readonly width: number; readonly height: number; readonly data: Float32Array }
type Images = { readonly colour: Image | null; readonly finish: Image | null; readonly bumps: Image | null; readonly glow: Image | null }

const linear = (byte: number) => (byte <= 10.31475 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4)
const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => linear(byte))
const toSrgb = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)

async function imageOf(content: GlbContent, number: number, isColour: boolean): Promise<Image> {
  const { data, info } = await sharp(content.image(number)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: Float32Array.from(data, (byte) => (isColour ? LINEAR[byte]! : byte / 255)) }
}

/** Reads an image between four texels. */
function sample({ width, height, data }: Image, u: number, v: number, out: number[]): void {
  const x = Math.max(0, Math.min(width - 1.001, u * width - 0.5))
  const y = Math.max(0, Math.min(height - 1.001, v * height - 0.5))
  const [i, j] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - i, y - j]
  for (let c = 0; c < 3; c++) {
    const at = (j * width + i) * 3 + c
    const top = data[at]! + (data[at + 3]! - data[at]!) * fx
    const below = data[at + width * 3]! + (data[at + width * 3 + 3]! - data[at + width * 3]!) * fx
    out[c] = top + (below - top) * fy
  }
}

type Drawn = {
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly tangents: Float32Array | null
  readonly uvs: ArrayLike<number> | null
  readonly colours: ArrayLike<number> | null
  readonly index: ArrayLike<number>
  readonly material: Material
  readonly images: Images
}

/** The primitives of a mesh that the scene shows. Bones stand as they rest, so that nothing is moved. */
async function drawnOf(content: GlbContent, level: number): Promise<Drawn[]> {
  const { json, numbers } = content
  const materials = (json as { materials?: readonly Material[] }).materials ?? []
  const suffix = `_LOD${level}`
  const shown = json.nodes.filter(({ mesh, name }) => mesh !== undefined && (!/_LOD\d$/.test(name) || name.endsWith(suffix)))
  const unsigned = (list: ArrayLike<number>) => (list instanceof Float32Array ? list : Float32Array.from(list, (value) => value / 65535))
  const drawn: Drawn[] = []
  for (const { mesh, translation } of shown)
    for (const { attributes, indices, material: number } of json.meshes[mesh!]!.primitives) {
      const material = materials[number] ?? {}
      const image = (texture: { readonly index: number } | undefined, isColour: boolean) =>
        texture ? imageOf(content, texture.index, isColour) : null
      const pbr = material.pbrMetallicRoughness
      const positions = Float32Array.from(numbers(attributes.POSITION!))
      if (translation) for (let i = 0; i < positions.length; i++) positions[i]! += translation[i % 3]!
      drawn.push({
        positions,
        normals: numbers(attributes.NORMAL!) as Float32Array,
        tangents: attributes.TANGENT === undefined ? null : (numbers(attributes.TANGENT) as Float32Array),
        uvs: attributes.TEXCOORD_0 === undefined ? null : unsigned(numbers(attributes.TEXCOORD_0)),
        colours: attributes.COLOR_0 === undefined ? null : unsigned(numbers(attributes.COLOR_0)),
        index: numbers(indices),
        material,
        images: {
          colour: await image(pbr?.baseColorTexture, true),
          finish: await image(pbr?.metallicRoughnessTexture, false),
          bumps: await image(material.normalTexture, false),
          glow: await image(material.emissiveTexture, true),
        },
      })
    }
  // what is seen through comes last
  return drawn.sort((a, b) => Number(a.material.alphaMode === 'BLEND') - Number(b.material.alphaMode === 'BLEND'))
}

export type ModelView = {
  /** Pixels across and down. */
  readonly size: number
  /** Turn about the upright axis and lift of the eye, radians. */
  readonly yaw?: number
  readonly pitch?: number
  /** Level of detail. */
  readonly level?: number
  /** Share of the model's height that is shown, from its top: for faces. */
  readonly top?: number
}

const SAMPLES = 2
const BACKGROUND = [0.52, 0.54, 0.57] as const

/** Draws a GLB file from its own bytes, as a viewer with plain studio light would. */
export async function viewModel(file: Uint8Array, { size, yaw = 0.6, pitch = 0.32, level = 0, top = 1 }: ModelView): Promise<Picture> {
  const drawn = await drawnOf(readGlb(file), level)
  const side = size * SAMPLES
  const colour = new Float32Array(side * side * 3)
  for (let p = 0; p < side * side; p++) for (let c = 0; c < 3; c++) colour[3 * p + c] = BACKGROUND[c]! * (1.1 - (0.35 * p) / (side * side))
  const nearest = new Float32Array(side * side).fill(Number.NEGATIVE_INFINITY)
  const right = [Math.cos(yaw), 0, -Math.sin(yaw)] as const
  const back = [Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch)] as const
  const up = [-Math.sin(yaw) * Math.sin(pitch), Math.cos(pitch), -Math.cos(yaw) * Math.sin(pitch)] as const
  const seen = (from: Float32Array, i: number) =>
    [right, up, back].map((axis) => from[3 * i]! * axis[0] + from[3 * i + 1]! * axis[1] + from[3 * i + 2]! * axis[2])
  const views = drawn.map(({ positions }) => Array.from({ length: positions.length / 3 }, (_, i) => seen(positions, i)))
  const extent = [0, 1].map((axis) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const view of views) for (const at of view) [low, high] = [Math.min(low, at[axis]!), Math.max(high, at[axis]!)]
    return [low, high] as const
  })
  const tall = (extent[1]![1] - extent[1]![0]) * top
  const scale = (side * 0.92) / Math.max(tall, top < 1 ? 0 : extent[0]![1] - extent[0]![0])
  const middle = [(extent[0]![0] + extent[0]![1]) / 2, extent[1]![1] - tall / 2]
  for (const [d, part] of drawn.entries()) {
    const view = views[d]!
    const place = (i: number) =>
      [side / 2 + (view[i]![0]! - middle[0]!) * scale, side / 2 - (view[i]![1]! - middle[1]!) * scale, view[i]![2]!] as const
    const shade = shaderOf(part, back)
    const isBlended = part.material.alphaMode === 'BLEND'
    for (let t = 0; t < part.index.length; t += 3) {
      const [ia, ib, ic] = [part.index[t]!, part.index[t + 1]!, part.index[t + 2]!]
      const [a, b, c] = [place(ia), place(ib), place(ic)]
      const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
      // glTF's front faces are counter-clockwise, here with y downwards
      if (area === 0 || (area > 0 && !part.material.doubleSided)) continue
      const [left, rightmost] = [
        Math.max(0, Math.ceil(Math.min(a[0], b[0], c[0]) - 0.5)),
        Math.min(side - 1, Math.floor(Math.max(a[0], b[0], c[0]) - 0.5)),
      ]
      const [high, low] = [
        Math.max(0, Math.ceil(Math.min(a[1], b[1], c[1]) - 0.5)),
        Math.min(side - 1, Math.floor(Math.max(a[1], b[1], c[1]) - 0.5)),
      ]
      for (let y = high; y <= low; y++)
        for (let x = left; x <= rightmost; x++) {
          const [px, py] = [x + 0.5 - a[0], y + 0.5 - a[1]]
          const wb = (px * (c[1] - a[1]) - py * (c[0] - a[0])) / area
          const wc = (py * (b[0] - a[0]) - px * (b[1] - a[1])) / area
          if (wb < 0 || wc < 0 || wb + wc > 1) continue
          const depth = a[2] + (b[2] - a[2]) * wb + (c[2] - a[2]) * wc
          const p = y * side + x
          if (depth <= nearest[p]!) continue
          const [r, g, bl, alpha] = shade(ia, ib, ic, 1 - wb - wc, wb, wc)
          if (!isBlended) nearest[p] = depth
          const share = isBlended ? alpha : 1
          for (const [channel, value] of [r, g, bl].entries()) colour[3 * p + channel]! += (value - colour[3 * p + channel]!) * share
        }
    }
  }
  return developed(colour, size)
}

type Shade = (a: number, b: number, c: number, wa: number, wb: number, wc: number) => readonly [number, number, number, number]

function shaderOf({ normals, tangents, uvs, colours, material, images }: Drawn, back: readonly number[]): Shade {
  const pbr = material.pbrMetallicRoughness ?? {}
  const factor = pbr.baseColorFactor ?? [1, 1, 1, 1]
  const emissive = material.emissiveFactor ?? [0, 0, 0]
  const strength = material.extensions?.KHR_materials_emissive_strength?.emissiveStrength ?? 1
  const texel = [0, 0, 0]
  return (a, b, c, wa, wb, wc) => {
    const mix = (list: ArrayLike<number>, width: number, k: number) =>
      list[a * width + k]! * wa + list[b * width + k]! * wb + list[c * width + k]! * wc
    let normal = [0, 1, 2].map((k) => mix(normals, 3, k))
    const albedo = [0, 1, 2].map((k) => factor[k]! * (colours ? mix(colours, 4, k) : 1))
    const [u, v] = uvs ? [mix(uvs, 2, 0), mix(uvs, 2, 1)] : [0, 0]
    const look = (image: Image) => {
      sample(image, u, v, texel)
      return texel
    }
    if (images.colour) for (const [k, value] of look(images.colour).entries()) albedo[k]! *= value
    let [occlusion, rough, metal] = [1, pbr.roughnessFactor ?? 1, pbr.metallicFactor ?? 1]
    if (images.finish) {
      const finish = look(images.finish)
      if (material.occlusionTexture) occlusion = finish[0]!
      rough *= finish[1]!
      metal *= finish[2]!
    }
    if (images.bumps && tangents) {
      const [s, t, out] = look(images.bumps).map((value) => value * 2 - 1) as [number, number, number]
      const along = [0, 1, 2].map((k) => mix(tangents, 4, k))
      const across = [0, 1, 2].map((k) => normal[(k + 1) % 3]! * along[(k + 2) % 3]! - normal[(k + 2) % 3]! * along[(k + 1) % 3]!)
      normal = normal.map((value, k) => along[k]! * s + across[k]! * t + value * out)
    }
    const glow = images.glow ? [...look(images.glow)] : [1, 1, 1]
    const surface: Surface = { normal, albedo, occlusion, rough, metal, glow: glow.map((value, k) => value * emissive[k]! * strength) }
    const { light, mirrored } = lightOn(surface, back)
    return [light[0]!, light[1]!, light[2]!, Math.min(1, (factor[3] ?? 1) * (colours ? mix(colours, 4, 3) : 1) + mirrored)]
  }
}

/** Averages samples and turns light into bytes. */
function developed(colour: Float32Array, size: number): Picture {
  const rgba = new Uint8Array(size * size * 4)
  const side = size * SAMPLES
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const o = (y * size + x) * 4
      for (let c = 0; c < 3; c++) {
        let sum = 0
        for (let j = 0; j < SAMPLES; j++)
          for (let i = 0; i < SAMPLES; i++) {
            const value = colour[((y * SAMPLES + j) * side + x * SAMPLES + i) * 3 + c]!
            // bright parts keep their colour
            sum += value < 0.8 ? value : 0.8 + (0.2 * (value - 0.8)) / (value - 0.6)
          }
        rgba[o + c] = Math.round(255 * Math.max(0, Math.min(1, toSrgb(sum / (SAMPLES * SAMPLES)))))
      }
      rgba[o + 3] = 255
    }
  return { width: size, height: size, rgba }
}
