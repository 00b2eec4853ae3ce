import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * `killed` by a test, `stuck` when the tests did not end, `survived`, `invalid` when it does not compile, `same` when it compiles to the
 * same code. Only the first three count.
 */
export type Status = 'killed' | 'stuck' | 'survived' | 'invalid' | 'same'
export type Result = {
  readonly id: string
  /** Fingerprints of what the result was found with. */
  readonly source: string
  readonly tests: string
  readonly status: Status
  readonly by: string | null
  readonly milliseconds: number
}

/** Results of earlier runs, one line each. What was killed stays so while the source is the same; the rest also asks for the same tests. */
export function createJournal(file: string, fresh: boolean) {
  if (fresh) rmSync(file, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  const known = new Map<string, Result>()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  for (const line of lines) {
    try {
      const result = JSON.parse(line) as Result
      known.set(result.id, result)
    } catch {
      // The last line of a run that was interrupted.
    }
  }
  return {
    find(id: string, source: string, tests: string): Result | undefined {
      const result = known.get(id)
      if (!result || result.source !== source) return undefined
      return result.status !== 'survived' || result.tests === tests ? result : undefined
    },
    add(result: Result): void {
      known.set(result.id, result)
      appendFileSync(file, `${JSON.stringify(result)}\n`)
    },
  }
}
export type Journal = ReturnType<typeof createJournal>
