import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { Button } from '../ui/button.tsx'
import { WordChoice } from '../ui/choice.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useAccount } from '../wallet/account.ts'
import { auctionClock } from './auction-clock.ts'
import { type AuctionFilters, auctionFiltersOf, auctionQueryOf, auctionSearchOf, auctionShows, auctionWhose } from './auction-filters.ts'
import { AuctionLot } from './auction-lot.tsx'
import { auctionUnit } from './auction-unit.ts'
import { auctions } from './auctions.ts'
import { LiveReading } from './live-reading.tsx'
import { Lots } from './lots.tsx'
import { TradeLinks } from './trade-links.tsx'
import { useAskAgainAt } from './use-ask-again-at.ts'

/** What is auctioned: open, about to open, waiting to be settled, over. The address holds the filters. */
export function AuctionsPage() {
  const t = useText()
  const navigate = useNavigate({ from: '/auctions' })
  const search = useSearch({ from: '/auctions' })
  const { address } = useAccount()
  const filters = useMemo(() => auctionFiltersOf(search), [search])
  const query = useInfiniteQuery(auctions.list(auctionQueryOf(filters, address)))
  const { data: config } = useQuery(configQuery)
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.data), [query.data])
  const answeredAt = query.dataUpdatedAt
  const changes = (rows ?? []).flatMap((row) => auctionClock(row, answeredAt, answeredAt).changesAt ?? [])
  useAskAgainAt(changes.length ? Math.min(...changes) : null, Math.max(answeredAt, query.errorUpdatedAt), () => void query.refetch())
  usePageTitle(t('trade.auctions'))
  const show = (next: AuctionFilters) => void navigate({ search: auctionSearchOf(next), replace: true, resetScroll: false })
  return (
    <main id="main" className="wrap">
      <TradeLinks />
      <div className="page lots-page">
        <div className="page-head">
          <h1>{t('trade.auctions')}</h1>
          <LiveReading />
        </div>
        <Filters filters={filters} connected={address !== null} onFilters={show} />
        {filters.show === 'open' ? <ToSettle /> : null}
        <Lots query={query} items={rows} name={t('auctions.list')} empty={<NoAuctions filters={filters} onFilters={show} />}>
          {(auction, eager) => (
            <AuctionLot
              key={auction.id}
              auction={auction}
              unit={auctionUnit(auction.currency, config?.contracts.wrappedEther)}
              answeredAt={answeredAt}
              eager={eager}
            />
          )}
        </Lots>
      </div>
    </main>
  )
}

function Filters({
  filters,
  connected,
  onFilters,
}: {
  filters: AuctionFilters
  connected: boolean
  onFilters: (next: AuctionFilters) => void
}) {
  const t = useText()
  return (
    <div className="activity-filters">
      <WordChoice
        label={t('auctions.show')}
        value={filters.show}
        onValue={(show) => onFilters({ ...filters, show })}
        options={auctionShows.map((value) => ({ value, text: t(`auctions.show.${value}`) }))}
      />
      {connected ? (
        <WordChoice
          label={t('auctions.whose')}
          value={filters.whose}
          onValue={(whose) => onFilters({ ...filters, whose })}
          options={auctionWhose.map((value) => ({ value, text: t(`auctions.whose.${value}`) }))}
        />
      ) : null}
    </div>
  )
}

/** That some auctions are over and anyone may settle them, when there are such. */
function ToSettle() {
  const t = useText()
  const { data } = useInfiniteQuery(auctions.list({ state: 'ended', limit: 1 }))
  if (!data?.pages[0]?.data.length) return null
  return (
    <p className="to-settle">
      {t('auctions.toSettle')}{' '}
      <Link to="/auctions" search={auctionSearchOf({ show: 'ended', whose: 'all' })}>
        {t('auctions.toSettle.show')}
      </Link>
    </p>
  )
}

function NoAuctions({ filters, onFilters }: { filters: AuctionFilters; onFilters: (next: AuctionFilters) => void }) {
  const t = useText()
  const { whose } = filters
  const narrowed = whose !== 'all'
  return (
    <EmptyState title={t(`auctions.empty.${filters.show}`)} text={t(whose === 'all' ? 'auctions.empty.text' : `auctions.empty.${whose}`)}>
      {narrowed ? (
        <Button small onClick={() => onFilters({ ...filters, whose: 'all' })}>
          {t('auctions.empty.dropWhose')}
        </Button>
      ) : filters.show !== 'open' ? (
        <Button small onClick={() => onFilters({ ...filters, show: 'open' })}>
          {t('auctions.empty.showOpen')}
        </Button>
      ) : (
        <Link className="btn small" to="/">
          {t('portfolio.owned.browse')}
        </Link>
      )}
    </EmptyState>
  )
}
