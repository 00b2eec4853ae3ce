import { describe, expect, it } from 'vitest'
import type { DrawnFrame } from './drawn-frame.ts'
import { liftSubject, subjectOf } from './subject.ts'
import { toneAt } from './tone.ts'

const SIZE = 40
/** Ground of face 0 with a square of face 5 in its middle. */
const isSquare = (i: number) => Math.abs((i % SIZE) - 20) < 5 && Math.abs(Math.floor(i / SIZE) - 20) < 5
const frameOf = (named?: DrawnFrame['named']): DrawnFrame => ({
  width: SIZE,
  height: SIZE,
  depth: new Float32Array(SIZE * SIZE).fill(10),
  triangle: Int32Array.from({ length: SIZE * SIZE }, (_, i) => (isSquare(i) ? 6 : 1)),
  normals: new Float32Array(18),
  mesh: { material: new Uint8Array(6), smooth: new Uint8Array(6) },
  ...(named && { named }),
})
const pictureOf = (square: number, ground: number) =>
  Float32Array.from({ length: SIZE * SIZE * 3 }, (_, at) => (isSquare(Math.floor(at / 3)) ? square : ground))
const middle = 20 * SIZE + 20
const beside = 20 * SIZE + 26
const corner = 0

describe('what a picture is of', () => {
  it('is where its faces are, with an edge of its own and a halo round it', () => {
    const { inside, edge, halo } = subjectOf(frameOf([{ from: 5, to: 6 }]))!
    expect(inside.reduce((sum, one) => sum + one, 0)).toBe(81)
    expect(edge.reduce((sum, one) => sum + one, 0)).toBe(32)
    expect([halo[middle], halo[corner]]).toEqual([0, 0])
    expect(halo[beside]).toBeGreaterThan(0)
  })

  it.each([
    ['names nothing', undefined],
    ['names what is not in sight', [{ from: 8, to: 12 }]],
    ['names what ends before', [{ from: 2, to: 5 }]],
  ])('is not there where a plan %s', (_, named) => {
    expect(subjectOf(frameOf(named))).toBeNull()
  })

  it.each([
    ['brighter', 0.52, 0.5],
    ['darker', 0.45, 0.52],
    ['as bright', 0.3, 0.3],
  ])('is told from ground that it is hardly %s than', (_, square, ground) => {
    const before = pictureOf(square, ground)
    const after = liftSubject(before, subjectOf(frameOf([{ from: 5, to: 6 }]))!)
    const apart = (display: Float32Array) => Math.abs(toneAt(display, middle) - toneAt(display, beside))
    expect(apart(after)).toBeGreaterThan(apart(before) + 0.1)
    expect(toneAt(after, corner)).toBeCloseTo(ground, 5)
  })

  it('stays as it is where it is told already', () => {
    const before = pictureOf(0.9, 0.2)
    const after = liftSubject(before, subjectOf(frameOf([{ from: 5, to: 6 }]))!)
    expect(toneAt(after, middle)).toBeCloseTo(0.9, 5)
    expect(toneAt(after, beside)).toBeCloseTo(0.2, 5)
  })
})
