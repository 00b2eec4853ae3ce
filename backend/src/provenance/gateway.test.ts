import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CarReader } from '@ipld/car'
import type { FastifyInstance } from 'fastify'
import { CID } from 'multiformats/cid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matches } from '../adapters/content/blocks.ts'
import { openEmbeddedContent } from '../adapters/content/embedded.ts'
import { startTestDatabase, type TestDatabase } from '../adapters/database/testing.ts'
import { buildTestApp } from '../plugins/testing.ts'
import type { StoredDirectory } from './ports.ts'

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(2_500_000)])

const glb = Buffer.concat([Buffer.from('glTF'), randomBytes(64)])

describe('gateway', () => {
  let database: TestDatabase
  let dir: string
  let app: FastifyInstance
  let stored: StoredDirectory
  beforeAll(async () => {
    database = await startTestDatabase()
    dir = await mkdtemp(path.join(tmpdir(), 'daedal-gateway-'))
    const content = await openEmbeddedContent(dir)
    stored = await content.putDirectory([
      { path: 'asset.png', bytes: png },
      { path: 'metadata.json', bytes: Buffer.from('{"name":"x"}') },
      { path: 'evil.svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') },
      { path: 'evil.html', bytes: Buffer.from('<script>alert(1)</script>') },
      { path: 'no-extension', bytes: Buffer.from('<html><script>alert(1)</script>') },
      { path: 'asset.glb', bytes: glb },
      { path: 'avatar.vrm', bytes: glb },
      { path: 'empty.txt', bytes: Buffer.alloc(0) },
      { path: 'sub/ä %2F ü.txt', bytes: Buffer.from('deep') },
    ])
    app = await buildTestApp(database, dir)
    await app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => {
    await app.close()
    await database.stop()
    await rm(dir, { recursive: true, force: true })
  })

  const cidOf = (name: string): string => stored.files.find((file) => file.path === name)?.cid as string
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })

  it('serves a file by folder and path with its CID as ETag, for ever, without letting it run', async () => {
    const reply = await get(`/ipfs/${stored.cid}/asset.png`)
    expect(reply.statusCode).toBe(200)
    expect(Buffer.compare(reply.rawPayload, png)).toBe(0)
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      etag: `"${cidOf('asset.png')}"`,
      'cache-control': 'public, max-age=29030400, immutable',
      'x-content-type-options': 'nosniff',
      'x-ipfs-roots': `${stored.cid},${cidOf('asset.png')}`,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(reply.headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox$/)
    expect((await get(`/ipfs/${cidOf('asset.png')}`)).headers['content-type']).toBe('image/png')
  })

  it('answers HEAD and If-None-Match without a body', async () => {
    const head = await app.inject({ method: 'HEAD', url: `/ipfs/${stored.cid}/asset.png` })
    expect([head.statusCode, head.headers['content-length'], head.payload]).toEqual([200, String(png.length), ''])
    const etag = `"${cidOf('asset.png')}"`
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect((await get(`/ipfs/${stored.cid}/asset.png`, { 'if-none-match': header })).statusCode).toBe(304)
    expect((await get(`/ipfs/${stored.cid}/asset.png`, { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  it('serves ranges, ignores what is no single range, refuses what lies outside', async () => {
    const url = `/ipfs/${stored.cid}/asset.png`
    for (const [range, from, to] of [
      ['bytes=0-0', 0, 0],
      ['bytes=1048570-1048590', 1_048_570, 1_048_590],
      ['bytes=-7', png.length - 7, png.length - 1],
      ['bytes=2500000-', 2_500_000, png.length - 1],
      ['bytes=5-99999999999', 5, png.length - 1],
    ] as const) {
      const reply = await get(url, { range })
      expect([reply.statusCode, reply.headers['content-range']]).toEqual([206, `bytes ${from}-${to}/${png.length}`])
      expect(Buffer.compare(reply.rawPayload, png.subarray(from, to + 1))).toBe(0)
    }
    for (const range of ['bytes=0-1,5-6', 'lines=1-2', 'bytes=-', 'bytes=9-3', 'bytes=0-1x'])
      expect((await get(url, { range })).statusCode).toBe(200)
    expect((await get(url, { range: 'bytes=0-1', 'if-range': '"other"' })).statusCode).toBe(200)
    for (const range of [`bytes=${png.length}-`, 'bytes=-0']) {
      const reply = await get(url, { range })
      expect([reply.statusCode, reply.json().code, reply.headers['content-range']]).toEqual([
        416,
        'CONTENT_RANGE_INVALID',
        `bytes */${png.length}`,
      ])
    }
  })

  it('serves models as what they are, by name and by their first bytes', async () => {
    for (const url of [`/ipfs/${stored.cid}/asset.glb`, `/ipfs/${stored.cid}/avatar.vrm`, `/ipfs/${cidOf('avatar.vrm')}`]) {
      const { headers } = await get(url)
      expect(headers).toMatchObject({ 'content-type': 'model/gltf-binary', 'access-control-allow-origin': '*' })
      expect(headers['content-disposition']).toBeUndefined()
    }
  })

  it('hands documents and scripts over as attachments and never guesses text to be one', async () => {
    for (const name of ['evil.svg', 'evil.html']) {
      const { headers } = await get(`/ipfs/${stored.cid}/${name}`)
      expect(headers['content-disposition']).toBe('attachment')
      expect(headers['content-security-policy']).toContain('sandbox')
    }
    expect((await get(`/ipfs/${stored.cid}/no-extension`)).headers['content-type']).toBe('application/octet-stream')
    expect((await get(`/ipfs/${cidOf('evil.svg')}`)).headers['content-type']).toBe('application/octet-stream')
    expect((await get(`/ipfs/${stored.cid}/empty.txt`)).payload).toBe('')
  })

  it('gives folders as lists, blocks and CARs that can be checked', async () => {
    const list = (await get(`/ipfs/${stored.cid}/`)).json()
    expect(list.cid).toBe(stored.cid)
    expect(list.links.map(({ name }: { name: string }) => name)).toContain('asset.png')
    const raw = await get(`/ipfs/${stored.cid}`, { accept: 'application/vnd.ipld.raw' })
    expect(raw.headers['content-type']).toBe('application/vnd.ipld.raw')
    expect(matches(CID.parse(stored.cid), raw.rawPayload)).toBe(true)
    const car = await get(`/ipfs/${stored.cid}?format=car`)
    expect(car.headers['content-type']).toContain('application/vnd.ipld.car; version=1')
    const reader = await CarReader.fromBytes(car.rawPayload)
    for await (const block of reader.blocks()) expect(matches(CID.parse(block.cid.toString()), block.bytes)).toBe(true)
    expect((await get(`/ipfs/${stored.cid}?format=tar`)).json().code).toBe('CONTENT_FORMAT_UNKNOWN')
  })

  it('names what is malformed, unsupported, missing or damaged, and caches none of it', async () => {
    const unknown = 'bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'
    for (const [url, status, code] of [
      ['/ipfs/', 400, 'CONTENT_CID_MALFORMED'],
      ['/ipfs/nonsense', 400, 'CONTENT_CID_MALFORMED'],
      ['/ipfs/QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG', 400, 'CONTENT_CID_UNSUPPORTED'],
      [`/ipfs/${unknown}`, 404, 'CONTENT_NOT_FOUND'],
      [`/ipfs/${stored.cid}/nothing`, 404, 'CONTENT_NOT_FOUND'],
      [`/ipfs/${stored.cid}/asset.png/below`, 404, 'CONTENT_NOT_FOUND'],
    ] as const) {
      const reply = await get(url)
      expect([reply.statusCode, reply.json().code], url).toEqual([status, code])
      expect(reply.headers['content-type']).toContain('application/problem+json')
      expect(reply.headers['cache-control']).toBeUndefined()
    }
    const { cid } = await (await openEmbeddedContent(dir)).putFile(Buffer.from('never read before it was damaged'))
    const hex = Buffer.from(CID.parse(cid).multihash.digest).toString('hex')
    await writeFile(path.join(dir, 'blocks', hex.slice(0, 2), hex), '{"name":"y"}')
    const reply = await get(`/ipfs/${cid}`)
    expect([reply.statusCode, reply.json().code]).toEqual([500, 'CONTENT_CORRUPT'])
  })

  it('cannot be climbed out of, whatever the bytes of the address', async () => {
    const { port } = app.server.address() as { port: number }
    const raw = (target: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.end(`GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`),
        )
        let text = ''
        socket.on('data', (chunk) => {
          text += chunk
        })
        socket.on('end', () => resolve(text))
        socket.on('error', reject)
      })
    for (const tail of [
      '../../../../etc/passwd',
      '..%2f..%2f..%2fetc%2fpasswd',
      '%2e%2e/%2e%2e/etc/passwd',
      'sub%2f..%2fmetadata.json',
      '%00',
      'a%5c..%5cb',
      './metadata.json',
      'sub//x',
      '%ff',
      '%',
      Array(20).fill('d').join('/'),
      'x'.repeat(300),
    ]) {
      const reply = await raw(`/ipfs/${stored.cid}/${tail}`)
      expect(reply, tail).toMatch(/^HTTP\/1\.1 400 /)
      expect(reply).not.toContain('root:')
    }
    expect(await raw('/ipfs/../../../../etc/passwd')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await raw(`/ipfs/${stored.cid}/sub/${encodeURIComponent('ä %2F ü.txt')}`)).toMatch(/^HTTP\/1\.1 200 [\s\S]*deep$/)
  })
})
