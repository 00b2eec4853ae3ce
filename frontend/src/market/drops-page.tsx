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
import { auctionUnit } from './auction-unit.ts'
import { DropCard } from './drop-card.tsx'
import { dropClock } from './drop-clock.ts'
import { type DropFilters, dropFiltersOf, dropQueryOf, dropSearchOf, dropShows, dropWhose } from './drop-filters.ts'
import { drops } from './drops.ts'
import { LiveReading } from './live-reading.tsx'
import { Lots } from './lots.tsx'
import { TradeLinks } from './trade-links.tsx'
import { useAskAgainAt } from './use-ask-again-at.ts'

/** Drops: selling, about to sell, on their way to who bought, over. The address holds the filters. */
export function DropsPage() {
  const t = useText()
  const navigate = useNavigate({ from: '/drops' })
  const search = useSearch({ from: '/drops' })
  const { address } = useAccount()
  const filters = useMemo(() => dropFiltersOf(search), [search])
  const query = useInfiniteQuery(drops.list(dropQueryOf(filters, address)))
  const { data: config } = useQuery(configQuery)
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.data), [query.data])
  const answeredAt = query.dataUpdatedAt
  const changes = (rows ?? []).flatMap((row) => dropClock(row, answeredAt, answeredAt)?.changesAt ?? [])
  useAskAgainAt(changes.length ? Math.min(...changes) : null, Math.max(answeredAt, query.errorUpdatedAt), () => void query.refetch())
  usePageTitle(t('trade.drops'))
  const show = (next: DropFilters) => void navigate({ search: dropSearchOf(next), replace: true, resetScroll: false })
  return (
    <main id="main" className="wrap">
      <TradeLinks />
      <div className="page lots-page">
        <div className="page-head">
          <h1>{t('trade.drops')}</h1>
          <span className="page-acts">
            <LiveReading />
            <Link className="btn small" to="/drops/new">
              {t('drops.new')}
            </Link>
          </span>
        </div>
        <Filters filters={filters} connected={address !== null} onFilters={show} />
        <Lots query={query} items={rows} name={t('drops.list')} empty={<NoDrops filters={filters} onFilters={show} />}>
          {(drop, eager) => (
            <DropCard
              key={drop.id}
              drop={drop}
              unit={auctionUnit(drop.currency, config?.contracts.wrappedEther)}
              answeredAt={answeredAt}
              eager={eager}
            />
          )}
        </Lots>
      </div>
    </main>
  )
}

type FiltersProps = { filters: DropFilters; connected: boolean; onFilters: (next: DropFilters) => void }

function Filters({ filters, connected, onFilters }: FiltersProps) {
  const t = useText()
  return (
    <div className="activity-filters">
      <WordChoice
        label={t('drops.show')}
        value={filters.show}
        onValue={(show) => onFilters({ ...filters, show })}
        options={dropShows.map((value) => ({ value, text: t(`drops.show.${value}`) }))}
      />
      {connected ? (
        <WordChoice
          label={t('drops.whose')}
          value={filters.whose}
          onValue={(whose) => onFilters({ ...filters, whose })}
          options={dropWhose.map((value) => ({ value, text: t(`drops.whose.${value}`) }))}
        />
      ) : null}
    </div>
  )
}

function NoDrops({ filters, onFilters }: Omit<FiltersProps, 'connected'>) {
  const t = useText()
  const { show, whose } = filters
  return (
    <EmptyState title={t(`drops.empty.${show}`)} text={t(whose === 'all' ? 'drops.empty.text' : `drops.empty.${whose}`)}>
      {whose !== 'all' ? (
        <Button small onClick={() => onFilters({ ...filters, whose: 'all' })}>
          {t('drops.empty.dropWhose')}
        </Button>
      ) : show !== 'open' ? (
        <Button small onClick={() => onFilters({ ...filters, show: 'open' })}>
          {t('drops.empty.showOpen')}
        </Button>
      ) : (
        <Link className="btn small" to="/drops/new">
          {t('drops.new')}
        </Link>
      )}
    </EmptyState>
  )
}
