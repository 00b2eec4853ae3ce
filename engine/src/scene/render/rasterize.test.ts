import { describe, expect, it } from 'vitest'
import { alone } from '../../crew.ts'
import { createCamera } from '../camera.ts'
import { plain } from '../material/paints.ts'
import { createMesh } from '../mesh.ts'
import { box } from '../shape/loft.ts'
import type { Vec3 } from '../vector.ts'
import { createRaster, fillTriangle } from './raster.ts'
import { rasterize } from './rasterize.ts'

const camera = createCamera({ eye: [0, 0, 0], target: [0, 0, 10], fov: 90 })

/** Panels square to the view: half-size and distance of each. */
function panels(...list: readonly (readonly [half: number, distance: number, x?: number])[]) {
  const mesh = createMesh()
  mesh.use(mesh.paint(plain([1, 1, 1])))
  for (const [half, z, x = 0] of list) {
    const corner = (a: number, b: number): Vec3 => [x + a * half, b * half, z]
    mesh.panel(corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1))
  }
  return mesh.finish()
}

const covered = (raster: { triangle: Int32Array }) => raster.triangle.filter((id) => id > 0).length

describe('fillTriangle', () => {
  it('covers each sample of a square cut along its diagonal once', () => {
    const raster = createRaster(8, 8, alone)
    fillTriangle(raster, 1, new Float64Array([0, 0, 1, 8, 0, 1, 8, 8, 1]), 0, 8)
    const first = covered(raster)
    fillTriangle(raster, 2, new Float64Array([0, 0, 1, 8, 8, 1, 0, 8, 1]), 0, 8)
    expect(covered(raster)).toBe(64)
    expect(raster.triangle.filter((id) => id === 1).length).toBe(first)
  })

  it('leaves alone what lies outside the picture', () => {
    const raster = createRaster(4, 4, alone)
    fillTriangle(raster, 1, new Float64Array([-9, -9, 1, -5, -9, 1, -9, -5, 1]), 0, 4)
    fillTriangle(raster, 1, new Float64Array([2, 2, 1, 2, 2, 1, 2, 2, 1]), 0, 4)
    expect(covered(raster)).toBe(0)
  })
})

describe('rasterize', () => {
  it('keeps the nearer of two surfaces, whatever their order', () => {
    for (const order of [
      [[20, 5] as const, [20, 9] as const],
      [[20, 9] as const, [20, 5] as const],
    ]) {
      const raster = createRaster(16, 16, alone)
      rasterize(panels(...order), camera, raster, alone)
      expect(covered(raster)).toBe(256)
      for (const inverse of raster.inverseDepth) expect(1 / inverse).toBeCloseTo(5, 4)
    }
  })

  it('shows a panel as large as its distance says', () => {
    const raster = createRaster(64, 64, alone)
    rasterize(panels([5, 10]), camera, raster, alone)
    expect(covered(raster)).toBe(32 * 32)
  })

  it('cuts what passes the camera', () => {
    const mesh = createMesh()
    const paint = mesh.paint(plain([1, 1, 1]))
    mesh.use(paint)
    mesh.panel([-50, -1, -50], [50, -1, -50], [50, -1, 500], [-50, -1, 500])
    const raster = createRaster(32, 32, alone)
    rasterize(mesh.finish(), camera, raster, alone)
    const rows = Array.from({ length: 32 }, (_, y) => covered({ triangle: raster.triangle.subarray(y * 32, y * 32 + 32) }))
    expect(rows.slice(0, 16)).toEqual(Array(16).fill(0))
    expect(rows.slice(18)).toEqual(Array(14).fill(32))
  })

  it('leaves out what lies below a mirror, and the mirror', () => {
    const mesh = createMesh()
    const paint = mesh.paint(plain([1, 1, 1]))
    box(mesh, { x: 0, y: -4, z: 12, width: 8, height: 8, depth: 4, paint })
    const all = createRaster(48, 48, alone)
    rasterize(mesh.finish(), camera, all, alone)
    const upper = createRaster(48, 48, alone)
    rasterize(mesh.finish(), camera, upper, alone, { above: 0 })
    const none = createRaster(48, 48, alone)
    rasterize(mesh.finish(), camera, none, alone, { skip: paint.material })
    expect(covered(upper)).toBe(covered(all) / 2)
    expect(covered({ triangle: upper.triangle.subarray(24 * 48) })).toBe(0)
    expect(covered(none)).toBe(0)
  })

  it('shows the middle of the square in a picture that is not square', () => {
    const square = createRaster(64, 64, alone)
    rasterize(panels([3, 10, 2]), camera, square, alone)
    const wide = createRaster(64, 32, alone)
    rasterize(panels([3, 10, 2]), camera, wide, alone)
    expect(Array.from(wide.triangle)).toEqual(Array.from(square.triangle.subarray(16 * 64, 48 * 64)))
  })
})
