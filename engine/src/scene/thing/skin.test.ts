import { describe, expect, it } from 'vitest'
import { type Bone, skin } from './skin.ts'

/** What a skin adds: its points with normals and uv, and its triangles. */
function grown(bones: readonly Bone[], cell = 0.05) {
  const points: number[][] = []
  const faces: (readonly [number, number, number])[] = []
  skin(bones, cell, ({ part }) => [part, 0.5])({
    vertex: (...point) => points.push(point as number[]) - 1,
    triangle: (a, b, c) => faces.push([a, b, c]),
  })
  return { points, faces }
}

const bone = (part: number, from: number, to: number, fillet: number): Bone => ({
  knots: [
    [0, from, 0, 0.2],
    [0, to, 0, 0.2],
  ],
  part,
  fillet,
})

describe('a skin over bones', () => {
  it('is closed: each edge belongs to two triangles', () => {
    const { faces } = grown([
      bone(0, 0, 1, 0.1),
      {
        ...bone(1, 0.5, 0.5, 0.1),
        knots: [
          [0, 0.5, 0, 0.15],
          [0.8, 0.6, 0, 0.1],
        ],
      },
    ])
    const edges = new Map<string, number>()
    for (const face of faces)
      for (let i = 0; i < 3; i++) {
        const [a, b] = [face[i]!, face[(i + 1) % 3]!]
        const edge = a < b ? `${a} ${b}` : `${b} ${a}`
        edges.set(edge, (edges.get(edge) ?? 0) + 1)
      }
    expect(faces.length).toBeGreaterThan(100)
    expect([...edges.values()].every((count) => count === 2)).toBe(true)
  })

  it('lies as far from its bone as the bone is thick, and its normals look away from it', () => {
    const { points } = grown([bone(0, 0, 1, 0.1)])
    for (const [x, y, z, nx, ny, nz] of points as [number, number, number, number, number, number][]) {
      const along = Math.min(1, Math.max(0, y))
      expect(Math.hypot(x, y - along, z)).toBeCloseTo(0.2, 1)
      expect(x * nx + (y - along) * ny + z * nz).toBeGreaterThan(0.15)
      expect(Math.hypot(nx, ny, nz)).toBeCloseTo(1, 5)
    }
  })

  it('flows from one bone into the next and keeps their parts apart', () => {
    const apart = [bone(0, 0, 0.3, 0.001), bone(1, 0.8, 1.1, 0.001)]
    const between = (bones: readonly Bone[]) => grown(bones).points.filter(([, y]) => Math.abs(y! - 0.55) < 0.03).length
    expect(between(apart)).toBe(0)
    expect(between(apart.map((one) => ({ ...one, fillet: 0.5 })))).toBeGreaterThan(0)
    expect(new Set(grown(apart).points.map(([, , , , , , u]) => u))).toEqual(new Set([0, 1]))
  })
})
