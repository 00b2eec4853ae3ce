import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { BULK_MARK, type BulkForm, bulkSignatures, bulkTypedData } from '@daedal/protocol/market/bulk-signature'
import { formToJson } from '@daedal/protocol/market/form-json'
import { formData, hashForm, type OrderForm } from '@daedal/protocol/market/forms'
import { packNonce } from '@daedal/protocol/market/nonce'
import { hashOrder, marketDomain, type Order, orderToJson, orderTypes } from '@daedal/protocol/market/order'
import { priceAt, splitPrice } from '@daedal/protocol/market/price'
import { proofInTree, traitOf, traitTree } from '@daedal/protocol/market/trait'
import { commitPrompt, type PromptOpening } from '@daedal/protocol/provenance/commitment'
import { canonicalBytes, coreHashOf, ProvenanceCore } from '@daedal/protocol/provenance/core'
import { ProvenanceEnvelope } from '@daedal/protocol/provenance/envelope'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import { cidOfRoot, tokenUriOfRoot } from '@daedal/protocol/tokens/root'
import { tokenIdOf } from '@daedal/protocol/tokens/token-id'
import type { Voucher } from '@daedal/protocol/tokens/voucher'
import { concat, hashTypedData, keccak256, stringToHex } from 'viem'

const out = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'protocol', 'vectors')

const word = (label: string) => keccak256(stringToHex(label))
const account = (label: string) => `0x${word(label).slice(26)}` as const
const chainId = 31_337
const market = account('market')
const collection = account('collection')

const orderOf = (index: number): Order => ({
  kind: index % 3,
  maker: account(`maker ${index}`),
  taker: index % 3 === 0 ? account(`taker ${index}`) : '0x0000000000000000000000000000000000000000',
  collection,
  tokenId: BigInt(word(`token ${index}`)),
  quantity: index % 4 === 3 ? BigInt(index) : 0n,
  currency: index % 3 === 0 ? '0x0000000000000000000000000000000000000000' : account('wrapped ether'),
  price: BigInt(word(`price ${index}`)) >> BigInt(128 + index),
  endPrice: BigInt(word(`price ${index % 2 === 0 ? index : index + 100}`)) >> BigInt(128 + index),
  startTime: BigInt(1_700_000_000 + index),
  endTime: BigInt(1_800_000_000 + index),
  maxFeeBps: 250 + index,
  maxRoyaltyBps: 1_000 - index,
  nonce: packNonce({ lane: BigInt(index), epoch: BigInt(index * 1_000_003), bit: (index * 37) % 192 }),
})

const voucherOf = (index: number): Voucher => ({
  coreHash: word(`core ${index}`),
  root: word(`root ${index}`),
  promptCommitment: word(`commitment ${index}`),
  engineHash: word('engine'),
  terms: { royaltyReceiver: account(`creator ${index}`), royaltyBps: 500 + index, remixBps: 1_000, policy: 1, disclosure: 2 },
  parents: Array.from({ length: index % 3 }, (_, at) => ({
    tokenId: BigInt(word(`parent ${index} ${at}`)),
    payees: Array.from({ length: at }, (_, n) => ({ account: account(`payee ${n}`), bps: 1_000 * (n + 1) })),
  })),
  maxSupply: index % 2 === 0 ? 0n : BigInt(100 * index),
})

const forms: OrderForm[] = [
  { form: 'order', order: orderOf(0) },
  ...[1, 3, 30].map(
    (count): OrderForm => ({
      form: 'bundle',
      order: { ...orderOf(count), collection: '0x0000000000000000000000000000000000000000', tokenId: 0n, quantity: 0n },
      items: Array.from({ length: count }, (_, at) => ({ collection, tokenId: BigInt(word(`item ${at}`)), quantity: BigInt(at % 3) })),
    }),
  ),
  ...[1, 5].map(
    (count): OrderForm => ({
      form: 'trait-offer',
      order: { ...orderOf(2), tokenId: 0n },
      trait: traitOf(Array.from({ length: count }, (_, at) => BigInt(at * at))),
    }),
  ),
  { form: 'state-order', order: orderOf(4), state: { source: account('source'), value: word('state') } },
  ...[0, 1, 2].map((index): OrderForm => ({ form: 'voucher-order', order: orderOf(3 * index), voucher: voucherOf(index) })),
]

const bulks: BulkForm[][] = [
  [1, 2, 3, 8].map((count) => Array.from({ length: count }, (_, at): BulkForm => ({ form: 'order', order: orderOf(at) }))),
  [2, 3].map((count) =>
    Array.from({ length: count }, (_, at): BulkForm => ({ form: 'voucher-order', order: orderOf(at), voucher: voucherOf(at) })),
  ),
].flat()

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
    'forms.json': {
      domain: marketDomain(chainId, market),
      types: Object.fromEntries(forms.map((form) => [form.form, formData(form).types])),
      cases: forms.map((form) => ({ json: formToJson(form), hash: hashForm(chainId, market, form) })),
    },
    'bulk-signatures.json': {
      domain: marketDomain(chainId, market),
      mark: BULK_MARK,
      cases: bulks.map((list, index) => {
        const signature = concat([word(`r ${index}`), word(`s ${index}`), '0x1b'])
        return {
          forms: list.map(formToJson),
          digest: hashTypedData(bulkTypedData(chainId, market, list) as never),
          signature,
          signatures: bulkSignatures(list, signature),
        }
      }),
    },
    'traits.json': [[0], [1, 2], [3, 1, 2], [10, 20, 30, 40, 50]].map((list) => {
      const tokenIds = list.map(BigInt)
      const tree = traitTree(tokenIds)
      return { tokenIds: tokenIds.map(String), ...traitOf(tokenIds), proofs: tokenIds.map((id) => proofInTree(tree, id)) }
    }),
    'nonce.json': [
      [0, 0, 0],
      [0, 0, 191],
      [1, 2, 3],
      [4_294_967_296, 9_007_199_254_740_991, 100],
    ].map(([lane, epoch, bit]) => ({
      lane: `${lane}`,
      epoch: `${epoch}`,
      bit,
      nonce: `${packNonce({ lane: BigInt(lane as number), epoch: BigInt(epoch as number), bit: bit as number })}`,
    })),
    'moving-price.json': [
      ['1000', '10', 0, 100],
      ['10', '1000', 0, 100],
      ['7', '7', 5, 9],
      [((1n << 128n) - 1n).toString(), '1', 1_700_000_000, 1_800_000_000],
    ].flatMap(([price, endPrice, startTime, endTime]) => {
      const order = {
        price: BigInt(price as string),
        endPrice: BigInt(endPrice as string),
        startTime: BigInt(startTime as number),
        endTime: BigInt(endTime as number),
      }
      const third = order.startTime + (order.endTime - order.startTime) / 3n
      return [order.startTime, third, order.endTime - 1n].map((at) => ({
        price,
        endPrice,
        startTime: `${startTime}`,
        endTime: `${endTime}`,
        at: `${at}`,
        priceNow: `${priceAt(order, at)}`,
      }))
    }),
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
