/** What a hand does on a stage. Lengths are pixels of the page. */
export type Gestures = {
  drag(dx: number, dy: number): void
  /** @param factor below 1 comes closer */
  zoom?(factor: number): void
  twice?(): void
  /** The pointer is there: -1..1 from left to right and from bottom to top. */
  hover?(x: number, y: number): void
}

const between = (points: readonly { x: number; y: number }[]) => Math.hypot(points[0]!.x - points[1]!.x, points[0]!.y - points[1]!.y)

/** Listens to mouse, pen and fingers on an element. The wheel counts only while the element has the focus, else it scrolls the page. */
export function listenToGestures(element: HTMLElement, gestures: Gestures): () => void {
  const down = new Map<number, { x: number; y: number }>()
  const stop = new AbortController()
  const options = { signal: stop.signal }
  const move = (event: PointerEvent) => {
    const box = element.getBoundingClientRect()
    gestures.hover?.(((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2)
    const before = down.get(event.pointerId)
    if (!before) return
    const apart = down.size === 2 ? between([...down.values()]) : 0
    down.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (down.size === 1) gestures.drag(event.clientX - before.x, event.clientY - before.y)
    else if (apart > 0) gestures.zoom?.(apart / Math.max(1, between([...down.values()])))
  }
  const up = (event: PointerEvent) => void down.delete(event.pointerId)
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      down.set(event.pointerId, { x: event.clientX, y: event.clientY })
      element.setPointerCapture(event.pointerId)
      element.focus({ preventScroll: true })
    },
    options,
  )
  element.addEventListener('pointermove', move, options)
  element.addEventListener('pointerup', up, options)
  element.addEventListener('pointercancel', up, options)
  element.addEventListener('dblclick', () => gestures.twice?.(), options)
  element.addEventListener(
    'wheel',
    (event) => {
      if (!gestures.zoom || document.activeElement !== element) return
      event.preventDefault()
      gestures.zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.003))
    },
    { ...options, passive: false },
  )
  return () => stop.abort()
}
