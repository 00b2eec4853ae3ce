import { type Address, concat, encodePacked, type Hex, hashDomain, keccak256, stringToHex, toHex } from 'viem'
import { type AnyTypedData, formData, type OrderForm, structHashOf, voucherOrderTypes } from './forms.ts'
import { marketDomain, orderTypes } from './order.ts'

/** Most levels of a bulk signature's tree: one signature for up to 1,024 messages of one type. */
export const MAX_BULK_HEIGHT = 10
/** Last bytes of a bulk signature. Mirrors `BulkSignatureLib.MARK`. */
export const BULK_MARK: Hex = keccak256(toHex('Daedal bulk signature')).slice(0, 10) as Hex
/** Bytes behind the proof: index, height, mark. */
const TAIL = 7

/** The forms that can be signed many at once. */
export type BulkForm = Extract<OrderForm, { form: 'order' | 'voucher-order' }>

const heightFor = (count: number): number => {
  if (count === 0 || count > 1 << MAX_BULK_HEIGHT)
    throw new RangeError(`A bulk signature is for 1 to ${1 << MAX_BULK_HEIGHT} messages: ${count}`)
  return Math.max(1, Math.ceil(Math.log2(count)))
}

/** The members of a tree, filled up with the last one. */
const filled = <Member>(members: readonly Member[]): Member[] => {
  const size = 1 << heightFor(members.length)
  return Array.from({ length: size }, (_, index) => members[Math.min(index, members.length - 1)] as Member)
}

/** The typed data that signs several messages of one type at once, without its domain. */
export function bulkData(types: AnyTypedData['types'], primaryType: string, messages: readonly Record<string, unknown>[]) {
  let tree: unknown[] = filled(messages)
  while (tree.length > 2) tree = Array.from({ length: tree.length / 2 }, (_, n) => tree.slice(2 * n, 2 * n + 2))
  const name = `Bulk${primaryType}`
  return {
    types: { [name]: [{ name: 'tree', type: `${primaryType}${'[2]'.repeat(heightFor(messages.length))}` }], ...types },
    primaryType: name,
    message: { tree },
  }
}

/** The signature of each message from the one signature of {@link bulkData}, by the struct hashes of the messages in their order. */
export function bulkSignaturesOf(structHashes: readonly Hex[], signature: Hex): Hex[] {
  const height = heightFor(structHashes.length)
  const levels = [filled(structHashes)]
  while ((levels.at(-1) as Hex[]).length > 1) {
    const below = levels.at(-1) as Hex[]
    levels.push(Array.from({ length: below.length / 2 }, (_, n) => keccak256(concat([below[2 * n] as Hex, below[2 * n + 1] as Hex]))))
  }
  return structHashes.map((_, index) => {
    const proof = levels.slice(0, height).map((level, depth) => level[(index >> depth) ^ 1] as Hex)
    return concat([signature, ...proof, encodePacked(['uint16', 'uint8'], [index, height]), BULK_MARK])
  })
}

/** The typed data that signs several orders at once, of one form. */
export function bulkTypedData(chainId: number, market: Address, forms: readonly BulkForm[]) {
  const [first] = forms
  if (forms.some(({ form }) => form !== first?.form)) throw new TypeError('A bulk signature is for orders of one form')
  const all = forms.map((form) => formData(form) as AnyTypedData)
  const { types = {}, primaryType = '' } = all[0] ?? {}
  const messages = all.map(({ message }) => message)
  return { domain: marketDomain(chainId, market), ...bulkData(types, primaryType, messages) }
}

/** The signature of each order from the one signature of {@link bulkTypedData}, in the order of `forms`. */
export function bulkSignatures(forms: readonly BulkForm[], signature: Hex): Hex[] {
  if (forms.some(({ form }) => form !== forms[0]?.form)) throw new TypeError('A bulk signature is for orders of one form')
  return bulkSignaturesOf(forms.map(structHashOf), signature)
}

