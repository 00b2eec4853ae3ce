import type { OrderView } from '@daedal/protocol/market/api'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { formatAge, formatBps, formatDuration, formatMoment, formatWei } from '../lib/format.ts'
import { useSentenceOf } from '../lib/sentences.ts'
import { configQuery, statusQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { licenceText } from '../tokens/licence-text.ts'
import { Button } from '../ui/button.tsx'
import { PriceBox } from '../ui/price-box.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import type { FlowSubject } from '../wallet/flow.ts'
import { startFlow } from '../wallet/flow-store.ts'
import { AuctionBox } from './auction-box.tsx'
import { bestListing, bestOffer, deadListing } from './order-choice.ts'
import { SaleSplit } from './sale-split.tsx'
import { UserStays } from './user-stays.tsx'

const AuctionDialog = lazy(() => import('./auction-dialog.tsx').then((module) => ({ default: module.AuctionDialog })))
const ListDialog = lazy(() => import('./list-dialog.tsx').then((module) => ({ default: module.ListDialog })))
const OfferDialog = lazy(() => import('./offer-dialog.tsx').then((module) => ({ default: module.OfferDialog })))
const AcceptDialog = lazy(() => import('./accept-dialog.tsx').then((module) => ({ default: module.AcceptDialog })))

/** What a flow about this asset shows in its head. */
export const subjectOf = (
  asset: Pick<AssetDetail, 'id' | 'name' | 'image'>,
  price: string | null = null,
  unit: FlowSubject['unit'] = null,
): FlowSubject => ({
  title: asset.name,
  image: asset.image,
  asset: asset.id,
  price,
  unit,
})

/** The price, who is paid what of it, and what the person can do. */
export function PricePanel({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const { address } = useAccount()
  const { data: status } = useQuery(statusQuery)
  const [dialog, setDialog] = useState<'none' | 'list' | 'offer' | 'accept' | 'auction'>('none')
  const listing = bestListing(asset)
  const offer = bestOffer(asset)
  const owned = isSame(address, asset.owner)
  const paused = status?.chain === 'down' ? t('price.why.chain') : null
  const { data: config } = useQuery(configQuery)
  // Units of an edition are put up through the service alone, for now.
  const auctionable = owned && asset.units === null && Boolean(config?.contracts.auctionHouse)
  const close = () => setDialog('none')

  return (
    <>
      {listing ? (
        <ForSale
          asset={asset}
          listing={listing}
          owned={owned}
          paused={paused}
          onList={() => setDialog('list')}
          onAuction={auctionable ? () => setDialog('auction') : null}
          onOffer={() => setDialog('offer')}
        >
          <Notes asset={asset} offer={offer} owned={owned} paused={paused} onAccept={() => setDialog('accept')} />
        </ForSale>
      ) : asset.auction && !asset.units ? (
        <AuctionBox held={asset.auction}>
          <Notes asset={asset} offer={null} owned={owned} paused={paused} onAccept={() => undefined} />
        </AuctionBox>
      ) : (
        <PriceBox
          label={t('price.label')}
          figure={t('price.notForSale')}
          acts={
            owned ? (
              <>
                <Button look="main" why={paused} onClick={() => setDialog('list')}>
                  {t('price.list')}
                </Button>
                {auctionable ? (
                  <Button className="wide" why={paused} onClick={() => setDialog('auction')}>
                    {t('price.auction')}
                  </Button>
                ) : null}
              </>
            ) : (
              <Button look="main" why={paused} onClick={() => setDialog('offer')}>
                {t('price.offer')}
              </Button>
            )
          }
          note={<Notes asset={asset} offer={offer} owned={owned} paused={paused} onAccept={() => setDialog('accept')} />}
        >
          <LastSale asset={asset} />
        </PriceBox>
      )}
      <Suspense fallback={null}>
        {dialog === 'list' ? <ListDialog asset={asset} onClose={close} /> : null}
        {dialog === 'auction' ? <AuctionDialog asset={asset} onClose={close} /> : null}
        {dialog === 'offer' ? <OfferDialog asset={asset} onClose={close} /> : null}
        {dialog === 'accept' && offer ? <AcceptDialog asset={asset} offer={offer} onClose={close} /> : null}
      </Suspense>
    </>
  )
}

function ForSale({
  asset,
  listing,
  owned,
  paused,
  onList,
  onAuction,
  onOffer,
  children,
}: {
  asset: AssetDetail
  listing: OrderView
  owned: boolean
  paused: string | null
  onList: () => void
  /** Null where it cannot be auctioned. */
  onAuction: (() => void) | null
  onOffer: () => void
  children: React.ReactNode
}) {
  const t = useText()
  const language = useLanguage()
  const price = formatWei(listing.price)
  const buy = () => startFlow({ kind: 'buy', hash: listing.hash }, subjectOf(asset, listing.price, 'ETH'))
  const cancel = () => startFlow({ kind: 'cancel', hash: listing.hash }, subjectOf(asset, listing.price, 'ETH'))
  return (
    <>
      <PriceBox
        label={t('price.label')}
        figure={price}
        unit={t('unit.eth')}
        aside={t('price.until', { moment: formatMoment(Number(listing.order.endTime) * 1000, language) })}
        acts={
          owned ? (
            <>
              <Button look="main" why={paused} onClick={cancel}>
                {t('price.cancelListing')}
              </Button>
              <Button why={paused} onClick={onList}>
                {t('price.relist')}
              </Button>
              {onAuction ? (
                <Button why={paused} onClick={onAuction}>
                  {t('price.auction')}
                </Button>
              ) : null}
            </>
          ) : (
            <>
              <Button look="main" why={paused} onClick={buy}>
                {t('price.buy', { price })}
              </Button>
              <Button why={paused} onClick={onOffer}>
                {t('price.offer')}
              </Button>
            </>
          )
        }
        note={children}
      >
        <SaleSplit listing={listing} owned={owned} />
      </PriceBox>
      {owned ? null : (
        <div className="buybar onlyphone">
          <span>
            <b className="buybar-price">
              {price} {t('unit.eth')}
            </b>
            <br />
            <span className="small mute">{t('price.feesInside')}</span>
          </span>
          <Button look="main" why={paused} onClick={buy}>
            {t('price.buyShort')}
          </Button>
        </div>
      )}
    </>
  )
}

function LastSale({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const language = useLanguage()
  const sentenceOf = useSentenceOf()
  const dead = deadListing(asset)
  return (
    <>
      <p className="mute small">
        {asset.lastSale
          ? t('price.lastSale', { price: formatWei(asset.lastSale.price), age: formatAge(asset.lastSale.at, language) })
          : t('price.neverSold')}
      </p>
      {dead ? (
        <p className="dead-order small">
          {t('price.dead', {
            price: formatWei(dead.price),
            reason: sentenceOf(dead.status.reason ?? '', language) ?? dead.status.detail ?? '',
          })}
        </p>
      ) : null}
    </>
  )
}

function Notes({
  asset,
  offer,
  owned,
  paused,
  onAccept,
}: {
  asset: AssetDetail
  offer: OrderView | null
  owned: boolean
  paused: string | null
  onAccept: () => void
}) {
  const t = useText()
  const language = useLanguage()
  const left = offer ? formatDuration(Number(offer.order.endTime) - Date.now() / 1000, language) : ''
  const price = offer ? formatWei(offer.price) : ''
  return (
    <>
      <UserStays asset={asset} />
      {offer ? <>{t('price.bestOffer', { price, left })} </> : null}
      {t('price.licence', {
        licence: licenceText(t, asset.licence),
        remix: asset.remixBps ? t('asset.lineage.share', { share: formatBps(asset.remixBps) }) : t('asset.lineage.noShare'),
      })}
      {offer && owned ? (
        <Button small className="accept-best" why={paused} onClick={onAccept}>
          {t('price.acceptBest', { price })}
        </Button>
      ) : null}
    </>
  )
}
