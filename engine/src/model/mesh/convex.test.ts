import { describe, expect, it } from 'vitest'
import { convexMesh } from './convex.ts'
import { boxOf, triangleCount, volumeOf } from './triangle-mesh.ts'

/** Planes of a box of half sides a, b, c. */
const boxPlanes = (a: number, b: number, c: number) =>
  Float64Array.from([1, 0, 0, a, -1, 0, 0, a, 0, 1, 0, b, 0, -1, 0, b, 0, 0, 1, c, 0, 0, -1, c])

describe('a convex body inside planes', () => {
  it('is the box that six planes enclose, each face with vertices and a normal of its own', () => {
    const mesh = convexMesh(boxPlanes(1, 2, 0.5))
    const { low, high } = boxOf(mesh.positions)
    for (const [axis, half] of [1, 2, 0.5].entries()) {
      expect(high[axis]).toBeCloseTo(half, 12)
      expect(low[axis]).toBeCloseTo(-half, 12)
    }
    expect(mesh.positions.length / 3).toBe(24)
    expect(triangleCount(mesh)).toBe(12)
    expect(volumeOf(mesh)).toBeCloseTo(8, 9)
  })

  it('loses a corner to a plane that cuts it, and no more than that', () => {
    const s = 1 / Math.sqrt(3)
    const mesh = convexMesh(Float64Array.from([...boxPlanes(1, 1, 1), s, s, s, 2 * s]))
    // the corner beyond x + y + z = 2 is a tetrahedron of edge 1
    expect(volumeOf(mesh)).toBeCloseTo(8 - 1 / 6, 9)
    const cut = [...mesh.normals].filter((value, i) => i % 3 === 0 && Math.abs(value - s) < 1e-9)
    expect(cut.length).toBe(3)
  })

  it('has no face on a plane that touches nothing, and none at all where planes leave nothing', () => {
    expect(triangleCount(convexMesh(Float64Array.from([...boxPlanes(1, 1, 1), 1, 0, 0, 3])))).toBe(12)
    expect(triangleCount(convexMesh(boxPlanes(-1, 1, 1)))).toBe(0)
  })
})
