import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { noise3 } from '../../math/lattice.ts'
import type { Bound, Field } from '../../solid/field/field.ts'
import { box, length3, torus } from '../../solid/field/shapes.ts'
import { littleEndian } from '../glb.ts'
import { contour } from './contour.ts'
import { decimate } from './decimate.ts'
import { meshField, withNormals } from './mesh-field.ts'
import { boxOf, openEdges, type TriangleMesh, volumeOf } from './triangle-mesh.ts'

const block: Field = (x, y, z) => box(x, y, z, 0.5, 0.3, 0.2, 0)
const BLOCK_BOUND: Bound = [0, 0, 0, 0.65]
const plate: Field = (x, y, z) => box(x, y, z, 0.6, 0.4, 0.006, 0)
const ring: Field = (x, y, z) => torus(x, y, z, 0.5, 0.12)
/** Pebbles that touch at single points and edges of cells: what a plain contour makes holes or double edges of. */
const gravel: Field = (x, y, z) => Math.max(noise3(x * 7, y * 7, z * 7) - 0.45, length3(x, y, z) - 1) * 0.1
const UNIT: Bound = [0, 0, 0, 1.05]

const meshed = (field: Field, bound: Bound, triangles: number): TriangleMesh => {
  const mesh = meshField(field, bound, { triangles })
  if (!mesh) throw new Error('no surface')
  return mesh
}

/** Vertices whose triangles do not go round once: where two sheets only touch. */
function pinches({ index }: TriangleMesh): number {
  const next = new Map<number, Map<number, number>>()
  for (let t = 0; t < index.length; t += 3)
    for (let k = 0; k < 3; k++) {
      const fan = next.get(index[t + k]!) ?? new Map<number, number>()
      next.set(index[t + k]!, fan.set(index[t + ((k + 1) % 3)]!, index[t + ((k + 2) % 3)]!))
    }
  return [...next.values()].filter((fan) => {
    const [start] = fan.keys()
    let at = fan.get(start!)!
    let steps = 1
    while (at !== start && steps <= fan.size) {
      at = fan.get(at)!
      steps++
    }
    return steps !== fan.size
  }).length
}

describe('a meshed field', () => {
  it.each([
    ['a block', block, BLOCK_BOUND, 300],
    ['a plate thinner than its cells are wide', plate, UNIT, 200],
    ['a ring', ring, UNIT, 800],
    ['gravel', gravel, UNIT, 9000],
  ] as const)('is closed and a manifold: %s', (_, field, bound, triangles) => {
    const mesh = meshed(field, bound, triangles)
    expect(mesh.index.length / 3).toBeLessThanOrEqual(triangles)
    expect([openEdges(mesh), pinches(mesh)]).toEqual([0, 0])
  })

  it('faces outwards, lies in its bound and encloses what the field does', () => {
    const mesh = meshed(ring, UNIT, 1200)
    expect(volumeOf(mesh)).toBeCloseTo(2 * Math.PI ** 2 * 0.5 * 0.12 ** 2, 2)
    for (let i = 0; i < mesh.positions.length; i += 3) {
      const [x, y, z] = mesh.positions.slice(i, i + 3) as unknown as [number, number, number]
      expect(Math.abs(ring(x, y, z))).toBeLessThan(0.01)
    }
  })

  it('keeps creases sharp, and its normals on either side of them apart', () => {
    const mesh = meshed(block, BLOCK_BOUND, 60)
    const { low, high } = boxOf(mesh.positions)
    expect([...low, ...high].every((side, i) => Math.abs(side - [-0.5, -0.3, -0.2, 0.5, 0.3, 0.2][i]!) < 2e-3)).toBe(true)
    expect(volumeOf(mesh)).toBeCloseTo(0.24, 2)
    const { normals } = withNormals(mesh, block, BLOCK_BOUND)
    for (let i = 0; i < normals.length; i += 3) expect(Math.max(...normals.slice(i, i + 3).map(Math.abs))).toBeGreaterThan(0.99)
  })

  it('is nothing where a field has no surface', () => {
    expect(meshField(() => 1, UNIT, { triangles: 100 })).toBeNull()
  })

  it('is the same bits as ever', () => {
    const { positions, normals, index } = withNormals(meshed(gravel, UNIT, 2000), gravel, UNIT)
    const digest = createHash('sha256')
    for (const numbers of [Float32Array.from(positions), Float32Array.from(normals), index]) digest.update(littleEndian(numbers))
    expect(digest.digest('hex')).toMatchInlineSnapshot(`"c115cf23c9b9b4c1d97362defb09745268833a6877df770b61aba3218cab0ecf"`)
  })
})

describe('decimation', () => {
  const fine = contour(ring, { low: [-0.62, -0.12, -0.62], high: [0.62, 0.12, 0.62] }, 0.04)

  it('leaves no more than asked for, and nearly the same volume', () => {
    const coarse = decimate(fine, fine.index.length / 12)
    expect(coarse.index.length).toBeLessThanOrEqual(fine.index.length / 4)
    expect([openEdges(coarse), pinches(coarse)]).toEqual([0, 0])
    expect(Math.abs(volumeOf(coarse) / volumeOf(fine) - 1)).toBeLessThan(0.03)
  })

  it('keeps the border between groups of triangles in its place', () => {
    const half = (mesh: TriangleMesh, t: number) => [0, 1, 2].reduce((sum, k) => sum + mesh.positions[3 * mesh.index[3 * t + k]!]!, 0) > 0
    const groups = Array.from({ length: fine.index.length / 3 }, (_, t) => Number(half(fine, t)))
    const coarse = decimate(fine, 300, { groups })
    const strays = [...coarse.origin].filter((origin, t) => {
      const xs = [0, 1, 2].map((k) => coarse.positions[3 * coarse.index[3 * t + k]!]!)
      return groups[origin] ? Math.min(...xs) < -0.06 : Math.max(...xs) > 0.06
    })
    expect(strays).toEqual([])
  })
})
