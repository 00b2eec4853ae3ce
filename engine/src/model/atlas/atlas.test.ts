import { describe, expect, it } from 'vitest'
import type { Field } from '../../solid/field/field.ts'
import { box, torus } from '../../solid/field/shapes.ts'
import { meshField, withNormals } from '../mesh/mesh-field.ts'
import { chartsOf } from './charts.ts'
import { dilate, fillRest } from './dilate.ts'
import { pack, type Rectangle } from './pack.ts'
import { rasterise } from './rasterise.ts'
import { extentOf, GUTTER, layOut, texelOf, unwrap } from './unwrap.ts'

const SIZE = 128
const cubeFrame = { right: [1, 0, 0], up: [0, 1, 0] } as const
const block: Field = (x, y, z) => box(x, y, z, 0.5, 0.3, 0.2, 0)
const ring: Field = (x, y, z) => torus(x, y, z, 0.5, 0.16)

const cut = (field: Field, triangles: number) => {
  const mesh = meshField(field, [0, 0, 0, 0.75], { triangles })
  if (!mesh) throw new Error('no surface')
  return mesh
}

describe('charts', () => {
  it('of a block are its six faces', () => {
    const { charts } = chartsOf(cut(block, 200), () => 0)
    expect(charts.length).toBe(6)
    const areas = charts.map(({ low, high }) => (high[0] - low[0]) * (high[1] - low[1])).sort((a, b) => a - b)
    for (const [at, area] of [0.24, 0.24, 0.4, 0.4, 0.6, 0.6].entries()) expect(areas[at]).toBeCloseTo(area, 1)
  })

  it('keep triangles of other tiers apart', () => {
    const mesh = cut(block, 200)
    const { charts, of } = chartsOf(mesh, (t) => t % 2)
    for (const [t, chart] of of.entries()) expect(charts[chart]!.tier).toBe(t % 2)
  })
})

describe('packing', () => {
  const rectangles: Rectangle[] = Array.from({ length: 40 }, (_, i) => ({ width: 0.2 + (i % 7) * 0.15, height: 0.1 + (i % 5) * 0.2 }))
  const { density, corners } = pack(rectangles, SIZE, GUTTER, 900)

  it('keeps all inside, with a gutter round each, none over another', () => {
    const places = rectangles.map(({ width, height }, i) => ({
      left: corners[2 * i]! - GUTTER,
      top: corners[2 * i + 1]! - GUTTER,
      right: corners[2 * i]! + Math.ceil(width * density) + 1 + GUTTER,
      bottom: corners[2 * i + 1]! + Math.ceil(height * density) + 1 + GUTTER,
    }))
    for (const [i, a] of places.entries()) {
      expect(Math.min(a.left, a.top)).toBeGreaterThanOrEqual(0)
      expect(Math.max(a.right, a.bottom)).toBeLessThanOrEqual(SIZE)
      for (const b of places.slice(i + 1))
        expect(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom).toBe(true)
    }
  })

  it('goes no finer than asked, and says when nothing fits', () => {
    expect(pack([{ width: 0.1, height: 0.1 }], SIZE, GUTTER, 50).density).toBe(50)
    const crowd = Array.from({ length: 2000 }, () => ({ width: 1, height: 1 }))
    expect(() => pack(crowd, 64, GUTTER, 900)).toThrow('2000 charts do not fit into 64 texels')
  })
})

describe('a texture', () => {
  const crowd = (count: number) =>
    layOut(
      {
        charts: Array.from({ length: count }, () => ({ frame: cubeFrame, low: [0, 0], high: [0.1, 0.1], tier: 0 }) as const),
        of: new Uint32Array(),
      },
      SIZE,
      [1],
      900,
    )

  it('is as large as asked, and larger where charts are too many for it', () => {
    expect(crowd(400).size).toBe(SIZE)
    const { size, corners, density } = crowd(600)
    expect(size).toBe(2 * SIZE)
    expect(Math.max(...corners)).toBeLessThan(size)
    expect(density[0]).toBeGreaterThan(0)
  })
})

describe('an unwrapped mesh', () => {
  const mesh = cut(ring, 600)
  const charted = chartsOf(mesh, () => 0)
  const atlas = layOut(charted, SIZE, [1], 900)
  const smooth = withNormals(mesh, ring, [0, 0, 0, 0.75])
  const unwrapped = unwrap(smooth, atlas, charted.of)

  it('has each vertex where its chart lies in the texture', () => {
    const at = new Float64Array(2)
    for (const [i, vertex] of unwrapped.index.entries()) {
      const chart = charted.of[(i / 3) | 0]!
      const [x, y, z] = unwrapped.positions.slice(3 * vertex, 3 * vertex + 3) as unknown as [number, number, number]
      texelOf(atlas, chart, x, y, z, at)
      expect(unwrapped.uvs[2 * vertex]! * SIZE).toBeCloseTo(at[0]!, 9)
      const [width, height] = extentOf(atlas, chart)
      expect(at[0]! - atlas.corners[2 * chart]!).toBeLessThanOrEqual(width)
      expect(at[1]! - atlas.corners[2 * chart + 1]!).toBeLessThanOrEqual(height)
    }
  })

  it('has tangents of length one along its surface', () => {
    for (let i = 0; i < unwrapped.normals.length / 3; i++) {
      const [tx, ty, tz, side] = unwrapped.tangents.slice(4 * i, 4 * i + 4) as unknown as [number, number, number, number]
      const [nx, ny, nz] = unwrapped.normals.slice(3 * i, 3 * i + 3) as unknown as [number, number, number]
      expect(tx * tx + ty * ty + tz * tz).toBeCloseTo(1, 6)
      expect(Math.abs(tx * nx + ty * ny + tz * nz)).toBeLessThan(1e-6)
      expect(side).toBe(1)
    }
  })

  it('is found again under its texels', () => {
    const map = rasterise(smooth, atlas)
    const weights = new Float64Array(3)
    const at = new Float64Array(2)
    let found = 0
    for (let texel = 0; texel < SIZE * SIZE; texel++) {
      const t = map.triangle[texel]!
      if (t < 0) continue
      found++
      map.weights(texel, weights)
      const place = [0, 1, 2].map((axis) =>
        [0, 1, 2].reduce((sum, k) => sum + weights[k]! * smooth.positions[3 * smooth.index[3 * t + k]! + axis]!, 0),
      ) as [number, number, number]
      texelOf(atlas, charted.of[t]!, ...place, at)
      expect(Math.abs(at[0]! - (texel % SIZE) - 0.5)).toBeLessThan(1e-3)
      expect(Math.abs(at[1]! - Math.floor(texel / SIZE) - 0.5)).toBeLessThan(1e-3)
    }
    expect(found).toBeGreaterThan(SIZE * SIZE * 0.2)
  })
})

describe('what is not known of a picture', () => {
  it('takes the colour beside it, so many steps far, and the mean beyond', () => {
    const known = new Uint8Array(64)
    const layer = new Uint8Array(192)
    known[27] = 1
    layer.set([90, 60, 30], 81)
    dilate(known, [layer], 8, 2)
    // a diamond of two steps round one texel
    expect(known.reduce((sum, is) => sum + is, 0)).toBe(13)
    expect([...layer.slice(3 * 29, 3 * 30)]).toEqual([90, 60, 30])
    expect([...layer.slice(0, 3)]).toEqual([0, 0, 0])
    fillRest(known, layer)
    expect([...layer.slice(0, 3)]).toEqual([90, 60, 30])
  })
})
