import { commitPrompt } from '@daedal/protocol/provenance/commitment'
import { avatarAccountOf } from '@daedal/protocol/worlds/avatar-account'
import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type IndexFixture, startIndexFixture } from '../testing/index-fixture.ts'
import { account, CHAIN_ID, COLLECTION, writeToken } from '../testing/token-script.ts'
import { readEvents } from '../worlds/event-log.ts'
import { createReadAsset } from './read-asset.ts'
import { assets } from './tables.ts'

const AVATARS = account(76)

describe('the index', () => {
  let index: IndexFixture
  let read: ReturnType<typeof createReadAsset>
  beforeEach(async () => {
    index = await startIndexFixture()
    read = createReadAsset({
      db: index.database.db,
      place: { chainId: CHAIN_ID, drops: null },
      ordersOf: async () => [],
      avatarAccount: AVATARS,
    })
  })
  afterEach(() => index.stop())
  const rows = async (of: IndexFixture) =>
    (await of.database.db.select().from(assets).orderBy(asc(assets.ord))).map(({ search: _, ...row }) => row)
  const log = async (of: IndexFixture) => (await readEvents(of.database.db, { limit: 1_000 }, 0)).data

  it('shows a token only when its content is here and is what the chain says', async () => {
    const token = await writeToken(index.content, { name: 'True' })
    await index.commit(1, token.facts)
    await expect(read.detail(token.id)).rejects.toMatchObject({ code: 'TOKENS_CONTENT_NOT_VERIFIED' })
    await index.load()
    expect(await read.detail(token.id)).toMatchObject({ name: 'True', frozen: true, training: false, seed: '11', palette: ['#102030'] })

    const stolen = token.facts.map((fact) =>
      fact.name === 'Provenance' ? { ...fact, tokenId: fact.tokenId + 1n, creator: account(7) } : { ...fact, tokenId: token.tokenId + 1n },
    )
    await index.commit(2, stolen)
    await index.load()
    const id = token.id.replace(String(token.tokenId), String(token.tokenId + 1n))
    await expect(read.detail(id)).rejects.toMatchObject({ code: 'TOKENS_CONTENT_NOT_VERIFIED', detail: expect.stringContaining('invalid') })
  })

  it('names the account of an avatar, and of nothing else', async () => {
    const [avatar, scene] = await index.mint(1, [{ name: 'Warden', kind: 'avatar' }, { name: 'Harbour' }])
    const of = { implementation: AVATARS, chainId: BigInt(CHAIN_ID), collection: COLLECTION, tokenId: avatar?.tokenId ?? 0n }
    expect((await read.detail(avatar?.id ?? '')).avatarAccount).toBe(avatarAccountOf(of))
    expect((await read.detail(scene?.id ?? '')).avatarAccount).toBeNull()
  })

  it('waits for content that comes later', async () => {
    const elsewhere = new Map<string, Uint8Array>()
    const token = await writeToken(
      {
        cidOf: (bytes) => index.content.cidOf(bytes),
        // The directory's CID is right, its blocks are not here yet.
        putDirectory: async (files) => {
          for (const { path, bytes } of files) elsewhere.set(path, bytes)
          const other = await startIndexFixture()
          const stored = await other.content.putDirectory(files)
          await other.stop()
          return stored
        },
      },
      { name: 'Late' },
    )
    await index.commit(1, token.facts)
    await index.load()
    expect(index.problems).toEqual([expect.stringContaining('nothing is stored')])
    await expect(read.detail(token.id)).rejects.toMatchObject({ code: 'TOKENS_CONTENT_NOT_VERIFIED' })
    await index.content.putDirectory([...elsewhere].map(([path, bytes]) => ({ path, bytes })))
    await index.database.pool.query('update asset_contents set next_try_at = now()')
    await index.load()
    expect((await read.detail(token.id)).name).toBe('Late')
  })

  it('is after a reorg what it would be from scratch, and says what was taken back', async () => {
    const [first, second] = [
      await writeToken(index.content, { name: 'First', policy: 5 }),
      await writeToken(index.content, { name: 'Second' }),
    ]
    const move = (to: number) =>
      ({ name: 'Transfer', collection: COLLECTION, standard: 'erc721', tokenId: first.tokenId, from: account(1), to: account(to) }) as const
    await index.commit(1, first.facts)
    await index.commit(2, [move(5)])
    await index.commit(3, second.facts)
    await index.load()
    await index.store.rewind(index.chain.block(1).header)
    await index.commit(2, second.facts, 'b', 'a')
    await index.commit(3, [move(6)], 'b')
    await index.commit(4, [{ name: 'Frozen', collection: COLLECTION, standard: 'erc721', tokenId: first.tokenId }], 'b')

    const scratch = await startIndexFixture()
    try {
      const again = [await writeToken(scratch.content, { name: 'First', policy: 5 }), await writeToken(scratch.content, { name: 'Second' })]
      expect(again.map(({ root }) => root)).toEqual([first.root, second.root])
      await scratch.commit(1, first.facts)
      await scratch.commit(2, second.facts, 'b', 'a')
      await scratch.commit(3, [move(6)], 'b')
      await scratch.commit(4, [{ name: 'Frozen', collection: COLLECTION, standard: 'erc721', tokenId: first.tokenId }], 'b')
      await scratch.load()
      expect(await rows(index)).toEqual(await rows(scratch))
    } finally {
      await scratch.stop()
    }
    const entries = await log(index)
    expect(entries.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'asset.minted'],
      [2, 'asset.transferred'],
      [3, 'asset.minted'],
      [4, 'asset.minted.retracted'],
      [5, 'asset.transferred.retracted'],
      [6, 'asset.minted'],
      [7, 'asset.transferred'],
      [8, 'asset.frozen'],
    ])
    expect(entries[3]?.data.retracts).toBe(3)
    expect(entries[5]?.id).not.toBe(entries[2]?.id)
  })

  it('keeps lineage from the chain and from records, on both ends', async () => {
    const parent = await writeToken(index.content, { name: 'Parent' })
    const idea = await writeToken(index.content, { name: 'Idea' })
    const inputs = [{ relation: 'inspiredBy' as const, token: idea.id.toLowerCase(), coreHash: idea.coreHash, assetSha256: idea.coreHash }]
    const child = await writeToken(index.content, { name: 'Child', parents: [parent.tokenId], inputs })
    for (const [at, { facts }] of [parent, idea, child].entries()) await index.commit(at + 1, facts)
    await index.load()
    expect((await read.detail(child.id)).parents.map(({ name, relation }) => [name, relation])).toEqual([
      ['Parent', 'parentOf'],
      ['Idea', 'inspiredBy'],
    ])
    for (const [{ id }, relation] of [[parent, 'parentOf'] as const, [idea, 'inspiredBy'] as const])
      expect((await read.detail(id)).children).toMatchObject([{ id: child.id, name: 'Child', relation }])
  })

  it('shows a public prompt only when it opens the commitment', async () => {
    const open = await writeToken(index.content, { name: 'Open', prompt: 'a red lamp', publicPrompt: true })
    const closed = await writeToken(index.content, { name: 'Closed', prompt: 'a blue lamp' })
    const salt = `0x${'00'.repeat(16)}` as const
    expect(commitPrompt({ prompt: { text: 'a red lamp', salt }, negative: null }).promptCommitment).not.toBe(
      open.core.generation.promptCommitment,
    )
    for (const [at, { facts }] of [open, closed].entries()) await index.commit(at + 1, facts)
    await index.load()
    expect((await read.detail(open.id)).prompt).toBe('a red lamp')
    expect((await read.detail(closed.id)).prompt).toBeNull()
  })

  it('answers every id of a batch, and names what is wrong with the others', async () => {
    const [token] = await index.mint(1, [{ name: 'One' }])
    const id = token?.id as string
    const unknown = id.replace(/\/\d+$/, '/77')
    const { data } = await read.batch([unknown, id, 'nonsense', id.toLowerCase()])
    expect(data.map(({ status, asset }) => [status, asset?.name])).toEqual([
      ['not_found', undefined],
      ['found', 'One'],
      ['malformed', undefined],
      ['found', 'One'],
    ])
    await expect(read.detail(unknown)).rejects.toMatchObject({ code: 'TOKENS_ASSET_UNKNOWN' })
    await expect(read.detail('eip155:1/erc721:0x/1')).rejects.toMatchObject({ code: 'TOKENS_ASSET_ID_MALFORMED' })
  })

  it('does not move on from another place than where it stands', async () => {
    const stale = await index.store.cursor()
    await index.commit(1)
    const { header } = index.chain.block(2)
    await expect(index.store.commit(stale, header, [header], [])).rejects.toThrow('stands at block 1')
  })
})
