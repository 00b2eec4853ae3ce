import type { Numbers } from './glb.ts'

type Accessor = {
  /** Absent where all is nought but what `sparse` says. */
  readonly bufferView?: number
  readonly sparse?: {
    readonly count: number
    readonly indices: { readonly bufferView: number; readonly componentType: number }
    readonly values: { readonly bufferView: number }
  }
  readonly componentType: number
  readonly count: number
  readonly type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4' | 'MAT4'
  readonly normalized?: boolean
  readonly min?: readonly number[]
  readonly max?: readonly number[]
}
type Primitive = {
  readonly attributes: Readonly<Record<string, number>>
  readonly indices: number
  readonly material: number
  /** Morph targets: an accessor for each attribute they move. */
  readonly targets?: readonly Readonly<Record<string, number>>[]
}
type GltfNode = {
  readonly name: string
  readonly mesh?: number
  readonly skin?: number
  readonly children?: readonly number[]
  readonly translation?: readonly [number, number, number]
  readonly rotation?: readonly [number, number, number, number]
  readonly extensions?: Readonly<Record<string, unknown>>
  readonly extras?: Readonly<Record<string, unknown>>
}

/** What we write of a glTF document. */
export type Gltf = {
  readonly asset: { readonly version: string; readonly generator: string; readonly extras?: Readonly<Record<string, unknown>> }
  readonly extensionsUsed?: readonly string[]
  readonly scenes: readonly { readonly nodes: readonly number[]; readonly extras?: Readonly<Record<string, unknown>> }[]
  readonly nodes: readonly GltfNode[]
  readonly meshes: readonly {
    readonly name: string
    readonly primitives: readonly Primitive[]
    readonly extras?: Readonly<Record<string, unknown>>
  }[]
  readonly skins?: readonly { readonly joints: readonly number[]; readonly inverseBindMatrices: number }[]
  readonly accessors: readonly Accessor[]
  readonly bufferViews: readonly { readonly byteOffset: number; readonly byteLength: number }[]
  readonly images?: readonly { readonly bufferView: number; readonly mimeType: string }[]
  readonly animations?: readonly {
    readonly name: string
    readonly samplers: readonly { readonly input: number; readonly output: number }[]
    readonly channels: readonly { readonly sampler: number; readonly target: { readonly node: number; readonly path: string } }[]
  }[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

export type GlbContent = {
  readonly json: Gltf
  /** The numbers of an accessor. */
  numbers(accessor: number): Numbers
  /** The bytes of an embedded image. */
  image(number: number): Uint8Array
}

const WIDTHS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 } as const

/** Opens a binary glTF 2.0 file that our writer made. Throws when it is not one. */
export function readGlb(file: Uint8Array): GlbContent {
  const head = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const word = (at: number) => head.getUint32(at, true)
  if (file.length < 20 || word(0) !== 0x46546c67 || word(4) !== 2 || word(8) !== file.length || word(16) !== 0x4e4f534a)
    throw new Error('not a binary glTF 2.0 file')
  const json = JSON.parse(new TextDecoder().decode(file.subarray(20, 20 + word(12)))) as Gltf
  const start = 20 + word(12) + 8
  const bytesOf = (view: number) => {
    const { byteOffset, byteLength } = json.bufferViews[view]!
    // a copy of its own memory, also of a Buffer, whose slice would share it
    return Uint8Array.from(file.subarray(start + byteOffset, start + byteOffset + byteLength))
  }
  function scattered({ indices, values }: NonNullable<Accessor['sparse']>, length: number): Float32Array {
    const rows = bytesOf(indices.bufferView).buffer
    const at = indices.componentType === 5125 ? new Uint32Array(rows) : new Uint16Array(rows)
    const from = new Float32Array(bytesOf(values.bufferView).buffer)
    const out = new Float32Array(length)
    for (const [i, row] of at.entries()) out.set(from.subarray(i * 3, i * 3 + 3), row * 3)
    return out
  }
  return {
    json,
    numbers(accessor) {
      const { bufferView, sparse, componentType, count, type } = json.accessors[accessor]!
      const length = count * WIDTHS[type]
      if (bufferView === undefined) return sparse ? scattered(sparse, length) : new Float32Array(length)
      const bytes = bytesOf(bufferView)
      if (componentType === 5126) return new Float32Array(bytes.buffer, 0, length)
      if (componentType === 5125) return new Uint32Array(bytes.buffer, 0, length)
      return componentType === 5123 ? new Uint16Array(bytes.buffer, 0, length) : new Uint8Array(bytes.buffer, 0, length)
    },
    image: (number) => bytesOf(json.images![number]!.bufferView),
  }
}
