import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { AppError } from '../errors.ts'

export type RpcProxyDeps = {
  /** JSON-RPC address of the local chain. */
  upstream: string
  /** Pages poll the chain by POST; these are reads to us. */
  requestsPerMinute: number
}

const BATCH_LIMIT = 50
const TIMEOUT_MS = 15_000

/** What pages need of a chain: reading, and sending what a wallet signed. */
const open = new Set([
  'eth_blockNumber',
  'eth_call',
  'eth_chainId',
  'eth_estimateGas',
  'eth_feeHistory',
  'eth_gasPrice',
  'eth_getBalance',
  'eth_getBlockByHash',
  'eth_getBlockByNumber',
  'eth_getCode',
  'eth_getLogs',
  'eth_getStorageAt',
  'eth_getTransactionByHash',
  'eth_getTransactionCount',
  'eth_getTransactionReceipt',
  'eth_maxPriorityFeePerGas',
  'eth_sendRawTransaction',
  'eth_syncing',
  'net_version',
  'web3_clientVersion',
])

const RpcCall = Type.Object(
  {
    jsonrpc: Type.Literal('2.0'),
    id: Type.Optional(Type.Union([Type.String({ maxLength: 64 }), Type.Number(), Type.Null()])),
    method: Type.String({ minLength: 1, maxLength: 64 }),
    params: Type.Optional(Type.Array(Type.Unknown(), { maxItems: 16 })),
  },
  { additionalProperties: false },
)
type RpcCall = Type.Static<typeof RpcCall>
const RpcBody = Type.Union([RpcCall, Type.Array(RpcCall, { minItems: 1, maxItems: BATCH_LIMIT })])

type RpcAnswer = { jsonrpc: '2.0'; id: unknown; result?: unknown; error?: { code: number; message: string } }

/** `POST /rpc`: the local chain for pages of this site, without another port or origin. Only a list of methods is passed on. */
export const rpcProxyRoutes =
  ({ upstream, requestsPerMinute }: RpcProxyDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    app.post(
      '/rpc',
      {
        schema: { tags: ['service'], summary: 'JSON-RPC of the local chain: reads and signed transactions', body: RpcBody },
        config: { rateLimit: { max: requestsPerMinute, groupId: 'rpc' } },
      },
      async (request, reply) => {
        const body = request.body as RpcCall | RpcCall[]
        const calls = Array.isArray(body) ? body : [body]
        const answers = await forward(
          upstream,
          calls.flatMap((call, id) => (open.has(call.method) ? [{ ...call, id }] : [])),
        )
        const all = calls.map(
          (call, at): RpcAnswer => (open.has(call.method) ? { ...(answers.get(at) ?? unanswered), id: call.id ?? null } : closed(call)),
        )
        return reply.header('cache-control', 'no-store').send(Array.isArray(body) ? all : all[0])
      },
    )
  }

/** The node's answers by the calls' ids, which are their places here. */
async function forward(upstream: string, calls: RpcCall[]): Promise<Map<unknown, RpcAnswer>> {
  if (calls.length === 0) return new Map()
  try {
    const response = await fetch(upstream, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(calls),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answers = (await response.json()) as RpcAnswer | RpcAnswer[]
    if (Array.isArray(answers)) return new Map(answers.map((answer) => [answer.id, answer]))
    throw new Error(answers.error?.message ?? `status ${response.status}`)
  } catch (cause) {
    throw new AppError('CHAIN_UNAVAILABLE', `The chain node did not answer: ${(cause as Error).message}.`, { cause, retryAfter: 2 })
  }
}

const closed = ({ id, method }: RpcCall): RpcAnswer => ({
  jsonrpc: '2.0',
  id: id ?? null,
  error: { code: -32601, message: `CHAIN_METHOD_CLOSED: ${method} is not open here.` },
})

const unanswered: RpcAnswer = {
  jsonrpc: '2.0',
  id: null,
  error: { code: -32603, message: 'CHAIN_UNAVAILABLE: the node did not answer this call.' },
}
