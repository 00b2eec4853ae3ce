/** Whole seconds left, and the moment when none is, in milliseconds. */
export type Countdown = { left: number; endsAt: number }

/**
 * The service's seconds, counted on from its answer, so that this device's clock need not be right. `answeredAt` and `now` in milliseconds.
 */
export function countdown(seconds: number, answeredAt: number, now: number): Countdown {
  const endsAt = answeredAt + seconds * 1_000
  return { left: Math.max(0, Math.ceil((endsAt - now) / 1_000)), endsAt }
}
