import type { AuctionBid, AuctionDetail } from '@daedal/protocol/market/auction-api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { formatAge, formatCount, formatMoment } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import { type AuctionUnit, amountText } from './auction-unit.ts'
import { auctions } from './auctions.ts'

/** All bids, the highest first, and which of them moved the end. */
export function BidsTable({ auction, unit }: { auction: AuctionDetail; unit: AuctionUnit | null }) {
  const t = useText()
  const language = useLanguage()
  const query = useInfiniteQuery(auctions.bids(auction.id))
  // Until the table is there, the bids that came with the auction stand in it.
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.data) ?? auction.bids.data, [query.data, auction.bids.data])
  const columns: Column<AuctionBid>[] = [
    { key: 'by', head: t('bids.by'), cell: ({ bidder }) => <AccountName address={bidder} /> },
    { key: 'amount', head: t('bids.amount'), figure: true, cell: ({ amount }) => amountText(t, amount, unit, auction.currency) },
    {
      key: 'end',
      head: t('bids.end'),
      cell: ({ extended, endTime }) => (extended ? formatMoment(Number(endTime) * 1_000, language) : '–'),
    },
    {
      key: 'age',
      head: t('asset.activity.age'),
      figure: true,
      cell: ({ at }) => (
        <time dateTime={at} title={formatMoment(at, language)}>
          {formatAge(at, language)}
        </time>
      ),
    },
    { key: 'block', head: t('asset.activity.block'), figure: true, cell: ({ block }) => formatCount(block) },
  ]
  return (
    <Section title={t('bids.title')} aside={auction.bidCount ? t('bids.count', { count: auction.bidCount }) : null}>
      {rows.length ? (
        <Table caption={t('bids.title')} columns={columns} rows={rows} keyOf={(bid) => `${bid.transactionHash}-${bid.amount}`} />
      ) : (
        <p className="mute">{t('bids.none')}</p>
      )}
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
