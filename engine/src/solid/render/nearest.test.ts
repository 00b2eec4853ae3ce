import { describe, expect, it } from 'vitest'
import { createPrng } from '../../math/prng.ts'
import { ball } from '../field/solids.ts'
import { plain } from '../material/plain.ts'
import { listBricks } from './bricks.ts'
import { createNearest } from './nearest.ts'
import type { Part } from './part.ts'

const VOXEL = 0.05
const CAP = 2.5 * VOXEL
const LOW = [-1, -1, -1] as const

/** Balls of one size strewn over the cube from −1 to 1; every third is of glass. */
function strewn(): Part[] {
  const random = createPrng(7, 'balls')
  const solid = plain([1, 1, 1], {})
  const clear: Part['material'] = { kind: 'glass', base: [1, 1, 1], shade: () => undefined, ior: 1.5, tint: [1, 1, 1], rough: 0 }
  return Array.from({ length: 60 }, (_, i) => {
    const [x, y, z] = [random.range(-0.9, 0.9), random.range(-0.9, 0.9), random.range(-0.9, 0.9)]
    return { name: `ball ${i}`, field: ball(x, y, z, 0.08), bound: [x, y, z, 0.08], material: i % 3 === 0 ? clear : solid }
  })
}

describe('nearest', () => {
  const parts = strewn()
  const count = Math.ceil(2 / VOXEL / 3)
  const bricks = listBricks(parts, LOW, VOXEL, CAP, [count, count, count], () => undefined)

  it.each([false, true])('answers what asking every part would, up to the cap; opaque ones only: %s', (opaqueOnly) => {
    const { nearest, found } = createNearest(parts, bricks, LOW, VOXEL, CAP)
    const random = createPrng(8, 'points')
    let within = 0
    for (let i = 0; i < 4_000; i++) {
      const [x, y, z] = [random.range(-1, 1), random.range(-1, 1), random.range(-1, 1)]
      const distances = parts.map(({ field, material }) => (opaqueOnly && material.kind !== 'opaque' ? Infinity : field(x, y, z)))
      const least = Math.min(...distances)
      expect(nearest(x, y, z, opaqueOnly)).toBe(Math.min(least, CAP))
      expect(found.part).toBe(least < CAP ? distances.indexOf(least) : -1)
      // nothing else is nearer than what it says of the others
      const others = distances.filter((_, part) => part !== found.part)
      expect(found.next).toBeLessThanOrEqual(Math.min(...others) + 1e-6)
      within += least < CAP ? 1 : 0
    }
    expect(within).toBeGreaterThan(500)
  })
})
