import { readFileSync } from 'node:fs'

/** Resident memory of a process, MB; NaN where the system does not say. */
export function memoryOf(pid: number): number {
  try {
    const match = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return match ? Math.round(Number(match[1]) / 1_000) : Number.NaN
  } catch {
    return Number.NaN
  }
}
