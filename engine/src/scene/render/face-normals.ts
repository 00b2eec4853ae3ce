import type { Mesh } from '../mesh.ts'

/** Unit normals of the flat triangles, three numbers each; either side. */
export function faceNormals({ position, index, triangleCount }: Mesh): Float32Array {
  const normals = new Float32Array(triangleCount * 3)
  for (let t = 0; t < triangleCount; t++) {
    const a = index[t * 3]! * 3
    const b = index[t * 3 + 1]! * 3
    const c = index[t * 3 + 2]! * 3
    const ux = position[b]! - position[a]!
    const uy = position[b + 1]! - position[a + 1]!
    const uz = position[b + 2]! - position[a + 2]!
    const vx = position[c]! - position[a]!
    const vy = position[c + 1]! - position[a + 1]!
    const vz = position[c + 2]! - position[a + 2]!
    const x = uy * vz - uz * vy
    const y = uz * vx - ux * vz
    const z = ux * vy - uy * vx
    const length = Math.sqrt(x * x + y * y + z * z) || 1
    normals[t * 3] = x / length
    normals[t * 3 + 1] = y / length
    normals[t * 3 + 2] = z / length
  }
  return normals
}
