import { describe, expect, it } from 'vitest'
import { cos, PI, sin } from '../math/dmath.ts'
import { createPrng } from '../math/prng.ts'
import type { Picture } from '../picture.ts'
import { hamming, pdq } from './pdq.ts'

/** A picture from a function of pixel coordinates in 0..1 to grey or colour bytes. */
function draw(width: number, height: number, colour: (u: number, v: number) => readonly [number, number, number]): Picture {
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.set([...colour((x + 0.5) / width, (y + 0.5) / height), 255], 4 * (y * width + x))
  return { width, height, rgba }
}

const clip = (v: number) => Math.max(0, Math.min(255, Math.round(v)))
const change = (picture: Picture, f: (byte: number, i: number) => number): Picture => ({
  ...picture,
  rgba: picture.rgba.map((byte, i) => (i % 4 === 3 ? byte : clip(f(byte, i)))),
})

/** Blobs at seeded places: structure at several sizes. */
function blobs(seed: number, width = 256, height = 256): Picture {
  const random = createPrng(seed, 'blobs')
  const list = Array.from({ length: 60 }, () => ({
    x: random.next(),
    y: random.next(),
    r: random.range(0.03, 0.2),
    k: random.range(-120, 120),
  }))
  return draw(width, height, (u, v) => {
    let level = 128
    for (const { x, y, r, k } of list) level += k * Math.max(0, 1 - ((u - x) * (u - x) + (v - y) * (v - y)) / (r * r))
    return [clip(level), clip(level * 0.9), clip(255 - level)]
  })
}

describe('pdq', () => {
  const picture = blobs(1)
  const { bits, quality } = pdq(picture)

  it('is 256 bits, half of them set', () => {
    expect(bits).toMatch(/^0x[0-9a-f]{64}$/)
    expect(hamming(bits, `0x${'0'.repeat(64)}`)).toBe(128)
  })

  it('says how much structure it rests on', () => {
    expect(quality).toBeGreaterThan(50)
    expect(pdq(draw(64, 64, () => [90, 90, 90])).quality).toBe(0)
  })

  it('stays near when the picture is brighter, flatter, noisy, coarse or half the size', () => {
    const random = createPrng(9, 'noise')
    const near = {
      brighter: change(picture, (b) => b * 1.08 + 6),
      flatter: change(picture, (b) => 128 + (b - 128) * 0.8),
      noisy: change(picture, (b) => b + random.range(-12, 12)),
      coarse: change(picture, (b) => Math.round(b / 12) * 12),
      blocky: change(picture, (b, i) => b + 5 * sin((i >> 2) % 8)),
      half: blobs(1, 128, 128),
    }
    for (const [name, changed] of Object.entries(near)) expect(hamming(bits, pdq(changed).bits), name).toBeLessThanOrEqual(31)
  })

  it('is far for other pictures', () => {
    for (let seed = 2; seed < 12; seed++) expect(hamming(bits, pdq(blobs(seed)).bits), `seed ${seed}`).toBeGreaterThan(60)
  })

  it('numbers bits as the reference does: 16 times the vertical frequency plus the horizontal one, from 1', () => {
    const wave = (sign: number) =>
      draw(128, 128, (u, v) => {
        const level = clip(128 + sign * 100 * cos(3 * PI * u) * cos(2 * PI * v))
        return [level, level, level]
      })
    const bit = (hex: string, k: number) => (BigInt(hex) >> BigInt(k)) & 1n
    expect(bit(pdq(wave(1)).bits, 16 * 1 + 2)).toBe(1n)
    expect(bit(pdq(wave(-1)).bits, 16 * 1 + 2)).toBe(0n)
  })
})

describe('hamming', () => {
  it('counts differing bits', () => {
    const zero = `0x${'0'.repeat(64)}`
    expect(hamming(zero, zero)).toBe(0)
    expect(hamming(zero, `0x${'f'.repeat(64)}`)).toBe(256)
    expect(hamming(zero, `0x${'0'.repeat(63)}5`)).toBe(2)
  })

  it('refuses what is no fingerprint', () => {
    expect(() => hamming('0x12', `0x${'0'.repeat(64)}`)).toThrow(RangeError)
  })
})
