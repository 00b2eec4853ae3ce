import type { Artifact, Compiler, Problem } from './compiler.ts'
import type { Mutant } from './mutants.ts'
import { type Host, hostOf, markOf, type Numbered, SWITCH, schemaOf, type Unit } from './schema.ts'

/** Mutants in one text: more would make functions with more variables than the compiler finds room for. */
const MOST = 500

/** Mutants that are compiled together. */
export type Batch = readonly Unit[]
export type Plan = { readonly batches: Batch[]; readonly alone: Mutant[] }
type Growing = { readonly file: string; readonly host: Host; readonly mark: bigint; readonly mutants: Numbered[] }

const overlap = (a: Host, b: Host) => a.start < b.end && b.start < a.end
const samePlace = (a: Host, b: Host) => a.start === b.start && a.end === b.end && a.form === b.form

/** Puts each mutant into the first batch that has room for it and where nothing lies across its place, so that the order stays about what it was. */
export function planOf(mutants: readonly Mutant[], compiler: Compiler): Plan {
  const trees = new Map(
    [...new Set(mutants.map(({ file }) => file))].map((file) => [
      file,
      { ast: compiler.astOf(file), source: Buffer.from(compiler.textOf(file)) },
    ]),
  )
  const batches: { units: Growing[]; size: number }[] = []
  const alone: Mutant[] = []
  const place = (mutant: Numbered, host: Host) => {
    for (let index = 0; ; index += 1) {
      const batch = batches[index] ?? { units: [], size: 0 }
      if (batch.size === 0) batches.push(batch)
      const across = batch.units.filter((unit) => unit.file === mutant.file && overlap(unit.host, host))
      if (batch.size >= MOST || across.some((unit) => !samePlace(unit.host, host))) continue
      const { file } = mutant
      if (across[0]) across[0].mutants.push(mutant)
      else batch.units.push({ file, host, mark: markOf(`${file} ${host.start}`), mutants: [mutant] })
      batch.size += 1
      return
    }
  }
  for (const [index, mutant] of mutants.entries()) {
    const { ast, source } = trees.get(mutant.file) as { ast: Parameters<typeof hostOf>[2]; source: Buffer }
    const host = hostOf(mutant, source, ast)
    if (host) place({ ...mutant, number: index + 1 }, host)
    else alone.push(mutant)
  }
  return { batches: batches.map(({ units }) => units), alone }
}

/** The code of a batch. Units that did not compile with the others are left out of it. */
export type Compiled = {
  readonly units: Batch
  readonly left: readonly Unit[]
  /** The code with none of the mutants chosen, or with one. */
  readonly artifactsOf: (chosen: Numbered | null) => Artifact[]
}

/** The units that an error is about. */
function blamed(problem: Problem, schemas: ReadonlyMap<string, ReturnType<typeof schemaOf>>): Unit[] {
  const { file = '', start = -1, end = -1 } = problem.sourceLocation ?? {}
  return (schemas.get(file)?.places ?? []).filter((place) => place.start < end && start < place.end).map(({ unit }) => unit)
}

/** Compiles a batch; what does not compile is left out until the rest does. */
export function compileBatch(batch: Batch, compiler: Compiler): Compiled[] {
  const left: Unit[] = []
  for (let units = batch; units.length > 0; ) {
    const schemas = new Map(
      [...new Set(units.map(({ file }) => file))].map((file) => [
        file,
        schemaOf(
          file,
          compiler.textOf(file),
          units.filter((unit) => unit.file === file),
        ),
      ]),
    )
    const { artifacts, problems } = compiler.compileTexts(new Map([...schemas].map(([file, { text }]) => [file, text])))
    if (problems.length === 0) return [{ units, left, artifactsOf: patcherOf(artifacts, units) }]
    const guilty = new Set(problems.flatMap((problem) => blamed(problem, schemas)))
    if (guilty.size === 0 && units.length === 1) guilty.add(units[0] as Unit)
    left.push(...guilty)
    if (guilty.size === 0) {
      // An error without a place, such as too many variables in a function: half of the units may do.
      const middle = units.length >> 1
      const halves = [units.slice(0, middle), units.slice(middle)].flatMap((half) => compileBatch(half, compiler))
      return [...halves, { units: [], left, artifactsOf: () => [] }]
    }
    units = units.filter((unit) => !guilty.has(unit))
  }
  return [{ units: [], left, artifactsOf: () => [] }]
}

const hexOf = (value: bigint) => value.toString(16).padStart(64, '0')

/** Puts numbers where the marks are. */
function patcherOf(artifacts: readonly Artifact[], units: Batch): Compiled['artifactsOf'] {
  const numbers = units.filter(({ host }) => host.form === 'number')
  const values = (chosen: Numbered | null) =>
    new Map([
      [hexOf(SWITCH), hexOf(BigInt(chosen?.number ?? 0))],
      ...numbers.map(({ mark, host, file, mutants }): [string, string] => {
        const value = (mutants.find(({ number }) => number === chosen?.number) ?? { replacement: mutants[0]?.original }).replacement
        if (value === undefined) throw new Error(`${file}:${host.start}: no number`)
        return [hexOf(mark), hexOf(BigInt(value.replaceAll('_', '')))]
      }),
    ])
  const marks = [hexOf(SWITCH), ...numbers.map(({ mark }) => hexOf(mark))]
  const pattern = new RegExp(marks.join('|'), 'g')
  const marked = artifacts.filter(
    ({ bytecode, deployedBytecode }) => bytecode.search(pattern) >= 0 || deployedBytecode.search(pattern) >= 0,
  )
  const patch = (code: string, by: ReadonlyMap<string, string>) => code.replaceAll(pattern, (mark) => by.get(mark) as string)
  const rest = artifacts.filter((artifact) => !marked.includes(artifact))
  return (chosen) => {
    const by = values(chosen)
    const patched = marked.map((artifact) => ({
      ...artifact,
      bytecode: patch(artifact.bytecode, by),
      deployedBytecode: patch(artifact.deployedBytecode, by),
    }))
    return [...rest, ...patched]
  }
}
