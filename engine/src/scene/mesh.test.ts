import { describe, expect, it } from 'vitest'
import { carPaint, plain } from './material/paints.ts'
import { createMesh, OBJECT_NUMBERS } from './mesh.ts'
import { faceNormals } from './render/face-normals.ts'
import { blob } from './shape/blob.ts'
import { box, loft } from './shape/loft.ts'
import { polygon, rectangle } from './shape/outline.ts'
import { tube } from './shape/tube.ts'

describe('createMesh', () => {
  it('keeps what was added while it grows', () => {
    const mesh = createMesh()
    const count = 70_000
    for (let i = 0; i < count; i++) {
      if (i % 50 === 0) mesh.use(mesh.paint(plain([i, 0, 0])))
      mesh.vertex(i, i + 0.5, -i)
      mesh.triangle(i, i, i)
    }
    const { vertexCount, triangleCount, position, index, object, objects } = mesh.finish()
    expect([vertexCount, triangleCount]).toEqual([count, count])
    for (const i of [0, 65_535, 65_536, count - 1]) {
      expect(position[i * 3]).toBe(i)
      expect(index[i * 3 + 2]).toBe(i)
      expect(objects[object[i]! * OBJECT_NUMBERS + 1]).toBe(i - (i % 50))
    }
  })

  it('gives triangles the paint in use', () => {
    const mesh = createMesh()
    const red = mesh.paint(carPaint([1, 0, 0]))
    mesh.use(red, true)
    mesh.panel([0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0])
    const { material, object, smooth } = mesh.finish()
    expect([...material]).toEqual([red.material, red.material])
    expect([...object]).toEqual([red.object, red.object])
    expect([...smooth]).toEqual([1, 1])
  })

  it('lets a caller stop it', () => {
    const mesh = createMesh(() => {
      throw new Error('enough')
    })
    const v = mesh.vertex(0, 0, 0)
    expect(() => {
      for (let i = 0; i < 10_000; i++) mesh.triangle(v, v, v)
    }).toThrow('enough')
  })
})

describe('shapes', () => {
  it('a box has the size asked for, a top, and no bottom', () => {
    const mesh = createMesh()
    const paint = mesh.paint(plain([1, 1, 1]))
    box(mesh, { x: 1, y: 2, z: 3, width: 4, height: 5, depth: 6, paint })
    const built = mesh.finish()
    const spread = (axis: number) => {
      const values = Array.from({ length: built.vertexCount }, (_, i) => built.position[i * 3 + axis]!)
      return [Math.min(...values), Math.max(...values)].map((value) => Math.round(value * 1e6) / 1e6 + 0)
    }
    expect([spread(0), spread(1), spread(2)]).toEqual([
      [-1, 3],
      [2, 7],
      [0, 6],
    ])
    const normals = faceNormals(built)
    const level = Array.from({ length: built.triangleCount }, (_, t) => Math.abs(normals[t * 3 + 1]!)).filter((up) => up > 0.99)
    expect(level.length).toBe(4)
    expect(built.triangleCount).toBe(12)
  })

  it('a loft is as long round as its outline', () => {
    const mesh = createMesh()
    const paint = mesh.paint(plain([1, 1, 1]))
    const points = rectangle(0, 0, 3, 2, 0.4)
    loft(
      mesh,
      [
        { y: 0, points },
        { y: 1, points },
      ],
      { paint },
    )
    const { uv } = mesh.finish()
    expect(uv[8]).toBeCloseTo(10, 5)
  })

  it('a polygon can fill its corners', () => {
    for (const [x, z] of polygon(0, 0, 2, 8, 0, 1)) expect(Math.max(Math.abs(x), Math.abs(z))).toBeCloseTo(2, 9)
    for (const [x, z] of polygon(0, 0, 2, 8)) expect(Math.hypot(x, z)).toBeCloseTo(2, 9)
  })

  it('a tube keeps its radius round any path', () => {
    const mesh = createMesh()
    const paint = mesh.paint(plain([1, 1, 1]))
    for (const end of [
      [0, 5, 0],
      [5, 0, 0],
      [3, 3, 3],
    ] as const)
      tube(mesh, [[0, 0, 0], end], { paint, radius: 0.5 })
    const { position } = mesh.finish()
    for (let i = 0; i < 7; i++) expect(Math.hypot(position[i * 3]!, position[i * 3 + 1]!, position[i * 3 + 2]!)).toBeCloseTo(0.5, 5)
  })

  it('a smooth blob has normals that point out of it', () => {
    const mesh = createMesh()
    blob(mesh, { x: 0, y: 0, z: 0, rx: 2, ry: 1, rz: 2, paint: mesh.paint(plain([1, 1, 1])), rings: 8, rough: 0.3, frequency: 2 })
    const { position, normal, vertexCount } = mesh.finish()
    for (let i = 0; i < vertexCount; i++) {
      const outward =
        position[i * 3]! * normal[i * 3]! + position[i * 3 + 1]! * normal[i * 3 + 1]! + position[i * 3 + 2]! * normal[i * 3 + 2]!
      expect(outward).toBeGreaterThan(0)
    }
  })
})
