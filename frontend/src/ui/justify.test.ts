import { describe, expect, it } from 'vitest'
import { boundedRatio, justify } from './justify.ts'

const ratio = (value: number) => value
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

describe('justify', () => {
  it('keeps every plate once, in order', () => {
    const plates = Array.from({ length: 53 }, (_, index) => [1, 1.5, 0.8, 1.78, 0.72, 2][index % 6] as number)
    expect(justify(plates, ratio).flatMap((row) => row.items)).toEqual(plates)
  })
  it('makes full rows of nearly one width', () => {
    const plates = Array.from({ length: 60 }, (_, index) => [1, 1.5, 0.8, 1.78][(index * 7) % 4] as number)
    for (const row of justify(plates, ratio).slice(0, -1)) {
      expect(sum(row.items)).toBeGreaterThan(2.6)
      expect(sum(row.items)).toBeLessThan(4.6)
    }
  })
  it('leaves a short last row its free share', () => {
    const rows = justify([1, 1, 1, 1, 1], ratio)
    expect(rows.at(-1)?.items).toEqual([1])
    expect(rows.at(-1)?.fill).toBeGreaterThan(1.5)
    expect(rows[0]?.fill).toBe(0)
  })
  it('makes nothing of nothing', () => expect(justify([], ratio)).toEqual([]))
})

it('bounds extreme shapes', () => {
  expect(boundedRatio(4000, 100)).toBe(2)
  expect(boundedRatio(100, 4000)).toBe(0.72)
  expect(boundedRatio(768, 768)).toBe(1)
})
