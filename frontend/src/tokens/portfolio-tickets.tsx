import type { DropDetail } from '@daedal/protocol/market/drop-api'
import type { Address } from '@daedal/protocol/scalars'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { canDeliver, canRefund } from '../market/drop-acts.ts'
import { DropTime } from '../market/drop-time.tsx'
import { dropTitle } from '../market/drop-words.ts'
import { drops } from '../market/drops.ts'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'

/** Tickets of an account that are neither delivered nor given back, drop by drop; nothing when none waits. */
export function PortfolioTickets({ account }: { account: Address }) {
  const t = useText()
  const { data: rows, dataUpdatedAt } = useQuery(drops.waiting(account))
  if (!rows?.length) return null
  const columns: Column<DropDetail>[] = [
    { key: 'drop', head: t('portfolio.tickets.drop'), cell: (drop) => dropTitle(t, drop) },
    { key: 'count', head: t('portfolio.tickets.count'), figure: true, cell: (drop) => formatCount(drop.account?.open ?? 0) },
    { key: 'state', head: t('orders.state'), cell: (drop) => <State drop={drop} answeredAt={dataUpdatedAt} /> },
    {
      key: 'act',
      head: <span className="vh">{t('orders.act')}</span>,
      figure: true,
      cell: ({ id }) => (
        <Link className="btn small" to="/drops/$id" params={{ id }}>
          {t('portfolio.tickets.see')}
        </Link>
      ),
    },
  ]
  return (
    <Section title={t('portfolio.tickets')}>
      <Table caption={t('portfolio.tickets')} columns={columns} rows={rows} keyOf={({ id }) => id} />
    </Section>
  )
}

function State({ drop, answeredAt }: { drop: DropDetail; answeredAt: number }) {
  const t = useText()
  if (canRefund(drop)) return t('portfolio.tickets.refund')
  if (canDeliver(drop)) return t('portfolio.tickets.deliver')
  return <DropTime drop={drop} answeredAt={answeredAt} />
}
