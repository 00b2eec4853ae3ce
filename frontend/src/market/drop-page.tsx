import type { DropDetail } from '@daedal/protocol/market/drop-api'
import { ApiProblem } from '@daedal/sdk/client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { configQuery, statusQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { useAccount } from '../wallet/account.ts'
import { AccountName } from '../wallet/account-name.tsx'
import { auctionUnit } from './auction-unit.ts'
import { dropClock } from './drop-clock.ts'
import { DropCourse } from './drop-course.tsx'
import { DropItems } from './drop-items.tsx'
import { DropPanel } from './drop-panel.tsx'
import { DropTerms } from './drop-terms.tsx'
import { dropTitle } from './drop-words.ts'
import { drops } from './drops.ts'
import { OwnTickets } from './own-tickets.tsx'
import { useAskAgainAt } from './use-ask-again-at.ts'

/** One drop: its cover where that is public, the form to buy, the person's tickets, its course, its terms and its items. */
export function DropPage() {
  const { id } = useParams({ from: '/drops/$id' })
  const t = useText()
  const language = useLanguage()
  const { address } = useAccount()
  const query = useQuery({
    ...drops.detail(id, address),
    placeholderData: (before) => (before?.id === id ? { ...before, account: null } : undefined),
  })
  const late = useDelayed(query.isPending, 2_000)
  const drop = query.data
  usePageTitle(drop ? dropTitle(t, drop) : t('drops.one'))
  const answeredAt = query.dataUpdatedAt
  const changesAt = drop ? (dropClock(drop, answeredAt, answeredAt)?.changesAt ?? null) : null
  useAskAgainAt(changesAt, Math.max(answeredAt, query.errorUpdatedAt), () => void query.refetch())

  if (drop) return <Drop drop={drop} answeredAt={answeredAt} />
  if (query.isError) {
    const unknown = query.error instanceof ApiProblem && (query.error.status === 404 || query.error.status === 400)
    return (
      <main id="main" className="wrap page">
        {unknown ? (
          <EmptyState title={t('drops.unknown.title')} text={t('drops.unknown.text')}>
            <Link className="btn small" to="/drops">
              {t('drops.unknown.act')}
            </Link>
          </EmptyState>
        ) : (
          <ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />
        )}
      </main>
    )
  }
  return (
    <main id="main" className="wrap" aria-busy="true">
      <div className="lot">
        <div className="matted">
          <span className="plate hatch asset-waiting" />
        </div>
        <aside>
          <p className="mute small" role="status">
            {late ? t('app.waitingFor', { what: t('drops.loading') }) : t('app.loading')}
          </p>
          <p className="sk sk-title" />
          <p className="sk sk-by" />
        </aside>
      </div>
    </main>
  )
}

function Drop({ drop, answeredAt }: { drop: DropDetail; answeredAt: number }) {
  const t = useText()
  const { address } = useAccount()
  const { data: config } = useQuery(configQuery)
  const { data: status } = useQuery(statusQuery)
  const query = useInfiniteQuery({ ...drops.tickets(drop.id, address), enabled: address !== null })
  const own = useMemo(() => (address ? (query.data?.pages.flatMap((page) => page.data) ?? []) : []), [address, query.data])
  const unit = auctionUnit(drop.currency, config?.contracts.wrappedEther)
  const paused = status?.chain === 'down' ? t('price.why.chain') : null
  return (
    <main id="main" className="wrap">
      <div className="lot">
        <Cover drop={drop} />
        <aside>
          <Head drop={drop} />
          <DropPanel drop={drop} unit={unit} answeredAt={answeredAt} own={own} />
        </aside>
      </div>
      {own.length ? (
        <OwnTickets
          drop={drop}
          unit={unit}
          tickets={own}
          paused={paused}
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : null}
        />
      ) : null}
      <div className="two">
        <DropCourse drop={drop} unit={unit} />
        <DropTerms drop={drop} contract={config?.contracts.drops} />
      </div>
      <DropItems drop={drop} />
    </main>
  )
}

/** The first item where items are public; a hatched plate of the same size, with the reason, where they are not. */
function Cover({ drop }: { drop: DropDetail }) {
  const t = useText()
  const { cover, offset } = drop
  return (
    <div className="matted">
      {cover?.image ? (
        <img src={cover.image} alt={cover.name ?? ''} />
      ) : (
        <span className="plate hatch drop-sealed">
          <span className="sealed">{t(offset === null ? 'drops.sealed' : 'drops.unpublished')}</span>
        </span>
      )}
    </div>
  )
}

function Head({ drop }: { drop: DropDetail }) {
  const t = useText()
  return (
    <>
      <p className="crumb">
        <Link to="/drops">{t('trade.drops')}</Link>
      </p>
      <h1>{dropTitle(t, drop)}</h1>
      <p className="by">
        {t('drops.by')}{' '}
        <Link to="/" search={{ creator: drop.creator }}>
          <AccountName address={drop.creator} />
        </Link>
      </p>
      <div className="marks">
        <AiLabel word={t('ai.word')} how={t('ai.generated')} />
        <span className="small mute">{t('drops.items.count', { count: drop.supply })}</span>
      </div>
    </>
  )
}
