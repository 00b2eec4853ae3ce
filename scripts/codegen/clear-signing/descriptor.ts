import { type Disclosure, disclosures } from '@daedal/protocol/provenance/disclosure'
import { type AbiFunction, type AbiParameter, toFunctionSignature } from 'viem'
import type { Call } from './calls.ts'
import type { Describe, FieldFormat } from './field.ts'
import type { Message, Types } from './messages.ts'
import { structs } from './structs.ts'

/** One shown value. */
export type Field = FieldFormat & { path: string }
export type Format = { intent: string; fields: Field[] }
export type Descriptor = {
  $schema: string
  context: Record<string, unknown>
  metadata: { owner: string; contractName: string; enums: Record<string, Record<string, string>> }
  display: { formats: Record<string, Format> }
}

/** A value of a call or message: its own name, its type, and for a struct the name of it and its fields. */
type Value = { name: string; type: string; struct: string | null; fields: readonly Value[] }

const words = (names: readonly string[]) => Object.fromEntries(names.map((name, index) => [String(index), name]))
/** What a disclosure is called where there is room for twenty letters. */
const madeBy: Record<Disclosure, string> = {
  undeclared: 'Not declared',
  trainedAlgorithmicMedia: 'Trained model',
  algorithmicMedia: 'Algorithm only',
  compositeWithTrainedAlgorithmicMedia: 'Composite with model',
  compositeSynthetic: 'Synthetic composite',
  digitalCreation: 'Made by hand',
}
const enums = { orderKind: words(['Sell', 'Buy', 'Buy any']), disclosure: words(disclosures.map((name) => madeBy[name])) }

/** Every leaf below a value. Arrays are written `.[]`, once for each dimension. */
function leaves(value: Value, before: string, described: Record<string, Describe>, inStruct: string | null): Field[] {
  const dimensions = value.type.match(/\[\d*\]/g)?.length ?? 0
  const here = `${before}${value.name}`
  const path = `${here}${'.[]'.repeat(dimensions)}`
  if (value.struct) return value.fields.flatMap((field) => leaves(field, `${path}.`, described, value.struct))
  const describe = described[path] ?? described[here] ?? (inStruct === null ? undefined : structs[inStruct]?.[value.name])
  if (!describe) throw new Error(`${path}${inStruct ? ` of ${inStruct}` : ''} is not described.`)
  const at = (name: string) => (/^[#@]\./.test(name) ? name.replace(/^#\./, '') : `${before}${name}`)
  return [{ path, ...describe(at) }]
}

const formatOf = (intent: string, values: readonly Value[], described: Record<string, Describe>, struct: string | null = null): Format => ({
  intent,
  fields: values.flatMap((value) => leaves(value, '', described, struct)),
})

function abiValue(input: AbiParameter): Value {
  const components = 'components' in input ? input.components : null
  const struct = components ? (input.internalType?.match(/(\w+)(?:\[\d*\])*$/)?.[1] ?? null) : null
  return { name: input.name ?? '', type: input.type, struct, fields: components?.map(abiValue) ?? [] }
}

/** `(address token,uint256 amount)[] details`: the type is written out, as the standard asks. */
const fragment = (input: AbiParameter): string => {
  const type = 'components' in input ? input.type.replace('tuple', `(${input.components.map(fragment).join(',')})`) : input.type
  return `${type} ${input.name}`
}

/** The formats of a contract's functions; throws when one is not described, or one is that does not exist. */
export function callFormats(functions: readonly AbiFunction[], calls: Record<string, Call>): Record<string, Format> {
  const used = new Set<string>()
  const formats = functions.map((item) => {
    const types = toFunctionSignature(item)
    const key = calls[types] ? types : item.name
    const call = calls[key]
    if (!call) throw new Error(`${types} is not described.`)
    used.add(key)
    const format = formatOf(call.intent, item.inputs.map(abiValue), call.values ?? {})
    if (item.stateMutability === 'payable') format.fields.push({ path: '@.value', label: 'Ether sent', format: 'amount' })
    return [`${item.name}(${item.inputs.map(fragment).join(',')})`, format] as const
  })
  const unknown = Object.keys(calls).filter((key) => !used.has(key))
  if (unknown.length > 0) throw new Error(`There is no function ${unknown.join(', ')}.`)
  return Object.fromEntries(formats)
}

const baseOf = (type: string) => type.replace(/\[.*$/, '')

function typedValue({ name, type }: { name: string; type: string }, types: Types): Value {
  const fields = types[baseOf(type)]
  return { name, type, struct: fields ? baseOf(type) : null, fields: fields?.map((field) => typedValue(field, types)) ?? [] }
}

/** EIP-712 `encodeType`: the type itself, then those it refers to by name. */
function encodeType(primaryType: string, types: Types): string {
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name) || !types[name]) return
    found.add(name)
    for (const { type } of types[name]) visit(baseOf(type))
  }
  visit(primaryType)
  const others = [...found].filter((name) => name !== primaryType).sort()
  return [primaryType, ...others].map((name) => `${name}(${types[name]?.map((field) => `${field.type} ${field.name}`).join(',')})`).join('')
}

/** The formats of signed messages. */
export const messageFormats = (messages: readonly Message[]): Record<string, Format> =>
  Object.fromEntries(
    messages.map(({ primaryType, types, intent, values = {} }) => [
      encodeType(primaryType, types),
      formatOf(intent, types[primaryType]?.map((field) => typedValue(field, types)) ?? [], values, primaryType),
    ]),
  )

/** A whole file. Only the words that it uses are named in it. */
export function descriptor(contractName: string, context: Record<string, unknown>, formats: Record<string, Format>): Descriptor {
  const text = JSON.stringify(formats)
  const named = Object.entries(enums).filter(([name]) => text.includes(`$.metadata.enums.${name}"`))
  return {
    $schema: 'https://eips.ethereum.org/assets/eip-7730/erc7730-v2.schema.json',
    context,
    metadata: { owner: 'Daedal', contractName, enums: Object.fromEntries(named) },
    display: { formats },
  }
}
