import { setTimeout as sleep } from 'node:timers/promises'

/** A part of the stack in a process of its own. `ended` resolves when that process ends, whoever ended it. */
export type Part = { ended: Promise<number | null>; stop(): Promise<void> }

export type KeepRunning<T extends Part> = {
  name: string
  /** The first start; its failure is the caller's. */
  first: T
  /** Starts it again where it was, at the same address. */
  again(): Promise<T>
  /** Restarts within `windowMs` after which it is given up. */
  restarts: number
  windowMs?: number
  /** Hears one line a restart. */
  say(line: string): void
  /** It ended too often, or could not be started again. */
  giveUp(reason: string): void
}

const WINDOW_MS = 60_000
const PAUSE_MS = 200

/** Starts a part again whenever its process ends by itself. Answers how to stop it for good. */
export function keepRunning<T extends Part>({
  name,
  first,
  again,
  restarts,
  windowMs = WINDOW_MS,
  say,
  giveUp,
}: KeepRunning<T>): () => Promise<void> {
  let part = first
  let stopped = false
  let starting: Promise<unknown> = Promise.resolve()
  const times: number[] = []
  const watch = async () => {
    for (;;) {
      const code = await part.ended
      if (stopped) return
      const now = Date.now()
      times.push(now)
      if (times.filter((time) => now - time < windowMs).length > restarts)
        return giveUp(
          `The ${name} ended ${restarts + 1} times within ${Math.round(windowMs / 1000)} s; the last code was ${code ?? 'a signal'}.`,
        )
      say(`The ${name} ended with ${code ?? 'a signal'}; starting it again.`)
      await sleep(PAUSE_MS)
      if (stopped) return
      const next = again()
      starting = next.catch(() => undefined)
      part = await next
      if (stopped) return part.stop()
    }
  }
  watch().catch((cause: Error) => {
    if (!stopped) giveUp(`The ${name} could not be started again: ${cause.message}`)
  })
  return async () => {
    stopped = true
    await starting
    await part.stop()
  }
}
