import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { formatMoment, shortHex } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { isSame, useAccount } from '../wallet/account.ts'

/** That a sale does not end the time of who uses the asset; nothing when nobody does. */
export function UserStays({ asset }: { asset: Pick<AssetDetail, 'user'> }) {
  const t = useText()
  const language = useLanguage()
  const { address } = useAccount()
  if (!asset.user) return null
  const { account, expires } = asset.user
  const until = formatMoment(Number(expires) * 1_000, language)
  return <>{t(isSame(account, address) ? 'price.userStays.you' : 'price.userStays', { user: shortHex(account), until })} </>
}
