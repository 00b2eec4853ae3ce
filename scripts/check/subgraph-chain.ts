import { deepStrictEqual } from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { royaltySplitAbi } from '@daedal/protocol/royalties/abi.gen'
import { assetCollectionAbi, editionCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { type Address, parseAbi, zeroAddress } from 'viem'
import { nowhere } from '../codegen/subgraph.ts'
import type { Deployed } from '../deploy/steps.ts'
import { startChainNode } from '../dev/chain-node.ts'
import { journalAhead } from '../dev/journal-ahead.ts'
import { compareCurrency, flow } from './subgraph-currencies.ts'
import { compareDrop, DROP_SECONDS, dropItems, endDrop } from './subgraph-drops.ts'
import { type Answer, type Ask, LANE, type Traded, trade } from './subgraph-trades.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const BUNDLE_BIT = 5n
const UNITS_BIT = 9n
const CANCELLED = 0b11n

/**
 * Follows a chain on which the real contracts trade, and compares what the subgraph says with what the contracts and their receipts
 * say. Covers the events with structs, which graph-node's tests by file cannot make.
 */
export async function checkAgainstChain(gnd: string, databaseUrl: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'daedal-subgraph-chain-'))
  let chain = await startChainNode({ dir: join(dir, 'chain') })
  const { url: rpc } = chain
  const front = await listen(createServer((request, response) => void answer(rpc, request, response)))
  try {
    const out = join(dir, 'addresses.json')
    execFileSync(process.execPath, [join(root, 'scripts/deploy/deploy.ts'), '--rpc', rpc, '--out', out])
    const deployed = JSON.parse(readFileSync(out, 'utf8')) as Deployed
    const traded = await trade(rpc, deployed)
    const flowed = await flow(rpc, deployed)
    const dropped = await dropItems(rpc, deployed)
    await journalAhead({ dir: join(dir, 'chain'), rpcUrl: rpc, seconds: DROP_SECONDS })
    await chain.stop()
    chain = await startChainNode({ dir: join(dir, 'chain'), port: Number(new URL(rpc).port) })
    const last = await endDrop(rpc, deployed, dropped)
    copyBuild(dir, deployed)
    await follow({ gnd, dir, databaseUrl, frontUrl: urlOf(front), last }, async (ask) => {
      await compare(ask, deployed, traded)
      await compareCurrency(ask, flowed)
      await compareDrop(ask, rpc, deployed, dropped)
    })
  } finally {
    front.close()
    await chain.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const listen = (server: Server) =>
  new Promise<Server>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(server)))

