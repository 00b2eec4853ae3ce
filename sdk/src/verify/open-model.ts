import { canonicalBytes } from '@daedal/engine/model/canonical'
import { type GlbContent, type Gltf, readGlb } from '@daedal/engine/model/read-glb'
import { MODEL_LIMIT } from '@daedal/protocol/generation/model-file'
import { sha256Hex } from '@daedal/protocol/provenance/core'
import type { Hex } from 'viem'
import { counted } from './check.ts'

/** Numbers that a model may unfold to; a small file could name the same ones a thousand times. */
const NUMBERS_LIMIT = 32 << 20
const WIDTHS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 } as const

/** A model's file, opened. */
export type OpenedModel = {
  content: GlbContent
  vertices: number
  textures: number
  /** sha-256 of its vertices; null where its textures belong to that and their pixels before encoding are not known. */
  renderSha256: Hex | null
}

/** Opens a binary glTF file of the form our engine writes. Throws with a reason. */
export function openModel(file: Uint8Array): OpenedModel {
  if (file.length > MODEL_LIMIT)
    throw new Error(`it has ${counted(file.length, 'byte')}, ${counted(MODEL_LIMIT, 'byte')} are opened at most`)
  const content = readGlb(file)
  const { json } = content
  let numbers = 0
  for (const accessor of accessorsOf(json)) {
    numbers += countOf(json.accessors[accessor])
    if (!(numbers <= NUMBERS_LIMIT)) throw new Error(`it unfolds to more than ${counted(NUMBERS_LIMIT, 'number')}`)
  }
  const vertices = json.meshes
    .flatMap(({ primitives }) => primitives)
    .reduce((sum, { attributes }) => sum + json.accessors[attributes.POSITION!]!.count, 0)
  const textures = json.images?.length ?? 0
  return { content, vertices, textures, renderSha256: textures === 0 ? sha256Hex(canonicalBytes(file, [])) : null }
}

/** Every accessor that is read for the hash, as often as it is read. */
function* accessorsOf({ meshes, skins = [], animations = [] }: Gltf): Generator<number> {
  for (const { primitives } of meshes)
    for (const { attributes, indices, targets = [] } of primitives)
      for (const accessor of [...Object.values(attributes), indices, ...targets.flatMap((target) => Object.values(target))]) yield accessor
  for (const { inverseBindMatrices } of skins) yield inverseBindMatrices
  for (const { samplers } of animations) for (const { input, output } of samplers) yield* [input, output]
}

const countOf = (accessor: GlbContent['json']['accessors'][number] | undefined): number =>
  accessor === undefined ? Number.NaN : accessor.count * WIDTHS[accessor.type]

/** Where two models differ: the first mesh, image or word of the description that is another one. */
export function differenceOfModels(made: GlbContent, file: GlbContent): string {
  for (const [m, { name, primitives }] of made.json.meshes.entries())
    for (const [p, { attributes, indices }] of primitives.entries()) {
      const other = file.json.meshes[m]?.primitives[p]
      if (!other) return `the file lacks “${name}”`
      const pairs = [...Object.entries(attributes), ['its triangles', indices] as const]
      for (const [what, accessor] of pairs) {
        const there = what === 'its triangles' ? other.indices : other.attributes[what]
        const found = there === undefined ? `the file lacks ${what}` : differenceOfNumbers(made.numbers(accessor), file.numbers(there))
        if (found) return `“${name}”, ${what}: ${found}`
      }
    }
  for (const [i] of (made.json.images ?? []).entries()) {
    const found = file.json.images?.[i] ? differenceOfNumbers(made.image(i), file.image(i)) : 'the file lacks it'
    if (found) return `texture ${i + 1}: ${found}`
  }
  return 'the description of nodes and materials differs, or how the file is packed'
}

function differenceOfNumbers(made: ArrayLike<number>, file: ArrayLike<number>): string | null {
  if (made.length !== file.length) return `${counted(made.length, 'number')} were made, the file has ${file.length.toLocaleString('en')}`
  let count = 0
  let first = -1
  for (let i = 0; i < made.length; i++) {
    if (made[i] === file[i]) continue
    count += 1
    if (first < 0) first = i
  }
  return count === 0
    ? null
    : `${count.toLocaleString('en')} of ${counted(made.length, 'number')} differ, the first at ${first.toLocaleString('en')}`
}