/** A signature with the layout of a bulk signature, taken apart; null for any other. Mirrors `BulkSignatureLib.isBulk`. */
export function readBulk(signature: Hex): { own: Hex; proof: Hex[]; index: number; height: number } | null {
  const length = (signature.length - 2) / 2
  const bytes = (from: number, to: number): Hex => `0x${signature.slice(2 + 2 * from, 2 + 2 * to)}`
  if (length < TAIL + 32 || bytes(length - 4, length).toLowerCase() !== BULK_MARK) return null
  const [index, height] = [Number(bytes(length - 7, length - 5)), Number(bytes(length - 5, length - 4))]
  if (height === 0 || height > MAX_BULK_HEIGHT || index >> height !== 0 || length < TAIL + 32 * height) return null
  const at = length - TAIL - 32 * height
  return { own: bytes(0, at), proof: Array.from({ length: height }, (_, n) => bytes(at + 32 * n, at + 32 * (n + 1))), index, height }
}

type FieldTypes = Readonly<Record<string, readonly { name: string; type: string }[]>>
const encodeType = (name: string, types: FieldTypes): string =>
  `${name}(${(types[name] ?? []).map(({ type, name: field }) => `${type} ${field}`).join(',')})`
const definitions = (types: FieldTypes): string =>
  Object.keys(types)
    .sort()
    .map((name) => encodeType(name, types))
    .join('')

/** EIP-712 type hash of a bulk signature of a height for messages of any type. */
function bulkTypehashOf(types: FieldTypes, primaryType: string, height: number): Hex {
  const head = `Bulk${primaryType}(${primaryType}${'[2]'.repeat(height)} tree)`
  return keccak256(stringToHex(`${head}${definitions(types)}`))
}

/** EIP-712 type hash of a bulk signature of orders. Mirrors `FormLib.bulkTypehash`. */
export const bulkTypehash = (height: number, withVoucher: boolean): Hex =>
  bulkTypehashOf(withVoucher ? voucherOrderTypes : orderTypes, withVoucher ? 'VoucherOrder' : 'Order', height)

type Domain = { name: string; version: string; chainId: number; verifyingContract: Address }
/** A message whose signature may be a bulk one. */
type Opened = { domain: Domain; types: FieldTypes; primaryType: string; structHash: Hex }

/** What the account of a bulk signature signed, and its own signature over that; null for an ordinary signature. */
export function openBulkOf({ domain, types, primaryType, structHash }: Opened, signature: Hex): { digest: Hex; own: Hex } | null {
  const bulk = readBulk(signature)
  if (!bulk) return null
  const root = bulk.proof.reduce<Hex>(
    (node, sibling, depth) => keccak256(concat((bulk.index >> depth) & 1 ? [sibling, node] : [node, sibling])),
    structHash,
  )
  const tree = keccak256(concat([bulkTypehashOf(types, primaryType, bulk.height), root]))
  const separator = hashDomain({
    domain: { ...domain, chainId: BigInt(domain.chainId) },
    types: {
      EIP712Domain: [
        { name: 'name', type: 'string' },
        { name: 'version', type: 'string' },
        { name: 'chainId', type: 'uint256' },
        { name: 'verifyingContract', type: 'address' },
      ],
    },
  })
  return { digest: keccak256(concat(['0x1901', separator, tree])), own: bulk.own }
}

/** The same of an order. */
export function openBulk(chainId: number, market: Address, form: OrderForm, signature: Hex): { digest: Hex; own: Hex } | null {
  if (!readBulk(signature)) return null
  const [types, primaryType] =
    form.form === 'voucher-order' ? ([voucherOrderTypes, 'VoucherOrder'] as const) : ([orderTypes, 'Order'] as const)
  return openBulkOf({ domain: marketDomain(chainId, market), types, primaryType, structHash: structHashOf(form) }, signature)
}
