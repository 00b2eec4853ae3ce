import type { ReactNode } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { AsyncList } from '../ui/async-list.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Plate } from '../ui/plate.tsx'
import { LOT_MAT } from './lot-mat.ts'

/** What a list of lots has to know of the question that fills it. */
type LotsQuery = {
  isPending: boolean
  isFetching: boolean
  isError: boolean
  error: unknown
  refetch(): unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage(): unknown
}

type LotsProps<Lot> = {
  query: LotsQuery
  /** undefined while nothing is known. */
  items: readonly Lot[] | undefined
  /** What is waited for, in words. */
  name: string
  empty: ReactNode
  /** A card. Those of the first row are loaded at once. */
  children: (lot: Lot, eager: boolean) => ReactNode
}

const FIRST_ROW = 3

/** Cards of what is auctioned, let or dropped, page by page. */
export function Lots<Lot>({ query, items, name, empty, children }: LotsProps<Lot>) {
  const t = useText()
  const language = useLanguage()
  const late = useDelayed(query.isPending, 2_000)
  return (
    <div aria-busy={query.isFetching && !query.isFetchingNextPage}>
      <AsyncList
        items={items}
        failed={query.isError}
        loading={
          <>
            {late ? <p className="mute small">{t('app.waitingFor', { what: name })}</p> : null}
            <div className="lots" role="status" aria-label={t('app.loading')}>
              <LotSkeleton />
              <LotSkeleton />
              <LotSkeleton />
            </div>
          </>
        }
        error={<ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />}
        empty={empty}
      >
        {(lots) => <div className="lots">{lots.map((lot, at) => children(lot, at < FIRST_ROW))}</div>}
      </AsyncList>
      {query.hasNextPage ? (
        <p className="more">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('act.more')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

/** Stands where a card will be. */
function LotSkeleton() {
  return (
    <div className="card lot-card" aria-hidden="true">
      <Plate src={null} alt="" ratio={LOT_MAT} />
      <div className="imprint">
        <span className="sk sk-label" />
        <span className="sk sk-rung" />
      </div>
      <p className="sk sk-title" />
      <p className="sk sk-by" />
      <p className="sk sk-ask" />
    </div>
  )
}
