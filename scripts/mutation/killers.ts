import type { Mutant } from './mutants.ts'

const MOST = 6

/** Remembers which tests killed which mutants: what killed a neighbour is tried first. */
export function createKillers() {
  const known = new Map<string, { line: number; title: string }[]>()
  return {
    add({ file, line }: Mutant, title: string | null): void {
      if (title === null || title.includes('" hook')) return
      const ofFile = known.get(file) ?? []
      known.set(file, ofFile)
      ofFile.push({ line, title })
    },
    /** Titles of tests, the likeliest first. */
    of({ file, line }: Mutant): string[] {
      const nearest = (known.get(file) ?? []).toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))
      return [...new Set(nearest.map(({ title }) => title))].slice(0, MOST)
    },
  }
}
export type Killers = ReturnType<typeof createKillers>
