import type { TenancyView } from '@daedal/protocol/market/rental-api'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQueryClient } from '@tanstack/react-query'
import { refreshAll } from '../lib/event-stream.ts'
import { formatMoment } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { useAccount } from '../wallet/account.ts'
import { AccountName } from '../wallet/account-name.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { subjectOf } from './price-panel.tsx'
import { rentalStandingOf, timeOfUser } from './rental-standing.ts'
import { tenancyClock } from './tenancy-clock.ts'
import { TenancyRule, TenancyTime } from './tenancy-time.tsx'
import { useAskAgainAt } from './use-ask-again-at.ts'

type PresentUserProps = {
  asset: AssetDetail
  user: NonNullable<AssetDetail['user']>
  /** Null when the owner named the user itself; undefined while that is not known. */
  tenancy: TenancyView | null | undefined
  answeredAt: number
  paused: string | null
}

/** Who uses an asset, until when, and what that means for the person. */
export function PresentUser({ asset, user, tenancy, answeredAt, paused }: PresentUserProps) {
  const t = useText()
  const language = useLanguage()
  const queries = useQueryClient()
  const { address } = useAccount()
  const time = timeOfUser(user, tenancy, answeredAt)
  const standing = rentalStandingOf(asset, address)
  useAskAgainAt(tenancyClock(time, answeredAt, answeredAt).changesAt, answeredAt, () => refreshAll(queries))
  const end = () => startFlow({ kind: 'give-back', collection: asset.collection, tokenId: asset.tokenId }, subjectOf(asset))
  return (
    <div className="present-user">
      <p className="small">
        <span className="mute">{t('rent.usedBy')}</span> <AccountName address={user.account} />
      </p>
      <div className="auction-time">
        {time.known ? <TenancyRule time={time} answeredAt={answeredAt} /> : null}
        <p>
          <b>
            <TenancyTime time={time} answeredAt={answeredAt} />
          </b>
          <span className="mute small">{t('rent.untilThen', { moment: formatMoment(Number(user.expires) * 1_000, language) })}</span>
        </p>
      </div>
      {standing === 'yours' ? <p className="note">{t('rent.you.user')}</p> : null}
      {standing === 'owner-used' ? <p className="note">{t('rent.you.owner')}</p> : null}
      {standing === 'yours' ? (
        <p className="present-act">
          <Button small look="quiet" why={paused} onClick={end}>
            {t('tenancy.giveBack')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
