import { describe, expect, it } from 'vitest'
import { createCamera } from '../camera.ts'
import { plain } from '../material/paints.ts'
import { createMesh } from '../mesh.ts'
import type { Spot } from '../scene.ts'
import { clearViews } from './clear-view.ts'

const camera = createCamera({ eye: [0, 1, 0], target: [0, 1, 10], fov: 60 })
const spot = (x: number, ground: Spot['ground'] = 'land') => ({ ground, x, y: 0, z: 10, radius: 2, tall: 2, wide: 1 })

/** A wall across the view from x = 0 to x = 4, as high as it is said, so far away. */
function wall(high: number, away: number) {
  const mesh = createMesh()
  mesh.use(mesh.paint(plain([0.5, 0.5, 0.5])))
  mesh.panel([0, -1, away], [4, -1, away], [4, high, away], [0, high, away])
  return mesh.finish()
}
/** To the left of a camera that looks along +z lies +x. */
const views = (high: number, away: number) => clearViews(wall(high, away), camera, [spot(2), spot(-2)])

describe('what stands before the eye', () => {
  it('hides a spot behind it and no other', () => {
    expect(views(4, 6)).toEqual([0, 1])
  })

  it('hides only as much as it is high', () => {
    const [behind, free] = views(1, 6)
    expect(behind).toBeGreaterThan(0.2)
    expect(behind).toBeLessThan(0.8)
    expect(free).toBe(1)
  })

  it.each([
    ['behind the spot', 14],
    ['right at its feet', 9.9],
    ['behind the eye', -3],
  ])('hides nothing from %s', (_, away) => {
    expect(views(4, away)).toEqual([1, 1])
  })
})
