import type { PublicConfig } from '@daedal/protocol/accounts/api'
import { queryOptions } from '@tanstack/react-query'

/** Gas of a mint in the house collection: 104,695 as measured in docs/contracts.md, rounded up. The wallet asks for the exact figure. */
export const MINT_GAS = 105_000n

/** What the chain asks for a unit of gas, wei. Read without the wallet library. */
async function gasPrice(rpcUrl: string, signal: AbortSignal): Promise<bigint> {
  const response = await fetch(new URL(rpcUrl, location.origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_gasPrice', params: [] }),
    signal,
  })
  const { result } = (await response.json()) as { result?: unknown }
  if (!response.ok || typeof result !== 'string') throw new Error(`the chain's gas price could not be read: ${response.status}`)
  return BigInt(result)
}

/** What a mint costs now, wei; an estimate. */
export const mintCost = (config: PublicConfig | undefined) =>
  queryOptions({
    queryKey: ['market', 'mint-cost', config?.chain.rpcUrl],
    queryFn: async ({ signal }) => MINT_GAS * (await gasPrice(config?.chain.rpcUrl ?? '/rpc', signal)),
    enabled: config !== undefined,
    refetchInterval: 30_000,
  })
