import type { DropDetail, DropTicket } from '@daedal/protocol/market/drop-api'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import type { AuctionUnit } from './auction-unit.ts'
import { type DropAct, nextDeliveries, openPurchases } from './drop-acts.ts'
import { dropSubject } from './drop-words.ts'

type DropActButtonsProps = {
  drop: DropDetail
  acts: readonly DropAct[]
  unit: AuctionUnit | null
  paused: string | null
  /** The next open tickets of the person, see `drops.open`. */
  own: readonly DropTicket[]
  /** The next open tickets, whoever has them. */
  everybody: readonly DropTicket[]
}

/** Acts that have a button: telling the secret has a form, and of own tickets nothing can be asked for before they are here. */
export const buttonsOf = (acts: readonly DropAct[], own: readonly DropTicket[]): DropAct[] =>
  acts.filter((act) => act !== 'reveal-drop' && (own.length > 0 || (act !== 'deliver' && act !== 'refund')))

/** Tickets that wait for an act: of everybody, or of the person. */
const openOf = (act: DropAct, { sold, delivered, refunded, account }: DropDetail): number =>
  act === 'deliver-all' ? sold - delivered - refunded : (account?.open ?? 0)

/** A delivery that does not take all that waits says so. */
const wordsOf = (act: DropAct, drop: DropDetail, count: number) =>
  (act === 'deliver' || act === 'deliver-all') && openOf(act, drop) > count
    ? (`drops.act.${act}.some` as const)
    : (`drops.act.${act}` as const)

/** What can be done besides buying. The first is the main one where nothing is sold. */
export function DropActButtons({ drop, acts, unit, paused, own, everybody }: DropActButtonsProps) {
  const t = useText()
  const subject = dropSubject(t, drop, null, unit)
  const buying = drop.state === 'live' || drop.state === 'upcoming'
  const ticketsOf = (act: DropAct) => nextDeliveries(act === 'deliver' ? own : everybody)
  const begin = (act: DropAct) => {
    if (act === 'deliver' || act === 'deliver-all') startFlow({ kind: 'deliver', drop: drop.id, tickets: ticketsOf(act) }, subject)
    else if (act === 'refund') {
      const [first] = openPurchases(own)
      if (first !== undefined) startFlow({ kind: 'refund', drop: drop.id, first }, subject)
    } else if (act !== 'reveal-drop') startFlow({ kind: act, drop: drop.id }, subject)
  }
  return acts.map((act, at) => {
    const main = at === 0 && !buying
    return (
      <Button key={act} look={main ? 'main' : 'plain'} className={main ? '' : 'wide'} why={paused} onClick={() => begin(act)}>
        {t(wordsOf(act, drop, ticketsOf(act).length), { count: ticketsOf(act).length, open: openOf(act, drop) })}
      </Button>
    )
  })
}
