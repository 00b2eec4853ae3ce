import { assetRef, parseTokenRef } from '@daedal/protocol/chains/caip'
import { AppError } from '../errors.ts'

/** An id as the index writes it (checksummed); null when the text is none. */
export function normalAssetId(text: string): string | null {
  const key = parseTokenRef(text)
  return key && assetRef(key.chainId, key.collection, key.tokenId, key.standard)
}

/** An id as the index writes it. Throws TOKENS_ASSET_ID_MALFORMED. */
export function readAssetId(text: string): string {
  const id = normalAssetId(text)
  if (id === null) throw new AppError('TOKENS_ASSET_ID_MALFORMED', `${JSON.stringify(text.slice(0, 200))} is not an asset id.`)
  return id
}
