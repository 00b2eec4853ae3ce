import type { MaterialId } from './material/material-id.ts'
import type { Vec3 } from './vector.ts'

/** Numbers that each object keeps for its material. */
export const OBJECT_NUMBERS = 16

/** A material with the numbers of one object, ready to be used on triangles. */
export type Paint = { readonly material: MaterialId; readonly object: number }

/** What a material needs to know about an object: at most 16 numbers, laid out as `paints.ts` says. */
export type PaintSpec = { readonly material: MaterialId; readonly numbers: readonly number[] }

/** Triangles ready to be drawn. */
export type Mesh = {
  readonly vertexCount: number
  readonly triangleCount: number
  /** Three numbers a vertex, metres. */
  readonly position: Float32Array
  /** Three numbers a vertex, used where a triangle is smooth. */
  readonly normal: Float32Array
  /** Two numbers a vertex; metres or shares, as the material wants. */
  readonly uv: Float32Array
  /** Three vertices a triangle. */
  readonly index: Int32Array
  readonly material: Uint8Array
  readonly object: Int32Array
  /** 1 where normals are interpolated. */
  readonly smooth: Uint8Array
  /** Sixteen numbers an object. */
  readonly objects: Float32Array
}

/** Grows a mesh. Shapes are functions that take one: `loft`, `box`, `tube`, `blob`, `terrain`. */
export type MeshBuilder = {
  /** Registers an object. */
  paint(spec: PaintSpec): Paint
  /** What the next triangles are made of, and whether their normals are interpolated. */
  use(paint: Paint, smooth?: boolean): void
  /** Adds a vertex and returns its number. */
  vertex(x: number, y: number, z: number, u?: number, v?: number, nx?: number, ny?: number, nz?: number): number
  triangle(a: number, b: number, c: number): void
  /** Two triangles round a, b, c, d. */
  quad(a: number, b: number, c: number, d: number): void
  /** A flat quad by its corners, with uv from 0, 0 to 1, 1. */
  panel(a: Vec3, b: Vec3, c: Vec3, d: Vec3): void
  vertexCount(): number
  triangleCount(): number
  /** Smooth normals of a grid of width × height vertices; `wrap` joins the first and last column. */
  smoothGrid(first: number, width: number, height: number, wrap?: boolean): void
  /** The mesh so far, without copying. */
  finish(): Mesh
}

type Numbers = Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

/** The same numbers in a longer array. Less than twice as long: a scene of two million vertices would hold as much again for nothing. */
function grown<T extends Numbers>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * GROWTH)
  larger.set(array)
  return larger
}

/** How many times longer an array becomes; of what all begin with, whole numbers come of it more often than memory lasts. */
const GROWTH = 1.5

/** Vertices and triangles a mesh has room for at first: what most scenes have, so that little is copied. */
const ROOM = 1 << 18

/** @param pulse called every few thousand triangles; it may throw to stop the building */
export function createMesh(pulse: () => void = () => {}): MeshBuilder {
  let position = new Float32Array(3 * ROOM)
  let normal = new Float32Array(3 * ROOM)
  let uv = new Float32Array(2 * ROOM)
  let index = new Int32Array(3 * ROOM)
  let material = new Uint8Array(ROOM)
  let object = new Int32Array(ROOM)
  let smoothness = new Uint8Array(ROOM)
  let objects = new Float32Array(OBJECT_NUMBERS * 1024)
  let vertices = 0
  let triangles = 0
  let objectCount = 0
  let current: Paint = { material: 3, object: 0 }
  let smooth = 0

  function paint({ material, numbers }: PaintSpec): Paint {
    if ((objectCount + 1) * OBJECT_NUMBERS > objects.length) objects = grown(objects)
    objects.set(numbers, objectCount * OBJECT_NUMBERS)
    return { material, object: objectCount++ }
  }

  function vertex(x: number, y: number, z: number, u = 0, v = 0, nx = 0, ny = 0, nz = 0): number {
    if ((vertices + 1) * 3 > position.length) {
      position = grown(position)
      normal = grown(normal)
      uv = grown(uv)
    }
    const p = vertices * 3
    position[p] = x
    position[p + 1] = y
    position[p + 2] = z
    normal[p] = nx
    normal[p + 1] = ny
    normal[p + 2] = nz
    uv[vertices * 2] = u
    uv[vertices * 2 + 1] = v
    return vertices++
  }

  function triangle(a: number, b: number, c: number): void {
    if (triangles === material.length) {
      index = grown(index)
      material = grown(material)
      object = grown(object)
      smoothness = grown(smoothness)
    }
    index[triangles * 3] = a
    index[triangles * 3 + 1] = b
    index[triangles * 3 + 2] = c
    material[triangles] = current.material
    object[triangles] = current.object
    smoothness[triangles] = smooth
    triangles++
    if ((triangles & 8191) === 0) pulse()
  }

  function quad(a: number, b: number, c: number, d: number): void {
    triangle(a, b, c)
    triangle(a, c, d)
  }

  function smoothGrid(first: number, width: number, height: number, wrap = false): void {
    for (let j = 0; j < height; j++)
      for (let i = 0; i < width; i++) {
        const left = i > 0 ? i - 1 : wrap ? width - 2 : 0
        const right = i < width - 1 ? i + 1 : wrap ? 1 : width - 1
        const a = (first + j * width + left) * 3
        const b = (first + j * width + right) * 3
        const c = (first + (j > 0 ? j - 1 : 0) * width + i) * 3
        const d = (first + (j < height - 1 ? j + 1 : height - 1) * width + i) * 3
        const o = (first + j * width + i) * 3
        const ux = position[b]! - position[a]!
        const uy = position[b + 1]! - position[a + 1]!
        const uz = position[b + 2]! - position[a + 2]!
        const vx = position[d]! - position[c]!
        const vy = position[d + 1]! - position[c + 1]!
        const vz = position[d + 2]! - position[c + 2]!
        const nx = uy * vz - uz * vy
        const ny = uz * vx - ux * vz
        const nz = ux * vy - uy * vx
        const length = Math.sqrt(nx * nx + ny * ny + nz * nz)
        if (length <= 1e-12) continue
        const side = nx * normal[o]! + ny * normal[o + 1]! + nz * normal[o + 2]! < 0 ? -length : length
        normal[o] = nx / side
        normal[o + 1] = ny / side
        normal[o + 2] = nz / side
      }
  }

  return {
    paint,
    use(next, smoothed = false) {
      current = next
      smooth = smoothed ? 1 : 0
    },
    vertex,
    triangle,
    quad,
    panel(a, b, c, d) {
      quad(vertex(...a, 0, 0), vertex(...b, 1, 0), vertex(...c, 1, 1), vertex(...d, 0, 1))
    },
    vertexCount: () => vertices,
    triangleCount: () => triangles,
    smoothGrid,
    finish: () => ({
      vertexCount: vertices,
      triangleCount: triangles,
      position: position.subarray(0, vertices * 3),
      normal: normal.subarray(0, vertices * 3),
      uv: uv.subarray(0, vertices * 2),
      index: index.subarray(0, triangles * 3),
      material: material.subarray(0, triangles),
      object: object.subarray(0, triangles),
      smooth: smoothness.subarray(0, triangles),
      objects: objects.subarray(0, objectCount * OBJECT_NUMBERS),
    }),
  }
}
