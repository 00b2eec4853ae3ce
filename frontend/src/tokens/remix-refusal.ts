import { generatedKinds } from '@daedal/protocol/generation/api'
import { allowsDerivatives } from '@daedal/protocol/generation/derivative-licences'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import type { TextKey } from '../lib/text/en.ts'
import { isSame } from '../wallet/account.ts'

type Remixable = Pick<AssetDetail, 'kind' | 'licence' | 'creator' | 'engine' | 'collection'>

/**
 * Why nothing can be made of an asset here by this account; null where something can. `house` is the collection that mints go to: only its
 * own tokens can be named as parents. The service has the last word.
 */
export function remixRefusal(asset: Remixable, { account, house }: { account: string | null; house: string | null }): TextKey | null {
  if (!(generatedKinds as readonly string[]).includes(asset.kind)) return 'remix.no.kind'
  if (asset.engine === null) return 'remix.no.engine'
  if (house !== null && !isSame(asset.collection, house)) return 'remix.no.elsewhere'
  return allowsDerivatives(asset.licence) || isSame(asset.creator, account) ? null : 'remix.no.licence'
}
