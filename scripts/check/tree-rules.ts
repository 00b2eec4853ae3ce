/** A branch of a tree: its words, and what stands under it. */
type Branch = { words: string; children: Branch[] }

/** Reads a `.tree`: a name, then branches drawn with `├──`, `└──` and `│`. */
export function readTree(text: string): Branch[] {
  const roots: Branch[] = []
  const open: { depth: number; branch: Branch }[] = []
  for (const line of text.split('\n')) {
    const match = /^([│\s]*)(?:(├──|└──)\s*)?(\S.*)$/.exec(line)
    if (!match) continue
    const depth = match[2] ? (match[1] as string).length / 4 + 1 : 0
    const branch = { words: (match[3] as string).trim(), children: [] }
    while (open.length > 0 && (open.at(-1)?.depth as number) >= depth) open.pop()
    const parent = open.at(-1)?.branch
    if (parent) parent.children.push(branch)
    else roots.push(branch)
    open.push({ depth, branch })
  }
  return roots
}

/** Every leaf as the titles that lead to it. */
export const leavesOf = (branches: readonly Branch[], above: readonly string[] = []): string[] =>
  branches.flatMap(({ words, children }) =>
    children.length === 0 ? [[...above, words].join(' > ')] : leavesOf(children, [...above, words]),
  )

/** Every `it` of a test file as the titles that lead to it: `describe`, `context` and `it` with a plain text, nested by braces. */
export function titlesOf(source: string): string[] {
  const found: string[] = []
  const open: { title: string; depth: number }[] = []
  let depth = 0
  const token = /\b(describe|context|it)\s*\(\s*(['"`])((?:\\.|(?!\2).)*)\2|(['"`])(?:\\.|(?!\4)[\s\S])*?\4|\/\/.*|\/\*[\s\S]*?\*\/|[{}]/g
  for (const match of source.matchAll(token)) {
    const [text, word, , title] = match
    if (word) {
      const plain = (title as string).replace(/\\(['"`])/g, '$1')
      if (word === 'it') found.push([...open.map((outer) => outer.title), plain].join(' > '))
      else open.push({ title: plain, depth })
    } else if (text === '{') depth += 1
    else if (text === '}') {
      depth -= 1
      while (open.length > 0 && (open.at(-1)?.depth as number) >= depth) open.pop()
    }
  }
  return found
}

/** Leaves of a tree that no test has, and tests that stand in no tree. */
export function differences(tree: string, test: string): { untested: string[]; unplanned: string[] } {
  const leaves = leavesOf(readTree(tree))
  const titles = titlesOf(test)
  return { untested: leaves.filter((leaf) => !titles.includes(leaf)), unplanned: titles.filter((title) => !leaves.includes(title)) }
}
