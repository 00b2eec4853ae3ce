import type { DropDetail, DropTicket } from '@daedal/protocol/market/drop-api'
import { formatAge, formatCount, formatMoment } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { AssetCell } from './asset-cell.tsx'
import type { AuctionUnit } from './auction-unit.ts'
import { canRefund, openPurchases } from './drop-acts.ts'
import { dropSubject, priceText } from './drop-words.ts'

type OwnTicketsProps = {
  drop: DropDetail
  unit: AuctionUnit | null
  tickets: readonly DropTicket[]
  paused: string | null
  /** Shows more of them; null when all are here. */
  onMore: (() => void) | null
}

/** The person's tickets: what each gets where that is known, what became of it, and the refund where it is due. */
export function OwnTickets({ drop, unit, tickets, paused, onMore }: OwnTicketsProps) {
  const t = useText()
  const language = useLanguage()
  const waiting = canRefund(drop) ? openPurchases(tickets) : []
  // The only one is given back by the button above.
  const due = waiting.length > 1 ? waiting : []
  // A refund is of a whole purchase, so it stands at the first ticket of it that waits.
  const refundAt = new Map(due.map((first) => [tickets.find((ticket) => ticket.first === first && ticket.state === 'open')?.ticket, first]))
  const columns: Column<DropTicket>[] = [
    { key: 'ticket', head: t('drops.tickets.number'), cell: ({ ticket }) => formatCount(ticket + 1) },
    { key: 'item', head: t('drops.tickets.item'), cell: (ticket) => <Item ticket={ticket} late={canRefund(drop)} /> },
    { key: 'price', head: t('drops.tickets.paid'), figure: true, cell: ({ price }) => priceText(t, price, unit, drop) },
    { key: 'state', head: t('orders.state'), cell: ({ state }) => t(`drops.tickets.${state}`) },
    {
      key: 'age',
      head: t('asset.activity.age'),
      figure: true,
      cell: ({ boughtAt, doneAt }) => (
        <time dateTime={doneAt ?? boughtAt} title={formatMoment(doneAt ?? boughtAt, language)}>
          {formatAge(doneAt ?? boughtAt, language)}
        </time>
      ),
    },
    ...(due.length
      ? [
          {
            key: 'act',
            head: <span className="vh">{t('orders.act')}</span>,
            figure: true,
            cell: ({ ticket }: DropTicket) => {
              const first = refundAt.get(ticket)
              if (first === undefined) return null
              return (
                <Button
                  small
                  why={paused}
                  onClick={() => startFlow({ kind: 'refund', drop: drop.id, first }, dropSubject(t, drop, null, unit))}
                >
                  {t('drops.act.refund')}
                </Button>
              )
            },
          },
        ]
      : []),
  ]
  return (
    <div className="own-tickets">
      <Section title={t('drops.tickets')} aside={t('drops.tickets.count', { count: countOf(drop) })}>
        <Table caption={t('drops.tickets')} columns={columns} rows={tickets} keyOf={({ ticket }) => String(ticket)} />
        {onMore ? (
          <p className="more">
            <Button onClick={onMore}>{t('act.more')}</Button>
          </p>
        ) : null}
      </Section>
    </div>
  )
}

const countOf = ({ account }: DropDetail): number => (account ? account.open + account.delivered + account.refunded : 0)

/** A delivered ticket leads to its asset; before, what it gets is shown where that is known. */
function Item({ ticket: { asset, state }, late }: { ticket: DropTicket; late: boolean }) {
  const t = useText()
  if (!asset) return <span className="mute">{t(late || state === 'refunded' ? 'drops.tickets.none' : 'drops.tickets.unknown')}</span>
  const { item, minted, name, image } = asset
  return <AssetCell asset={{ id: minted ? asset.asset : null, name: name ?? t('drops.item', { item: item + 1 }), image: image ?? '' }} />
}
