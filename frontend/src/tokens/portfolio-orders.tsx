import type { OrderView } from '@daedal/protocol/market/api'
import type { AssetSummary, Portfolio } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { formatMoment, formatWei, shortHex } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { AssetCell } from '../market/asset-cell.tsx'
import { OrderStateText } from '../market/order-state-text.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import type { FlowSubject } from '../wallet/flow.ts'
import { startFlow } from '../wallet/flow-store.ts'
import { portfolio as reads } from './portfolio.ts'

const AcceptDialog = lazy(() => import('../market/accept-dialog.tsx').then((module) => ({ default: module.AcceptDialog })))

/** The orders that concern an account, and what it can do about them when it is the person's own. */
export function PortfolioOrders({ portfolio, own }: { portfolio: Portfolio; own: boolean }) {
  const t = useText()
  const { listings, offersMade, offersReceived } = portfolio
  const ids = useMemo(
    () => [...new Set([...listings, ...offersMade, ...offersReceived].flatMap(({ asset }) => asset ?? []))].sort(),
    [listings, offersMade, offersReceived],
  )
  const { data: known } = useQuery(reads.assets(ids))
  const [accepting, setAccepting] = useState<{ offer: OrderView; asset: AssetSummary } | null>(null)
  const subjectOf = (view: OrderView): FlowSubject => {
    const asset = view.asset ? known?.get(view.asset) : undefined
    const unit = view.kind === 'listing' ? 'ETH' : 'WETH'
    return {
      title: asset?.name ?? shortHex(view.order.tokenId, 8, 6),
      image: asset?.image || null,
      asset: view.asset,
      price: view.price,
      unit,
    }
  }
  const cancel = (view: OrderView) => (
    <Button small onClick={() => startFlow({ kind: 'cancel', hash: view.hash }, subjectOf(view))}>
      {t('orders.cancel')}
    </Button>
  )
  const accept = (offer: OrderView) => {
    const asset = offer.asset ? known?.get(offer.asset) : undefined
    return (
      <Button small busy={!asset} onClick={() => asset && setAccepting({ offer, asset })}>
        {t('orders.accept')}
      </Button>
    )
  }
  const cancelAll = () => {
    const title = t('portfolio.cancelAll.subject')
    startFlow({ kind: 'cancel-all' }, { title, image: null, asset: null, price: null, unit: null })
  }
  const table = (title: string, rows: readonly OrderView[], act: (view: OrderView) => ReactNode, received = false) => (
    <OrderRows title={title} rows={rows} known={known} act={own ? act : null} received={received} />
  )
  return (
    <>
      <Section title={t('portfolio.received')}>
        {offersReceived.length ? (
          table(t('portfolio.received'), offersReceived, accept, true)
        ) : (
          <p className="mute">{t('portfolio.received.none')}</p>
        )}
      </Section>
      <Section
        title={t('portfolio.listings')}
        aside={
          own && listings.length + offersMade.length > 0 ? (
            <Button small look="quiet" onClick={cancelAll}>
              {t('portfolio.cancelAll')}
            </Button>
          ) : null
        }
      >
        {listings.length ? table(t('portfolio.listings'), listings, cancel) : <p className="mute">{t('portfolio.listings.none')}</p>}
      </Section>
      <Section title={t('portfolio.made')}>
        {offersMade.length ? table(t('portfolio.made'), offersMade, cancel) : <p className="mute">{t('portfolio.made.none')}</p>}
      </Section>
      {accepting ? (
        <Suspense fallback={null}>
          <AcceptDialog asset={accepting.asset} offer={accepting.offer} onClose={() => setAccepting(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** What an order is for: one asset, several together, or whichever of a collection. */
function Subject({ view, asset }: { view: OrderView; asset: AssetSummary | undefined }) {
  const t = useText()
  if (view.asset) return <AssetCell asset={asset ?? { id: null, name: shortHex(view.order.tokenId, 8, 6), image: '' }} />
  return view.items ? t('orders.bundle', { count: view.items.length }) : t('orders.kind.collection-offer')
}

function OrderRows({
  title,
  rows,
  known,
  act,
  received,
}: {
  title: string
  rows: readonly OrderView[]
  known: Map<string, AssetSummary> | undefined
  act: ((view: OrderView) => ReactNode) | null
  received: boolean
}) {
  const t = useText()
  const language = useLanguage()
  const unit = (view: OrderView) => t(view.kind === 'listing' ? 'unit.eth' : 'unit.weth')
  const columns: Column<OrderView>[] = [
    {
      key: 'asset',
      head: t('activity.asset'),
      cell: (view) => <Subject view={view} asset={view.asset ? known?.get(view.asset) : undefined} />,
    },
    ...(received ? [{ key: 'by', head: t('orders.by'), cell: (view: OrderView) => <AccountName address={view.order.maker} /> }] : []),
    {
      key: 'price',
      head: t('orders.price'),
      figure: true,
      cell: (view) => (
        <span className={view.status.state === 'active' ? undefined : 'struck'}>
          {formatWei(view.price)} {unit(view)}
        </span>
      ),
    },
    ...(received
      ? [
          {
            key: 'net',
            head: t('portfolio.best'),
            figure: true,
            cell: (view: OrderView) => `${formatWei(view.split.seller)} ${unit(view)}`,
          },
        ]
      : []),
    { key: 'until', head: t('orders.until'), cell: (view) => formatMoment(Number(view.order.endTime) * 1_000, language) },
    { key: 'state', head: t('orders.state'), cell: (view) => <OrderStateText status={view.status} /> },
    ...(act ? [{ key: 'act', head: <span className="vh">{t('orders.act')}</span>, figure: true, cell: act }] : []),
  ]
  return <Table caption={title} columns={columns} rows={rows} keyOf={(view) => view.hash} />
}
