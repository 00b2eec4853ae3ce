import type { Activity } from '@daedal/protocol/tokens/api'
import { Link } from '@tanstack/react-router'
import { formatAge, formatCount, formatMoment, formatWei } from '../lib/format.ts'
import type { TextKey } from '../lib/text/en.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { type Column, Table } from '../ui/table.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import { AssetCell } from './asset-cell.tsx'
import { currencyUnit } from './currency-unit.ts'

/** What happened, latest first, each with its asset, who to whom, and the price. */
export function ActivityTable({ rows }: { rows: readonly Activity[] }) {
  const t = useText()
  const language = useLanguage()
  const columns: Column<Activity>[] = [
    { key: 'event', head: t('asset.activity.event'), cell: (row) => <What row={row} /> },
    { key: 'asset', head: t('activity.asset'), cell: (row) => (row.asset ? <AssetCell asset={row.asset} /> : '–') },
    { key: 'from', head: t('asset.activity.from'), cell: (row) => <Who address={row.from} /> },
    { key: 'to', head: t('asset.activity.to'), cell: (row) => <Who address={row.to} /> },
    {
      key: 'price',
      head: t('orders.price'),
      figure: true,
      cell: (row) => (row.price ? `${formatWei(row.price)} ${t(currencyUnit(row.currency))}` : '–'),
    },
    {
      key: 'age',
      head: t('asset.activity.age'),
      figure: true,
      cell: (row) => (
        <time dateTime={row.occurredAt} title={formatMoment(row.occurredAt, language)}>
          {formatAge(row.occurredAt, language)}
        </time>
      ),
    },
    { key: 'block', head: t('asset.activity.block'), figure: true, cell: (row) => (row.block === null ? '–' : formatCount(row.block)) },
  ]
  return <Table caption={t('nav.activity')} columns={columns} rows={rows} keyOf={(row) => row.id} />
}

/** An auction's events lead to it. */
function What({ row }: { row: Activity }) {
  const t = useText()
  if (!row.auction) return t(eventKey(row))
  return (
    <Link to="/auctions/$id" params={{ id: row.auction }}>
      {t(eventKey(row))}
    </Link>
  )
}

function Who({ address }: { address: string | null }) {
  if (!address) return '–'
  return (
    <Link to="/activity" search={{ account: address }}>
      <AccountName address={address} />
    </Link>
  )
}

/** An order that was opened is named by what it is: offers are paid in wrapped ether. */
function eventKey({ type, currency }: Activity): TextKey {
  if (type !== 'order.created') return `activity.${type}`
  return currencyUnit(currency) === 'unit.weth' ? 'activity.offered' : 'activity.listed'
}
