import { assetRef, parseTokenRef, type TokenKey } from '@daedal/protocol/chains/caip'
import { createClient } from '../client.ts'
import { UsageError } from './exit-codes.ts'

/** Reads an asset id: CAIP-19, or of an ERC-721 token shorter `<chain id>/<contract>/<token id>`. */
export function readAsset(text: string | undefined): { asset: TokenKey; id: string } {
  if (text === undefined) throw new UsageError('Which asset? Name it as eip155:<chain>/erc721:<contract>/<token id>.')
  const short = /^([0-9]+)\/(0x[0-9a-fA-F]{40})\/([0-9]+)$/.exec(text)
  const asset = parseTokenRef(short ? `eip155:${short[1]}/erc721:${short[2]}/${short[3]}` : text)
  if (!asset) throw new UsageError(`${JSON.stringify(text)} is not eip155:<chain>/erc721:<contract>/<token id>.`)
  return { asset, id: assetRef(asset.chainId, asset.collection, asset.tokenId, asset.standard) }
}

/** Reads an address of a service, without the slash at its end. */
export function readUrl(option: string, text: string): string {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? ''))
    throw new UsageError(`--${option} must be an http or https address, not ${JSON.stringify(text)}.`)
  return text.replace(/\/+$/, '')
}

/**
 * The RPC to ask: the one given, else the one that the gateway's own service names for this chain, else none. Whoever wants to
 * depend on nobody names their own.
 */
export async function findRpc(given: string | undefined, gateway: string | null, chainId: number): Promise<string | null> {
  if (given !== undefined) return readUrl('rpc', given)
  if (gateway === null) return null
  const config = await createClient({ baseUrl: gateway })
    .config()
    .catch(() => null) // a plain IPFS gateway knows no chain
  return config?.chain.id === chainId ? new URL(config.chain.rpcUrl, `${gateway}/`).href : null
}
