import type { DropDetail } from '@daedal/protocol/market/drop-api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { configQuery, statusQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useAccount } from '../wallet/account.ts'
import { AccountName } from '../wallet/account-name.tsx'
import { auctionUnit } from './auction-unit.ts'
import { dropClock } from './drop-clock.ts'
import { DropCourse } from './drop-course.tsx'
import { DropItems } from './drop-items.tsx'
import { DropPanel } from './drop-panel.tsx'
import { DropTerms } from './drop-terms.tsx'
import { dropTitle, hiddenText } from './drop-words.ts'
import { drops } from './drops.ts'
import { LotMissing } from './lot-missing.tsx'
import { OwnTickets } from './own-tickets.tsx'
import { useAskAgainAt } from './use-ask-again-at.ts'

/** One drop: its cover where that is public, the form to buy, the person's tickets, its course, its terms and its items. */
export function DropPage() {
  const { id } = useParams({ from: '/drops/$id' })
  const t = useText()
  const { address } = useAccount()
  const query = useQuery({
    ...drops.detail(id, address),
    placeholderData: (before) => (before?.id === id ? { ...before, account: null } : undefined),
  })
  const drop = query.data
  usePageTitle(drop ? dropTitle(t, drop) : t('drops.one'))
  const answeredAt = query.dataUpdatedAt
  const changesAt = drop ? (dropClock(drop, answeredAt, answeredAt)?.changesAt ?? null) : null
  useAskAgainAt(changesAt, Math.max(answeredAt, query.errorUpdatedAt), () => void query.refetch())

  if (drop) return <Drop drop={drop} answeredAt={answeredAt} />
  return (
    <LotMissing
      query={query}
      name={t('drops.loading')}
      unknown={
        <EmptyState title={t('drops.unknown.title')} text={t('drops.unknown.text')}>
          <Link className="btn small" to="/drops">
            {t('drops.unknown.act')}
          </Link>
        </EmptyState>
      }
    />
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
          <DropPanel drop={drop} unit={unit} answeredAt={answeredAt} />
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

/** Plates that stand for sealed items, at most. */
const SEALED = 24

/** The first item where items are public; else a sheet of sealed plates, one for each item, with the reason. */
function Cover({ drop }: { drop: DropDetail }) {
  const t = useText()
  const { cover, supply } = drop
  if (cover?.image)
    return (
      <div className="matted">
        <img src={cover.image} alt={cover.name ?? ''} />
      </div>
    )
  return (
    <figure>
      <div className="matted" aria-hidden="true">
        <div className="sealed-sheet">
          {Array.from({ length: Math.min(supply, SEALED) }, (_, place) => (
            <span key={place} className="plate hatch" />
          ))}
        </div>
      </div>
      <figcaption className="small mute sealed-why">{t(hiddenText(drop))}</figcaption>
    </figure>
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
