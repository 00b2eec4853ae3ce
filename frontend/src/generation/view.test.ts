import fc from 'fast-check'
import { expect, it } from 'vitest'
import { panView, transformOf, type View, viewKeys, wholeView, zoomView } from './view.ts'

/** Which place of the picture is seen at a place of the frame. */
const seenAt = ({ scale, x, y }: View, at: { x: number; y: number }) => ({ x: x + (at.x - 0.5) / scale, y: y + (at.y - 0.5) / scale })

it('keeps what is under the pointer where it is', () => {
  const start = zoomView(wholeView, 4)
  const at = { x: 0.3, y: 0.6 }
  const closer = zoomView(start, 2, at)
  expect(closer.scale).toBe(8)
  expect(seenAt(closer, at).x).toBeCloseTo(seenAt(start, at).x, 9)
  expect(seenAt(closer, at).y).toBeCloseTo(seenAt(start, at).y, 9)
})

it('never shows anything beside the picture, and is never smaller than it or larger than sixteen times', () => {
  const keys = fc.constantFrom(...Object.values(viewKeys))
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.oneof(keys, fc.tuple(place, place))), (acts) => {
      let view = wholeView
      for (const act of acts) view = typeof act === 'function' ? act(view) : zoomView(view, 1.7, { x: act[0], y: act[1] })
      expect(view.scale).toBeGreaterThanOrEqual(1)
      expect(view.scale).toBeLessThanOrEqual(16)
      for (const corner of [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ]) {
        const { x, y } = seenAt(view, corner)
        expect(Math.min(x, y)).toBeGreaterThan(-1e-9)
        expect(Math.max(x, y)).toBeLessThan(1 + 1e-9)
      }
    }),
  )
})

it('moves as a hand moves paper, and is written as a style', () => {
  const close = zoomView(wholeView, 2)
  expect(panView(close, 0.2, 0).x).toBeCloseTo(0.4)
  expect(viewKeys.ArrowRight?.(close).x).toBeGreaterThan(close.x)
  expect(transformOf(wholeView)).toBe('translate(0.000%, 0.000%) scale(1.0000)')
  expect(transformOf(panView(close, 0.2, 0))).toBe('translate(20.000%, 0.000%) scale(2.0000)')
})
