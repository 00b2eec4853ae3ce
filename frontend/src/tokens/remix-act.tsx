import '../lib/text/load-later-words.ts'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatBps } from '../lib/format.ts'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { useAccount } from '../wallet/account.ts'
import { remixRefusal } from './remix-refusal.ts'

/** Leads to where something new is made of an asset, with what that pays; or says why it cannot be. */
export function RemixAct({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const { address } = useAccount()
  const { data: config } = useQuery(configQuery)
  const why = remixRefusal(asset, { account: address, house: config?.contracts.assetCollection ?? null })
  if (why === 'remix.no.kind') return null
  return (
    <div className="remix-act">
      {why ? (
        <button type="button" className="btn" disabled aria-describedby="remix-why">
          {t('remix.act')}
        </button>
      ) : (
        <Link className="btn" to="/create" search={{ from: asset.id }}>
          {t('remix.act')}
        </Link>
      )}
      <p className="note" id="remix-why">
        {why ? t(why) : asset.remixBps ? t('remix.pays', { share: formatBps(asset.remixBps) }) : t('remix.free')}
      </p>
    </div>
  )
}
