/** A tracked text file. */
export type RepoFile = { path: string; text: string }

/** What the rules need to know beyond the file itself. */
export type RepoFacts = { exists(path: string): boolean; rootScripts: ReadonlySet<string> }

type Rule = (file: RepoFile, facts: RepoFacts) => string[]

const generated = (path: string) => /\.gen\.ts$|(^|\/)package-lock\.json$|(^|\/)migrations\/|(^|\/)vectors\//.test(path)
const code = (path: string) => /\.(ts|tsx|mts|mjs|sol|css)$/.test(path)
const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length

/** Hand-written files stay small: 400 lines, contracts 500. */
const fileSize: Rule = ({ path, text }) => {
  if (!code(path) || generated(path)) return []
  const lines = text.split('\n').length - 1
  const most = path.endsWith('.sol') ? 500 : 400
  return lines > most ? [`${path}: ${lines} lines, the most is ${most}`] : []
}

/** ABIs come from the compiler, never from a literal. */
const abiLiteral: Rule = ({ path, text }) => {
  if (!/\.tsx?$/.test(path) || generated(path) || path.endsWith('.test.ts')) return []
  return [...text.matchAll(/\babi\s*[:=]\s*\[(?!\s*\.\.\.)/gi)].map(
    (match) => `${path}:${lineOf(text, match.index)}: an ABI literal; import it from abi.gen.ts`,
  )
}

/** Nothing is left switched off or unfinished. */
const unfinished: Rule = ({ path, text }) => {
  if (!code(path) || path.startsWith('scripts/check/')) return []
  const marks = /\b(?:it|describe|test)\.(?:only|skip)\b|\bTODO\b|\bFIXME\b|@ts-ignore|\bas any\b/g
  return [...text.matchAll(marks)].map((match) => `${path}:${lineOf(text, match.index)}: ${match[0]}`)
}

/** Every `npm run x` in a document is a script of the root. */
const documentedCommands: Rule = ({ path, text }, { rootScripts }) => {
  if (!path.endsWith('.md')) return []
  return [...text.matchAll(/npm run ([a-z][a-z0-9:-]*)/g)]
    .filter((match) => !rootScripts.has(match[1] as string))
    .map((match) => `${path}:${lineOf(text, match.index)}: there is no script ${match[1]}`)
}

/** Every path a document names in back-ticks or links to exists. */
const documentedPaths: Rule = ({ path, text }, { exists }) => {
  if (!path.endsWith('.md')) return []
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
  const found: string[] = []
  const named = /`((?:[\w.@-]+\/)+[\w.@-]*)`|\]\((?!https?:|#|mailto:)([^)#\s]+)/g
  for (const match of text.matchAll(named)) {
    const target = (match[1] ?? match[2]) as string
    const isRoot = match[1] !== undefined
    if (isRoot && !/^(contracts|protocol|engine|sdk|backend|frontend|subgraph|scripts|test|docs|ignition|\.ci)\//.test(target)) continue
    const resolved = isRoot ? target : new URL(target, `file:///${folder ? `${folder}/` : ''}`).pathname.slice(1)
    if (!exists(resolved.replace(/\/$/, ''))) found.push(`${path}:${lineOf(text, match.index)}: ${target} does not exist`)
  }
  return found
}

/** Private keys do not belong in a repository; the public development mnemonic has one home a workspace. */
const secrets: Rule = ({ path, text }) => {
  if (generated(path) || /\.(test|bench)\.tsx?$|(^|\/)test\//.test(path)) return []
  return [...text.matchAll(/(?:private_?key|secret)["'\s:=]+["'`]?0x[0-9a-f]{64}/gi)].map(
    (match) => `${path}:${lineOf(text, match.index)}: a key`,
  )
}

const rules: readonly Rule[] = [fileSize, abiLiteral, unfinished, documentedCommands, documentedPaths, secrets]

/** Every broken rule, as `path:line: what`. */
export const brokenRules = (files: readonly RepoFile[], facts: RepoFacts): string[] =>
  files.flatMap((file) => rules.flatMap((rule) => rule(file, facts)))
