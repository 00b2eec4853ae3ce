import { describe, expect, it } from 'vitest'
import { cutAtColours, type Paint, type Painted } from './colour-edges.ts'
import { finerAtColours } from './finer-colours.ts'

/** A square of side 2 in the plane of x and y, of two triangles. */
const square = (paint: Paint): Painted => {
  const positions = [-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]
  const colour = new Float64Array(3)
  const colours = [0, 1, 2, 3].flatMap((v) => {
    paint(positions[3 * v]!, positions[3 * v + 1]!, 0, 0, 0, 1, colour)
    return [...colour]
  })
  return { positions, normals: [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1], colours, index: [0, 1, 2, 0, 2, 3] }
}

/** Red where a place is inside, else white. */
const painted =
  (isIn: (x: number, y: number) => boolean): Paint =>
  (x, y, _z, _nx, _ny, _nz, out) => {
    out.set(isIn(x, y) ? [1, 0, 0] : [1, 1, 1])
  }

/** Area of the triangles whose corners are all red, of those that mix, and of all. */
function areas({ positions: p, colours, index }: Painted) {
  const sums = { red: 0, mixed: 0, all: 0 }
  for (let t = 0; t < index.length; t += 3) {
    const [a, b, c] = [index[t]! * 3, index[t + 1]! * 3, index[t + 2]! * 3]
    const area = ((p[b]! - p[a]!) * (p[c + 1]! - p[a + 1]!) - (p[b + 1]! - p[a + 1]!) * (p[c]! - p[a]!)) / 2
    expect(area).toBeGreaterThan(0)
    const reds = [a, b, c].filter((v) => colours[v + 1]! < 0.5).length
    sums.all += area
    if (reds === 3) sums.red += area
    else if (reds > 0) sums.mixed += area
  }
  return sums
}

describe('edges between colours', () => {
  it('are where the material has them', () => {
    const half = painted((x, y) => x + 0.3 * y < 0.4)
    const { red, mixed, all } = areas(cutAtColours(square(half), half))
    expect(all).toBeCloseTo(4, 9)
    expect(mixed).toBe(0)
    expect(red).toBeCloseTo(2.8, 1)
  })

  it('leave a slow change of colour as it was', () => {
    const slow: Paint = (x, _y, _z, _nx, _ny, _nz, out) => void out.set([1, (x + 1) / 2, (x + 1) / 2])
    const plain = square(slow)
    expect(cutAtColours(plain, slow).index).toBe(plain.index)
  })

  it('of a stripe inside triangles are found by halving their sides', () => {
    const stripe = painted((x, y) => (x > -0.2 && x < 0.2) || x + y < -1.9)
    const plain = square(stripe)
    expect(finerAtColours(plain, stripe, 100).index.length).toBeGreaterThan(4 * plain.index.length)
    const { red, mixed } = areas(cutAtColours(finerAtColours(plain, stripe, 100), stripe))
    expect(mixed).toBe(0)
    expect(red).toBeCloseTo(0.8, 0)
    expect(finerAtColours(plain, stripe, 2)).toBe(plain)
  })
})
