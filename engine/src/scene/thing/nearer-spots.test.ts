import { describe, expect, it } from 'vitest'
import { createCamera } from '../camera.ts'
import { plain } from '../material/paints.ts'
import { createMesh, type MeshBuilder } from '../mesh.ts'
import type { Spot } from '../scene.ts'
import { nearerSpots } from './nearer-spots.ts'

const camera = createCamera({ eye: [0, 2, 0], target: [0, 1, 40], fov: 60 })
const far: Spot = { ground: 'land', x: 0, y: 0, z: 40, radius: 3 }

/** Ground at a height from one distance to another. */
const ground = (mesh: MeshBuilder, from: number, to: number, y = 0) => mesh.panel([-20, y, from], [20, y, from], [20, y, to], [-20, y, to])
function spotsOver(build: (mesh: MeshBuilder) => void, spot = far) {
  const mesh = createMesh()
  mesh.use(mesh.paint(plain([0.5, 0.5, 0.5])))
  build(mesh)
  return nearerSpots({ mesh, camera }, spot, 2, 0.6)
}

describe('places nearer to the eye', () => {
  it('lie on the way to a spot, on level ground', () => {
    const found = spotsOver((mesh) => ground(mesh, 0, 50))
    expect(found.length).toBeGreaterThan(5)
    for (const { x, y, z } of found) {
      expect([x, y]).toEqual([0, 0])
      expect(z).toBeGreaterThan(5)
      expect(z).toBeLessThan(40)
    }
  })

  it.each([
    ['there is no ground', (mesh: MeshBuilder) => ground(mesh, 30, 50), 30, 40],
    ['a roof hangs low', (mesh: MeshBuilder) => [ground(mesh, 0, 50), ground(mesh, 0, 25, 1.5)], 25, 40],
    ['the ground lies far below', (mesh: MeshBuilder) => [ground(mesh, 20, 50), ground(mesh, 0, 20, -9)], 20, 40],
    ['water covers it', (mesh: MeshBuilder) => [ground(mesh, 0, 50), ground(mesh, 0, 22, 0.6)], 22, 40],
  ])('are none where %s', (_, build, from, to) => {
    const found = spotsOver(build)
    expect(found.length).toBeGreaterThan(0)
    for (const { z } of found) {
      expect(z).toBeGreaterThan(from)
      expect(z).toBeLessThan(to)
    }
  })

  it('of water lie on its surface, over its bed', () => {
    const found = spotsOver(
      (mesh) => {
        ground(mesh, 0, 50, -3)
        ground(mesh, 15, 50)
      },
      { ...far, ground: 'water' },
    )
    expect(found.length).toBeGreaterThan(2)
    for (const { y, z } of found) expect([y, z > 15]).toEqual([0, true])
  })

  it('in the air are not looked for', () => {
    expect(spotsOver((mesh) => ground(mesh, 0, 50), { ...far, ground: 'air', y: 5 })).toEqual([])
  })
})
