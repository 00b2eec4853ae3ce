import { createPublicClient, defineChain, fallback, http, type PublicClient } from 'viem'

const TIMEOUT_MS = 5_000
/** Calls of one moment that travel in one request. */
const CALLS_AT_ONCE = 50

/** A client of the chain behind one or several JSON-RPC addresses; when one does not answer, the next is asked. */
export function createChainClient({ urls, chainId, name }: { urls: readonly string[]; chainId: number; name: string }): PublicClient {
  const transports = urls.map((url) => http(url, { timeout: TIMEOUT_MS, retryCount: 0, batch: { batchSize: CALLS_AT_ONCE } }))
  const [first] = transports
  if (!first) throw new TypeError('a chain client needs an address')
  const chain = defineChain({
    id: chainId,
    name,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [...urls] } },
  })
  return createPublicClient({
    chain,
    transport: transports.length > 1 ? fallback(transports, { retryCount: 0 }) : first,
    pollingInterval: 500,
  })
}