async function freePort(): Promise<string> {
  const server = await listen(createServer())
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

/**
 * Stands between graph-node and the chain. graph-node wants an IPFS node that answers, and its calls carry their data under two names
 * and more gas than a transaction may have, which our node refuses.
 */
async function answer(rpc: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = ''
  for await (const chunk of request) text += chunk
  response.setHeader('content-type', 'application/json')
  if (!/^[[{]/.test(text)) return void response.end('{}')
  const asked = JSON.parse(text)
  if (asked.method === 'eth_call') for (const field of ['input', 'gas']) delete asked.params[0][field]
  const answered = await fetch(rpc, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) })
  response.end(await answered.text())
}

/** The build with the addresses of the deployment: only they differ. */
function copyBuild(dir: string, deployed: Deployed): void {
  cpSync(join(root, 'subgraph/build'), join(dir, 'build'), { recursive: true })
  const { deploymentBlock: _, ...addresses } = nowhere
  let manifest = readFileSync(join(dir, 'build/subgraph.yaml'), 'utf8')
  for (const [key, address] of Object.entries(addresses)) manifest = manifest.replaceAll(address, deployed[key as keyof typeof addresses])
  for (const place of ['build/subgraph.yaml', 'subgraph.yaml']) writeFileSync(join(dir, place), manifest)
}

type Following = { gnd: string; dir: string; databaseUrl: string; frontUrl: string; last: bigint }

/** Runs graph-node until it has seen the last block, and then what is to be asked of it. */
async function follow({ gnd, dir, databaseUrl, frontUrl, last }: Following, then: (ask: Ask) => Promise<void>): Promise<void> {
  const [http, index, admin, metrics] = (await Promise.all([freePort(), freePort(), freePort(), freePort()])) as [
    string,
    string,
    string,
    string,
  ]
  const args = ['--postgres-url', databaseUrl, '--ethereum-rpc', `hardhat:archive:${frontUrl}`, '--ipfs', frontUrl, '--http-port', http]
  const node = spawn(gnd, ['dev', ...args, '--index-node-port', index, '--admin-port', admin, '--metrics-port', metrics], { cwd: dir })
  const exited = new Promise<void>((resolve) => node.once('exit', () => resolve()))
  let log = ''
  for (const stream of [node.stdout, node.stderr])
    stream.on('data', (chunk: Buffer) => {
      log = `${log}${chunk}`.slice(-8_000)
    })
  const ask: Ask = async (query) => {
    const body = JSON.stringify({ query })
    const url = `http://127.0.0.1:${http}/subgraphs/name/subgraph-0/`
    const answered = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const { data, errors } = (await answered.json()) as { data?: Answer; errors?: unknown }
    if (!data) throw new Error(JSON.stringify(errors))
    return data
  }
  try {
    for (const deadline = Date.now() + 60_000; ; await sleep(200)) {
      const { _meta } = await ask('{ _meta { block { number } hasIndexingErrors } }').catch(() => ({ _meta: null }))
      const meta = _meta as { block: { number: number }; hasIndexingErrors: boolean } | null
      if (meta?.hasIndexingErrors) throw new Error(`A handler failed:\n${log}`)
      if (meta && BigInt(meta.block.number) >= last) break
      if (node.exitCode !== null || Date.now() > deadline) throw new Error(`graph-node did not get to block ${last}:\n${log}`)
    }
    await then(ask)
  } finally {
    node.kill('SIGKILL')
    await exited
  }
}

const lower = (address: Address) => address.toLowerCase()

/** What the subgraph says, against what the contracts answer at the same block. */
async function compare(ask: Ask, deployed: Deployed, traded: Traded): Promise<void> {
  await compareBundle(ask, deployed, traded)
  await compareUnits(ask, deployed, traded)
  await compareTokens(ask, deployed, traded)
  await compareSplit(ask, traded)
}

const royaltyAbi = parseAbi(['function royaltyInfo(uint256 tokenId, uint256 price) view returns (address receiver, uint256 amount)'])

/** Each item's part of the price, and the royalties that the collections themselves ask on those parts. */
async function compareBundle(ask: Ask, { market }: Deployed, { client, items, bundlePrice, people }: Traded): Promise<void> {
  const part = bundlePrice / BigInt(items.length)
  const parts = items.map((_, index) => (index + 1 < items.length ? part : bundlePrice - part * BigInt(index)))
  const royalties = new Map<string, bigint>()
  for (const [index, { collection, tokenId }] of items.entries()) {
    const call = { address: collection, abi: royaltyAbi, functionName: 'royaltyInfo', args: [tokenId, parts[index] as bigint] } as const
    const [receiver, amount] = await client.readContract(call)
    royalties.set(lower(receiver), (royalties.get(lower(receiver)) ?? 0n) + amount)
  }
  const royalty = [...royalties.values()].reduce((sum, amount) => sum + amount, 0n)
  const fee = (bundlePrice * BigInt(await client.readContract({ address: market, abi: marketAbi, functionName: 'feeBps' }))) / 10_000n
  const { sales } = await ask(
    '{ sales(where: {bundle: true}) { kind seller { id } buyer { id } lane epoch bit price fee royalty sellerReceived items(orderBy: id) { collection tokenId units price asset { id } } royalties(orderBy: id) { receiver { id } amount } } }',
  )
  deepStrictEqual(sales, [
    {
      kind: 'listing',
      seller: { id: lower(people.remixer.address) },
      buyer: { id: lower(people.buyer.address) },
      lane: String(LANE),
      epoch: '0',
      bit: Number(BUNDLE_BIT),
      price: String(bundlePrice),
      fee: String(fee),
      royalty: String(royalty),
      sellerReceived: String(bundlePrice - fee - royalty),
      items: items.map(({ collection, tokenId, quantity }, index) => ({
        collection: lower(collection),
        tokenId: String(tokenId),
        units: String(quantity || 1n),
        price: String(parts[index]),
        asset: { id: `${lower(collection)}${tokenId.toString(16).padStart(64, '0')}` },
      })),
      royalties: [...royalties].map(([id, amount]) => ({ receiver: { id }, amount: String(amount) })),
    },
  ])
}

/** The bits of a lane after a part of the units, and after all of them and a cancellation. */
async function compareUnits(ask: Ask, { market }: Deployed, { client, people, partly, unitPrice }: Traded): Promise<void> {
  const lane = { address: market, abi: marketAbi, functionName: 'laneOf', args: [people.remixer.address, LANE] } as const
  const [before, after] = await Promise.all([client.readContract({ ...lane, blockNumber: partly }), client.readContract(lane)])
  deepStrictEqual([before[1], after[1]], [1n << BUNDLE_BIT, (1n << BUNDLE_BIT) | (1n << UNITS_BIT) | CANCELLED])
  const { then, now, sales } = await ask(
    `{ then: lanes(block: {number: ${partly}}) { epoch spentBits } now: lanes { epoch spentBits cancelledBits } sales(where: {bundle: false, drop: null}, orderBy: filled) { filled price items { units } } }`,
  )
  deepStrictEqual(then, [{ epoch: '0', spentBits: String(before[1]) }])
  deepStrictEqual(now, [{ epoch: '0', spentBits: String(after[1]), cancelledBits: String(CANCELLED) }])
  deepStrictEqual(sales, [
    { filled: '2', price: String(2n * unitPrice), items: [{ units: '2' }] },
    { filled: '5', price: String(3n * unitPrice), items: [{ units: '3' }] },
  ])
}

/** Owners, balances, supplies, creators and royalty receivers. */
async function compareTokens(ask: Ask, deployed: Deployed, traded: Traded): Promise<void> {
  const { client, remix, edition, own, ownToken, parents, people } = traded
  const { assetCollection, editionCollection } = deployed
  const assets = { address: assetCollection, abi: assetCollectionAbi } as const
  const [receiver] = await client.readContract({ ...assets, functionName: 'royaltyInfo', args: [remix, 1n] })
  const owner = await client.readContract({ ...assets, functionName: 'ownerOf', args: [remix] })
  const idOf = (collection: Address, tokenId: bigint) => `${lower(collection)}${tokenId.toString(16).padStart(64, '0')}`
  const answered = await ask(
    `{ derivations { parents } remix: asset(id: "${idOf(assetCollection, remix)}") { owner { id } creator { id } royaltyReceiver parents { id } } own: asset(id: "${idOf(own, ownToken)}") { owner { id } collection { kind creator { id } minted } } edition: asset(id: "${idOf(editionCollection, edition)}") { mintedUnits holdings(orderBy: units) { account { id } units } } }`,
  )
  deepStrictEqual(answered.remix, {
    owner: { id: lower(owner) },
    creator: { id: lower(people.remixer.address) },
    royaltyReceiver: lower(receiver),
    parents: parents.map((tokenId) => ({ id: idOf(assetCollection, tokenId) })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  })
  deepStrictEqual(answered.derivations, [{ parents: parents.map(String) }])
  deepStrictEqual(answered.own, {
    owner: { id: lower(people.buyer.address) },
    collection: { kind: 'creator', creator: { id: lower(people.remixer.address) }, minted: 1 },
  })
  const editions = { address: editionCollection, abi: editionCollectionAbi } as const
  const [minted] = await client.readContract({ ...editions, functionName: 'supplyOf', args: [edition] })
  const holders = [people.remixer.address, people.buyer.address]
  const units = await Promise.all(
    holders.map((who) => client.readContract({ ...editions, functionName: 'balanceOf', args: [who, edition] })),
  )
  deepStrictEqual(units, [1n, 9n])
  deepStrictEqual(answered.edition, {
    mintedUnits: String(minted),
    holdings: holders.map((who, index) => ({ account: { id: lower(who) }, units: String(units[index]) })),
  })
}

/** Payees and payouts of the split, which was deployed and paid out in one transaction; the last of its payees refuses. */
async function compareSplit(ask: Ask, { client, split }: Traded): Promise<void> {
  const contract = { address: split, abi: royaltySplitAbi } as const
  const payees = await client.readContract({ ...contract, functionName: 'payees' })
  const total = await client.readContract({ ...contract, functionName: 'releasedTotal', args: [zeroAddress] })
  const rows = await Promise.all(
    payees.map(async ({ account, bps }) => {
      const released = await client.readContract({ ...contract, functionName: 'releasedTo', args: [account, zeroAddress] })
      const refusalCount = released === 0n ? 1 : 0
      return { account: { id: lower(account) }, bps, totals: [{ currency: zeroAddress, released: String(released), refusalCount }] }
    }),
  )
  deepStrictEqual(rows.filter(({ totals }) => totals[0]?.refusalCount === 1).length, 1)
  const { splits, splitReleases, splitRefusals } = await ask(
    '{ splits { id deployed declarationCount payees(orderBy: id) { account { id } bps totals { currency released refusalCount } } totals { currency released } } splitReleases { amount } splitRefusals { amount } }',
  )
  deepStrictEqual(splits, [
    { id: lower(split), deployed: true, declarationCount: 1, payees: rows, totals: [{ currency: zeroAddress, released: String(total) }] },
  ])
  deepStrictEqual([(splitReleases as unknown[]).length, (splitRefusals as unknown[]).length], [payees.length - 1, 1])
}
