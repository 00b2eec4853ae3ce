import type { GlbWriter } from '../../model/glb.ts'
import type { TriangleMesh } from '../../model/mesh/triangle-mesh.ts'

/** What may be said of each vertex of a mesh besides its place. */
export type Drawable = TriangleMesh & {
  readonly normals: Float64Array
  /** 0..1, two numbers a vertex. */
  readonly uvs?: Float64Array
  /** Four numbers a vertex. */
  readonly tangents?: Float64Array
  /** Linear, four numbers a vertex, 0..1. */
  readonly colours?: readonly number[]
}

/** From model units to metres: a move, then a scale. */
export type Metres = { readonly scale: number; readonly origin: readonly [number, number, number] }

function unsigned(values: ArrayLike<number>): Uint16Array {
  const out = new Uint16Array(values.length)
  for (let i = 0; i < out.length; i++) out[i] = Math.floor(Math.max(0, Math.min(1, values[i]!)) * 65535 + 0.5)
  return out
}

/** Writes one primitive: places in metres, texture coordinates and colours in 16 bits. */
export function writeMesh(glb: GlbWriter, mesh: Drawable, material: number, { scale, origin }: Metres) {
  const positions = new Float32Array(mesh.positions.length)
  for (let i = 0; i < positions.length; i++) positions[i] = (mesh.positions[i]! - origin[i % 3]!) * scale
  const wide = positions.length / 3 > 65534
  const attributes = {
    POSITION: glb.accessor(positions, 'VEC3', { bounds: true, target: 'vertices' }),
    NORMAL: glb.accessor(new Float32Array(mesh.normals), 'VEC3', { target: 'vertices' }),
    ...(mesh.tangents ? { TANGENT: glb.accessor(new Float32Array(mesh.tangents), 'VEC4', { target: 'vertices' }) } : {}),
    ...(mesh.uvs ? { TEXCOORD_0: glb.accessor(unsigned(mesh.uvs), 'VEC2', { normalised: true, target: 'vertices' }) } : {}),
    ...(mesh.colours ? { COLOR_0: glb.accessor(unsigned(mesh.colours), 'VEC4', { normalised: true, target: 'vertices' }) } : {}),
  }
  const index = wide ? mesh.index : new Uint16Array(mesh.index)
  return { attributes, indices: glb.accessor(index, 'SCALAR', { target: 'triangles' }), material }
}
