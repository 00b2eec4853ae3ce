import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { auctionOutcomes } from '@daedal/protocol/market/auction-api'
import { orderKinds } from '@daedal/protocol/market/order'
import { disclosures } from '@daedal/protocol/provenance/disclosure'
import { generatorKinds } from '@daedal/protocol/provenance/reproduction'
import { collectionKinds } from '@daedal/protocol/tokens/collection'
import { currencyMoves } from '@daedal/protocol/worlds/currency-api'
import { describe, expect, it } from 'vitest'
import { buildContracts } from '../dev/build.ts'
import { contracts, eventsOf, manifestOf, networksOf, nowhere, readDeployment, signatureOf, typeOf } from './subgraph.ts'

const folder = fileURLToPath(new URL('../../subgraph/', import.meta.url))
const schema = readFileSync(`${folder}schema.graphql`, 'utf8')
const types = [...schema.matchAll(/^type (\w+) @entity\(immutable: (true|false)\) \{\n([^}]*)\}/gm)].map(([, name, immutable, body]) => ({
  name: name as string,
  immutable: immutable === 'true',
  lines: (body as string).trimEnd().split('\n'),
}))

const deployment = {
  market: `0x${'a1'.repeat(20)}`,
  assetCollection: `0x${'b2'.repeat(20)}`,
  editionCollection: `0x${'b3'.repeat(20)}`,
  collectionFactory: `0x${'b4'.repeat(20)}`,
  royaltySplits: `0x${'c1'.repeat(20)}`,
  royaltyRegistry: `0x${'c2'.repeat(20)}`,
  auctionHouse: `0x${'d1'.repeat(20)}`,
  drops: `0x${'d4'.repeat(20)}`,
  reproductionRegistry: `0x${'d2'.repeat(20)}`,
  rentals: `0x${'d5'.repeat(20)}`,
  worldRegistry: `0x${'d3'.repeat(20)}`,
  worldCurrencyFactory: `0x${'d4'.repeat(20)}`,
  deploymentBlock: 42,
} as const

type TestFile = { blocks: { events: { address: string; event: string }[] }[] }
const played = readdirSync(`${folder}tests`).flatMap((file) => {
  const { blocks } = JSON.parse(readFileSync(`${folder}tests/${file}`, 'utf8')) as TestFile
  return blocks.flatMap(({ events }) => events)
})
/** What scripts/check/subgraph-chain.ts makes happen on a chain: graph-node's files of events know no structs, and so no split, drop or currency. */
const onChain = [
  'BundleFilled',
  'CurrencyDeclared',
  'DropClosed',
  'DropCreated',
  'DropDrawn',
  'DropRevealed',
  'DropSaleEnded',
  'Refused',
  'Released',
  'SplitDeclared',
  'SplitDeployed',
  'TicketDelivered',
  'TicketsRefunded',
  'TicketsSold',
]
const contractsOnChain: readonly (keyof typeof contracts)[] = ['WorldCurrency']

describe('subgraph schema', () => {
  it('explains every type and field in a sentence', () => {
    expect(types.length).toBeGreaterThan(10)
    for (const { name, lines } of types) {
      expect(schema).toMatch(new RegExp(`"[^"]+\\."\ntype ${name} `))
      lines.forEach((line, index) => {
        if (/^ {2}\w+: /.test(line)) expect([name, line, lines[index - 1]]).toEqual([name, line, expect.stringMatching(/^ {2}"[^"]+\."$/)])
      })
    }
  })

  it('never changes what records an event', () => {
    for (const { name, immutable, lines } of types) {
      const isEvent = lines.some((line) => line.startsWith('  transaction: Bytes!'))
      expect([name, immutable]).toEqual([name, isEvent])
    }
  })

  it('names ends of auctions as the index does, in the same order', () => {
    const listed = /^enum AuctionOutcome \{\n([^}]*)\}/m.exec(schema)?.[1]
    expect(listed?.trim().split(/\s+/)).toEqual([...auctionOutcomes])
  })

  it('names movements of currency as the protocol does, in the same order', () => {
    const listed = /^enum CurrencyMove \{\n([^}]*)\}/m.exec(schema)?.[1]
    expect(listed?.trim().split(/\s+/)).toEqual([...currencyMoves])
  })

  it('names kinds of collection as the protocol does, in the same order', () => {
    const listed = /^enum CollectionKind \{\n([^}]*)\}/m.exec(schema)?.[1]?.replaceAll(/^ *".*"$/gm, '')
    expect(listed?.trim().split(/\s+/)).toEqual([...collectionKinds])
  })

  it.each([
    ['Disclosure', 'terms', 'DISCLOSURES', disclosures],
    // A name in GraphQL has no hyphen.
    ['GeneratorKind', '../reproductions', 'GENERATOR_KINDS', generatorKinds],
    ['OrderKind', 'fill', 'ORDER_KINDS', orderKinds.map((kind) => kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()))],
  ] as const)('names %s as the protocol does, in the same order', (name, file, constant, expected) => {
    const listed = new RegExp(`^enum ${name} \\{\n([^}]*)\\}`, 'm').exec(schema)?.[1]?.trim().split(/\s+/)
    expect(listed).toEqual([...expected])
    const source = readFileSync(`${folder}src/shared/${file}.ts`, 'utf8')
    const inHandlers = new RegExp(`${constant}: string\\[\\] = \\[([^\\]]*)\\]`).exec(source)?.[1]
    expect([...(inHandlers ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1])).toEqual([...expected])
  })
})

