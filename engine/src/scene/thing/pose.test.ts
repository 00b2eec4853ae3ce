import { describe, expect, it } from 'vitest'
import { createPrng } from '../../math/prng.ts'
import type { Vec3 } from '../vector.ts'
import { OUTFITS, type Outfit } from './outfits.ts'
import { poseOf } from './pose.ts'

const apart = (a: Vec3, b: Vec3) => Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]))
const seeds = Array.from({ length: 40 }, (_, seed) => seed)

describe('a pose', () => {
  it.each(Object.entries(OUTFITS) as [string, Outfit][])('of %s has limbs as long as they are and a foot on the ground', (name, outfit) => {
    for (const seed of seeds) {
      const { legs, arms } = poseOf(outfit, createPrng(seed, name))
      for (const [hip, knee, ankle] of legs) {
        expect(apart(hip, knee)).toBeGreaterThan(0.36)
        expect(apart(hip, knee)).toBeLessThan(0.52)
        expect(apart(knee, ankle)).toBeGreaterThan(0.3)
        expect(apart(knee, ankle)).toBeLessThan(0.52)
      }
      for (const [shoulder, elbow, hand] of arms) {
        expect(apart(shoulder, elbow)).toBeGreaterThan(0.2)
        expect(apart(shoulder, elbow)).toBeLessThan(0.35)
        expect(apart(elbow, hand)).toBeGreaterThan(0.19)
        expect(apart(elbow, hand)).toBeLessThan(0.36)
      }
      expect(Math.min(...legs.map(([, , ankle]) => ankle[1]))).toBeLessThan(0.13)
    }
  })

  it('is another under other seeds, the same under one', () => {
    const pose = (seed: number) => JSON.stringify(poseOf(OUTFITS.man, createPrng(seed, 'man')))
    expect(pose(4)).toBe(pose(4))
    expect(new Set(seeds.map(pose)).size).toBe(seeds.length)
  })
})
