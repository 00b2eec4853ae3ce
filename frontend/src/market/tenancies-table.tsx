import type { TenancyView } from '@daedal/protocol/market/rental-api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { refreshAll } from '../lib/event-stream.ts'
import { formatMoment, placesOf, shortHex } from '../lib/format.ts'
import { configQuery, statusQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { AssetCell } from './asset-cell.tsx'
import { auctionSubject } from './auction-subject.ts'
import { amountText, auctionUnit } from './auction-unit.ts'
import { earnedOf, paidOf } from './rental-standing.ts'
import { tenancyClock } from './tenancy-clock.ts'
import { TenancyTime } from './tenancy-time.tsx'
import { useAskAgainAt } from './use-ask-again-at.ts'

type TenanciesTableProps = {
  caption: string
  rows: readonly TenancyView[]
  answeredAt: number
  /** Whose view it is: who uses the assets sees what it paid, who lets them what that earned. */
  side: 'user' | 'owner'
  /** Whether the person may act on them, because they are its own. */
  own: boolean
}

/** Tenancies with the other party, the time, the money, and the act that ends one early or brings a token back. */
export function TenanciesTable({ caption, rows, answeredAt, side, own }: TenanciesTableProps) {
  const t = useText()
  const language = useLanguage()
  const queries = useQueryClient()
  const { data: config } = useQuery(configQuery)
  const changes = rows.flatMap((row) => tenancyClock(row, answeredAt, answeredAt).changesAt ?? [])
  useAskAgainAt(changes.length ? Math.min(...changes) : null, answeredAt, () => refreshAll(queries))
  const sumsOf = side === 'user' ? paidOf : earnedOf
  const decimals = placesOf(rows.flatMap((row) => sumsOf(row).map(({ amount }) => amount)))
  const money = (row: TenancyView): ReactNode =>
    sumsOf(row).map(({ currency, amount }) => (
      <span key={currency} className="line">
        {amountText(t, amount, auctionUnit(currency, config?.contracts.wrappedEther), currency, decimals)}
      </span>
    ))
  const columns: Column<TenancyView>[] = [
    {
      key: 'asset',
      head: t('activity.asset'),
      cell: ({ asset, name, tokenId, image }) => (
        <AssetCell asset={{ id: name === null ? null : asset, name: name ?? shortHex(tokenId, 8, 6), image: image ?? '' }} />
      ),
    },
    // Next to the asset, so that a phone shows it without scrolling the table.
    { key: 'time', head: t('tenancy.left'), cell: (row) => <TenancyTime time={row} answeredAt={answeredAt} /> },
    {
      key: 'party',
      head: t(side === 'user' ? 'tenancy.owner' : 'tenancy.user'),
      cell: ({ owner, user }) => <AccountName address={side === 'user' ? owner : user} />,
    },
    {
      key: 'until',
      head: t('tenancy.until'),
      cell: ({ expires, endedAt }) => formatMoment(Number(endedAt ?? expires) * 1_000, language),
    },
    { key: 'money', head: t(side === 'user' ? 'tenancy.paid' : 'tenancy.earned'), figure: true, cell: money },
    ...(own
      ? [
          {
            key: 'act',
            head: <span className="vh">{t('orders.act')}</span>,
            figure: true,
            cell: (row: TenancyView) => <TenancyAct row={row} side={side} />,
          },
        ]
      : []),
  ]
  return <Table caption={caption} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

/** What can be done about a tenancy; nothing where there is nothing. */
function TenancyAct({ row, side }: { row: TenancyView; side: 'user' | 'owner' }) {
  const t = useText()
  const { data: status } = useQuery(statusQuery)
  const paused = status?.chain === 'down' ? t('rent.why.chain') : null
  const { state, held, collection, tokenId } = row
  const begin = (kind: 'give-back' | 'release-token') => startFlow({ kind, collection, tokenId }, auctionSubject(row, null, null))
  if (state === 'active')
    return side === 'user' ? (
      <Button small look="quiet" why={paused} onClick={() => begin('give-back')}>
        {t('tenancy.giveBack')}
      </Button>
    ) : held ? (
      <span className="mute">{t('tenancy.held')}</span>
    ) : null
  // Anyone may have it returned; it goes to its owner.
  return held ? (
    <Button small why={paused} onClick={() => begin('release-token')}>
      {t('tenancy.release')}
    </Button>
  ) : null
}
