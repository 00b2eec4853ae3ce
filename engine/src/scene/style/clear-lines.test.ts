import { expect, it } from 'vitest'
import { withoutSpecks } from './clear-lines.ts'
import type { DrawnFrame } from './drawn-frame.ts'

const SIZE = 40
const at = (x: number, y: number) => y * SIZE + x
/** Sky above, a wall in the middle, level ground below. */
const faceAt = (y: number) => (y < 10 ? 0 : y < 20 ? 1 : 2)
const frame: DrawnFrame = {
  width: SIZE,
  height: SIZE,
  depth: new Float32Array(SIZE * SIZE).fill(10),
  triangle: Int32Array.from({ length: SIZE * SIZE }, (_, i) => faceAt(Math.floor(i / SIZE))),
  normals: new Float32Array([0, 0, 1, 0, 1, 0]),
  mesh: { material: new Uint8Array(2), smooth: new Uint8Array(2) },
}

it('takes specks off the ground, and leaves lines, windows and birds', () => {
  const lines = new Float32Array(SIZE * SIZE)
  const speck = [at(5, 30), at(6, 31)]
  const line = Array.from({ length: 20 }, (_, i) => at(10 + i, 35))
  const window = [at(8, 15), at(9, 15)]
  const bird = [at(30, 3), at(31, 4)]
  const faint = at(20, 25)
  for (const i of [...speck, ...line, ...window, ...bird]) lines[i] = 0.8
  lines[faint] = 0.1
  withoutSpecks(lines, frame, 8)
  expect(speck.map((i) => lines[i])).toEqual([0, 0])
  expect([...line, ...window, ...bird].every((i) => lines[i]! > 0.7)).toBe(true)
  expect(lines[faint]).toBeCloseTo(0.1)
})
