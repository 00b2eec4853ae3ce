import { type AstNode, childrenOf, placeOf } from './ast.ts'
import { neighboursOf } from './literals.ts'
import type { Change } from './mutants.ts'

const FUNCTIONS: Record<string, string> = {
  add: 'sub',
  sub: 'add',
  mul: 'div',
  div: 'mul',
  and: 'or',
  or: 'and',
  lt: 'gt',
  gt: 'lt',
  shl: 'shr',
  shr: 'shl',
}

const textOf = (node: AstNode, source: Buffer) => source.subarray(placeOf(node).start, placeOf(node).end).toString()

function ownChanges(node: AstNode, source: Buffer): Change[] {
  const place = placeOf(node)
  if (node.nodeType === 'YulExpressionStatement' || node.nodeType === 'YulAssignment')
    return [{ kind: 'statement', ...place, replacement: '' }]
  if (node.nodeType === 'YulIf')
    return ['0', '1'].map((replacement) => ({ kind: 'condition', ...placeOf(node.condition as AstNode), replacement }))
  if (node.nodeType === 'YulLiteral' && node.kind === 'number')
    return neighboursOf(BigInt(node.value as string)).map((value) => ({ kind: 'constant', ...place, replacement: String(value) }))
  if (node.nodeType !== 'YulFunctionCall') return []
  const name = node.functionName as AstNode
  const called = textOf(name, source)
  if (called === 'iszero') return [{ kind: 'negation', ...place, replacement: textOf((node.arguments as AstNode[])[0] as AstNode, source) }]
  const other = FUNCTIONS[called]
  return other ? [{ kind: 'operator', ...placeOf(name), replacement: other }] : []
}

/** Changes of a block of assembly. */
export const changesOfYul = (node: AstNode, source: Buffer): Change[] => [
  ...ownChanges(node, source),
  ...childrenOf(node).flatMap((child) => changesOfYul(child, source)),
]
