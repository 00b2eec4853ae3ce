import type { Portfolio } from '@daedal/protocol/tokens/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { formatCount } from '../lib/format.ts'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { AsyncList } from '../ui/async-list.tsx'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/choice.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Section } from '../ui/section.tsx'
import { AssetGrid, AssetGridSkeleton } from './asset-grid.tsx'
import { assets } from './assets.ts'

type View = 'owned' | 'created'

/** What an account owns, or what it made. */
export function PortfolioAssets({ portfolio: { address, owned, created } }: { portfolio: Portfolio }) {
  const t = useText()
  const language = useLanguage()
  const [view, setView] = useState<View>('owned')
  const query = useInfiniteQuery(
    assets.list({ ...(view === 'owned' ? { owner: address } : { creator: address }), sort: 'newest', limit: 12 }),
  )
  const found = useMemo(() => query.data?.pages.flatMap((page) => page.data), [query.data])
  const options: { value: View; text: string }[] = [
    { value: 'owned', text: `${t('portfolio.owned')} ${formatCount(owned)}` },
    { value: 'created', text: `${t('portfolio.created')} ${formatCount(created)}` },
  ]
  return (
    <Section
      title={t(`portfolio.${view}`)}
      aside={<Segmented label={t('nav.portfolio')} value={view} onValue={setView} options={options} />}
    >
      <AsyncList
        items={found}
        failed={query.isError}
        loading={<AssetGridSkeleton label={t('app.loading')} />}
        error={<ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />}
        empty={<NoAssets view={view} />}
      >
        {(items) => <AssetGrid assets={items} />}
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

function NoAssets({ view }: { view: View }) {
  const t = useText()
  return (
    <>
      <p className="mute">{t(`portfolio.${view}.none`)}</p>
      <p className="empty-acts">
        {view === 'owned' ? (
          <Link className="btn small" to="/">
            {t('portfolio.owned.browse')}
          </Link>
        ) : (
          <Link className="btn small" to="/create">
            {t('portfolio.created.act')}
          </Link>
        )}
      </p>
    </>
  )
}
