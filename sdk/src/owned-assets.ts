import type { OwnedAsset } from '@daedal/protocol/worlds/api'
import type { Client } from './client.ts'

export type OwnedAssetsOptions = {
  /** Passports a request. */
  pageSize?: number
  /** Wait until the service has seen this block, so that what was just bought is there. */
  minBlock?: number
  signal?: AbortSignal
}

/** Everything an account owns, page by page: what a world offers its player to bring in. Throws `ApiProblem`. */
export async function* ownedAssets(
  client: Pick<Client, 'accountAssets'>,
  account: string,
  { pageSize = 50, minBlock, signal }: OwnedAssetsOptions = {},
): AsyncGenerator<OwnedAsset> {
  let cursor: string | null = null
  do {
    const query = { limit: pageSize, ...(cursor !== null && { cursor }), ...(minBlock !== undefined && { minBlock }) }
    const { data, page }: Awaited<ReturnType<Client['accountAssets']>> = await client.accountAssets(
      account,
      query,
      signal ? { signal } : {},
    )
    yield* data
    // A service that hands out the same position again would never end.
    if (page.next === cursor) return
    cursor = page.next
  } while (cursor !== null)
}
