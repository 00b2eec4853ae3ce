import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeJpeg } from './jpeg.ts'

/** A picture with flat parts, edges and gradients. */
function sample(width: number, height: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rgb.set(x < 8 ? [200, 40, 40] : [(x * 5) & 255, (y * 7) & 255, ((x ^ y) * 9) & 255], (y * width + x) * 3)
  return rgb
}

describe('the JPEG encoder', () => {
  it('writes a baseline file of the size asked for', () => {
    const file = encodeJpeg(sample(48, 32), 48, 32, 84)
    expect([file[0], file[1], file.at(-2), file.at(-1)]).toEqual([0xff, 0xd8, 0xff, 0xd9])
    const frame = file.findIndex((byte, at) => byte === 0xff && file[at + 1] === 0xc0)
    expect([...file.slice(frame + 5, frame + 9)]).toEqual([0, 32, 0, 48])
    expect(file.length).toBeLessThan(48 * 32 * 3)
  })

  it('writes the same bytes as ever', () => {
    const digest = createHash('sha256')
      .update(encodeJpeg(sample(32, 32), 32, 32, 84))
      .digest('hex')
    expect(digest).toMatchInlineSnapshot(`"374df93376d3860330cb4753ae78d0fd659eec53ee41a59886f1c1c580fd834d"`)
  })

  it('escapes every marker byte inside the picture', () => {
    const file = encodeJpeg(sample(64, 64), 64, 64, 98)
    const scan = file.findIndex((byte, at) => byte === 0xff && file[at + 1] === 0xda)
    for (let at = scan + 2; at < file.length - 2; at++) if (file[at] === 0xff) expect(file[at + 1]).toBe(0)
  })
})
