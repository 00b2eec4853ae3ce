import { describe, expect, it } from 'vitest'
import { createPrng } from '../math/prng.ts'
import { createBench } from './bench.ts'
import { KINDS } from './kinds.ts'
import { lookOf } from './look.ts'
import { planItem } from './plan-item.ts'

/** Cells along a side of the square an outline is compared in. */
const CELLS = 64
/** Share of the cells of two outlines together in which they differ, on average: kinds of one template have 0.08 to 0.24. */
const LEAST = 0.3

const SEEDS = [3, 16, 29, 42, 55]

/** Cells of a front view in which the item's surface is met, before its kind's proportions are changed and it is turned. */
function outlineOf(item: Parameters<typeof planItem>[0]['item'], seed: number): Uint8Array {
  const kind = KINDS[item]
  const bench = createBench(lookOf(planItem({ item }), kind, seed), createPrng(seed, 'item shape'))
  const { half, aimX = 0, aimY = 0 } = kind.build(bench)
  const mask = new Uint8Array(CELLS * CELLS)
  for (const { field, bound } of bench.parts) {
    const [bx, by, bz, r] = bound
    mask.forEach((met, at) => {
      if (met === 1) return
      const x = aimX + (((at % CELLS) + 0.5) / CELLS - 0.5) * 2 * half
      const y = aimY + (0.5 - (Math.floor(at / CELLS) + 0.5) / CELLS) * 2 * half
      const left = r * r - (x - bx) * (x - bx) - (y - by) * (y - by)
      if (left <= 0) return
      const deep = Math.sqrt(left)
      for (let z = bz + deep, steps = 0; z > bz - deep && steps < 60; steps++) {
        const d = field(x, y, z)
        if (d < 0.004) {
          mask[at] = 1
          return
        }
        z -= d
      }
    })
  }
  return mask
}

function differ(a: Uint8Array, b: Uint8Array): number {
  let [either, one] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    either += a[i]! | b[i]!
    one += a[i]! ^ b[i]!
  }
  return one / either
}

describe('seeds of one kind', () => {
  it.each(['goblet', 'bow', 'candle', 'mushroom', 'flower'] as const)('have outlines of their own: %s', (item) => {
    const outlines = SEEDS.map((seed) => outlineOf(item, seed))
    const shares = outlines.flatMap((a, i) => outlines.slice(0, i).map((b) => differ(a, b)))
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(LEAST)
  })
})
