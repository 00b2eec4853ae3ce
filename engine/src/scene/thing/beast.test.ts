import { describe, expect, it } from 'vitest'
import { createPrng } from '../../math/prng.ts'
import { beast } from './beast.ts'
import type { BeastName } from './beast-build.ts'
import { poseOf } from './beast-pose.ts'
import { BEASTS } from './beasts.ts'

const names = Object.keys(BEASTS) as BeastName[]

/** All points of an animal's skin. */
function pointsOf(name: BeastName, seed: number, options = {}) {
  const points: number[][] = []
  const [skin] = beast(name, createPrng(seed, 'test'), null, { many: true, ...options })
  for (const shape of skin!.shapes) shape({ vertex: (...point) => points.push(point as number[]), triangle() {} })
  return points
}

describe('an animal on four legs', () => {
  it.each(names)('%s stands on its feet however it holds itself', (name) => {
    for (const seed of [1, 2, 3]) {
      const low = Math.min(...pointsOf(name, seed).map(([, y]) => y!))
      expect(low).toBeGreaterThan(-0.07 * BEASTS[name].back)
      expect(low).toBeLessThan(0.07 * BEASTS[name].back)
    }
  })

  it.each(names)('%s has every pose of its own, each once among many seeds', (name) => {
    const b = BEASTS[name]
    const seen = new Set(Array.from({ length: 60 }, (_, seed) => poseOf(b, createPrng(seed, 'pose'), 0).stance))
    expect(seen).toEqual(new Set(b.poses))
  })

  it('turns its head to the eye more often than away from it', () => {
    const turns = Array.from({ length: 40 }, (_, seed) => poseOf(BEASTS.fox, createPrng(seed, 'pose'), 1).turn)
    expect(turns.filter((turn) => turn > 0.2).length).toBeGreaterThan(24)
    expect(Math.max(...turns)).toBeLessThan(1.3)
  })

  it('is coarser as one of many', () => {
    expect(pointsOf('zebra', 1).length * 1.5).toBeLessThan(pointsOf('zebra', 1, { many: false }).length)
  })

  it.each(['zebra', 'panda'] as const)('%s is black and white', (name) => {
    const dark = pointsOf(name, 2).map((point) => point[7]!)
    const share = (test: (v: number) => boolean) => dark.filter(test).length / dark.length
    expect(share((v) => v > 0.8)).toBeGreaterThan(0.2)
    expect(share((v) => v < 0.2)).toBeGreaterThan(0.25)
  })
})
