import { createHash } from 'node:crypto'
import { type AstNode, childrenOf, placeOf } from './ast.ts'
import { type Mutant, mutate } from './mutants.ts'

/**
 * Mutant schemata (Untch, Offutt, Harrold 1993): one compiled text holds many mutants, and a switch chooses one. The switches here are
 * numbers that no other code holds. They are found again in the compiled code and replaced, so no mutant is compiled on its own.
 */
export type Place = { readonly start: number; readonly end: number }

/** How a place of the text stands for its mutants: by a choice between the text and its change, or by a number that is put in later. */
type Form = 'expression' | 'statement' | 'number' | 'yulStatement' | 'yulCall' | 'yulValue'
/** `block`: where functions of the assembly around the place can be declared. */
export type Host = Place & { readonly form: Form; readonly block: number }

/** A number of 32 bytes that no code holds by chance. */
export const markOf = (name: string): bigint => BigInt(`0x7d${createHash('sha256').update(`mutant ${name}`).digest('hex').slice(2)}`)
/** The mark that stands for the number of the chosen mutant; 0 chooses none. */
export const SWITCH = markOf('switch')

/** Types of what cannot be one of two sides of a choice, or would be of another type there. */
const NO_CHOICE = /^(int_const|rational_const|literal_string|tuple\(|type\(|function |modifier|module|msg$|abi$|error$)/
const STATEMENTS = new Set(['ExpressionStatement', 'EmitStatement', 'RevertStatement', 'Return'])
const typeOf = (node: AstNode): string => (node.typeDescriptions as { typeString?: string } | undefined)?.typeString ?? ''

/** The nodes around a place, from the outermost to the innermost. */
function pathTo(node: AstNode, place: Place): AstNode[] {
  const { start, end } = placeOf(node)
  if (start > place.start || end < place.end) return []
  const children = node.nodeType === 'InlineAssembly' ? [node.AST as AstNode] : childrenOf(node)
  for (const child of children) {
    const path = pathTo(child, place)
    if (path.length > 0) return [node, ...path]
  }
  return [node]
}

/** Whether a number stands where any word of 256 bits can stand. */
function isWord(literal: AstNode, parent: AstNode | undefined): boolean {
  if (literal.kind !== 'number' || literal.subdenomination) return false
  if (parent?.nodeType === 'VariableDeclaration') return typeOf(parent) === 'uint256' && parent.value === literal
  return parent?.nodeType === 'BinaryOperation' && (parent.commonType as { typeString?: string }).typeString === 'uint256'
}

function yulHostOf({ kind, start, end }: Mutant, path: readonly AstNode[]): Host {
  const outer = path.find(({ nodeType }) => nodeType === 'YulBlock') as AstNode
  const [node, parent] = [path.at(-1) as AstNode, path.at(-2) as AstNode]
  const block = placeOf(outer).start + 1
  if (kind === 'statement') return { start, end, form: 'yulStatement', block }
  if (kind === 'constant') return { ...placeOf(node), form: 'number', block }
  if (kind === 'condition') return { ...placeOf(node), form: 'yulValue', block }
  return { ...placeOf(kind === 'operator' ? parent : node), form: 'yulCall', block }
}

/** The place that stands for a mutant in the common text; null when the mutant has to be compiled on its own. */
export function hostOf(mutant: Mutant, source: Buffer, ast: AstNode): Host | null {
  const { kind, start, end } = mutant
  const path = pathTo(ast, mutant)
  if (path.some(({ nodeType }) => nodeType === 'YulBlock')) return yulHostOf(mutant, path)
  if (kind === 'statement') return { start, end, form: 'statement', block: 0 }
  if (kind === 'modifier') return null
  if (kind === 'constant' && isWord(path.at(-1) as AstNode, path.at(-2))) return { start, end, form: 'number', block: 0 }
  for (const outer of path.toReversed()) {
    const place = placeOf(outer)
    if (STATEMENTS.has(outer.nodeType)) return { start: place.start, end: source.indexOf(';', place.end) + 1, form: 'statement', block: 0 }
    const type = typeOf(outer)
    if (type === '' || /Declaration|TypeName|Definition/.test(outer.nodeType)) return null
    if (!NO_CHOICE.test(type) && outer.lValueRequested !== true) return { ...place, form: 'expression', block: 0 }
  }
  return null
}

/** A mutant and the number by which it is chosen. */
export type Numbered = Mutant & { readonly number: number }
/** Mutants of one place. `mark` stands there when the place is a number. */
export type Unit = { readonly file: string; readonly host: Host; readonly mark: bigint; readonly mutants: readonly Numbered[] }
type Edit = Place & { readonly text: string }

const conditionOf = ({ number }: Numbered) => `eq(${SWITCH}, ${number})`

/** A call of a function of the assembly block instead of a built-in one, or around a value. */
function yulEdits({ host, mutants }: Unit, text: string): Edit[] {
  const name = `mutant${(mutants[0] as Numbered).number}`
  const callee = host.form === 'yulCall' ? text.slice(0, text.indexOf('(')) : ''
  // Names that the contract around does not have: assembly may not hide any.
  const parameters = host.form === 'yulCall' && callee !== 'iszero' ? 'mutantLeft, mutantRight' : 'mutantLeft'
  const original = callee ? `${callee}(${parameters})` : parameters
  const changed = ({ kind, replacement }: Numbered) => {
    if (kind === 'operator') return `${replacement}(${parameters})`
    return kind === 'negation' ? parameters : replacement
  }
  const choices = mutants.map((mutant) => `if ${conditionOf(mutant)} { mutantResult := ${changed(mutant)} }`).join(' ')
  const declaration = ` function ${name}(${parameters}) -> mutantResult { mutantResult := ${original} ${choices} }`
  return [
    { start: host.block, end: host.block, text: declaration },
    { start: host.start, end: host.end, text: callee ? `${name}${text.slice(callee.length)}` : `${name}(${text})` },
  ]
}

function editsOf(unit: Unit, source: Buffer, chosen: string): Edit[] {
  const { host, mark, mutants } = unit
  const { start, end } = host
  const text = source.subarray(start, end).toString()
  const changed = (mutant: Numbered) => mutate(text, { ...mutant, start: mutant.start - start, end: mutant.end - start })
  if (host.form === 'number') return [{ start, end, text: String(mark) }]
  if (host.form === 'yulStatement')
    return [{ start, end, text: mutants.reduce((inner, mutant) => `if iszero(${conditionOf(mutant)}) { ${inner} }`, text) }]
  if (host.form === 'yulCall' || host.form === 'yulValue') return yulEdits(unit, text)
  const [open, middle, close] = host.form === 'expression' ? ['? (', ') : (', ')'] : ['{ ', ' } else { ', ' }']
  const choice = mutants.reduce((rest, mutant) => {
    const condition = `${chosen}(${mutant.number})`
    return `${host.form === 'expression' ? condition : `if (${condition})`} ${open}${changed(mutant)}${middle}${rest}${close}`
  }, text)
  return [{ start, end, text: host.form === 'expression' ? `(${choice})` : choice }]
}

/** A source with units in it, and where each of them lies now. */
export type Schema = { readonly text: string; readonly places: readonly (Place & { readonly unit: Unit })[] }

/** Makes a source hold units that do not overlap. */
export function schemaOf(file: string, source: string, units: readonly Unit[]): Schema {
  const bytes = Buffer.from(source)
  const chosen = `isChosen_${createHash('sha256').update(file).digest('hex').slice(0, 8)}`
  const edits = units
    .flatMap((unit) => editsOf(unit, bytes, chosen).map((edit) => ({ ...edit, unit })))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  const parts: Buffer[] = []
  const places: (Place & { unit: Unit })[] = []
  let [from, length] = [0, 0]
  const push = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  for (const { start, end, text, unit } of edits) {
    push(bytes.subarray(from, start))
    const begun = length
    push(Buffer.from(text))
    places.push({ start: begun, end: length, unit })
    from = end
  }
  push(bytes.subarray(from))
  push(Buffer.from(`\nfunction ${chosen}(uint256 number) pure returns (bool) {\n    return number == ${SWITCH};\n}\n`))
  return { text: Buffer.concat(parts).toString(), places }
}
