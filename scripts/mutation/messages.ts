import type { Artifact } from './compiler.ts'

/** The variable of the environment that makes the process tell which tests reach what. */
export const REACH = 'MUTATION_REACH'

/** What the process with the tests is asked: to run files against contracts, and to stop at the first failure or not. */
export type Request = {
  readonly artifacts: readonly Artifact[]
  readonly files: readonly string[]
  readonly bail: boolean
  /** Titles of tests that are left out, because they fail with the unchanged contracts as they are compiled here. */
  readonly without: readonly string[]
  /** Titles of the only tests to run; all when absent. */
  readonly only?: ReadonlySet<string>
}
/** What came of it. Durations are milliseconds by file. */
export type Answer = {
  readonly passed: number
  readonly failures: readonly { readonly file: string; readonly title: string; readonly message: string }[]
  readonly durations: Readonly<Record<string, number>>
  /** The tests that reached each tag of instrumented code; empty when the process was not begun to tell. */
  readonly reached: ReadonlyMap<string, ReadonlySet<string>>
}
