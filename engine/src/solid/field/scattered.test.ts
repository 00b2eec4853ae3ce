import { expect, it } from 'vitest'
import { createPrng } from '../../math/prng.ts'
import { type Sized, type Spot, scattered, sphere } from './scattered.ts'

it('many of one shape are as far as the nearest of all of them, near and far', () => {
  const random = createPrng(4, 'scattered')
  const spots = Array.from(
    { length: 30 },
    (): Spot => [random.range(-1, 1), random.range(-0.3, 0.5), random.range(-1, 1), random.range(0.03, 0.1)],
  )
  const nubbed: Sized = (x, y, z, radius) => sphere(x, y, z, radius) - 0.02 * Math.min(1, Math.abs(y) / radius)
  for (const [shape, slack] of [
    [sphere, 0],
    [nubbed, 0.02],
  ] as const) {
    const field = scattered(spots, shape, slack)
    for (let i = 0; i < 400; i++) {
      const [x, y, z] = [random.range(-1.6, 1.6), random.range(-1, 1), random.range(-1.6, 1.6)]
      const nearest = Math.min(...spots.map(([px, py, pz, radius]) => shape(x - px, y - py, z - pz, radius)))
      expect(field(x, y, z)).toBe(nearest)
    }
  }
})
