/** A statement as it was counted: where it is, with the space before it, and how many transactions reached it. */
export type Statement = { start: number; end: number; hits: number }

/** One outcome of a condition. */
export type Branch = { line: number; outcome: 'taken' | 'not taken'; covered: boolean }

/** The part of the compiler's syntax tree that is read; `src` is `byte offset:bytes:file`. */
export type SyntaxNode = {
  nodeType?: string
  src?: string
  trueBody?: SyntaxNode
  falseBody?: SyntaxNode | null
  statements?: SyntaxNode[]
}

/** Every node of a kind below one, itself included. */
export function nodesOf(root: unknown, nodeType: string): SyntaxNode[] {
  if (typeof root !== 'object' || root === null) return []
  const below = Object.values(root).flatMap((child) => nodesOf(child, nodeType))
  return (root as SyntaxNode).nodeType === nodeType ? [root as SyntaxNode, ...below] : below
}

/** Whether nothing after a statement of the same block runs once it has run. */
function leaves({ nodeType, statements }: SyntaxNode): boolean {
  if (nodeType === 'Block') return statements?.some(leaves) ?? false
  return ['Return', 'RevertStatement', 'Break', 'Continue'].includes(nodeType ?? '')
}

/** The statement after each one of the same block. */
function followers(tree: unknown): Map<SyntaxNode, SyntaxNode> {
  const blocks = ['Block', 'UncheckedBlock'].flatMap((nodeType) => nodesOf(tree, nodeType))
  return new Map(
    blocks.flatMap(({ statements = [] }) => statements.slice(1).map((after, index) => [statements[index] as SyntaxNode, after] as const)),
  )
}

/**
 * The outcomes of every `if` of a source. The body tells whether it was taken. That it was not taken shows in the other body or,
 * where there is none, in the statement after a body that leaves, or in fewer transactions that reached the body than reached
 * the `if`. An outcome that did not happen is never called covered; one that did in each transaction, beside the other and in a
 * body that goes on, is not seen.
 */
export function branchesOf(source: string, tree: unknown, statements: readonly Statement[]): Branch[] {
  const bytes = Buffer.from(source)
  const range = ({ src = '' }: SyntaxNode): [number, number] => {
    const [offset, length] = src.split(':').map(Number) as [number, number]
    const start = bytes.subarray(0, offset).toString().length
    return [start, start + bytes.subarray(offset, offset + length).toString().length]
  }
  const counted = (node: SyntaxNode, not?: Statement): Statement => {
    const [start, end] = range(node)
    const around = statements.filter((statement) => statement !== not && statement.start <= start && statement.end >= end)
    const [closest] = around.sort((a, b) => a.end - a.start - (b.end - b.start))
    if (!closest) throw new Error(`No counted statement at ${node.src}.`)
    return closest
  }
  const next = followers(tree)
  return nodesOf(tree, 'IfStatement').flatMap((node) => {
    const whole = counted(node)
    const body = counted(node.trueBody as SyntaxNode, whole)
    const after = leaves(node.trueBody as SyntaxNode) ? next.get(node) : undefined
    const wentOn = whole.hits > body.hits || (after !== undefined && counted(after).hits > 0)
    const otherwise = node.falseBody ? counted(node.falseBody, whole).hits > 0 : wentOn
    const line = source.slice(0, range(node)[0]).split('\n').length
    return [
      { line, outcome: 'taken', covered: body.hits > 0 },
      { line, outcome: 'not taken', covered: otherwise },
    ] satisfies Branch[]
  })
}
