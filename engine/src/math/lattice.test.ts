import { describe, expect, it } from 'vitest'
import { createWalls3, voronoi3 } from './lattice.ts'

describe('walls of cells', () => {
  it('are as far as the cells say, whichever places were asked before', () => {
    const walls = createWalls3()
    const cell = { id: 0 }
    for (let i = 0; i < 3_000; i++) {
      // a walk that often stays in a cell and sometimes leaps
      const far = i % 7 === 0 ? 40 : 0
      const [x, y, z] = [i * 0.13 - far, i * 0.021 + far * 0.5, 5 - i * 0.047]
      expect(walls(x, y, z)).toBe(voronoi3(x, y, z, cell))
    }
  })
})
