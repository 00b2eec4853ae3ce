import { createHash } from 'node:crypto'
import { cidOfRoot } from '@daedal/protocol/tokens/root'
import type { Database } from '../../../backend/src/adapters/database/database.ts'
import {
  account,
  CHAIN_ID,
  COLLECTION,
  createChainScript,
  type TokenScript,
  writeToken,
} from '../../../backend/src/testing/token-script.ts'
import { createIndexStore } from '../../../backend/src/tokens/index-store.ts'
import { type ChainFact, INDEX_VERSION, type Quote } from '../../../backend/src/tokens/ports.ts'
import { setQuotes } from '../../../backend/src/tokens/set-quotes.ts'
import { assetContents } from '../../../backend/src/tokens/tables.ts'
import { tokenProjections } from '../../../backend/src/tokens/token-projections.ts'
import { raiseVersion } from '../../../backend/src/worlds/event-log.ts'

const TOKENS_PER_BLOCK = 250
const CREATORS = 400

const words = {
  adjective: ['silent', 'golden', 'broken', 'neon', 'ancient', 'floating', 'frozen', 'crimson', 'glowing', 'misty', 'sunken', 'painted'],
  scene: ['city', 'lighthouse', 'mountain lake', 'forest', 'desert ruins', 'harbour', 'sky islands', 'cathedral', 'observatory', 'bridge'],
  item: ['sword', 'potion', 'shield', 'crown', 'lantern', 'key', 'compass', 'hammer', 'book', 'amulet'],
  time: ['dawn', 'noon', 'dusk', 'night', 'blue-hour'],
  weather: ['clear', 'rain', 'fog', 'snow', 'storm'],
  mood: ['calm', 'tense', 'hopeful', 'eerie', 'epic'],
  style: ['painterly', 'ink', 'watercolour', 'photographic', 'poster'],
  material: ['gold', 'iron', 'glass', 'wood', 'bone', 'stone'],
  chinese: ['寂静的城市', '金色的剑', '破碎的灯塔', '古老的森林', '发光的药水', '雪山湖泊'],
}

/** Numbers that look random and are the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function scriptOf(index: number, below: (limit: number) => number): TokenScript {
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const item = below(3) === 0
  const subject = pick(item ? words.item : words.scene)
  const adjective = pick(words.adjective)
  const plan: Record<string, string> = item
    ? { item: subject, material: pick(words.material), style: pick(words.style) }
    : { setting: subject, time: pick(words.time), weather: pick(words.weather), mood: pick(words.mood), style: pick(words.style) }
  return {
    name: `${adjective} ${subject} ${index}`,
    description: `A ${adjective} ${subject}, ${Object.values(plan).join(', ')}. ${below(4) === 0 ? pick(words.chinese) : ''}`,
    kind: item ? 'item' : 'scene',
    licence: pick(['CC0-1.0', 'CC-BY-4.0', 'CC-BY-NC-4.0', 'CC-BY-SA-4.0']),
    plan,
    creator: account(below(CREATORS)),
  }
}

/** Content that exists by its hash only: the index is measured, not the block store. */
const hashes = {
  cidOf: async (bytes: Uint8Array) => cidOfRoot(digest([bytes])),
  putDirectory: async (files: readonly { path: string; bytes: Uint8Array }[]) => {
    const root = digest(files.map(({ bytes }) => bytes))
    return { root, cid: cidOfRoot(root), bytes: 0, files: [] }
  },
}
function digest(parts: readonly Uint8Array[]): `0x${string}` {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return `0x${hash.digest('hex')}`
}

/** Fills the index with tokens through its own transactions; two in five are for sale. Answers their ids and how long the index took. */
export async function fillIndex(db: Database, count: number): Promise<{ ids: string[]; seconds: number; events: number }> {
  const below = numbers(7)
  const chain = createChainScript()
  const store = createIndexStore({
    db,
    chainId: CHAIN_ID,
    decode: chain.decode,
    projections: tokenProjections({ chainId: CHAIN_ID, decode: chain.decode }),
    now: () => new Date(),
  })
  await store.reset({
    chainId: CHAIN_ID,
    genesisHash: chain.block(0).header.hash,
    market: COLLECTION,
    collection: COLLECTION,
    editions: null,
    factory: null,
    auctions: null,
    reproductions: null,
    worlds: null,
    rentals: null,
    drops: null,
    currencies: null,
    version: INDEX_VERSION,
    deploymentBlock: 0,
  })
  const ids: string[] = []
  let milliseconds = 0
  let events = 0
  for (let at = 0, block = 0; at < count; at += TOKENS_PER_BLOCK, block++) {
    const tokens: Awaited<ReturnType<typeof writeToken>>[] = []
    for (let index = at; index < Math.min(count, at + TOKENS_PER_BLOCK); index++)
      tokens.push(await writeToken(hashes, scriptOf(index, below)))
    await db.insert(assetContents).values(
      tokens.map(({ root, cid, metadata, envelope }) => ({
        root,
        cid,
        state: 'verified' as const,
        nextTryAt: new Date(0),
        metadata,
        envelope,
        files: { 'asset.png': { cid: metadata.asset.cid, bytes: 1 }, 'thumb.webp': { cid: metadata.thumbnail.cid, bytes: 1 } },
        palette: ['#102030', '#a0b0c0'],
      })),
    )
    const facts: ChainFact[] = tokens.flatMap((token) => token.facts)
    const { header, raw } = chain.block(block, facts)
    const started = performance.now()
    await store.commit(await store.cursor(), header, [header], raw)
    milliseconds += performance.now() - started
    events += facts.length
    ids.push(...tokens.map(({ id }) => id))
    await db.transaction(async (tx) => {
      await raiseVersion(tx)
      await setQuotes(
        tx,
        tokens.filter(() => below(5) < 2).map(({ tokenId }) => quote(tokenId, below)),
      )
    })
  }
  return { ids, seconds: milliseconds / 1_000, events }
}

const quote = (tokenId: bigint, below: (limit: number) => number): Quote => ({
  collection: COLLECTION,
  tokenId: tokenId.toString(),
  listing: {
    hash: digest([Buffer.from(tokenId.toString())]),
    price: (BigInt(1 + below(40) * below(100)) * 10n ** 15n).toString(),
    currency: '0x0000000000000000000000000000000000000000',
    endTime: '99999999999',
  },
  offer: null,
  sale: null,
})
