import { ANYONE } from '@daedal/protocol/market/order'
import type { RentalOfferView } from '@daedal/protocol/market/rental-api'
import type { Address } from '@daedal/protocol/scalars'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../lib/format.ts'
import { configQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { isSame } from '../wallet/account.ts'
import { AccountName } from '../wallet/account-name.tsx'
import { amountText, auctionUnit } from './auction-unit.ts'
import { CancelOffer } from './cancel-offer.tsx'
import { daysText } from './days-text.ts'
import { OrderStateText } from './order-state-text.tsx'
import { rentals } from './rentals.ts'

/** What an owner offers of an asset, with how each offer stands and the act that cancels it. */
export function OwnOffers({ asset, owner, paused }: { asset: AssetDetail; owner: Address; paused: string | null }) {
  const t = useText()
  const { data } = useQuery(rentals.ownOffersOf(asset.id, owner))
  if (!data?.length) return null
  return (
    <>
      <ul className="own-offers" aria-label={t('rentals.offers')}>
        {data.map((view) => (
          <OwnOffer key={view.hash} view={view} paused={paused} />
        ))}
      </ul>
      {data.length > 1 ? <p className="note">{t('rent.own.together')}</p> : null}
    </>
  )
}

function OwnOffer({ view, paused }: { view: RentalOfferView; paused: string | null }) {
  const t = useText()
  const language = useLanguage()
  const { data: config } = useQuery(configQuery)
  const { offer, state } = view
  const price = amountText(t, offer.pricePerDay, auctionUnit(offer.currency, config?.contracts.wrappedEther), offer.currency)
  return (
    <li>
      <p>
        <b className={state === 'inactive' ? 'struck' : undefined}>{t('rent.unit', { unit: price })}</b>{' '}
        <span className="mute">{daysText(t, offer)}</span>
        {isSame(offer.renter, ANYONE) ? null : (
          <>
            {t('asset.comma')}
            {t('rent.only')} <AccountName address={offer.renter} />
          </>
        )}
      </p>
      <p className="small mute">{t('rent.offerOpen', { moment: formatMoment(Number(offer.end) * 1_000, language) })}</p>
      <div className="own-offer-end">
        <OrderStateText status={view} />
        <CancelOffer view={view} paused={paused} />
      </div>
    </li>
  )
}
