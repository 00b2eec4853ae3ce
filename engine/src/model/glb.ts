/** JSON of a glTF document or a part of it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
type JsonObject = { readonly [key: string]: Json | undefined }

const COMPONENTS = { f32: 5126, u32: 5125, u16: 5123, u8: 5121 } as const
const WIDTHS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 } as const
/** What a buffer view is for, as WebGL numbers it. */
const TARGETS = { vertices: 34962, triangles: 34963 } as const

export type Numbers = Float32Array | Uint32Array | Uint16Array | Uint8Array
export type AccessorShape = {
  readonly target?: keyof typeof TARGETS
  /** Integers stand for 0..1. */
  readonly normalised?: boolean
  /** Writes the least and greatest of each component, which positions and animation times must have. */
  readonly bounds?: boolean
}

/**
 * Writes one binary glTF 2.0 file. The same calls give the same bytes. Whatever goes beyond the core is optional:
 * extensions are only `used`, none is required.
 */
export type GlbWriter = {
  uses(extension: string): void
  accessor(numbers: Numbers, type: keyof typeof WIDTHS, shape?: AccessorShape): number
  /** Offsets that are nought but at the rows of `at`, three numbers each, of `count` vertices. */
  offsets(count: number, at: Uint16Array | Uint32Array, values: Float32Array): number
  /** An embedded image with its texture, linear filtering, clamped at the edge. Returns the texture's number. */
  texture(name: string, mime: 'image/jpeg' | 'image/png', bytes: Uint8Array): number
  material(material: JsonObject): number
  mesh(name: string, primitives: readonly JsonObject[], more?: JsonObject): number
  skin(skin: JsonObject): number
  /** A node of the scene, a child of another, or one that only extensions name and nobody draws. */
  node(node: JsonObject, parent?: number | 'unlisted'): number
  /** A turn of a node: `rotations` are quaternions at the times of accessor `times`. Turns of one name are one animation. */
  turn(node: number, times: number, rotations: number, animation?: string): void
  /** A way of a node: `places` at the times of accessor `times`, relative to its parent. */
  shift(node: number, times: number, places: number, animation?: string): void
  /** The file. `scene` and `document` are further members of those objects. */
  finish(scene: JsonObject, document?: JsonObject): Uint8Array
}

type Node = JsonObject & { children?: number[] }

const componentOf = (numbers: Numbers) =>
  numbers instanceof Float32Array
    ? COMPONENTS.f32
    : numbers instanceof Uint32Array
      ? COMPONENTS.u32
      : numbers instanceof Uint16Array
        ? COMPONENTS.u16
        : COMPONENTS.u8

function boundsOf(numbers: Numbers, width: number): { min: number[]; max: number[] } {
  const min = new Array<number>(width).fill(Number.POSITIVE_INFINITY)
  const max = new Array<number>(width).fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i < numbers.length; i++) {
    const axis = i % width
    if (numbers[i]! < min[axis]!) min[axis] = numbers[i]!
    if (numbers[i]! > max[axis]!) max[axis] = numbers[i]!
  }
  return { min, max }
}

/**
 * How a model was made, for people and machines that never ask us: IPTC DigitalSourceType, and the implicit label of GB 45438-2025
 * (`AIGC`). A model's hash is taken of it too, as of all that its JSON says.
 */
const MADE_BY = {
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia',
  AIGC: { Label: '1', ContentProducer: 'Daedal' },
} as const

const padding = (length: number) => (4 - (length & 3)) & 3

