import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEmbeddedContent } from '../adapters/content/embedded.ts'
import { startTestDatabase } from '../adapters/database/testing.ts'
import { createIndexStore } from '../tokens/index-store.ts'
import { createLoadContent } from '../tokens/load-content.ts'
import { type ChainFact, type Header, INDEX_VERSION, type Projection } from '../tokens/ports.ts'
import { tokenProjections } from '../tokens/token-projections.ts'
import { CHAIN_ID, COLLECTION, createChainScript, type TokenScript, writeToken } from './token-script.ts'

/** A real index over a real database and block store, driven by a scripted chain. */
export async function startIndexFixture(projections: readonly Projection[] = []) {
  const database = await startTestDatabase()
  const dir = await mkdtemp(path.join(tmpdir(), 'daedal-index-'))
  const content = await openEmbeddedContent(dir)
  const chain = createChainScript()
  const now = () => new Date()
  const store = createIndexStore({
    db: database.db,
    chainId: CHAIN_ID,
    decode: chain.decode,
    projections: [...tokenProjections({ chainId: CHAIN_ID, decode: chain.decode }), ...projections],
    now,
  })
  const problems: string[] = []
  const load = createLoadContent({
    db: database.db,
    content,
    paletteOf: async () => ['#102030'],
    wordingOf: (core) => String((core.generation.plan as { wording?: string } | null)?.wording ?? ''),
    log: { warn: (details) => problems.push(String((details as { problem?: string }).problem)) },
    now,
  })
  const genesis = chain.block(0).header
  const contracts = {
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
  }
  await store.reset({ chainId: CHAIN_ID, genesisHash: genesis.hash, ...contracts, deploymentBlock: 0 })

  const commit = async (number: number, facts: readonly ChainFact[] = [], fork = 'a', parentFork = fork): Promise<Header> => {
    const { header, raw } = chain.block(number, facts, fork, parentFork)
    await store.commit(await store.cursor(), header, [header], raw)
    return header
  }
  return {
    database,
    content,
    store,
    load,
    chain,
    problems,
    commit,
    /** Writes the content of tokens, one block each from `first` on, and reads it into the index. */
    async mint(first: number, scripts: readonly TokenScript[]) {
      const tokens = []
      for (const [index, script] of scripts.entries()) {
        const token = await writeToken(content, script)
        await commit(first + index, token.facts)
        tokens.push(token)
      }
      await load()
      return tokens
    },
    async stop() {
      await content.close()
      await database.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
export type IndexFixture = Awaited<ReturnType<typeof startIndexFixture>>
