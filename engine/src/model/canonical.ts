import { littleEndian } from './glb.ts'
import { readGlb } from './read-glb.ts'

/** Pixels of a texture before they were encoded: three bytes each, sRGB. */
export type Texels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array }

/** JSON members that say where bytes lie in the file, and nothing about the model. */
const PACKING = new Set(['accessors', 'bufferViews', 'buffers', 'images', 'samplers', 'textures'])

/**
 * The bytes whose hash stands for a model, whatever encoder wrote the file: its nodes and materials, each primitive's vertices,
 * triangles and morphs, each texture's pixels; of a character its bones and motions too.
 */
export function canonicalBytes(file: Uint8Array, textures: readonly Texels[]): Uint8Array {
  const { json, numbers } = readGlb(file)
  const meaning = Object.fromEntries(Object.entries(json).filter(([key]) => !PACKING.has(key)))
  const parts: Uint8Array[] = [new TextEncoder().encode(JSON.stringify(meaning))]
  for (const { primitives } of json.meshes)
    for (const { attributes, indices, targets = [] } of primitives) {
      for (const name of Object.keys(attributes).sort()) parts.push(littleEndian(numbers(attributes[name]!)))
      parts.push(littleEndian(Uint32Array.from(numbers(indices))))
      for (const target of targets) parts.push(littleEndian(numbers(target.POSITION!)))
    }
  // what moves without bones turns for ever, as its node says
  if (json.skins) {
    for (const { inverseBindMatrices } of json.skins) parts.push(littleEndian(numbers(inverseBindMatrices)))
    for (const { samplers } of json.animations ?? [])
      for (const { input, output } of samplers) parts.push(littleEndian(numbers(input)), littleEndian(numbers(output)))
  }
  for (const { width, height, rgb } of textures) parts.push(littleEndian(new Uint32Array([width, height])), rgb)
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
