import { describe, expect, it } from 'vitest'
import { capsule } from '../../solid/field/shapes.ts'
import { type Chord, rods } from './rods.ts'
import { openEdges, triangleCount, volumeOf } from './triangle-mesh.ts'

const chords: Chord[] = [
  [0, 0, 0, 1, 0, 0],
  [0, 1, 0, 0, 3, 0],
  [0.2, 0.5, -1, -0.4, 0.9, 1],
]

describe('rods', () => {
  it('are closed, face outwards and hold what hexagonal prisms do', () => {
    const mesh = rods(chords, 0.1)
    expect(openEdges(mesh)).toBe(0)
    expect(triangleCount(mesh)).toBe(3 * 20)
    const length = 1 + 2 + Math.hypot(0.6, 0.4, 2)
    expect(volumeOf(mesh)).toBeCloseTo(((3 * Math.sqrt(3)) / 2) * 0.01 * length, 6)
  })

  it('have their edges at their radius from the line between their ends', () => {
    const [chord] = chords.slice(2)
    const { positions } = rods([chord!], 0.1)
    for (let o = 0; o < positions.length; o += 3)
      expect(capsule(positions[o]!, positions[o + 1]!, positions[o + 2]!, ...chord!, 0, 0)).toBeCloseTo(0.1, 9)
  })
})
