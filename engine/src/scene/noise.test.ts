import { expect, test } from 'vitest'
import { createPrng } from '../math/prng.ts'
import { fbm3, slopeFbm3 } from './noise.ts'

const random = createPrng(5, 'points of noise')
const points = Array.from({ length: 200 }, () => [0, 1, 2].map(() => random.range(-40, 40)) as [number, number, number])
const STEP = 1e-5

test('noise with its slope has the value of noise without', () => {
  const slope = { value: 0, x: 0, y: 0, z: 0 }
  for (const [x, y, z] of points) {
    slopeFbm3(x, y, z, 4, 0.3, slope)
    expect(slope.value).toBe(fbm3(x, y, z, 4))
  }
})

test('the slope of noise is what its neighbours differ by', () => {
  const slope = { value: 0, x: 0, y: 0, z: 0 }
  for (const [x, y, z] of points) {
    slopeFbm3(x, y, z, 3, 0, slope)
    expect(slope.x).toBeCloseTo((fbm3(x + STEP, y, z, 3) - fbm3(x - STEP, y, z, 3)) / (2 * STEP), 3)
    expect(slope.y).toBeCloseTo((fbm3(x, y + STEP, z, 3) - fbm3(x, y - STEP, z, 3)) / (2 * STEP), 3)
    expect(slope.z).toBeCloseTo((fbm3(x, y, z + STEP, 3) - fbm3(x, y, z - STEP, 3)) / (2 * STEP), 3)
  }
})

test('a wide step leaves little slope of small waves', () => {
  const near = { value: 0, x: 0, y: 0, z: 0 }
  const wide = { value: 0, x: 0, y: 0, z: 0 }
  let [steep, flat] = [0, 0]
  for (const [x, y, z] of points) {
    slopeFbm3(x, y, z, 4, 0, near)
    slopeFbm3(x, y, z, 4, 3, wide)
    steep += Math.abs(near.x)
    flat += Math.abs(wide.x)
  }
  expect(flat).toBeLessThan(steep / 4)
})
