import Type, { type Static } from 'typebox'
import type { Address as ViemAddress, Hex as ViemHex } from 'viem'

/** A checksummed (EIP-55) or lower-case account or contract address. */
export const Address = Type.Unsafe<ViemAddress>(Type.String({ pattern: '^0x[0-9a-fA-F]{40}$', description: 'Account or contract address' }))
export type Address = Static<typeof Address>

/** 32 bytes, lower-case hex. */
export const Hex32 = Type.Unsafe<ViemHex>(Type.String({ pattern: '^0x[0-9a-f]{64}$', description: '32 bytes, lower-case hex' }))
export type Hex32 = Static<typeof Hex32>

/** Any even number of bytes, lower- or upper-case hex. */
export const HexBytes = Type.Unsafe<ViemHex>(
  Type.String({ pattern: '^0x([0-9a-fA-F]{2})*$', maxLength: 65_538, description: 'Bytes as hex' }),
)
export type HexBytes = Static<typeof HexBytes>

/** Last moment that a clock in JavaScript shows, unix seconds. What a contract names beyond it is kept and shown as this. */
export const LAST_MOMENT = 8_640_000_000_000n

/** An unsigned integer up to 2^256 - 1 as a decimal string: token ids, nonces. */
export const UintString = Type.String({ pattern: '^(0|[1-9][0-9]{0,77})$', description: 'Unsigned integer, decimal string' })
export type UintString = Static<typeof UintString>

/** An amount in the currency's smallest unit (wei) as a decimal string. */
export const WeiString = Type.String({ pattern: '^(0|[1-9][0-9]{0,38})$', description: 'Amount in wei, decimal string' })
export type WeiString = Static<typeof WeiString>

/** An amount in the currency's smallest unit that may be a price times a number of units: longer than {@link WeiString}. */
export const AmountString = Type.String({
  pattern: '^(0|[1-9][0-9]{0,77})$',
  description: 'Amount in the smallest unit of the currency, decimal string',
})
export type AmountString = Static<typeof AmountString>

/** A moment, RFC 3339, UTC, whole seconds or milliseconds. */
export const Timestamp = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z$',
  description: 'RFC 3339 time, UTC',
})
export type Timestamp = Static<typeof Timestamp>

/** Hundredths of a percent: 750 is 7.5 %. */
export const BasisPoints = Type.Integer({ minimum: 0, maximum: 10_000, description: 'Basis points, 10,000 = 100 %' })

/** CIDv1, base32, sha2-256 with raw or dag-pb. */
export const CidString = Type.String({ pattern: '^baf[a-z2-7]{56}$', description: 'CIDv1, base32' })
export type CidString = Static<typeof CidString>

/** Opaque position in a list; hand it back unchanged to get the next page. */
export const Cursor = Type.String({ maxLength: 512, description: 'Opaque cursor' })

/** A page of a list in a stable order. `next` is null at the end. */
export const pageOf = <T extends Type.TSchema>(item: T) =>
  Type.Object({ data: Type.Array(item), page: Type.Object({ next: Type.Union([Cursor, Type.Null()]) }) })

/** One of some words. */
export const enumOf = <const T extends readonly string[]>(values: T) => Type.Unsafe<T[number]>(Type.String({ enum: [...values] }))

/** Value or null. */
export const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** A schema with a description of its own. */
export const described = <T extends Type.TSchema>(schema: T, description: string) => Type.Unsafe<Static<T>>({ ...schema, description })
