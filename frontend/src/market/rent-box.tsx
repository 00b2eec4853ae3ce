import '../lib/text/load-later-words.ts'
import type { RentalOfferView } from '@daedal/protocol/market/rental-api'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { formatWei } from '../lib/format.ts'
import { configQuery, statusQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { assets } from '../tokens/assets.ts'
import { Button } from '../ui/button.tsx'
import { PriceBox } from '../ui/price-box.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { type AuctionUnit, auctionUnit } from './auction-unit.ts'
import { OwnOffers } from './own-offers.tsx'
import { PresentUser } from './present-user.tsx'
import { RentForm } from './rent-form.tsx'
import { mayTake, rentalStandingOf } from './rental-standing.ts'
import { rentals } from './rentals.ts'

const LetDialog = lazy(() => import('./let-dialog.tsx').then((module) => ({ default: module.LetDialog })))

/** Who uses an asset and until when, what it can be rented for, and for its owner what it lets; nothing where there is nothing of that. */
export function RentBox({ asset }: { asset: AssetDetail }) {
  const { data: config } = useQuery(configQuery)
  // Units of an edition have no user.
  return config?.contracts.rentals && asset.units === null ? <Rent asset={asset} /> : null
}

function Rent({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const { address } = useAccount()
  const { data: config } = useQuery(configQuery)
  const { data: status } = useQuery(statusQuery)
  const { dataUpdatedAt: readAt } = useQuery(assets.detail(asset.id))
  const [letting, setLetting] = useState(false)
  const owned = isSame(asset.owner, address)
  const { data: open } = useQuery(rentals.offersOf(asset.id, address))
  const current = useQuery({ ...rentals.currentOf(asset.id), enabled: asset.user !== null })
  const paused = status?.chain === 'down' ? t('rent.why.chain') : null
  const standing = rentalStandingOf(asset, address)
  const own = useQuery({ ...rentals.ownOffersOf(asset.id, address ?? '0x0000000000000000000000000000000000000000'), enabled: owned })
  const takeable = (open ?? []).filter((view) => mayTake(view, address))
  const cheapest = owned ? cheapestOf(own.data ?? []) : takeable[0]
  const unit = cheapest ? auctionUnit(cheapest.offer.currency, config?.contracts.wrappedEther) : null
  if (!owned && !asset.user && !cheapest) return null
  return (
    <div className="rent-box">
      <PriceBox
        label={t('rent.title')}
        figure={cheapest ? figureOf(cheapest, unit) : t(asset.user ? 'rentals.card.used' : 'rent.none')}
        unit={cheapest ? t('rent.unit', { unit: unit ? t(unit === 'WETH' ? 'unit.weth' : 'unit.eth') : '' }) : undefined}
        aside={cheapest ? t(asset.user ? 'rentals.card.used' : 'rentals.card.free') : null}
        acts={
          owned ? (
            <Button className="wide" why={paused} onClick={() => setLetting(true)}>
              {t(cheapest ? 'rent.let.again' : 'rent.let')}
            </Button>
          ) : null
        }
      >
        {asset.user ? (
          <PresentUser
            asset={asset}
            user={asset.user}
            tenancy={current.data}
            answeredAt={current.dataUpdatedAt || readAt}
            paused={paused}
          />
        ) : null}
        {owned && address ? <OwnOffers asset={asset} owner={address} paused={paused} /> : null}
        {!owned && cheapest && (standing === 'free' || standing === 'yours') ? (
          <RentForm
            asset={asset}
            offers={takeable}
            tenancy={standing === 'yours' ? current.data : null}
            answeredAt={current.dataUpdatedAt}
            paused={paused}
          />
        ) : null}
        {standing === 'used' && cheapest ? <p className="note">{t('rent.used.wait')}</p> : null}
      </PriceBox>
      <Suspense fallback={null}>{letting ? <LetDialog asset={asset} onClose={() => setLetting(false)} /> : null}</Suspense>
    </div>
  )
}

const figureOf = ({ offer }: RentalOfferView, unit: AuctionUnit | null): string => (unit ? formatWei(offer.pricePerDay) : offer.pricePerDay)

/** The cheapest of what can be taken, by whomever it is for. */
function cheapestOf(views: readonly RentalOfferView[]): RentalOfferView | undefined {
  const perDay = ({ offer }: RentalOfferView) => BigInt(offer.pricePerDay)
  return views
    .filter(({ state }) => state === 'active')
    .reduce<RentalOfferView | undefined>((least, view) => (least && perDay(least) <= perDay(view) ? least : view), undefined)
}
