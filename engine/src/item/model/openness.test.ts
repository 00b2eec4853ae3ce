import { expect, it } from 'vitest'
import { chartsOf } from '../../model/atlas/charts.ts'
import { rasterise } from '../../model/atlas/rasterise.ts'
import { layOut } from '../../model/atlas/unwrap.ts'
import type { SmoothMesh } from '../../model/mesh/triangle-mesh.ts'
import type { Field } from '../../solid/field/field.ts'
import { plain } from '../../solid/material/plain.ts'
import { createOpenness } from './openness.ts'

const SIZE = 64
/** A floor of two triangles whose corners stand in a wall all round. */
const floor: SmoothMesh = {
  positions: Float64Array.from([-0.5, 0, -0.5, 0.5, 0, -0.5, 0.5, 0, 0.5, -0.5, 0, 0.5]),
  normals: Float64Array.from([0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0]),
  index: Uint32Array.from([0, 2, 1, 0, 3, 2]),
  source: Uint32Array.from([0, 1, 2, 3]),
}
const slab: Field = (_, y) => y
const wall: Field = (x, y, z) => Math.max(0.45 - Math.max(Math.abs(x), Math.abs(z)), y - 0.4)

it('is read between the corners of a large triangle', () => {
  const parts = [slab, wall].map((field) => ({ name: '', field, bound: [0, 0, 0, 1] as const, material: plain([1, 1, 1], {}) }))
  const atlas = layOut(
    chartsOf(floor, () => 0),
    SIZE,
    [1],
    900,
  )
  const map = rasterise(floor, atlas)
  const openness = createOpenness(floor, atlas, map, parts)
  const weights = new Float64Array(3)
  const seen = Array.from({ length: SIZE * SIZE }, (_, texel) => {
    if (map.triangle[texel]! < 0) return null
    map.weights(texel, weights)
    return openness(texel, weights)
  })
  const across = seen.slice((SIZE / 2) * SIZE, (SIZE / 2 + 1) * SIZE).filter((open) => open !== null)
  expect(across[across.length >> 1]).toBeGreaterThan(0.99)
  expect(across[0]).toBeLessThan(0.6)
  expect(across.at(-1)).toBeLessThan(0.6)
})
