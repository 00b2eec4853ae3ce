import { ANYONE } from '@daedal/protocol/market/order'
import type { RentalOfferView } from '@daedal/protocol/market/rental-api'
import { useQuery } from '@tanstack/react-query'
import { formatMoment, shortHex } from '../lib/format.ts'
import { configQuery, statusQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { type Column, Table } from '../ui/table.tsx'
import { isSame } from '../wallet/account.ts'
import { AccountName } from '../wallet/account-name.tsx'
import { AssetCell } from './asset-cell.tsx'
import { amountText, auctionUnit } from './auction-unit.ts'
import { CancelOffer } from './cancel-offer.tsx'
import { daysText } from './days-text.ts'
import { OrderStateText } from './order-state-text.tsx'

/** What the person offers for rent, with the act that cancels an offer. */
export function OffersTable({ caption, rows }: { caption: string; rows: readonly RentalOfferView[] }) {
  const t = useText()
  const language = useLanguage()
  const { data: config } = useQuery(configQuery)
  const { data: status } = useQuery(statusQuery)
  const paused = status?.chain === 'down' ? t('rent.why.chain') : null
  const columns: Column<RentalOfferView>[] = [
    {
      key: 'asset',
      head: t('activity.asset'),
      cell: ({ asset, name, image, offer }) => (
        <AssetCell asset={{ id: name === null ? null : asset, name: name ?? shortHex(offer.tokenId, 8, 6), image: image ?? '' }} />
      ),
    },
    {
      key: 'price',
      head: t('rent.own.price'),
      figure: true,
      cell: ({ offer, state }) => (
        <span className={state === 'inactive' ? 'struck' : undefined}>
          {amountText(t, offer.pricePerDay, auctionUnit(offer.currency, config?.contracts.wrappedEther), offer.currency)}
        </span>
      ),
    },
    { key: 'days', head: t('rent.days'), cell: ({ offer }) => daysText(t, offer) },
    {
      key: 'for',
      head: t('rent.own.for'),
      cell: ({ offer }) => (isSame(offer.renter, ANYONE) ? t('rent.own.anyone') : <AccountName address={offer.renter} />),
    },
    { key: 'until', head: t('orders.until'), cell: ({ offer }) => formatMoment(Number(offer.end) * 1_000, language) },
    { key: 'state', head: t('orders.state'), cell: (view) => <OrderStateText status={view} /> },
    {
      key: 'act',
      head: <span className="vh">{t('orders.act')}</span>,
      figure: true,
      cell: (view) => <CancelOffer view={view} paused={paused} />,
    },
  ]
  return <Table caption={caption} columns={columns} rows={rows} keyOf={({ hash }) => hash} />
}
