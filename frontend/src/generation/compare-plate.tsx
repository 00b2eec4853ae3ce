import type { Variation } from '@daedal/protocol/generation/api'
import { type Dispatch, type SetStateAction, useEffect, useRef } from 'react'
import { listenToGestures } from '../models/gestures.ts'
import { ratioStyle } from '../ui/ratio.ts'
import { panView, transformOf, type View, wholeView, zoomView } from './view.ts'

/** From which magnification pixels are shown as what they are. */
const PIXELS_FROM = 4
/** How far two taps magnify. */
const TWICE = 2.5

/** A picture that is moved and magnified with others: by drag, wheel, two fingers and two taps. */
export function ComparePlate({
  variation: { image, thumbnail, width, height },
  alt,
  view,
  onView,
}: {
  variation: Variation
  alt: string
  view: View
  onView: Dispatch<SetStateAction<View>>
}) {
  const plate = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = plate.current
    if (!element) return
    let at = { x: 0.5, y: 0.5 }
    return listenToGestures(element, {
      drag: (dx, dy) => onView((before) => panView(before, dx / element.clientWidth, dy / element.clientHeight)),
      zoom: (farther) => onView((before) => zoomView(before, 1 / farther, at)),
      twice: () => onView((before) => (before.scale > 1 ? wholeView : zoomView(before, TWICE, at))),
      hover(x, y) {
        at = { x: (x + 1) / 2, y: (1 - y) / 2 }
      },
    })
  }, [onView])
  return (
    <div className="compare-plate" ref={plate} tabIndex={-1} style={ratioStyle((width ?? 1) / (height ?? 1))}>
      <img
        src={image ?? thumbnail ?? ''}
        alt={alt}
        draggable={false}
        style={{ transform: transformOf(view), imageRendering: view.scale >= PIXELS_FROM ? 'pixelated' : 'auto' }}
      />
    </div>
  )
}
