import { RenderStopped } from '../render-stopped.ts'

/** Hooks a caller may hang on a render. */
export type MeterOptions = {
  readonly onProgress?: (fraction: number, stage: string) => void
  readonly shouldStop?: () => boolean
}

/** Tells how far a render is and stops it on request. */
export type Meter = {
  /** The next ticks run from `from` to `to` of the whole. */
  stage(name: string, from: number, to: number): void
  /** Share of the stage that is done. Throws `RenderStopped` when the caller wants to stop. */
  tick(fraction: number): void
  /** Throws `RenderStopped` when the caller wants to stop. */
  pulse(): void
}

export function createMeter({ onProgress, shouldStop }: MeterOptions): Meter {
  let stage = ''
  let low = 0
  let high = 0
  let reported = -1
  const pulse = () => {
    if (shouldStop?.()) throw new RenderStopped()
  }
  const tick = (fraction: number) => {
    pulse()
    const share = low + (high - low) * fraction
    if (share <= reported) return
    reported = share
    onProgress?.(share, stage)
  }
  return {
    stage(name, from, to) {
      stage = name
      low = from
      high = to
      tick(0)
    },
    tick,
    pulse,
  }
}
