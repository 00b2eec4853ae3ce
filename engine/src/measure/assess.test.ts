import { describe, expect, it } from 'vitest'
import { createPrng } from '../math/prng.ts'
import type { Picture } from '../picture.ts'
import { assess, recordedMetrics } from './assess.ts'
import { paletteOf } from './palette-of.ts'

function fill(side: number, colour: (x: number, y: number) => readonly [number, number, number]): Picture {
  const rgba = new Uint8Array(side * side * 4)
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) rgba.set([...colour(x, y), 255], 4 * (y * side + x))
  return { width: side, height: side, rgba }
}

describe('assess', () => {
  it('finds nothing in an even grey', () => {
    const metrics = assess(fill(32, () => [128, 128, 128]))
    expect(metrics).toMatchObject({ sharpness: 0, noise: 0, entropy: 0, clipped: 0, colourfulness: 0 })
    expect(metrics.luminance).toBeCloseTo(0.2158, 3)
  })

  it('measures one bit of entropy and full clipping in a black and white board', () => {
    const metrics = assess(fill(32, (x, y) => ((x ^ y) & 1 ? [255, 255, 255] : [0, 0, 0])))
    expect(metrics.entropy).toBeCloseTo(1, 9)
    expect(metrics.clipped).toBe(1)
    expect(metrics.luminance).toBeCloseTo(0.5, 9)
    expect(metrics.sharpness).toBeCloseTo(1020, 6)
  })

  it('estimates added noise', () => {
    const random = createPrng(3, 'noise')
    // the sum of three uniform draws over ±s has a standard deviation of s
    const { noise } = assess(
      fill(128, () => {
        const v = 128 + (random.range(-5, 5) + random.range(-5, 5) + random.range(-5, 5))
        return [v, v, v]
      }),
    )
    expect(noise).toBeGreaterThan(4)
    expect(noise).toBeLessThan(6)
  })

  it('calls a picture of strong colours more colourful', () => {
    const strong = assess(fill(32, (x) => (x < 16 ? [255, 0, 0] : [0, 80, 255])))
    const weak = assess(fill(32, (x) => (x < 16 ? [150, 120, 120] : [110, 120, 140])))
    expect(strong.colourfulness).toBeGreaterThan(80)
    expect(weak.colourfulness).toBeLessThan(40)
  })

  it('records fixed decimals', () => {
    expect(recordedMetrics(assess(fill(8, () => [10, 20, 30])))).toEqual({
      sharpness: '0.00',
      noise: '0.00',
      entropy: '0.000',
      clipped: '0.0000',
      colourfulness: '5.4',
      luminance: '0.0066',
    })
  })
})

describe('paletteOf', () => {
  it('names the colours of a picture, most frequent first', () => {
    const picture = fill(40, (x) => (x < 20 ? [240, 240, 240] : x < 32 ? [200, 30, 40] : [20, 60, 200]))
    expect(paletteOf(picture)).toEqual(['#f0f0f0', '#c81e28', '#143cc8'])
  })

  it('keeps a small strong colour beside large greys', () => {
    const picture = fill(64, (x, y) => (x > 56 && y > 56 ? [230, 20, 20] : [100 + x, 100 + x, 100 + x]))
    const palette = paletteOf(picture)
    expect(palette).toHaveLength(6)
    expect(palette.some((hex) => Number.parseInt(hex.slice(1, 3), 16) > 200 && Number.parseInt(hex.slice(3, 5), 16) < 60)).toBe(true)
  })
})
