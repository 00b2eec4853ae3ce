import type { OrderView } from '@daedal/protocol/market/api'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { lazy, Suspense, useState } from 'react'
import { formatMoment, formatWei } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { AccountName } from '../wallet/account-name.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { OrderStateText } from './order-state-text.tsx'
import { subjectOf } from './price-panel.tsx'

const AcceptDialog = lazy(() => import('./accept-dialog.tsx').then((module) => ({ default: module.AcceptDialog })))

/** All orders for an asset: open ones, and those that are dead with the reason. */
export function OrdersTable({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const language = useLanguage()
  const { address } = useAccount()
  const [accepting, setAccepting] = useState<OrderView | null>(null)
  const owned = isSame(address, asset.owner)
  const unit = (view: OrderView) => (view.kind === 'listing' ? 'ETH' : 'WETH')
  const act = (view: OrderView) => {
    const open = view.status.state === 'active' || view.status.state === 'inactive' || view.status.state === 'pending'
    if (open && isSame(address, view.order.maker))
      return (
        <Button small onClick={() => startFlow({ kind: 'cancel', hash: view.hash }, subjectOf(asset, view.price, unit(view)))}>
          {t('orders.cancel')}
        </Button>
      )
    if (view.kind === 'offer' && view.form !== 'bundle' && owned && view.status.state === 'active')
      return (
        <Button small onClick={() => setAccepting(view)}>
          {t('orders.accept')}
        </Button>
      )
    return null
  }
  const columns: Column<OrderView>[] = [
    { key: 'kind', head: t('orders.kind'), cell: (view) => t(`orders.kind.${view.kind}`) },
    { key: 'by', head: t('orders.by'), cell: (view) => <AccountName address={view.order.maker} /> },
    {
      key: 'price',
      head: t('orders.price'),
      figure: true,
      cell: (view) => (
        <span className={view.status.state === 'active' ? undefined : 'struck'}>
          {formatWei(view.price)} {t(unit(view) === 'ETH' ? 'unit.eth' : 'unit.weth')}
        </span>
      ),
    },
    { key: 'until', head: t('orders.until'), cell: (view) => formatMoment(Number(view.order.endTime) * 1000, language) },
    { key: 'state', head: t('orders.state'), cell: (view) => <OrderStateText status={view.status} /> },
    { key: 'act', head: <span className="vh">{t('orders.act')}</span>, figure: true, cell: act },
  ]
  return (
    <Section title={t('orders.title')}>
      {asset.orders.length ? (
        <Table caption={t('orders.title')} columns={columns} rows={asset.orders} keyOf={(view) => view.hash} />
      ) : (
        <p className="mute">{t('orders.none')}</p>
      )}
      {accepting ? (
        <Suspense fallback={null}>
          <AcceptDialog asset={asset} offer={accepting} onClose={() => setAccepting(null)} />
        </Suspense>
      ) : null}
    </Section>
  )
}
