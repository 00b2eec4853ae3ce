/** What is seen of pictures that are moved and magnified together: how large, and where the middle is, each 0..1 of the picture. */
export type View = { readonly scale: number; readonly x: number; readonly y: number }

/** The whole picture. */
export const wholeView: View = { scale: 1, x: 0.5, y: 0.5 }

const LARGEST = 16

const bound = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** Nothing beside the picture is shown. */
function held({ scale, x, y }: View): View {
  const half = 0.5 / scale
  return { scale, x: bound(x, half, 1 - half), y: bound(y, half, 1 - half) }
}

/** Magnified by a factor; what is at a place of the frame, 0..1 from its left and top, stays there. */
export function zoomView({ scale, x, y }: View, factor: number, at: { x: number; y: number } = { x: 0.5, y: 0.5 }): View {
  const next = bound(scale * factor, 1, LARGEST)
  const shift = 1 / scale - 1 / next
  return held({ scale: next, x: x + (at.x - 0.5) * shift, y: y + (at.y - 0.5) * shift })
}

/** Moved by parts of the frame: to the right with a positive `dx`, down with a positive `dy`, as a hand moves paper. */
export const panView = ({ scale, x, y }: View, dx: number, dy: number): View => held({ scale, x: x - dx / scale, y: y - dy / scale })

/** The style that shows a view of a picture that fills its frame. */
export const transformOf = ({ scale, x, y }: View): string =>
  `translate(${((0.5 - x) * scale * 100).toFixed(3)}%, ${((0.5 - y) * scale * 100).toFixed(3)}%) scale(${scale.toFixed(4)})`

const STEP = 1.25
const PART = 0.15

/** What keys do to a view. */
export const viewKeys: Readonly<Record<string, (view: View) => View>> = {
  '+': (view) => zoomView(view, STEP),
  '=': (view) => zoomView(view, STEP),
  '-': (view) => zoomView(view, 1 / STEP),
  '0': () => wholeView,
  Home: () => wholeView,
  ArrowLeft: (view) => panView(view, PART, 0),
  ArrowRight: (view) => panView(view, -PART, 0),
  ArrowUp: (view) => panView(view, 0, PART),
  ArrowDown: (view) => panView(view, 0, -PART),
}
