import { describe, expect, it } from 'vitest'
import { nearestOf } from './combine.ts'
import { length3 } from './shapes.ts'

describe('the nearest of several fields', () => {
  const centres = Array.from({ length: 9 }, (_, i) => [(i % 3) - 1, ((i * 5) % 7) / 4 - 0.8, Math.floor(i / 3) - 1] as const)
  const asked: number[] = centres.map(() => 0)
  const balls = centres.map(([cx, cy, cz], i) => (x: number, y: number, z: number) => {
    asked[i]!++
    return length3(x - cx, y - cy, z - cz) - 0.2
  })
  const nearest = nearestOf(balls, [-1.4, -1.4, -1.4], [1.4, 1.4, 1.4], 12)

  it('is what all of them say, inside its cells and beyond them', () => {
    for (let i = 0; i < 2_000; i++) {
      const at = [((i * 7) % 41) / 12 - 1.7, ((i * 11) % 37) / 11 - 1.7, ((i * 3) % 43) / 13 - 1.7] as const
      expect(nearest(...at)).toBe(Math.min(...balls.map((ball) => ball(...at))))
    }
  })

  it('asks few of them', () => {
    nearest(-1, -0.8, -1)
    asked.fill(0)
    nearest(-1, -0.8, -1)
    expect(asked.reduce((sum, times) => sum + times, 0)).toBeLessThan(4)
  })
})
