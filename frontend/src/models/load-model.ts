import { type Material, Mesh, type Object3D, Texture } from 'three'
import { type GLTF, GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { ModelFailure } from './failure.ts'

/** A file that was loaded. */
export type LoadedModel = { readonly bytes: Uint8Array; readonly gltf: GLTF }

/** What a model costs to draw. */
export type ModelCounts = {
  readonly triangles: number
  readonly drawCalls: number
  readonly bytes: number
  readonly textures: number
  /** Longest side of the largest texture, pixels; 0 without one. */
  readonly texels: number
}

/** Reads a file with how far it is, 0..1. Throws `MODEL_UNREACHABLE` and `MODEL_NOT_GLTF`. */
export async function fetchModel(url: string, onShare: (share: number) => void, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(url, { signal }).catch((cause: unknown) => {
    throw new ModelFailure('MODEL_UNREACHABLE', cause)
  })
  if (!answer.ok || !answer.body) throw new ModelFailure('MODEL_UNREACHABLE')
  const whole = Number(answer.headers.get('content-length')) || 0
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body) {
    parts.push(part)
    length += part.length
    if (whole > 0) onShare(Math.min(1, length / whole))
  }
  const bytes = new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
  if (bytes.length < 20 || new DataView(bytes.buffer).getUint32(0, true) !== 0x46546c67) throw new ModelFailure('MODEL_NOT_GLTF')
  return bytes
}

/** Opens a file as three.js has it. Throws `MODEL_BROKEN`. */
export async function parseModel(bytes: Uint8Array, prepare: (loader: GLTFLoader) => void = () => {}): Promise<LoadedModel> {
  const loader = new GLTFLoader()
  prepare(loader)
  try {
    return { bytes, gltf: await loader.parseAsync(bytes.buffer as ArrayBuffer, '') }
  } catch (cause) {
    throw new ModelFailure('MODEL_BROKEN', cause)
  }
}

const materialsOf = (mesh: Mesh): readonly Material[] => (Array.isArray(mesh.material) ? mesh.material : [mesh.material])

/** Counts what is drawn: coarser levels stand outside the scene of our files, and colliders have no mesh. */
export function countModel({ bytes, gltf }: LoadedModel): ModelCounts {
  const textures = new Set<Texture>()
  let [triangles, drawCalls] = [0, 0]
  gltf.scene.traverseVisible((object) => {
    if (!(object instanceof Mesh)) return
    drawCalls++
    const { index, attributes } = object.geometry
    triangles += (index?.count ?? attributes.position?.count ?? 0) / 3
    for (const material of materialsOf(object))
      for (const value of Object.values(material)) if (value instanceof Texture && value.image) textures.add(value)
  })
  const images = new Set([...textures].map(({ image }) => image as { width?: number; height?: number }))
  const texels = Math.max(0, ...[...images].map(({ width = 0, height = 0 }) => Math.max(width, height)))
  return { triangles, drawCalls, bytes: bytes.length, textures: images.size, texels }
}

/** Frees what a model holds on the graphics card. */
export function disposeModel(root: Object3D): void {
  root.traverse((object) => {
    if (!(object instanceof Mesh)) return
    object.geometry.dispose()
    for (const material of materialsOf(object)) {
      for (const value of Object.values(material)) if (value instanceof Texture) value.dispose()
      material.dispose()
    }
  })
}
