import { createHash } from 'node:crypto'
import { type AstNode, childrenOf, isNode, placeOf } from './ast.ts'
import { changesOfLiteral } from './literals.ts'
import { changesOfYul } from './yul.ts'

/** One change of the text between two bytes of a source. */
export type Change = { readonly kind: string; readonly start: number; readonly end: number; readonly replacement: string }

/** A change with what a person needs to see of it. `id` is the same as long as the source is. */
export type Mutant = Change & {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly code: string
  readonly original: string
}

const BINARY: Record<string, readonly string[]> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '==': ['!='],
  '!=': ['=='],
  '&&': ['||'],
  '||': ['&&'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
}
const ASSIGNMENTS: Record<string, string> = {
  '+=': '-=',
  '-=': '+=',
  '*=': '/=',
  '/=': '*=',
  '|=': '&=',
  '&=': '|=',
  '<<=': '>>=',
  '>>=': '<<=',
}
const REMOVABLE = ['ExpressionStatement', 'EmitStatement', 'RevertStatement']

type Visit = (node: AstNode, source: Buffer, parent: AstNode | null) => Change[]

const textOf = (node: AstNode, source: Buffer) => source.subarray(placeOf(node).start, placeOf(node).end).toString()
const replace = (node: AstNode, kind: string, replacement: string): Change => ({ kind, ...placeOf(node), replacement })

/** The operator between two expressions, as the place of its text. */
function operatorPlace(left: AstNode, right: AstNode, operator: string, source: Buffer): { start: number; end: number } {
  const from = placeOf(left).end
  const start = from + source.subarray(from, placeOf(right).start).indexOf(operator)
  return { start, end: start + Buffer.byteLength(operator) }
}

const binary: Visit = (node, source) => {
  const { operator } = node as unknown as { operator: string }
  const [left, right] = [node.leftExpression, node.rightExpression] as [AstNode, AstNode]
  const place = operatorPlace(left, right, operator, source)
  const swapped = (BINARY[operator] ?? []).map((replacement) => ({ kind: 'operator', ...place, replacement }))
  if (operator !== '&&' && operator !== '||') return swapped
  return [...swapped, ...[left, right].map((side) => replace(node, 'operand', `(${textOf(side, source)})`))]
}

const assignment: Visit = (node, source) => {
  const { operator } = node as unknown as { operator: string }
  const other = ASSIGNMENTS[operator]
  if (!other) return []
  const place = operatorPlace(node.leftHandSide as AstNode, node.rightHandSide as AstNode, operator, source)
  return [{ kind: 'assignment', ...place, replacement: other }]
}

const unary: Visit = (node, source) => {
  const { operator, subExpression } = node as unknown as { operator: string; subExpression: AstNode }
  if (operator === '!' || operator === '~') return [replace(node, 'negation', `(${textOf(subExpression, source)})`)]
  if (operator !== '++' && operator !== '--') return []
  return [replace(node, 'step', textOf(node, source).replace(operator, operator === '++' ? '--' : '++'))]
}

const condition: Visit = (node) => {
  const forced = node.nodeType === 'ForStatement' || node.nodeType === 'WhileStatement' ? ['false'] : ['true', 'false']
  return isNode(node.condition) ? forced.map((value) => replace(node.condition as AstNode, 'condition', value)) : []
}

/** Takes a statement away. A revert that is all that an `if` does is left: forcing the condition is the same. */
const removal: Visit = (node, source, parent) => {
  if (node.nodeType === 'RevertStatement' && parent?.nodeType === 'IfStatement' && !parent.falseBody) return []
  const { start, end } = placeOf(node)
  const semicolon = source.indexOf(';', end)
  return [{ kind: 'statement', start, end: semicolon + 1, replacement: '{}' }]
}

const visits: Record<string, Visit> = {
  BinaryOperation: binary,
  Assignment: assignment,
  UnaryOperation: unary,
  IfStatement: condition,
  WhileStatement: condition,
  ForStatement: condition,
  Conditional: condition,
  Literal: (node, source) => changesOfLiteral(node, textOf(node, source)),
  ModifierInvocation: (node) => (node.kind === 'modifierInvocation' ? [replace(node, 'modifier', '')] : []),
  ...Object.fromEntries(REMOVABLE.map((kind) => [kind, removal])),
}

/** Declarations without code of their own, and names of types, in which nothing is to be changed. */
const SILENT = /^(Import|Pragma|Struct|Enum|Event|Error|UsingFor)|TypeName$|^InheritanceSpecifier$|^ParameterList$|^OverrideSpecifier$/

function walk(node: AstNode, source: Buffer, parent: AstNode | null): Change[] {
  if (SILENT.test(node.nodeType)) return []
  if (node.nodeType === 'InlineAssembly') return changesOfYul(node.AST as AstNode, source)
  const own = visits[node.nodeType]?.(node, source, parent) ?? []
  // The step of a loop is left: the other way it fails at once or runs out of gas.
  const children = childrenOf(node).filter((child) => child !== node.loopExpression)
  return [...own, ...children.flatMap((child) => walk(child, source, node))]
}

/** Every mutant of a source, in the order of the text, none twice. */
export function mutantsOf(file: string, text: string, ast: AstNode): Mutant[] {
  const source = Buffer.from(text)
  const seen = new Set<string>()
  return walk(ast, source, null)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .flatMap((change) => {
      const { start, end, replacement } = change
      const original = source.subarray(start, end).toString()
      const key = `${file}:${start}:${end}:${replacement}`
      if (seen.has(key) || original === replacement) return []
      seen.add(key)
      const before = source.subarray(0, start).toString()
      const line = before.split('\n').length
      const code = (text.split('\n')[line - 1] ?? '').trim()
      return [{ ...change, id: createHash('sha256').update(key).digest('hex').slice(0, 16), file, line, code, original }]
    })
}

/** The source with the change made. */
export function mutate(text: string, { start, end, replacement }: Change): string {
  const source = Buffer.from(text)
  return Buffer.concat([source.subarray(0, start), Buffer.from(replacement), source.subarray(end)]).toString()
}
