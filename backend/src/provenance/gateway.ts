import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { AppError } from '../errors.ts'
import { isActive, typeOfBytes, typeOfName } from './media-types.ts'
import type { ContentStat, ContentStore } from './ports.ts'
import { readRange } from './read-range.ts'

export type GatewayDeps = { content: ContentStore; requestsPerMinute: number }

/** What was uploaded must not run: no scripts, no frames, an origin of its own. */
const CONTENT_POLICY = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox"

const SNIFFED_BYTES = 64

/** Content by CID: `/ipfs/<cid>[/path]`, as file, folder list, raw block (`?format=raw`) or CAR (`?format=car`). */
export const gatewayRoutes =
  ({ content, requestsPerMinute }: GatewayDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    app.route({
      method: ['GET', 'HEAD'],
      url: '/ipfs/*',
      exposeHeadRoute: false,
      config: { rateLimit: { max: requestsPerMinute, groupId: 'gateway' } },
      compress: false,
      schema: {
        tags: ['provenance'],
        summary: 'Content by CID and path: a file, a folder list, a raw block or a CAR',
        querystring: Type.Object({ format: Type.Optional(Type.String({ maxLength: 16, description: 'raw or car' })) }),
      },
      handler: (request, reply) => answer(content, request, reply),
    })
  }

async function answer(content: ContentStore, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { cid: root, names } = readAddress(request.raw.url ?? '')
  const path = names.join('/')
  const found = await content.stat(root, path)
  if (!found) throw new AppError('CONTENT_NOT_FOUND', `There is nothing at /ipfs/${[root, ...names].join('/')}.`)
  const format = readFormat(request)
  const etag = `"${found.cid}${format ? `.${format}` : ''}"`
  if (matchesEtag(request.headers['if-none-match'], etag)) {
    contentHeaders(reply, root, names, found, etag)
    return reply.code(304).send()
  }
  const headers = () => contentHeaders(reply, root, names, found, etag)
  if (format === 'raw') {
    const block = await content.block(found.cid)
    headers()
    reply.type('application/vnd.ipld.raw').header('content-disposition', `attachment; filename="${found.cid}.bin"`)
    return reply.header('content-length', block.length).send(request.method === 'HEAD' ? undefined : Buffer.from(block))
  }
  if (format === 'car') {
    const body = request.method === 'HEAD' ? undefined : await begun(content.car(found.cid))
    headers()
    reply.type('application/vnd.ipld.car; version=1; order=dfs; dups=n')
    return reply.header('content-disposition', `attachment; filename="${found.cid}.car"`).send(body)
  }
  if (found.type === 'directory') {
    headers()
    return reply.type('application/json').send(JSON.stringify({ cid: found.cid, links: found.links }))
  }
  return sendFile({ content, request, reply, found, etag, name: names.at(-1) ?? '', headers })
}

type FileAnswer = {
  content: ContentStore
  request: FastifyRequest
  reply: FastifyReply
  found: ContentStat
  etag: string
  name: string
  headers: () => void
}

async function sendFile({ content, request, reply, found, etag, name, headers }: FileAnswer): Promise<FastifyReply> {
  const type = typeOfName(name) ?? typeOfBytes(await firstBytes(content, found))
  const condition = request.headers['if-range']
  const range = condition === undefined || condition === etag ? readRange(request.headers.range, found.size) : null
  if (range === 'outside') {
    reply.header('content-range', `bytes */${found.size}`)
    throw new AppError('CONTENT_RANGE_INVALID', `The range ${request.headers.range} lies outside of ${found.size} bytes.`)
  }
  const part = range ?? { offset: 0, length: found.size }
  const body = request.method === 'HEAD' || part.length === 0 ? undefined : await begun(content.read(found.cid, '', part))
  headers()
  reply.type(type).header('accept-ranges', 'bytes').header('content-length', part.length)
  if (isActive(type)) reply.header('content-disposition', 'attachment')
  if (range) reply.code(206).header('content-range', `bytes ${part.offset}-${part.offset + part.length - 1}/${found.size}`)
  return reply.send(body)
}

/**
 * CID and names of a request's address, from the bytes as they were sent: each name is decoded by itself, so that an encoded
 * slash or `..` cannot become a path.
 */
function readAddress(url: string): { cid: string; names: string[] } {
  const path = (url.split(/[?#]/, 1)[0] ?? '').replace(/^\/ipfs\//, '').replace(/\/$/, '')
  const [cid = '', ...names] = path.split('/').map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      throw new AppError('CONTENT_PATH_INVALID', `${JSON.stringify(part.slice(0, 80))} is not percent-encoded text.`)
    }
  })
  return { cid, names }
}

function readFormat(request: FastifyRequest): 'raw' | 'car' | null {
  const { format } = request.query as { format?: string }
  const accept = request.headers.accept ?? ''
  const asked = format ?? (accept.includes('application/vnd.ipld.car') ? 'car' : accept.includes('application/vnd.ipld.raw') ? 'raw' : null)
  if (asked === null || asked === 'raw' || asked === 'car') return asked
  throw new AppError('CONTENT_FORMAT_UNKNOWN', `The format ${JSON.stringify(asked)} is not raw or car.`)
}

const matchesEtag = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(/,\s*/).some((item) => item === '*' || item.replace(/^W\//, '') === etag)

function contentHeaders(reply: FastifyReply, root: string, names: readonly string[], found: ContentStat, etag: string): void {
  reply.headers({
    etag,
    'cache-control': 'public, max-age=29030400, immutable',
    'x-content-type-options': 'nosniff',
    'x-ipfs-path': `/ipfs/${[root, ...names].map(encodeURIComponent).join('/')}`,
    'x-ipfs-roots': root === found.cid ? root : `${root},${found.cid}`,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, content-range, content-length, accept-ranges, x-ipfs-path, x-ipfs-roots',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': CONTENT_POLICY,
    'referrer-policy': 'no-referrer',
    vary: 'accept',
  })
}

async function firstBytes(content: ContentStore, { cid, size }: ContentStat): Promise<Uint8Array> {
  for await (const bytes of content.read(cid, '', { offset: 0, length: Math.min(SNIFFED_BYTES, size) })) return bytes
  return new Uint8Array()
}

/** A stream whose first bytes were read already: what fails at once fails as an answer, not as a broken stream. */
async function begun(bytes: AsyncIterable<Uint8Array>): Promise<Readable> {
  const iterator = bytes[Symbol.asyncIterator]()
  const first = await iterator.next()
  const all = async function* () {
    if (!first.done) yield first.value
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return Readable.from(all(), { objectMode: false })
}
