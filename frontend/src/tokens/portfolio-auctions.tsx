import type { AuctionView } from '@daedal/protocol/market/auction-api'
import type { Portfolio } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { shortHex } from '../lib/format.ts'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { AssetCell } from '../market/asset-cell.tsx'
import { amountName, auctionAmount } from '../market/auction-figure.ts'
import { AuctionTime } from '../market/auction-time.tsx'
import { amountText, auctionUnit } from '../market/auction-unit.ts'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'

/** What an account has put up, which the auction house holds for it; nothing when it has put up nothing. */
export function PortfolioAuctions({ escrowed, answeredAt }: { escrowed: Portfolio['escrowed']; answeredAt: number }) {
  const t = useText()
  const { data: config } = useQuery(configQuery)
  if (!escrowed.length) return null
  const columns: Column<AuctionView>[] = [
    {
      key: 'asset',
      head: t('activity.asset'),
      cell: ({ asset, name, tokenId, image }) => (
        <AssetCell asset={{ id: name === null ? null : asset, name: name ?? shortHex(tokenId, 8, 6), image: image ?? '' }} />
      ),
    },
    {
      key: 'amount',
      head: t('portfolio.auctions.amount'),
      figure: true,
      cell: (row) => amountText(t, auctionAmount(row), auctionUnit(row.currency, config?.contracts.wrappedEther), row.currency),
    },
    { key: 'what', head: t('portfolio.auctions.what'), cell: (row) => amountName(t, row) },
    {
      key: 'time',
      head: t('orders.state'),
      cell: (row) => (row.waiting ? t('portfolio.auctions.waiting') : <AuctionTime auction={row} answeredAt={answeredAt} />),
    },
    {
      key: 'act',
      head: <span className="vh">{t('orders.act')}</span>,
      figure: true,
      cell: ({ id }) => (
        <Link className="btn small" to="/auctions/$id" params={{ id }}>
          {t('auction.see')}
        </Link>
      ),
    },
  ]
  return (
    <Section title={t('portfolio.auctions')} aside={t('portfolio.auctions.aside')}>
      <Table caption={t('portfolio.auctions')} columns={columns} rows={escrowed} keyOf={({ id }) => id} />
    </Section>
  )
}
