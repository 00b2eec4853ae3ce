/** How a wallet shows one value (ERC-7730, version 2). */
export type FieldFormat = {
  label: string
  format: 'raw' | 'addressName' | 'tokenTicker' | 'calldata' | 'amount' | 'tokenAmount' | 'nftName' | 'date' | 'unit' | 'enum'
  params?: Record<string, unknown>
  visible?: 'never' | 'optional' | { ifNotIn: readonly (string | number)[] }
}

/** A format that may name other values: a name is a sibling, one with a root (`#.` or `@.`) is where it says. */
export type Describe = (at: (sibling: string) => string) => FieldFormat

const NATIVE = '0x0000000000000000000000000000000000000000'

/** A value as it is. */
export const raw =
  (label: string): Describe =>
  () => ({ label, format: 'raw' })

/** A value that says nothing to a person: signatures, proofs, nonces. */
export const hidden =
  (label: string): Describe =>
  () => ({ label, format: 'raw', visible: 'never' })

/** A value that only some wallets have room for. */
export const detail =
  (label: string): Describe =>
  () => ({ label, format: 'raw', visible: 'optional' })

/** A value that is shown unless it is zero, which stands for none. */
export const unlessZero =
  (describe: Describe): Describe =>
  (at) => {
    const field = describe(at)
    return { ...field, visible: { ifNotIn: [field.format === 'addressName' ? NATIVE : 0] } }
  }

/** An account or a contract, by its name where the wallet knows one. */
export const address =
  (label: string, ...types: ('wallet' | 'eoa' | 'contract' | 'token' | 'collection')[]): Describe =>
  () => ({ label, format: 'addressName', params: { types, sources: ['local', 'ens'] } })

/** An amount of the currency at a path; zero there is ether. */
export const money =
  (label: string, currency: string): Describe =>
  (at) => ({ label, format: 'tokenAmount', params: { tokenPath: at(currency), nativeCurrencyAddress: NATIVE } })

/** A currency's ticker. */
export const currency =
  (label: string): Describe =>
  () => ({ label, format: 'tokenTicker' })

/** A token of the collection at a path. */
export const nft =
  (label: string, collection: string): Describe =>
  (at) => ({ label, format: 'nftName', params: { collectionPath: at(collection) } })

/** Unix seconds. */
export const date =
  (label: string): Describe =>
  () => ({ label, format: 'date', params: { encoding: 'timestamp' } })

/** Basis points, shown as per cent. */
export const share =
  (label: string): Describe =>
  () => ({ label, format: 'unit', params: { base: '%', decimals: 2 } })

/** A span of time. */
export const seconds =
  (label: string): Describe =>
  () => ({ label, format: 'unit', params: { base: 's' } })

/** A number that stands for a word. */
export const choice =
  (label: string, name: string): Describe =>
  () => ({ label, format: 'enum', params: { $ref: `$.metadata.enums.${name}` } })

/** A call of the same contract by the same sender with the same ether. */
export const innerCall =
  (label: string): Describe =>
  () => ({ label, format: 'calldata', params: { calleePath: '@.to', amountPath: '@.value', spenderPath: '@.from' } })

/** An amount of ether. */
export const ether =
  (label: string): Describe =>
  () => ({ label, format: 'amount' })

/** A call that the called contract makes of another one, at a path, with the ether at another. */
export const outerCall =
  (label: string, callee: string, value: string): Describe =>
  (at) => ({ label, format: 'calldata', params: { calleePath: at(callee), amountPath: at(value), spenderPath: '@.to' } })
