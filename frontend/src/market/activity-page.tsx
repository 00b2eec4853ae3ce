import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { AsyncList } from '../ui/async-list.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Checkbox } from '../ui/field.tsx'
import { WordToggles } from '../ui/word-toggles.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { AccountName } from '../wallet/account-name.tsx'
import { activity } from './activity.ts'
import { type ActivityFilters, activityFiltersOf, activityKinds, activityQueryOf, activitySearchOf } from './activity-filters.ts'
import { ActivityTable } from './activity-table.tsx'
import { LiveReading } from './live-reading.tsx'

/** Everything that happens here, as it happens. The address holds the filters. */
export function ActivityPage() {
  const t = useText()
  const language = useLanguage()
  const search = useSearch({ from: '/activity' })
  const navigate = useNavigate({ from: '/activity' })
  const filters = useMemo(() => activityFiltersOf(search), [search])
  const query = useInfiniteQuery({ ...activity.list(activityQueryOf(filters)), placeholderData: (before) => before })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.data), [query.data])
  const late = useDelayed(query.isPending, 2_000)
  usePageTitle(t('nav.activity'))
  const show = (next: ActivityFilters) => void navigate({ search: activitySearchOf(next), replace: true, resetScroll: false })
  return (
    <main id="main" className="wrap page">
      <div className="page-head">
        <h1>{t('nav.activity')}</h1>
        <LiveReading />
      </div>
      <Filters filters={filters} onFilters={show} />
      <div aria-busy={query.isFetching && !query.isFetchingNextPage}>
        <AsyncList
          items={rows}
          failed={query.isError}
          loading={
            <p className="mute" role="status">
              {late ? t('app.waitingFor', { what: t('activity.list') }) : t('app.loading')}
            </p>
          }
          error={
            <ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />
          }
          empty={
            <EmptyState title={t('activity.empty.title')} text={t(isFiltered(filters) ? 'activity.empty.filtered' : 'activity.empty.text')}>
              {isFiltered(filters) ? (
                <Button small onClick={() => show({ types: [], account: null })}>
                  {t('browse.empty.dropFilters')}
                </Button>
              ) : null}
            </EmptyState>
          }
        >
          {(items) => <ActivityTable rows={items} />}
        </AsyncList>
        {query.hasNextPage ? (
          <p className="more">
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('act.more')}
            </Button>
          </p>
        ) : null}
      </div>
    </main>
  )
}

const isFiltered = ({ types, account }: ActivityFilters): boolean => types.length > 0 || account !== null

function Filters({ filters, onFilters }: { filters: ActivityFilters; onFilters: (next: ActivityFilters) => void }) {
  const t = useText()
  const { address } = useAccount()
  const { types, account } = filters
  const mine = isSame(account, address)
  return (
    <div className="activity-filters">
      <WordToggles
        label={t('activity.kinds')}
        chosen={types}
        options={activityKinds.map((value) => ({ value, text: t(`activity.${value}`) }))}
        onToggle={(value, on) => onFilters({ ...filters, types: on ? [...types, value] : types.filter((other) => other !== value) })}
      />
      {address ? (
        <Checkbox checked={mine} onChecked={(on) => onFilters({ ...filters, account: on ? address : null })}>
          {t('activity.mine')}
        </Checkbox>
      ) : null}
      {account && !mine ? (
        <Chip removeLabel={t('act.remove', { what: t('activity.account') })} onRemove={() => onFilters({ ...filters, account: null })}>
          {t('activity.account')} <AccountName address={account} />
        </Chip>
      ) : null}
    </div>
  )
}
