import type { Descriptor, Field } from './descriptor.ts'

/** Every leaf of the described data by its path, arrays as `.[]`, with its Solidity type. */
export type LeafTypes = ReadonlyMap<string, string>

type Rule = (field: Field, leaves: LeafTypes, file: Descriptor) => string | null

/** Values of the transaction or message around the data. */
const container: LeafTypes = new Map([
  ['@.from', 'address'],
  ['@.to', 'address'],
  ['@.value', 'uint256'],
  ['@.chainId', 'uint256'],
])

const formats: Record<Field['format'], RegExp> = {
  raw: /./,
  addressName: /^address$/,
  tokenTicker: /^address$/,
  calldata: /^bytes$/,
  amount: /^uint/,
  tokenAmount: /^uint/,
  nftName: /^uint/,
  date: /^uint/,
  unit: /^uint/,
  enum: /^uint/,
}

const typeAt = (path: unknown, leaves: LeafTypes) => leaves.get(String(path)) ?? container.get(String(path))

const hasFittingFormat: Rule = ({ path, format }, leaves) => {
  const type = typeAt(path, leaves)
  if (type === undefined) return 'does not exist'
  if (!formats[format]) return `has no format of the standard: ${format}`
  return formats[format].test(type) ? null : `is ${type}, which is not shown as ${format}`
}

/** What small screens have room for. */
const LONGEST = 30
const LONGEST_CHOICE = 20
const isNamed: Rule = ({ label }) =>
  label.trim() === '' || label.length > LONGEST ? `needs a label of at most ${LONGEST} characters` : null

/** Parameters that are paths, and what must be there. */
const pathTo: [Field['format'], string, string][] = [
  ['tokenAmount', 'tokenPath', 'address'],
  ['nftName', 'collectionPath', 'address'],
  ['calldata', 'calleePath', 'address'],
]
const pointsToWhatItNeeds: Rule = ({ format, params }, leaves) => {
  const wrong = pathTo.find(([of, name, type]) => of === format && typeAt(params?.[name], leaves) !== type)
  return wrong ? `needs ${wrong[1]} with the path of an ${wrong[2]}` : null
}

/** An array's parameter is read at the index of the value, so both must be in the same array or the parameter in none. */
const staysInItsArray: Rule = ({ path, params }) => {
  const outside = Object.values(params ?? {}).find(
    (value) => typeof value === 'string' && value.includes('.[]') && !path.startsWith(value.slice(0, value.lastIndexOf('.[]') + 3)),
  )
  return outside ? `reads ${outside}, which is in another array` : null
}

const hasItsEnum: Rule = ({ format, params }, _, { metadata }) => {
  if (format !== 'enum') return null
  const name = /^\$\.metadata\.enums\.(\w+)$/.exec(String(params?.$ref))?.[1]
  const choices = Object.values(metadata.enums[name ?? ''] ?? {})
  if (choices.length === 0) return 'needs an enum that the file has'
  const long = choices.find((choice) => choice.length > LONGEST_CHOICE)
  return long ? `has a choice of more than ${LONGEST_CHOICE} characters: ${long}` : null
}

const isAnAddressOfAKind: Rule = ({ format, params }) =>
  format === 'addressName' && (!Array.isArray(params?.types) || params.types.length === 0)
    ? 'needs the types that the address may have'
    : null

const isDated: Rule = ({ format, params }) =>
  format === 'date' && params?.encoding !== 'timestamp' ? 'needs the encoding timestamp' : null

const rules = [hasFittingFormat, isNamed, pointsToWhatItNeeds, staysInItsArray, hasItsEnum, isAnAddressOfAKind, isDated]

/** What is wrong with the format of one call or message, of which `leaves` are all values. */
export function brokenFormat(file: Descriptor, key: string, leaves: LeafTypes): string[] {
  const format = file.display.formats[key]
  if (!format) return ['is not described']
  const paths = format.fields.map(({ path }) => path)
  return [
    ...(format.intent.trim() === '' || format.intent.length > LONGEST ? [`needs an intent of at most ${LONGEST} characters`] : []),
    ...[...leaves.keys()].filter((path) => !paths.includes(path)).map((path) => `${path} is neither shown nor hidden`),
    ...paths.filter((path, index) => paths.indexOf(path) !== index).map((path) => `${path} is described twice`),
    ...format.fields.flatMap((field) => rules.flatMap((rule) => rule(field, leaves, file) ?? []).map((what) => `${field.path} ${what}`)),
  ]
}
