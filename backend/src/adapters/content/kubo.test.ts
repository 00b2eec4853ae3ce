import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CarReader } from '@ipld/car'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContentStore } from '../../provenance/ports.ts'
import { openKuboContent } from './kubo.ts'

/** How the node answers an import. */
type Mood = 'well' | 'cut' | 'other-root' | 'pin-error' | 'full' | 'no-json'

/** The part of a Kubo node's RPC that the store uses, over HTTP, with blocks in memory. */
class KuboNode {
  readonly blocks = new Map<string, Uint8Array>()
  readonly asked: string[] = []
  mood: Mood = 'well'
  readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      this.asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim())
      const url = new URL(request.url ?? '/', 'http://node')
      if (url.pathname === '/api/v0/version') response.end('{"Version":"0.40.0"}')
      else if (url.pathname === '/api/v0/block/get') this.give(url.searchParams.get('arg') ?? '', response)
      else if (url.pathname === '/api/v0/dag/import')
        this.take(Buffer.concat(chunks)).then(
          (text) => {
            response.statusCode = this.mood === 'full' ? 500 : 200
            response.end(text)
          },
          (error: Error) => response.destroy(error),
        )
      else response.writeHead(404).end()
    })
  })

  private give(cid: string, response: import('node:http').ServerResponse): void {
    const bytes = this.blocks.get(cid)
    if (bytes) response.end(bytes)
    else response.writeHead(500).end('{"Message":"block was not found locally (offline): ipld: could not find"}')
  }

  private async take(body: Buffer): Promise<string> {
    if (this.mood === 'full') return '{"Message":"write: no space left on device","Code":0}'
    if (this.mood === 'no-json') return '<html>proxy</html>'
    const start = body.indexOf('\r\n\r\n') + 4
    const reader = await CarReader.fromBytes(body.subarray(start, body.lastIndexOf('\r\n--')))
    const [root] = await reader.getRoots()
    let count = 0
    let size = 0
    for await (const { cid, bytes } of reader.blocks()) {
      this.blocks.set(cid.toString(), bytes)
      count += 1
      size += bytes.length
    }
    const named = this.mood === 'other-root' ? 'bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy' : String(root)
    const line = { Root: { Cid: { '/': named }, PinErrorMsg: this.mood === 'pin-error' ? 'block is missing' : '' } }
    const stats = { Stats: { BlockCount: count, BlockBytesCount: size } }
    return this.mood === 'cut' ? `${JSON.stringify(line)}\n` : `${JSON.stringify(line)}\n${JSON.stringify(stats)}\n`
  }
}

const files = [
  { path: 'asset.bin', bytes: new Uint8Array(600_000).map((_, at) => (at * 7919) % 251) },
  { path: 'metadata.json', bytes: new TextEncoder().encode('{"name":"parity"}') },
]

describe('content in a Kubo node', () => {
  let node: KuboNode
  let store: ContentStore
  beforeEach(async () => {
    node = new KuboNode()
    await new Promise<void>((resolve) => node.server.listen(0, '127.0.0.1', resolve))
    store = openKuboContent(`http://name:word@127.0.0.1:${(node.server.address() as AddressInfo).port}`)
  })
  afterEach(async () => {
    node.server.closeAllConnections()
    await new Promise((resolve) => node.server.close(resolve))
  })

  it('sends a folder as one CAR whose root is the one made here, and reads it back', async () => {
    const stored = await store.putDirectory(files)
    expect(node.blocks.has(stored.cid)).toBe(true)
    const again = openKuboContent(`http://127.0.0.1:${(node.server.address() as AddressInfo).port}/`)
    for (const { path, bytes } of files) expect(Buffer.compare(await again.readAll(stored.cid, path), bytes)).toBe(0)
    expect(node.asked[0]).toBe(`POST /api/v0/dag/import?pin-roots=true&stats=true Basic ${Buffer.from('name:word').toString('base64')}`)
    await store.check()
  })

  it.each([
    ['cut', 'CONTENT_STORE_UNAVAILABLE'],
    ['other-root', 'CONTENT_STORE_UNAVAILABLE'],
    ['pin-error', 'CONTENT_STORE_UNAVAILABLE'],
    ['no-json', 'CONTENT_STORE_UNAVAILABLE'],
    ['full', 'CONTENT_STORE_FULL'],
  ] as const)('does not take an answer that is %s for success', async (mood, code) => {
    node.mood = mood
    await expect(store.putDirectory(files)).rejects.toMatchObject({ code })
  })

  it('never gives bytes that do not match their hash, and says when a block is not there', async () => {
    const stored = await store.putFile(files[0]!.bytes)
    const fresh = () => openKuboContent(`http://127.0.0.1:${(node.server.address() as AddressInfo).port}`)
    for (const [cid, bytes] of node.blocks)
      node.blocks.set(
        cid,
        bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)),
      )
    await expect(fresh().readAll(stored.cid)).rejects.toMatchObject({ code: 'CONTENT_CORRUPT' })
    node.blocks.clear()
    await expect(fresh().readAll(stored.cid)).rejects.toMatchObject({ code: 'CONTENT_NOT_FOUND' })
  })

  it('says when no node answers', async () => {
    const lost = openKuboContent('http://127.0.0.1:9')
    await expect(lost.putFile(files[1]!.bytes)).rejects.toMatchObject({ code: 'CONTENT_STORE_UNAVAILABLE' })
    await expect(lost.check()).rejects.toMatchObject({ code: 'CONTENT_STORE_UNAVAILABLE' })
  })
})
