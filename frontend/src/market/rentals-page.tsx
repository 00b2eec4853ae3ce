import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { refreshAll } from '../lib/event-stream.ts'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { Button } from '../ui/button.tsx'
import { WordChoice } from '../ui/choice.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useAccount } from '../wallet/account.ts'
import { openWallet } from '../wallet/intent.ts'
import { auctionUnit } from './auction-unit.ts'
import { LiveReading } from './live-reading.tsx'
import { Lots } from './lots.tsx'
import {
  offerQueryOf,
  type RentalFilters,
  rentalFiltersOf,
  rentalFrees,
  rentalSearchOf,
  rentalSorts,
  rentalViews,
} from './rental-filters.ts'
import { RentalLot } from './rental-lot.tsx'
import { mayTake } from './rental-standing.ts'
import { rentals } from './rentals.ts'
import { TradeLinks } from './trade-links.tsx'
import { useAskAgainAt } from './use-ask-again-at.ts'
import { YourRentals } from './your-rentals.tsx'

/** What can be rented, and what the person rents and lets. The address holds the filters. */
export function RentalsPage() {
  const t = useText()
  const navigate = useNavigate({ from: '/rentals' })
  const search = useSearch({ from: '/rentals' })
  const { address } = useAccount()
  const filters = useMemo(() => rentalFiltersOf(search), [search])
  usePageTitle(t('trade.rentals'))
  const show = (next: RentalFilters) => void navigate({ search: rentalSearchOf(next), replace: true, resetScroll: false })
  return (
    <main id="main" className="wrap">
      <TradeLinks />
      <div className="page lots-page">
        <div className="page-head">
          <h1>{t('trade.rentals')}</h1>
          <LiveReading />
        </div>
        <Filters filters={filters} onFilters={show} />
        {filters.view === 'all' ? (
          <ToRent filters={filters} onFilters={show} />
        ) : address ? (
          <YourRentals key={address} account={address} />
        ) : (
          <EmptyState title={t('rentals.connect.title')} text={t('rentals.connect.text')}>
            <Button look="main" onClick={() => openWallet('connect')}>
              {t('wallet.connect')}
            </Button>
          </EmptyState>
        )}
      </div>
    </main>
  )
}

type FilterProps = { filters: RentalFilters; onFilters: (next: RentalFilters) => void }

function Filters({ filters, onFilters }: FilterProps) {
  const t = useText()
  return (
    <div className="activity-filters">
      <WordChoice
        label={t('rentals.view')}
        value={filters.view}
        onValue={(view) => onFilters({ ...filters, view })}
        options={rentalViews.map((value) => ({ value, text: t(`rentals.view.${value}`) }))}
      />
      {filters.view === 'all' ? (
        <>
          <WordChoice
            label={t('rentals.free')}
            value={filters.free}
            onValue={(free) => onFilters({ ...filters, free })}
            options={rentalFrees.map((value) => ({ value, text: t(`rentals.free.${value}`) }))}
          />
          <WordChoice
            label={t('rentals.sort')}
            value={filters.sort}
            onValue={(sort) => onFilters({ ...filters, sort })}
            options={rentalSorts.map((value) => ({ value, text: t(`rentals.sort.${value}`) }))}
          />
        </>
      ) : null}
    </div>
  )
}

function ToRent({ filters, onFilters }: FilterProps) {
  const t = useText()
  const queries = useQueryClient()
  const { address } = useAccount()
  const { data: config } = useQuery(configQuery)
  const query = useInfiniteQuery(rentals.offers(offerQueryOf(filters, address)))
  // Who lets sees its own offers here as others do; those for one person alone are for that person.
  const rows = useMemo(
    () => query.data?.pages.flatMap((page) => page.data).filter((view) => mayTake(view, address) || view.offer.owner === address),
    [query.data, address],
  )
  const ends = (rows ?? []).flatMap(({ user }) => (user ? Number(user.expires) * 1_000 : []))
  useAskAgainAt(ends.length ? Math.min(...ends) : null, Math.max(query.dataUpdatedAt, query.errorUpdatedAt), () => refreshAll(queries))
  return (
    <Lots query={query} items={rows} name={t('rentals.list')} empty={<NothingToRent filters={filters} onFilters={onFilters} />}>
      {(view, eager) => (
        <RentalLot key={view.hash} view={view} unit={auctionUnit(view.offer.currency, config?.contracts.wrappedEther)} eager={eager} />
      )}
    </Lots>
  )
}

function NothingToRent({ filters, onFilters }: FilterProps) {
  const t = useText()
  const narrowed = filters.free === 'now'
  return (
    <EmptyState
      title={t(narrowed ? 'rentals.empty.free' : 'rentals.empty.title')}
      text={t(narrowed ? 'rentals.empty.freeText' : 'rentals.empty.text')}
    >
      {narrowed ? (
        <Button small onClick={() => onFilters({ ...filters, free: 'all' })}>
          {t('rentals.empty.dropFree')}
        </Button>
      ) : (
        <Link className="btn small" to="/">
          {t('portfolio.owned.browse')}
        </Link>
      )}
    </EmptyState>
  )
}
