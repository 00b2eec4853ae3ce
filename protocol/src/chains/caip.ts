import { type Address, getAddress } from 'viem'

/** CAIP-2 chain id: `eip155:31337`. */
export const chainRef = (chainId: number): string => `eip155:${chainId}`

/** CAIP-10 account id: `eip155:31337:0x…`. */
export const accountRef = (chainId: number, address: Address): string => `eip155:${chainId}:${getAddress(address)}`

/** The creator's decentralised identifier in records: `did:pkh:eip155:31337:0x…` (checksummed). */
export const accountDid = (chainId: number, address: Address): string => `did:pkh:${accountRef(chainId, address)}`

/** Standards of tokens: one of a kind, or with units. */
export const tokenStandards = ['erc721', 'erc1155'] as const
export type TokenStandard = (typeof tokenStandards)[number]

/** CAIP-19 asset id: `eip155:31337/erc721:0x…/123`, or `erc1155` for a token that has units. */
export const assetRef = (chainId: number, collection: Address, tokenId: bigint, standard: TokenStandard = 'erc721'): string =>
  `eip155:${chainId}/${standard}:${getAddress(collection)}/${tokenId}`

/** The parts of a CAIP-19 ERC-721 asset id. */
export type AssetKey = { chainId: number; collection: Address; tokenId: bigint }

const tokenPattern = /^eip155:([1-9][0-9]{0,15})\/(erc721|erc1155):(0x[0-9a-fA-F]{40})\/(0|[1-9][0-9]{0,77})$/

/** The parts of a CAIP-19 id of a token of either standard. */
export type TokenKey = AssetKey & { standard: TokenStandard }

/** Reads a CAIP-19 id of a token of either standard; null when it is not one. */
export function parseTokenRef(text: string): TokenKey | null {
  const match = tokenPattern.exec(text)
  if (!match) return null
  const [, chainId, standard, collection, tokenId] = match as unknown as [string, string, TokenStandard, string, string]
  const id = BigInt(tokenId)
  if (id >= 1n << 256n) return null
  return { chainId: Number(chainId), collection: getAddress(collection.toLowerCase()), tokenId: id, standard }
}

/** Reads a CAIP-19 ERC-721 id; null when it is not one. */
export function parseAssetRef(text: string): AssetKey | null {
  const found = parseTokenRef(text)
  if (found?.standard !== 'erc721') return null
  const { standard: _, ...key } = found
  return key
}

/** Reads a `did:pkh:eip155:…` identifier; null when it is not one. */
export function parseAccountDid(text: string): { chainId: number; address: Address } | null {
  const match = /^did:pkh:eip155:([1-9][0-9]{0,15}):(0x[0-9a-fA-F]{40})$/.exec(text)
  return match ? { chainId: Number(match[1]), address: getAddress((match[2] as string).toLowerCase()) } : null
}
