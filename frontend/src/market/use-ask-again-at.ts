import { useEffect, useRef } from 'react'

const SOON_MS = 2_000
/** Longest that a timer of a browser waits. */
const LONGEST_MS = 2 ** 31 - 1

/**
 * Asks again when a moment has come, and every two seconds from then on until an answer moves it. `askedAt` changes with each answer.
 * Times in milliseconds; null asks never.
 */
export function useAskAgainAt(moment: number | null, askedAt: number, ask: () => void): void {
  const latest = useRef(ask)
  latest.current = ask
  // An answer that moves nothing has to start the timer again, so it is among the dependencies.
  useEffect(() => {
    if (moment === null) return
    const wait = moment - Date.now()
    const timer = setTimeout(() => latest.current(), Math.min(wait > 0 ? wait : SOON_MS, LONGEST_MS))
    return () => clearTimeout(timer)
  }, [moment, askedAt])
}