/** @param generator the tool's name, kept in the file */
export function createGlb(generator: string): GlbWriter {
  const chunks: Uint8Array[] = []
  let length = 0
  const extensions = new Set<string>()
  const [nodes, roots, meshes, materials]: [Node[], number[], Json[], Json[]] = [[], [], [], []]
  const [accessors, bufferViews, images, textures]: [Json[], Json[], Json[], Json[]] = [[], [], [], []]
  const skins: Json[] = []
  const animations = new Map<string, { samplers: Json[]; channels: Json[] }>()

  function animate(animation: string, node: number, path: string, input: number, output: number): void {
    const { samplers, channels } = animations.get(animation) ?? { samplers: [], channels: [] }
    animations.set(animation, { samplers, channels })
    samplers.push({ input, output, interpolation: 'LINEAR' })
    channels.push({ sampler: samplers.length - 1, target: { node, path } })
  }

  function view(numbers: Numbers, target?: keyof typeof TARGETS): number {
    const bytes = littleEndian(numbers)
    chunks.push(bytes, new Uint8Array(padding(bytes.length)))
    bufferViews.push({ buffer: 0, byteOffset: length, byteLength: bytes.length, ...(target ? { target: TARGETS[target] } : {}) })
    length += bytes.length + padding(bytes.length)
    return bufferViews.length - 1
  }

  return {
    uses: (extension) => void extensions.add(extension),
    accessor(numbers, type, { target, normalised = false, bounds = false } = {}) {
      accessors.push({
        bufferView: view(numbers, target),
        componentType: componentOf(numbers),
        count: numbers.length / WIDTHS[type],
        type,
        ...(normalised ? { normalized: true } : {}),
        ...(bounds ? boundsOf(numbers, WIDTHS[type]) : {}),
      })
      return accessors.length - 1
    },
    offsets(count, at, values) {
      const bounds = boundsOf(values, 3)
      const whole = at.length === count
      accessors.push({
        componentType: COMPONENTS.f32,
        count,
        type: 'VEC3',
        min: bounds.min.map((value) => (whole ? value : Math.min(value, 0))),
        max: bounds.max.map((value) => (whole ? value : Math.max(value, 0))),
        sparse: {
          count: at.length,
          indices: { bufferView: view(at), componentType: componentOf(at) },
          values: { bufferView: view(values) },
        },
      })
      return accessors.length - 1
    },
    texture(name, mimeType, bytes) {
      images.push({ bufferView: view(bytes), mimeType, name })
      textures.push({ sampler: 0, source: images.length - 1 })
      return textures.length - 1
    },
    material: (material) => materials.push(material) - 1,
    mesh: (name, primitives, more = {}) => meshes.push({ name, primitives, ...more }) - 1,
    skin: (skin) => skins.push(skin) - 1,
    node(node, parent) {
      const number = nodes.push({ ...node }) - 1
      const above = typeof parent === 'number' ? nodes[parent] : undefined
      if (above) above.children = [...(above.children ?? []), number]
      else if (parent === undefined) roots.push(number)
      return number
    },
    turn: (node, times, rotations, animation = 'ambient') => animate(animation, node, 'rotation', times, rotations),
    shift: (node, times, places, animation = 'ambient') => animate(animation, node, 'translation', times, places),
    finish(scene, document = {}) {
      const lists = { nodes, meshes, skins, materials, accessors, bufferViews, images, textures }
      const json = {
        asset: { version: '2.0', generator, extras: MADE_BY },
        ...(extensions.size > 0 ? { extensionsUsed: [...extensions].sort() } : {}),
        scene: 0,
        scenes: [{ nodes: roots, ...scene }],
        ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
        ...(textures.length > 0 ? { samplers: [{ magFilter: 9729, minFilter: 9987, wrapS: 33071, wrapT: 33071 }] } : {}),
        ...(animations.size > 0 ? { animations: [...animations].map(([name, motion]) => ({ name, ...motion })) } : {}),
        ...(length > 0 ? { buffers: [{ byteLength: length }] } : {}),
        ...document,
      }
      return container(new TextEncoder().encode(JSON.stringify(json)), chunks, length)
    },
  }
}

/** The numbers' bytes in the order files keep them, on machines of either order. */
export function littleEndian(numbers: Numbers): Uint8Array {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength).slice()
  const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
  const width = numbers.BYTES_PER_ELEMENT
  if (!isLittle && width > 1) for (let at = 0; at < bytes.length; at += width) bytes.subarray(at, at + width).reverse()
  return bytes
}

/** Header, JSON chunk padded with spaces, binary chunk. */
function container(json: Uint8Array, chunks: readonly Uint8Array[], binary: number): Uint8Array {
  const jsonLength = json.length + padding(json.length)
  const file = new Uint8Array(20 + jsonLength + (binary > 0 ? 8 + binary : 0))
  const head = new DataView(file.buffer)
  for (const [at, word] of [0x46546c67, 2, file.length, jsonLength, 0x4e4f534a].entries()) head.setUint32(at * 4, word, true)
  file.set(json, 20)
  file.fill(32, 20 + json.length, 20 + jsonLength)
  if (binary === 0) return file
  let at = 20 + jsonLength
  head.setUint32(at, binary, true)
  head.setUint32(at + 4, 0x004e4942, true)
  at += 8
  for (const chunk of chunks) {
    file.set(chunk, at)
    at += chunk.length
  }
  return file
}
