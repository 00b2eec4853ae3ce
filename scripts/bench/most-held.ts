import { readFileSync } from 'node:fs'

/** MB this process has held at most. The kernel's own count where there is one: `maxRSS` of a child also counts what its parent held. */
export function mostHeld(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1_000
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_000
}
