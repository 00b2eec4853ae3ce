import type { Accepted } from './accepted.ts'
import type { Branch } from './branches.ts'

/** Share of lines and of branches that the tests must reach, per cent. */
const LEAST = 99

/** What was counted in one file. */
export type Counted = { file: string; source: string; lines: ReadonlyMap<number, boolean>; branches: readonly Branch[] }

/** What the tests do not reach in one file, and the shares of what they do. */
export type FileReport = { file: string; lines: number; branches: number; missing: string[] }

const percent = (covered: number, all: number) => (all === 0 ? 100 : (covered * 100) / all)
const share = (all: readonly boolean[]) => percent(all.filter(Boolean).length, all.length)

/** Leaves out what is accepted with a reason, and holds the rest to the limits. */
export function judge(counted: readonly Counted[], accepted: readonly Accepted[]): { files: FileReport[]; failures: string[] } {
  const used = new Set<Accepted>()
  const isAccepted = (file: string, code: string) => {
    const entry = accepted.find((one) => one.file === file && one.code === code)
    if (entry) used.add(entry)
    return entry !== undefined
  }
  const all = { lines: [] as boolean[], branches: [] as boolean[] }
  const files = counted.map(({ file, source, lines, branches }): FileReport => {
    const text = source.split('\n').map((line) => line.trim())
    const codeAt = (line: number) => text[line - 1] ?? ''
    const heldLines = [...lines].filter(([line, covered]) => covered || !isAccepted(file, codeAt(line)))
    const heldBranches = branches.filter(({ line, covered }) => covered || !isAccepted(file, codeAt(line)))
    const missingLines = heldLines.filter(([, covered]) => !covered).map(([line]) => `${line}: ${codeAt(line)}`)
    const missingBranches = heldBranches
      .filter(({ line, covered }) => !covered && lines.get(line) !== false)
      .map(({ line, outcome }) => `${line}, never ${outcome}: ${codeAt(line)}`)
    const [ofLines, ofBranches] = [heldLines.map(([, covered]) => covered), heldBranches.map(({ covered }) => covered)]
    all.lines.push(...ofLines)
    all.branches.push(...ofBranches)
    return { file, lines: share(ofLines), branches: share(ofBranches), missing: [...missingLines, ...missingBranches] }
  })
  const failures = (['lines', 'branches'] as const)
    .filter((kind) => share(all[kind]) < LEAST)
    .map((kind) => `${share(all[kind]).toFixed(2)} % of the ${kind} are reached, ${LEAST} % are the least`)
  const stale = accepted
    .filter((entry) => !used.has(entry))
    .map(({ file, code }) => `accepted.ts names what is reached or gone: ${file}: ${code}`)
  return { files, failures: [...failures, ...stale] }
}
