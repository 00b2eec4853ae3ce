import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import type { ContentStore } from '../../backend/src/provenance/ports.ts'

export type GatewayOptions = {
  content: ContentStore
  /** JSON by path, for what a service answers beside its gateway. */
  answers?: Record<string, unknown>
  /** What becomes of a CAR on its way. */
  tamper?: (bytes: Uint8Array) => Uint8Array
}

/** A server that gives CARs out of a content store, and a few fixed answers. */
export async function startGateway({ content, answers = {}, tamper }: GatewayOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const at = decodeURIComponent(url.pathname)
    const known = answers[`${at}${url.search}`] ?? answers[at]
    if (known !== undefined) return void response.setHeader('content-type', 'application/json').end(JSON.stringify(known))
    const cid = /^\/ipfs\/([a-z0-9]+)$/.exec(at)?.[1]
    const found = cid !== undefined && url.searchParams.get('format') === 'car' && (await content.stat(cid).catch(() => null))
    if (!cid || !found) return void response.writeHead(404).end()
    if (!tamper) return void (await pipeline(content.car(cid), response))
    const parts: Uint8Array[] = []
    for await (const part of content.car(cid)) parts.push(part)
    response.end(tamper(new Uint8Array(Buffer.concat(parts))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
