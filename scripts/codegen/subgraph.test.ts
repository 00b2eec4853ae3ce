import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { disclosures } from '@daedal/protocol/provenance/disclosure'
import { describe, expect, it } from 'vitest'
import { buildContracts } from '../dev/build.ts'
import { eventsOf, manifestOf, networksOf } from './subgraph.ts'

const folder = fileURLToPath(new URL('../../subgraph/', import.meta.url))
const schema = readFileSync(`${folder}schema.graphql`, 'utf8')
const types = [...schema.matchAll(/^type (\w+) @entity\(immutable: (true|false)\) \{\n([^}]*)\}/gm)].map(([, name, immutable, body]) => ({
  name: name as string,
  immutable: immutable === 'true',
  lines: (body as string).trimEnd().split('\n'),
}))

const deployment = {
  chainId: 11_155_111,
  market: `0x${'a1'.repeat(20)}`,
  assetCollection: `0x${'b2'.repeat(20)}`,
  wrappedEther: `0x${'c3'.repeat(20)}`,
  deploymentBlock: 42,
} as const

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

  it('names the disclosures as the protocol does, in the same order', () => {
    const listed = /^enum Disclosure \{\n([^}]*)\}/m.exec(schema)?.[1]?.trim().split(/\s+/)
    expect(listed).toEqual([...disclosures])
    const inHandlers = /DISCLOSURES: string\[\] = \[([^\]]*)\]/.exec(readFileSync(`${folder}src/shared/policy.ts`, 'utf8'))?.[1]
    expect([...(inHandlers ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1])).toEqual([...disclosures])
  })
})

describe('subgraph manifest', () => {
  it('has a handler for every event, each used by a test with the types of the contract', async () => {
    await buildContracts()
    const tests = readdirSync(`${folder}tests`).flatMap((file) => {
      const { blocks } = JSON.parse(readFileSync(`${folder}tests/${file}`, 'utf8')) as { blocks: { events: { event: string }[] }[] }
      return blocks.flatMap(({ events }) => events.map(({ event }) => event))
    })
    const manifest = manifestOf(deployment, 'sepolia')
    for (const [contract, source] of [
      ['AssetCollection', 'tokens'],
      ['Market', 'market'],
    ] as const) {
      const handlers = readFileSync(`${folder}src/${source}.ts`, 'utf8')
      for (const { name, inputs } of eventsOf(contract)) {
        const declared = `${name}(${inputs.map((input) => `${input.type} ${input.indexed ? 'indexed ' : ''}${input.name}`).join(', ')})`
        expect(tests).toContain(declared)
        expect(handlers).toContain(`export function handle${name}(`)
        expect(manifest).toContain(`handler: handle${name}\n`)
      }
    }
  }, 180_000)

  it('takes addresses and first block from the deployment', () => {
    const manifest = manifestOf(deployment, 'sepolia')
    expect(manifest).not.toContain('{{')
    expect(manifest.match(/network: sepolia/g)).toHaveLength(2)
    expect(manifest.match(/startBlock: 42/g)).toHaveLength(2)
    expect(manifest).toContain(`address: "${deployment.market}"`)
    expect(networksOf(deployment, 'sepolia')).toEqual({
      sepolia: {
        AssetCollection: { address: deployment.assetCollection, startBlock: 42 },
        Market: { address: deployment.market, startBlock: 42 },
      },
    })
  })
})
