import { ANYONE } from '@daedal/protocol/market/order'
import type { RentalOfferView } from '@daedal/protocol/market/rental-api'
import { Link } from '@tanstack/react-router'
import { formatMoment, formatSpan, formatWei, shortHex } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useNow } from '../lib/use-now.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { Plate } from '../ui/plate.tsx'
import { isSame } from '../wallet/account.ts'
import { AccountName } from '../wallet/account-name.tsx'
import { type AuctionUnit, amountText } from './auction-unit.ts'
import { daysText } from './days-text.ts'
import { LOT_MAT } from './lot-mat.ts'

type LotProps = { view: RentalOfferView; unit: AuctionUnit | null; eager: boolean }

/** What can be rented, in a list: picture, price a day, for how many days, and whether it is free. One link covers it; a token of another collection has no page here. */
export function RentalLot({ view, unit, eager }: LotProps) {
  const t = useText()
  const language = useLanguage()
  const { offer, name, image, asset, user } = view
  return (
    <article className="card lot-card">
      <Plate src={image || null} alt="" ratio={LOT_MAT} eager={eager} />
      <div className="imprint">
        {name === null ? (
          <span className="mute small">{t('auctions.unknownAsset')}</span>
        ) : (
          <AiLabel word={t('ai.word')} how={t('ai.generated')} />
        )}
        <span className="small lot-state" data-state={user ? 'used' : 'live'}>
          {t(user ? 'rentals.card.used' : 'rentals.card.free')}
        </span>
      </div>
      <h2 className="title">
        {name === null ? (
          t('auctions.token', { token: shortHex(offer.tokenId, 8, 6) })
        ) : (
          <Link className="hit" to="/assets/$" params={{ _splat: asset }}>
            {name}
          </Link>
        )}
      </h2>
      <p className="by">
        {t('rentals.card.by')} <AccountName address={offer.owner} />
        {isSame(offer.renter, ANYONE) ? null : (
          <>
            {t('asset.comma')}
            {t('rent.only')} <AccountName address={offer.renter} />
          </>
        )}
      </p>
      <p className="ask">
        <b>
          {unit ? formatWei(offer.pricePerDay) : amountText(t, offer.pricePerDay, unit, offer.currency)}
          <small> {t('rent.unit', { unit: unit ? t(unit === 'WETH' ? 'unit.weth' : 'unit.eth') : '' })}</small>
        </b>
        <span className="mute">{daysText(t, offer)}</span>
      </p>
      <p className="small rental-free">
        {user ? (
          <FreeAgain expires={Number(user.expires)} />
        ) : (
          t('rent.offerOpen', { moment: formatMoment(Number(offer.end) * 1_000, language) })
        )}
      </p>
      {name === null ? <p className="small mute">{t('rentals.card.foreign')}</p> : null}
    </article>
  )
}

/** When what is used comes free. */
function FreeAgain({ expires }: { expires: number }) {
  const t = useText()
  const language = useLanguage()
  const left = Math.ceil(expires - useNow(true) / 1_000)
  // It is free when the service says so, by the chain's clock, not by this one.
  if (left <= 0) return t('tenancy.due')
  return (
    <>
      <span role="timer">{t('rentals.card.freeIn', { left: formatSpan(left, language) })}</span>
      {t('asset.comma')}
      {formatMoment(expires * 1_000, language)}
    </>
  )
}
