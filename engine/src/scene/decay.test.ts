import { expect, it } from 'vitest'
import { decay } from './decay.ts'

it('decay is e to the minus x', () => {
  for (let x = -8; x < 39; x += 0.0137) expect(decay(x) / Math.exp(-x)).toBeCloseTo(1, 7)
})

it('decay is bounded at both ends', () => {
  expect(decay(-100)).toBe(decay(-8))
  expect(decay(40)).toBe(0)
  expect(decay(Number.POSITIVE_INFINITY)).toBe(0)
})
