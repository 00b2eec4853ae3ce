import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Chain, RpcError } from './chain.ts'

const BODY_LIMIT = 2 * 1024 * 1024
const BATCH_LIMIT = 100
const CALLS_AT_ONCE = 64

type Call = { id: unknown; method: string; params: unknown[] }
type Answer = { jsonrpc: '2.0'; id: unknown; result?: unknown; error?: { code: number; message: string; data?: unknown } }

/** JSON-RPC 2.0 over HTTP POST, single and batch, for programs of this machine only. */
export function createFront(chain: Pick<Chain, 'request'>): Server {
  let running = 0
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 60_000 }, (request, response) => {
    const refusal = refuse(request)
    if (refusal) {
      response.writeHead(refusal.status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${refusal.sentence}\n`)
      request.resume()
      return
    }
    if (running >= CALLS_AT_ONCE) return respond(response, 503, failure(null, -32005, 'The node is busy.'))
    running++
    void handle(request, response).finally(() => {
      running--
    })
  })
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body = await readBody(request)
      if (body === null) return respond(response, 413, failure(null, -32600, `The body is larger than ${BODY_LIMIT} bytes.`))
      const { status, answer } = await answerBody(chain, body)
      respond(response, status, answer)
    } catch (error) {
      // The connection broke while the body was read: nobody is left to answer.
      if (!response.destroyed && !response.headersSent) respond(response, 400, failure(null, -32600, (error as Error).message))
    }
  }
  return server
}

/** Pages of other sites must not reach the node through a browser of this machine. */
function refuse(request: IncomingMessage): { status: number; sentence: string } | null {
  if (request.method !== 'POST') return { status: 405, sentence: 'JSON-RPC is answered to POST only.' }
  if (!isLoopback(request.headers.host ?? '')) return { status: 403, sentence: 'The Host header does not name this machine.' }
  const origin = request.headers.origin
  if (origin !== undefined && !isLoopback(origin.replace(/^https?:\/\//, '')))
    return { status: 403, sentence: 'This origin is not served.' }
  return null
}

const isLoopback = (host: string): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)

async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) {
    request.resume()
    return null
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_LIMIT) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Calls of a batch run one after the other, in order. */
async function answerBody(chain: Pick<Chain, 'request'>, body: string): Promise<{ status: number; answer: Answer | Answer[] | null }> {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return { status: 400, answer: failure(null, -32700, 'The body is not JSON.') }
  }
  if (!Array.isArray(value)) return { status: 200, answer: await answerCall(chain, value) }
  if (value.length === 0 || value.length > BATCH_LIMIT)
    return { status: 400, answer: failure(null, -32600, `A batch has 1 to ${BATCH_LIMIT} calls, this one ${value.length}.`) }
  const answers: Answer[] = []
  for (const item of value) {
    const answer = await answerCall(chain, item)
    if (answer) answers.push(answer)
  }
  return { status: 200, answer: answers.length > 0 ? answers : null }
}

async function answerCall(chain: Pick<Chain, 'request'>, value: unknown): Promise<Answer | null> {
  const call = readCall(value)
  if (!call) return failure(null, -32600, 'This is not a JSON-RPC 2.0 call.')
  try {
    const result = await chain.request(call.method, call.params)
    return call.id === undefined ? null : { jsonrpc: '2.0', id: call.id, result: result ?? null }
  } catch (error) {
    if (call.id === undefined) return null
    const { code, message, data } = error instanceof RpcError ? error : new RpcError(-32603, (error as Error).message)
    return failure(call.id, code, message, data)
  }
}

function readCall(value: unknown): Call | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, method, params = [] } = value as { id?: unknown; method?: unknown; params?: unknown }
  if (typeof method !== 'string' || !Array.isArray(params)) return null
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number') return null
  return { id, method, params }
}

const failure = (id: unknown, code: number, message: string, data?: unknown): Answer => ({
  jsonrpc: '2.0',
  id,
  error: { code, message, ...(data === undefined || data === null ? {} : { data }) },
})

function respond(response: ServerResponse, status: number, answer: Answer | Answer[] | null): void {
  if (answer === null) {
    response.writeHead(204).end()
    return
  }
  const body = JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
}
