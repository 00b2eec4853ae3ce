import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CarReader } from '@ipld/car'
import { CID } from 'multiformats/cid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContentStore } from '../../provenance/ports.ts'
import { matches } from './blocks.ts'
import { openEmbeddedContent } from './embedded.ts'

/** The bytes of the golden folders: a ChaCha20 key stream. */
const keyStream = (length: number): Uint8Array =>
  createCipheriv('chacha20', createHash('sha256').update('nft-parity-1').digest(), Buffer.alloc(16)).update(Buffer.alloc(length))

const golden = (length: number) => [
  { path: 'asset.bin', bytes: keyStream(length) },
  { path: 'metadata.json', bytes: Buffer.from('{"name":"parity"}') },
  { path: 'provenance.json', bytes: Buffer.from('{"v":1}') },
]
const GOLDEN_CID = 'bafybeiblisdrzu4f6wsv3tn5rqr4rx64oxd4k2r5a3tzllu66l4zik4bnu'

const code = (error: unknown): unknown => (error as { code?: unknown }).code
const failure = async (work: Promise<unknown>): Promise<unknown> =>
  code(
    await work.then(
      () => ({ code: 'none' }),
      (error) => error,
    ),
  )

describe('embedded content store', () => {
  let dir: string
  let store: ContentStore
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'daedal-content-'))
    store = await openEmbeddedContent(dir)
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  const fileOf = (cid: string): string => {
    const hex = Buffer.from(CID.parse(cid).multihash.digest).toString('hex')
    return path.join(dir, 'blocks', hex.slice(0, 2), hex)
  }

  it('makes the CIDs that IPFS makes, and gives the bytes back', async () => {
    const files = golden(3 * 1024 * 1024 + 5)
    const stored = await store.putDirectory(files)
    expect(stored.cid).toBe(GOLDEN_CID)
    expect(stored.files.map(({ path: name, bytes }) => [name, bytes])).toEqual(files.map(({ path: name, bytes }) => [name, bytes.length]))
    const again = await openEmbeddedContent(dir)
    for (const { path: name, bytes } of files) expect(Buffer.compare(await again.readAll(stored.cid, name), bytes)).toBe(0)
    expect(await store.cidOf(files[1]?.bytes as Uint8Array)).toBe(stored.files[1]?.cid)
    expect(await again.stat(stored.cid)).toMatchObject({
      type: 'directory',
      links: [{ name: 'asset.bin' }, { name: 'metadata.json' }, { name: 'provenance.json' }],
    })
  })

  it('keeps a tree of more files than a folder may have entries, and refuses such a folder by name', async () => {
    const many = (folder: string, count: number) =>
      Array.from({ length: count }, (_, i) => ({ path: `${folder}${i}.txt`, bytes: Buffer.from(String(i)) }))
    const { cid, files } = await store.putDirectory([...many('a/', 600), ...many('b/c/', 600)])
    expect(files).toHaveLength(1_200)
    expect(Buffer.from(await store.readAll(cid, 'b/c/599.txt')).toString()).toBe('599')
    await expect(store.putDirectory(many('b/c/', 1_001))).rejects.toMatchObject({
      code: 'CONTENT_TOO_LARGE',
      message: 'A folder holds at most 1000 entries, "b/c" 1001.',
    })
    await expect(store.putDirectory(many('', 1_001))).rejects.toThrow('this one 1001')
    const trees = Array.from({ length: 6 }, (_, i) => many(`${i}/`, 900)).flat()
    await expect(store.putDirectory(trees)).rejects.toThrow('A tree holds at most 5000 files, this one 5400.')
  })

  it('reads any range across block borders', async () => {
    const bytes = keyStream(2 * 1024 * 1024 + 777)
    const { cid } = await store.putFile(bytes)
    for (const [offset, length] of [
      [0, 1],
      [1024 * 1024 - 3, 7],
      [2 * 1024 * 1024, 777],
      [5, 2 * 1024 * 1024],
      [9, 0],
    ] as const) {
      const parts: Uint8Array[] = []
      for await (const part of store.read(cid, '', { offset, length })) parts.push(part)
      expect(Buffer.compare(Buffer.concat(parts), bytes.subarray(offset, offset + length))).toBe(0)
    }
    await expect(store.read(cid, '', { offset: bytes.length, length: 1 })[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'CONTENT_RANGE_INVALID',
    })
    expect(await failure(store.readAll(cid, '', 1000))).toBe('CONTENT_TOO_LARGE')
  })

  it('never gives a damaged block out, and heals when the content is stored again', async () => {
    const bytes = randomBytes(5_000)
    const { cid } = await store.putFile(bytes)
    const damaged = Buffer.from(bytes)
    damaged[2_500] = (damaged[2_500] as number) ^ 1
    await writeFile(fileOf(cid), damaged)
    const fresh = await openEmbeddedContent(dir)
    expect(await failure(fresh.readAll(cid))).toBe('CONTENT_CORRUPT')
    await fresh.putFile(bytes)
    expect(Buffer.compare(await fresh.readAll(cid), bytes)).toBe(0)
  })

  it('stores one block once when many ask at the same time, and leaves no drafts', async () => {
    const bytes = randomBytes(10_000)
    const cids = await Promise.all(Array.from({ length: 50 }, () => store.putFile(bytes)))
    expect(new Set(cids.map(({ cid }) => cid)).size).toBe(1)
    await store.check()
    expect(await readdir(path.join(dir, 'blocks', 'tmp'))).toEqual([])
  })

  it('sweeps drafts of killed writers, not those of running ones', async () => {
    const old = path.join(dir, 'blocks', 'tmp', 'dead.1.1')
    await writeFile(old, 'half a block')
    await utimes(old, new Date(0), new Date(0))
    await writeFile(path.join(dir, 'blocks', 'tmp', 'alive.2.2'), 'half a block')
    await openEmbeddedContent(dir)
    expect(await readdir(path.join(dir, 'blocks', 'tmp'))).toEqual(['alive.2.2'])
  })

  it('exports a folder as a CAR whose blocks all match their CIDs', async () => {
    const { cid } = await store.putDirectory(golden(1024 * 1024 * 2))
    const parts: Uint8Array[] = []
    for await (const part of store.car(cid)) parts.push(part)
    const reader = await CarReader.fromBytes(Buffer.concat(parts))
    expect((await reader.getRoots()).map(String)).toEqual([cid])
    let count = 0
    for await (const block of reader.blocks()) {
      expect(matches(CID.parse(block.cid.toString()), block.bytes)).toBe(true)
      if (count++ === 0) expect(block.cid.toString()).toBe(cid)
    }
    expect(count).toBe(6)
  })

  it('ends a CAR with the failure when a block is missing', async () => {
    const { cid, files } = await store.putDirectory(golden(100))
    await rm(fileOf(files[2]?.cid as string))
    const fresh = await openEmbeddedContent(dir)
    expect(
      await failure(
        (async () => {
          for await (const _ of fresh.car(cid));
        })(),
      ),
    ).toBe('CONTENT_NOT_FOUND')
  })

  it('refuses what is no CID, another hash, paths that climb and folders with such names', async () => {
    const { cid } = await store.putDirectory(golden(10))
    expect(await failure(store.readAll('nonsense'))).toBe('CONTENT_CID_MALFORMED')
    expect(await failure(store.readAll('x'.repeat(1_000)))).toBe('CONTENT_CID_MALFORMED')
    expect(await failure(store.readAll('QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG'))).toBe('CONTENT_CID_UNSUPPORTED')
    for (const name of [
      '..',
      '../x',
      'a/../b',
      '/asset.bin',
      'asset.bin/',
      './asset.bin',
      'a\0b',
      'a\\b',
      'x'.repeat(256),
      Array(17).fill('d').join('/'),
    ]) {
      expect(await failure(store.readAll(cid, name)), name).toBe('CONTENT_PATH_INVALID')
      expect(await failure(store.putDirectory([{ path: name, bytes: Buffer.from('x') }])), name).toBe('CONTENT_PATH_INVALID')
    }
    const twice = { path: 'a', bytes: Buffer.from('x') }
    expect(await failure(store.putDirectory([twice, twice]))).toBe('CONTENT_PATH_INVALID')
    expect(await failure(store.readAll(cid, 'missing.png'))).toBe('CONTENT_NOT_FOUND')
    expect(await failure(store.readAll(cid, 'asset.bin/below'))).toBe('CONTENT_NOT_FOUND')
    expect(await failure(store.readAll(cid))).toBe('CONTENT_NOT_FOUND')
    expect(await store.stat(cid, 'missing.png')).toBeNull()
    expect(await readFile(fileOf(cid))).toBeTruthy()
  })
})