describe('subgraph manifest', () => {
  it.each(Object.keys(contracts) as (keyof typeof contracts)[])(
    'has a handler for every event of %s, each used by a test with the types of the contract',
    async (name) => {
      await buildContracts()
      const contract = contracts[name]
      const entry = manifestOf(deployment, 'sepolia')
        .split('  - kind: ethereum\n')
        .find((part) => part.includes(`name: ${name}\n`))
      const source = readFileSync(`${folder}${/file: \.\/(src\/\w+\.ts)/.exec(entry ?? '')?.[1]}`, 'utf8')
      const events = eventsOf(name)
      expect(entry?.match(/- event: /g)).toHaveLength(events.length)
      // Of a clone the address is nowhere known before.
      const at = played.filter(({ address }) => !('key' in contract) || address === nowhere[contract.key])
      for (const event of events) {
        expect(entry).toContain(`- event: ${signatureOf(event)}\n          handler: handle${event.name}\n`)
        expect(source).toMatch(new RegExp(`\\bhandle${event.name}\\b`))
        if (onChain.includes(event.name) || contractsOnChain.includes(name)) continue
        const inputs = event.inputs.map((input) => `${typeOf(input)} ${input.indexed ? 'indexed ' : ''}${input.name}`)
        expect(at.map(({ event: declared }) => declared)).toContain(`${event.name}(${inputs.join(', ')})`)
      }
    },
    180_000,
  )

  it('spells structs by the types of their fields', () => {
    const components = [
      { type: 'address', name: 'account' },
      { type: 'uint16', name: 'bps' },
    ]
    expect(typeOf({ type: 'tuple[]', name: 'payees', components })).toBe('(address,uint16)[]')
  })

  it('takes addresses and first block from the deployment', () => {
    const manifest = manifestOf(deployment, 'sepolia')
    expect(manifest).not.toContain('{{')
    expect(manifest.match(/network: sepolia/g)).toHaveLength(15)
    expect(manifest.match(/startBlock: 42/g)).toHaveLength(12)
    const { deploymentBlock, ...addresses } = deployment
    for (const address of Object.values(addresses)) expect(manifest).toContain(`address: "${address}"`)
    const { sepolia } = networksOf(deployment, 'sepolia')
    expect(Object.keys(sepolia as object)).toHaveLength(12)
    expect(sepolia).toMatchObject({ EditionCollection: { address: deployment.editionCollection, startBlock: deploymentBlock } })
  })

  it('refuses a deployment that does not say where everything is', () => {
    const dir = mkdtempSync(join(tmpdir(), 'daedal-manifest-'))
    const file = join(dir, 'addresses.json')
    writeFileSync(file, JSON.stringify(deployment))
    expect(readDeployment(file)).toEqual(deployment)
    writeFileSync(file, JSON.stringify({ ...deployment, royaltySplits: '0x12', deploymentBlock: undefined }))
    expect(() => readDeployment(file)).toThrow(/no royaltySplits, deploymentBlock\./)
    rmSync(dir, { recursive: true })
  })
})
