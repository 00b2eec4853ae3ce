import { type PointerEvent, useState } from 'react'

/** Pixels from the middle of the pad to full pace. */
const REACH = 42

/** A pad for the thumb: how far it is pushed is how fast one walks. Shown where there is a touch screen. */
export function WalkPad({ label, onPush }: { label: string; onPush: (aside: number, ahead: number) => void }) {
  const [knob, setKnob] = useState<readonly [number, number] | null>(null)
  const push = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2]
    const far = Math.max(REACH, Math.hypot(x, y))
    setKnob([(x / far) * REACH, (y / far) * REACH])
    onPush(x / far, -y / far)
  }
  const rest = () => {
    setKnob(null)
    onPush(0, 0)
  }
  return (
    <div
      className="walk-pad"
      title={label}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        push(event)
      }}
      onPointerMove={(event) => {
        if (knob) push(event)
      }}
      onPointerUp={rest}
      onPointerCancel={rest}
    >
      <i style={{ transform: `translate(${knob?.[0] ?? 0}px, ${knob?.[1] ?? 0}px)` }} />
    </div>
  )
}
