import type { DropDetail } from '@daedal/protocol/market/drop-api'
import type { Address } from '@daedal/protocol/scalars'
import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { canDeliver, canRefund } from '../market/drop-acts.ts'
import { DropTime } from '../market/drop-time.tsx'
import { dropTitle } from '../market/drop-words.ts'
import { drops } from '../market/drops.ts'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'

type Row = { drop: DropDetail; answeredAt: number }

/** Tickets of an account that are neither delivered nor given back, drop by drop; nothing when none waits. */
export function PortfolioTickets({ account }: { account: Address }) {
  const t = useText()
  const { data } = useInfiniteQuery(drops.list({ account, limit: 24 }))
  const waiting = (data?.pages.flatMap((page) => page.data) ?? []).filter(({ sold, delivered, refunded }) => sold > delivered + refunded)
  const found = useQueries({ queries: waiting.map(({ id }) => drops.detail(id, account)) })
  const rows = found.flatMap(({ data: drop, dataUpdatedAt }): Row[] => (drop?.account?.open ? [{ drop, answeredAt: dataUpdatedAt }] : []))
  if (!rows.length) return null
  const columns: Column<Row>[] = [
    { key: 'drop', head: t('portfolio.tickets.drop'), cell: ({ drop }) => dropTitle(t, drop) },
    { key: 'count', head: t('portfolio.tickets.count'), figure: true, cell: ({ drop }) => formatCount(drop.account?.open ?? 0) },
    { key: 'state', head: t('orders.state'), cell: ({ drop, answeredAt }) => <State drop={drop} answeredAt={answeredAt} /> },
    {
      key: 'act',
      head: <span className="vh">{t('orders.act')}</span>,
      figure: true,
      cell: ({ drop }) => (
        <Link className="btn small" to="/drops/$id" params={{ id: drop.id }}>
          {t('portfolio.tickets.see')}
        </Link>
      ),
    },
  ]
  return (
    <Section title={t('portfolio.tickets')}>
      <Table caption={t('portfolio.tickets')} columns={columns} rows={rows} keyOf={({ drop }) => drop.id} />
    </Section>
  )
}

function State({ drop, answeredAt }: Row) {
  const t = useText()
  if (canRefund(drop)) return t('portfolio.tickets.refund')
  if (canDeliver(drop)) return t('portfolio.tickets.deliver')
  return <DropTime drop={drop} answeredAt={answeredAt} />
}
