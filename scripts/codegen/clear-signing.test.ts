import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { MAX_BULK_HEIGHT } from '@daedal/protocol/market/bulk-signature'
import { marketDomain } from '@daedal/protocol/market/order'
import { rentalsDomain } from '@daedal/protocol/market/rental-offer'
import { reproductionDomain } from '@daedal/protocol/provenance/reproduction'
import { collectionDomain } from '@daedal/protocol/tokens/messages'
import { TypedDataEncoder } from 'ethers'
import { type AbiFunction, type AbiParameter, parseAbiItem, toFunctionSelector } from 'viem'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildContracts } from '../dev/build.ts'
import { calls } from './clear-signing/calls.ts'
import type { Descriptor, Field } from './clear-signing/descriptor.ts'
import { type Message, messageFiles, type Types } from './clear-signing/messages.ts'
import { brokenFormat, type LeafTypes } from './clear-signing/rules.ts'
import { changingFunctions, descriptors } from './clear-signing.ts'

const folder = new URL('../../protocol/clear-signing/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Descriptor
const kebab = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()

beforeAll(async () => {
  await buildContracts()
})

/** Leaves of parameters, read from the compiler's ABI and not from the descriptor. */
const abiLeaves = (inputs: readonly AbiParameter[], before = ''): [string, string][] =>
  inputs.flatMap((input): [string, string][] => {
    const path = `${before}${input.name}${(input.type.match(/\[\d*\]/g) ?? []).map(() => '.[]').join('')}`
    return 'components' in input ? abiLeaves(input.components, `${path}.`) : [[path, input.type.replace(/\[.*$/, '')]]
  })
const typedLeaves = (name: string, types: Types, before = ''): [string, string][] =>
  (types[name] ?? []).flatMap((field): [string, string][] => {
    const path = `${before}${field.name}${(field.type.match(/\[\d*\]/g) ?? []).map(() => '.[]').join('')}`
    const base = field.type.replace(/\[.*$/, '')
    return types[base] ? typedLeaves(base, types, `${path}.`) : [[path, base]]
  })

const functionOf = (key: string) => parseAbiItem(`function ${key}` as 'function f()') as AbiFunction
const keyOf = ({ primaryType, types }: Message) => {
  const mutable = Object.fromEntries(Object.entries(types).map(([name, fields]) => [name, [...fields]]))
  return TypedDataEncoder.from(mutable).encodeType(primaryType)
}

it('the committed files are the generated ones, and no others', () => {
  const generated = descriptors()
  expect(readdirSync(folder).sort()).toEqual(Object.keys(generated).sort())
  for (const [name, file] of Object.entries(generated)) expect(read(name), name).toEqual(file)
})

describe.each(Object.keys(calls))('calls of %s', (contract) => {
  const file = () => {
    const names = [`calldata-${kebab(contract)}.json`, `calldata-${kebab(contract)}-deep.json`]
    const [first, ...others] = names.filter((name) => existsSync(new URL(name, folder))).map(read)
    if (!first) throw new Error(`There is no ${names[0]}.`)
    for (const { metadata, display } of others) {
      Object.assign(first.metadata.enums, metadata.enums)
      Object.assign(first.display.formats, display.formats)
    }
    return first
  }

  it('are described by the very functions that change something', () => {
    const selectors = Object.keys(file().display.formats).map((key) => toFunctionSelector(functionOf(key)))
    expect(selectors.sort()).toEqual(changingFunctions(contract).map(toFunctionSelector).sort())
  })

  it('show or hide every value, each as what it is', () => {
    for (const item of changingFunctions(contract)) {
      const key = Object.keys(file().display.formats).find((one) => toFunctionSelector(functionOf(one)) === toFunctionSelector(item)) ?? ''
      expect(abiLeaves(functionOf(key).inputs), key).toEqual(abiLeaves(item.inputs))
      expect(brokenFormat(file(), key, new Map(abiLeaves(item.inputs))), key).toEqual([])
      const paid = file().display.formats[key]?.fields.some(({ path }) => path === '@.value')
      expect(paid, key).toBe(item.stateMutability === 'payable')
    }
  })
})

const someone = '0x0000000000000000000000000000000000000001'
const domains = {
  market: marketDomain(1, someone),
  collection: collectionDomain(1, someone),
  rentals: rentalsDomain(1, someone),
  reproductions: reproductionDomain(1, someone),
}
const domainOf = (name: string) => domains[(/^eip712-([a-z]+)/.exec(name)?.[1] ?? '') as keyof typeof domains]
const messagesOf = (name: string) => messageFiles[name]?.messages ?? []

it('the market, rentals, the collections and the registry of reproductions have their messages one by one, all but the last many at once', () => {
  const typesOf = (name: string) => [...new Set(messagesOf(name).map(({ primaryType }) => primaryType))]
  expect(typesOf('eip712-market.json')).toEqual(['Order', 'Bundle', 'TraitOffer', 'StateOrder', 'VoucherOrder'])
  expect(typesOf('eip712-market-bulk.json')).toEqual(['BulkOrder', 'BulkVoucherOrder'])
  expect(typesOf('eip712-collection.json')).toEqual(['VoucherMint', 'DerivativeApproval'])
  expect(typesOf('eip712-rentals.json')).toEqual(['RentalOffer'])
  expect(typesOf('eip712-rentals-bulk.json')).toEqual(['BulkRentalOffer'])
  expect(typesOf('eip712-reproductions.json')).toEqual(['Reproduction'])
  expect(typesOf('eip712-collection-bulk.json')).toEqual(['BulkVoucherMint', 'BulkDerivativeApproval'])
})

it.each([
  ['eip712-market-bulk.json', 2],
  ['eip712-rentals-bulk.json', 1],
  ['eip712-collection-bulk.json', 2],
] as const)('%s has a message for every height of a tree, for each of %i types', (name, types) => {
  const heights = messagesOf(name).map(({ primaryType, types: all }) => all[primaryType]?.[0]?.type.match(/\[2\]/g)?.length)
  const each = Array.from({ length: MAX_BULK_HEIGHT }, (_, index) => index + 1)
  expect(heights).toEqual(Array.from({ length: types }, () => each).flat())
})

describe.each(Object.keys(messageFiles))('messages of %s', (name) => {
  const described = messagesOf(name)

  it('are bound to the domain of their contract and to their exact types', () => {
    const domain = domainOf(name)
    expect(read(name).context).toMatchObject({ eip712: { domain: { name: domain.name, version: domain.version } } })
    expect(Object.keys(read(name).display.formats).sort()).toEqual(described.map(keyOf).sort())
  })

  it('show or hide every value, each as what it is', () => {
    for (const message of described) {
      const leaves = new Map(typedLeaves(message.primaryType, message.types))
      expect(brokenFormat(read(name), keyOf(message), leaves), message.primaryType).toEqual([])
    }
  })
})

describe('the rules', () => {
  const leaves: LeafTypes = new Map([
    ['price', 'uint128'],
    ['items.[].token', 'address'],
    ['items.[].amount', 'uint256'],
  ])
  const good: Field[] = [
    { path: 'price', label: 'Price', format: 'raw' },
    { path: 'items.[].token', label: 'Token', format: 'tokenTicker' },
    { path: 'items.[].amount', label: 'Amount', format: 'tokenAmount', params: { tokenPath: 'items.[].token' } },
  ]
  const broken = (change: Partial<Field> | null, index = 0) => {
    const fields = good.flatMap((field, at) => (at === index ? (change === null ? [] : [{ ...field, ...change }]) : [field]))
    const file: Descriptor = {
      $schema: '',
      context: {},
      metadata: { owner: '', contractName: '', enums: { none: {}, long: { 0: 'a choice with 22 signs' } } },
      display: { formats: { f: { intent: 'Do', fields } } },
    }
    return brokenFormat(file, 'f', leaves)
  }

  it('find nothing where nothing is wrong', () => {
    expect(broken({})).toEqual([])
  })

  it('name what is wrong', () => {
    expect(broken(null)).toEqual(['price is neither shown nor hidden'])
    expect(broken({ path: 'cost' })).toEqual(['price is neither shown nor hidden', 'cost does not exist'])
    expect(broken({ path: 'items.[].token' }, 2)).toContain('items.[].token is described twice')
    expect(broken({ format: 'addressName', params: { types: ['eoa'] } })).toEqual(['price is uint128, which is not shown as addressName'])
    expect(broken({ format: 'number' as 'raw' })).toEqual(['price has no format of the standard: number'])
    expect(broken({ label: ' ' })).toEqual(['price needs a label of at most 30 characters'])
    expect(broken({ format: 'tokenAmount', params: { tokenPath: 'currency' } })).toEqual([
      'price needs tokenPath with the path of an address',
    ])
    expect(broken({ format: 'tokenAmount', params: { tokenPath: 'items.[].token' } })).toEqual([
      'price reads items.[].token, which is in another array',
    ])
    expect(broken({ format: 'enum', params: { $ref: '$.metadata.enums.none' } })).toEqual(['price needs an enum that the file has'])
    expect(broken({ format: 'enum', params: { $ref: '$.metadata.enums.long' } })).toEqual([
      'price has a choice of more than 20 characters: a choice with 22 signs',
    ])
    expect(broken({ format: 'date' })).toEqual(['price needs the encoding timestamp'])
    expect(broken({ format: 'addressName', params: {} }, 1)).toEqual(['items.[].token needs the types that the address may have'])
  })
})
