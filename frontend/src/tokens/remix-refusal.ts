import { generatedKinds } from '@daedal/protocol/generation/api'
import { allowsDerivatives } from '@daedal/protocol/generation/derivative-licences'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import type { TextKey } from '../lib/text/en.ts'
import { isSame } from '../wallet/account.ts'

type Remixable = Pick<AssetDetail, 'kind' | 'licence' | 'creator' | 'engine'>

/** Why nothing can be made of an asset here by this account; null where something can. The service has the last word. */
export function remixRefusal(asset: Remixable, account: string | null): TextKey | null {
  if (!(generatedKinds as readonly string[]).includes(asset.kind)) return 'remix.no.kind'
  if (asset.engine === null) return 'remix.no.engine'
  return allowsDerivatives(asset.licence) || isSame(asset.creator, account) ? null : 'remix.no.licence'
}
