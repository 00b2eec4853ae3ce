import type { AuctionDetail } from '@daedal/protocol/market/auction-api'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { shortHex } from '../lib/format.ts'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { rungOf } from '../tokens/asset-card.tsx'
import { AssetFigure } from '../tokens/asset-figure.tsx'
import { assets } from '../tokens/assets.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { RungBadge } from '../ui/rung-badge.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import { auctionClock } from './auction-clock.ts'
import { AuctionPanel } from './auction-panel.tsx'
import { AuctionTerms } from './auction-terms.tsx'
import { auctionUnit } from './auction-unit.ts'
import { auctions } from './auctions.ts'
import { BidsTable } from './bids-table.tsx'
import { LotMissing } from './lot-missing.tsx'
import { useAskAgainAt } from './use-ask-again-at.ts'

/** One auction: the picture, what it stands at and until when, the form to bid, all bids, and its terms. */
export function AuctionPage() {
  const { id } = useParams({ from: '/auctions/$id' })
  const t = useText()
  const query = useQuery(auctions.detail(id))
  const auction = query.data
  usePageTitle(auction ? `${auction.name ?? ''} ${t('auction.title')}`.trim() : t('auction.title'))
  const changesAt = auction ? auctionClock(auction, query.dataUpdatedAt, query.dataUpdatedAt).changesAt : null
  useAskAgainAt(changesAt, Math.max(query.dataUpdatedAt, query.errorUpdatedAt), () => void query.refetch())

  if (auction) return <Auction auction={auction} answeredAt={query.dataUpdatedAt} />
  return (
    <LotMissing
      query={query}
      name={t('auction.loading')}
      unknown={
        <EmptyState title={t('auction.unknown.title')} text={t('auction.unknown.text')}>
          <Link className="btn small" to="/auctions">
            {t('auction.unknown.act')}
          </Link>
        </EmptyState>
      }
    />
  )
}

function Auction({ auction, answeredAt }: { auction: AuctionDetail; answeredAt: number }) {
  const { data: config } = useQuery(configQuery)
  const { data: asset } = useQuery({ ...assets.detail(auction.asset), enabled: auction.name !== null })
  const unit = auctionUnit(auction.currency, config?.contracts.wrappedEther)
  return (
    <main id="main" className="wrap">
      <div className="lot">
        {asset ? (
          <AssetFigure asset={asset} />
        ) : (
          <div className="matted">
            {auction.image ? <img src={auction.image} alt="" /> : <span className="plate hatch asset-waiting" />}
          </div>
        )}
        <aside>
          <Head auction={auction} asset={asset} />
          <AuctionPanel auction={auction} unit={unit} answeredAt={answeredAt} />
        </aside>
      </div>
      <div className="two">
        <BidsTable auction={auction} unit={unit} />
        <AuctionTerms auction={auction} unit={unit} house={config?.contracts.auctionHouse} />
      </div>
    </main>
  )
}

function Head({ auction, asset }: { auction: AuctionDetail; asset: AssetDetail | undefined }) {
  const t = useText()
  const name = auction.name ?? t('auctions.token', { token: shortHex(auction.tokenId, 8, 6) })
  return (
    <>
      <p className="crumb">
        <Link to="/auctions">{t('trade.auctions')}</Link>
      </p>
      <h1>{name}</h1>
      <p className="by">
        {t('auction.by')}{' '}
        <Link to="/portfolio" search={{ account: auction.seller }}>
          <AccountName address={auction.seller} />
        </Link>
        {asset ? (
          <>
            {t('asset.comma')}
            {t('auction.madeBy')}{' '}
            <Link to="/" search={{ creator: asset.creator }}>
              <AccountName address={asset.creator} />
            </Link>
          </>
        ) : null}
      </p>
      {asset ? (
        <>
          <div className="marks">
            <AiLabel word={t('ai.word')} how={t(`asset.how.${asset.disclosure}`)} />
            <RungBadge rung={rungOf(asset.proof)} word={t(`proof.${asset.proof}`)} />
          </div>
          <p className="small auction-asset">
            <Link to="/assets/$" params={{ _splat: asset.id }}>
              {t('auction.asset')}
            </Link>
          </p>
        </>
      ) : null}
    </>
  )
}
