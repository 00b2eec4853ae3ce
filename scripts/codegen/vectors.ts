import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hashOrder, marketDomain, type Order, orderToJson, orderTypes } from '@daedal/protocol/market/order'
import { splitPrice } from '@daedal/protocol/market/price'
import { commitPrompt, type PromptOpening } from '@daedal/protocol/provenance/commitment'
import { canonicalBytes, coreHashOf, ProvenanceCore } from '@daedal/protocol/provenance/core'
import { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { cidOfRoot, tokenUriOfRoot } from '@daedal/protocol/tokens/root'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import { hashTypedData, keccak256, stringToHex } from 'viem'

const out = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'protocol', 'vectors')

const word = (label: string) => keccak256(stringToHex(label))
const account = (label: string) => `0x${word(label).slice(26)}` as const
const chainId = 31_337
const market = account('market')
const collection = account('collection')

const orderOf = (index: number): Order => ({
  kind: index % 2,
  maker: account(`maker ${index}`),
  taker: index % 3 === 0 ? account(`taker ${index}`) : '0x0000000000000000000000000000000000000000',
  collection,
  tokenId: BigInt(word(`token ${index}`)),
  currency: index % 2 === 0 ? '0x0000000000000000000000000000000000000000' : account('wrapped ether'),
  price: BigInt(word(`price ${index}`)) >> BigInt(128 + index),
  startTime: BigInt(1_700_000_000 + index),
  endTime: BigInt(1_800_000_000 + index),
  maxFeeBps: 250 + index,
  maxRoyaltyBps: 1_000 - index,
  lane: BigInt(index),
  bit: (index * 37) % 192,
  epoch: BigInt(index * 1_000_003),
})

const coreOf = (name: string): ProvenanceCore => ({
  schema: 'aigc-provenance/1',
  chain: `eip155:${chainId}`,
  contract: collection,
  creator: `did:pkh:eip155:${chainId}:${account(name)}`,
  asset: {
    kind: 'scene',
    mime: 'image/png',
    payloadSha256: word(`${name} payload`),
    renderSha256: word(`${name} render`),
    dims: { w: 768, h: 768 },
    fingerprint: { alg: 'pdq256/1', bits: word(`${name} fingerprint`), quality: 88 },
    watermark: null,
  },
  generation: {
    method: 'deterministic-local',
    engine: { name: 'daedal', version: '1.0.0', bundleCid: null, codeSha256: null },
    model: null,
    plan: { kind: 'scene', family: 'city', note: `${name} 城市 é` },
    params: { variations: 4, size: '768x768', exact: true },
    seed: '11',
    ...commitPrompt(openingOf(name)),
    providerManifest: null,
    reproducible: 'bit-exact',
  },
  inputs: [],
  declaration: { digitalSourceType: 'algorithmicMedia', humanContribution: 'curation', depictsRealPerson: false },
  rights: {
    licence: 'CC-BY-4.0',
    derivatives: { allowed: true, approval: false, upBps: 1_000 },
    training: { mining: 'allowed', generativeTraining: 'notAllowed' },
  },
  moderation: { prompt: 'deny-list/1: pass', output: 'closed vocabulary' },
  quality: { profile: 'image/1', metrics: { entropy: '7.42', sharpness: '0.71' } },
  createdAt: '2026-01-02T03:04:05Z',
  nonce: word(`${name} nonce`),
})

function openingOf(name: string): PromptOpening {
  return {
    prompt: { text: `A futuristic city, ${name}; 未来城市`, salt: word(`${name} salt`).slice(0, 34) as `0x${string}` },
    negative: name.length % 2 ? { text: 'no fog', salt: word(`${name} negative salt`).slice(0, 34) as `0x${string}` } : null,
  }
}

/** Test vectors other languages check their implementation against. Pure data, the same on every run. */
export function vectors(): Record<string, unknown> {
  const names = ['alice', 'bob']
  return {
    'order.json': {
      types: orderTypes,
      domain: marketDomain(chainId, market),
      cases: Array.from({ length: 8 }, (_, index) => ({
        order: orderToJson(orderOf(index)),
        hash: hashOrder(chainId, market, orderOf(index)),
      })),
    },
    'price.json': ['1', '3', '9999', '200000000000000000', ((1n << 128n) - 1n).toString()].map((price) => {
      const { seller, royalty, fee } = splitPrice(BigInt(price), 250, 750)
      return { price, feeBps: 250, royaltyBps: 750, seller: `${seller}`, royalty: `${royalty}`, fee: `${fee}` }
    }),
    'root.json': Array.from({ length: 4 }, (_, index) => word(`root ${index}`)).map((root) => ({
      root,
      cid: cidOfRoot(root),
      tokenUri: tokenUriOfRoot(root),
    })),
    'provenance.json': names.map((name) => {
      const core = coreOf(name)
      const coreHash = coreHashOf(core)
      const creator = account(name)
      const tokenId = tokenIdOf(creator, coreHash)
      return {
        core,
        canonical: new TextDecoder().decode(canonicalBytes(core)),
        coreHash,
        creator,
        tokenId: `${tokenId}`,
        signatureHash: hashTypedData(provenanceTypedData(chainId, collection, { creator, coreHash, tokenId })),
        opening: openingOf(name),
      }
    }),
    'provenance-core.schema.json': ProvenanceCore,
    'provenance-envelope.schema.json': ProvenanceEnvelope,
  }
}

/** File name → text of each vector file. */
export const vectorFiles = (): Map<string, string> =>
  new Map(Object.entries(vectors()).map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`]))

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(out, { recursive: true })
  const old = [...vectorFiles()].filter(([name, text]) => !existsSync(join(out, name)) || readFileSync(join(out, name), 'utf8') !== text)
  if (process.argv.includes('--check')) {
    for (const [name] of old) process.stderr.write(`protocol/vectors/${name} is old; run npm run codegen\n`)
    process.exitCode = old.length === 0 ? 0 : 1
  } else for (const [name, text] of old) writeFileSync(join(out, name), text)
}
