/** One JSON-RPC call. Throws with the chain's own sentence. */
export async function ask<T>(rpc: string, method: string, params: unknown[] = []): Promise<T> {
  const response = await fetch(rpc, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(20_000),
  }).catch((cause: unknown) => {
    throw new Error(`The chain at ${new URL(rpc).origin} does not answer.`, { cause })
  })
  const { result, error } = (await response.json()) as { result?: T; error?: { message: string } }
  if (error) throw new Error(`${method}: ${error.message}`)
  return result as T
}

/** The code at an address, `0x` when there is none. */
export const codeAt = (rpc: string, address: string) => ask<`0x${string}`>(rpc, 'eth_getCode', [address, 'latest'])
