import { assetRef, parseTokenRef } from '@daedal/protocol/chains/caip'
import { type EventQuery, eventTypes, RETRACTED } from '@daedal/protocol/worlds/events'
import { AppError } from '../errors.ts'

const known = new Set<string>(eventTypes.flatMap((type) => [type, `${type}${RETRACTED}`]))

/** A query as the log is read: ids as they are written there, types that exist. Throws REQUEST_INVALID, TOKENS_ASSET_ID_MALFORMED. */
export function readEventQuery(query: EventQuery): EventQuery {
  const { types, asset } = query
  const unknown = types?.split(',').find((type) => !known.has(type))
  if (unknown !== undefined)
    throw new AppError('REQUEST_INVALID', `There are no events of the type ${JSON.stringify(unknown.slice(0, 80))}.`)
  if (asset === undefined) return query
  const key = parseTokenRef(asset)
  if (!key) throw new AppError('TOKENS_ASSET_ID_MALFORMED', `${JSON.stringify(asset.slice(0, 200))} is not an asset id.`)
  return { ...query, asset: assetRef(key.chainId, key.collection, key.tokenId, key.standard) }
}
