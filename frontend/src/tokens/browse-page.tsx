import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { formatCount } from '../lib/format.ts'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { TradeLinks } from '../market/trade-links.tsx'
import { AsyncList } from '../ui/async-list.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { AssetGrid, AssetGridSkeleton } from './asset-grid.tsx'
import { assets } from './assets.ts'
import { BrowseEmpty } from './browse-empty.tsx'
import {
  effectiveSort,
  type Filters,
  filtersOf,
  queryOf,
  type Sort,
  searchOf,
  setFilters,
  sorts,
  withoutFilters,
} from './browse-filters.ts'
import { FilterChips } from './filter-chips.tsx'
import { FilterRail } from './filter-rail.tsx'
import { SearchField } from './search-field.tsx'

/** Search and filter all assets. The address holds the whole question, so it can be shared and gone back to. */
export function BrowsePage() {
  const t = useText()
  const language = useLanguage()
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const [sheet, setSheet] = useState(false)
  const filters = useMemo(() => filtersOf(search), [search])
  const query = useInfiniteQuery({ ...assets.list(queryOf(filters)), placeholderData: (before) => before })
  const first = query.data?.pages[0]
  const found = useMemo(() => query.data?.pages.flatMap((page) => page.data), [query.data])
  const late = useDelayed(query.isPending, 2_000)
  const set = setFilters(filters)
  usePageTitle(filters.q || t('browse.title'))

  const show = (next: Filters, replace = false) => void navigate({ search: searchOf(next), replace, resetScroll: false })
  const rail = <FilterRail filters={filters} facets={first?.facets} forSale={first?.forSale ?? 0} onFilters={show} />
  const count = first ? t('browse.count', { forSale: formatCount(first.forSale), total: formatCount(first.total) }) : null

  return (
    <main id="main" className="wrap">
      <h1 className="vh">{t('browse.title')}</h1>
      <TradeLinks />
      <SearchField value={filters.q} onSearch={(q) => q !== filters.q && show({ ...filters, q }, true)} count={count} />
      <div className="bar">
        <Button small look="quiet" className="onlynarrow" onClick={() => setSheet(true)}>
          <Icon name="filter" size={16} />
          {t('browse.filtersCount', { count: set.length })}
        </Button>
        <FilterChips filters={filters} onFilters={show} />
        {set.length ? (
          <LinkButton className="small" onClick={() => show(withoutFilters(filters))}>
            {t('browse.clear')}
          </LinkButton>
        ) : null}
        <span className="end">
          <SortChoice filters={filters} onSort={(sort) => show({ ...filters, sort })} />
        </span>
      </div>
      <div className="browse">
        <aside className="rail" aria-label={t('browse.filters')}>
          {rail}
        </aside>
        <div aria-busy={query.isFetching && !query.isFetchingNextPage}>
          <AsyncList
            items={found}
            failed={query.isError}
            loading={
              <>
                {late ? <p className="mute small">{t('app.waitingFor', { what: t('browse.loadingList') })}</p> : null}
                <AssetGridSkeleton label={t('app.loading')} />
              </>
            }
            error={
              <ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />
            }
            empty={<BrowseEmpty filters={filters} onFilters={show} />}
          >
            {(items) => <AssetGrid assets={items} />}
          </AsyncList>
          {found?.length && first ? (
            <p className="more">
              {query.hasNextPage ? (
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('act.more')}
                </Button>
              ) : null}
              <span className="mute small">{t('list.sum', { shown: formatCount(found.length), total: formatCount(first.total) })}</span>
            </p>
          ) : null}
        </div>
      </div>
      {sheet ? (
        <Dialog
          sheet
          title={t('browse.filters')}
          closeLabel={t('act.close')}
          onClose={() => setSheet(false)}
          footer={
            <Button look="main" onClick={() => setSheet(false)}>
              {t('browse.showResults', { count: first?.total ?? 0 })}
            </Button>
          }
        >
          <DialogBody>{rail}</DialogBody>
        </Dialog>
      ) : null}
    </main>
  )
}

function SortChoice({ filters, onSort }: { filters: Filters; onSort: (sort: Sort) => void }) {
  const t = useText()
  return (
    <label>
      <span className="nophone">{t('browse.sort')} </span>
      <select aria-label={t('browse.sort')} value={effectiveSort(filters)} onChange={(event) => onSort(event.target.value as Sort)}>
        {sorts
          .filter((sort) => sort !== 'relevance' || filters.q)
          .map((sort) => (
            <option key={sort} value={sort}>
              {t(`browse.sort.${sort}`)}
            </option>
          ))}
      </select>
    </label>
  )
}
