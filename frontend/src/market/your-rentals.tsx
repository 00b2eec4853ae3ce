import type { Address } from '@daedal/protocol/scalars'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { AsyncList } from '../ui/async-list.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Section } from '../ui/section.tsx'
import { OffersTable } from './offers-table.tsx'
import { PendingPayments } from './pending-payments.tsx'
import { rentalQueriesOf } from './rental-filters.ts'
import { rentals } from './rentals.ts'
import { TenanciesTable } from './tenancies-table.tsx'

/** What the person rents, what it lets and what that earned, and what it offers. */
export function YourRentals({ account }: { account: Address }) {
  const t = useText()
  const asked = rentalQueriesOf(account)
  const using = useInfiniteQuery(rentals.tenancies(asked.using))
  const letting = useInfiniteQuery(rentals.tenancies(asked.letting))
  const offers = useInfiniteQuery(rentals.offers(asked.offers))
  return (
    <>
      <PendingPayments account={account} paused={null} payer="rentals" />
      <Part title={t('rentals.using')} none={t('rentals.using.none')} query={using}>
        {(rows) => <TenanciesTable caption={t('rentals.using')} rows={rows} answeredAt={using.dataUpdatedAt} side="user" own />}
      </Part>
      <Part title={t('rentals.letting')} none={t('rentals.letting.none')} query={letting}>
        {(rows) => <TenanciesTable caption={t('rentals.letting')} rows={rows} answeredAt={letting.dataUpdatedAt} side="owner" own />}
      </Part>
      <Part title={t('rentals.offers')} none={t('rentals.offers.none')} query={offers}>
        {(rows) => (
          <>
            <OffersTable caption={t('rentals.offers')} rows={rows} />
            <p className="note">{t('rent.own.together')}</p>
          </>
        )}
      </Part>
    </>
  )
}

/** What a paged read brings, as far as a part of the page needs it. */
type Paged<Row> = {
  data: { pages: { data: Row[] }[] } | undefined
  isError: boolean
  error: Error | null
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

function Part<Row>({
  title,
  none,
  query,
  children,
}: {
  title: string
  none: string
  query: Paged<Row>
  children: (rows: readonly Row[]) => ReactNode
}) {
  const t = useText()
  const language = useLanguage()
  return (
    <Section title={title}>
      <AsyncList
        items={query.data?.pages.flatMap((page) => page.data)}
        failed={query.isError}
        loading={
          <p className="mute" role="status">
            {t('app.loading')}
          </p>
        }
        error={<ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />}
        empty={<p className="mute">{none}</p>}
      >
        {children}
      </AsyncList>
      {query.hasNextPage ? (
        <p className="more">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('act.more')}
          </Button>
        </p>
      ) : null}
    </Section>
  )
}
