import type { DropDetail, DropTicket } from '@daedal/protocol/market/drop-api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatMoment, formatWei } from '../lib/format.ts'
import { statusQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { type Text, useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { PriceBox } from '../ui/price-box.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { startFlow } from '../wallet/flow-store.ts'
import type { AuctionUnit } from './auction-unit.ts'
import { BuyTicketsForm } from './buy-tickets-form.tsx'
import { type DropAct, dropActs, nextDeliveries } from './drop-acts.ts'
import { SoldBar } from './drop-bar.tsx'
import { dropClock, stageNow } from './drop-clock.ts'
import { DropStanding } from './drop-standing.tsx'
import { DropTime } from './drop-time.tsx'
import { dropSubject, priceText, soldText } from './drop-words.ts'
import { drops } from './drops.ts'
import { RevealForm } from './reveal-form.tsx'

type DropPanelProps = { drop: DropDetail; unit: AuctionUnit | null; answeredAt: number; own: readonly DropTicket[] }

/** What a ticket costs, how many are sold, the time, how it stands for the person, the form to buy, and what else can be done. */
export function DropPanel({ drop, unit, answeredAt, own }: DropPanelProps) {
  const t = useText()
  const language = useLanguage()
  const { address } = useAccount()
  const { data: status } = useQuery(statusQuery)
  const mine = isSame(drop.creator, address)
  const { data: everybody } = useInfiniteQuery({ ...drops.tickets(drop.id, null), enabled: mine })
  const paused = status?.chain === 'down' ? t('price.why.chain') : null
  const clock = dropClock(drop, answeredAt, answeredAt)
  const { stage } = stageNow(drop.stages)
  const price = priceText(t, stage.price, unit, drop)
  const waiting = everybody?.pages.flatMap((page) => page.data) ?? []
  const acts = dropActs(drop, address, status?.headBlock ?? null, waiting)
  const sells = (drop.state === 'live' || drop.state === 'upcoming') && !drop.ended
  const figure = unit && BigInt(stage.price) > 0n
  return (
    <PriceBox
      label={t('drops.one')}
      figure={figure ? formatWei(stage.price) : price}
      unit={figure ? t(unit === 'WETH' ? 'unit.weth' : 'unit.eth') : undefined}
      aside={t('drops.ticket')}
      acts={actsOf(t, acts, drop, unit, paused, own, waiting)}
    >
      <p className="vh" role="status">
        {soldText(t, drop)}
      </p>
      <div className="auction-time">
        <SoldBar sold={drop.sold} of={drop.supply} />
        <p>
          <b>{soldText(t, drop)}</b>
          <span className="mute small">{t(`drops.state.${drop.state}`)}</span>
        </p>
        <p>
          <DropTime drop={drop} answeredAt={answeredAt} />
          {clock ? <span className="mute small">{formatMoment(clock.at * 1_000, language)}</span> : null}
        </p>
      </div>
      <DropStanding drop={drop} mine={mine} head={status?.headBlock ?? null} paused={paused} />
      {acts.includes('reveal-drop') ? <RevealForm drop={drop} unit={unit} paused={paused} /> : null}
      {sells ? (
        unit === null ? (
          <p className="note">{t('drops.foreign')}</p>
        ) : (
          <BuyTicketsForm drop={drop} unit={unit} paused={paused} />
        )
      ) : null}
    </PriceBox>
  )
}

/** What can be done besides buying and telling the secret, which have forms; null for nothing. */
function actsOf(
  t: Text,
  acts: readonly DropAct[],
  drop: DropDetail,
  unit: AuctionUnit | null,
  paused: string | null,
  own: readonly DropTicket[],
  everybody: readonly DropTicket[],
): ReactNode {
  const subject = dropSubject(t, drop, null, unit)
  const buying = drop.state === 'live' || drop.state === 'upcoming'
  const shown = acts.filter((act) => act !== 'reveal-drop')
  if (!shown.length) return null
  const begin = (act: DropAct) => {
    if (act === 'deliver' || act === 'deliver-all') {
      const tickets = nextDeliveries(act === 'deliver' ? own : everybody)
      if (tickets.length) startFlow({ kind: 'deliver', drop: drop.id, tickets }, subject)
    } else if (act !== 'reveal-drop') startFlow({ kind: act, drop: drop.id }, subject)
  }
  return shown.map((act, at) => (
    <Button
      key={act}
      look={at === 0 && !buying ? 'main' : 'plain'}
      className={at === 0 && !buying ? '' : 'wide'}
      why={paused}
      onClick={() => begin(act)}
    >
      {t(`drops.act.${act}`, { count: nextDeliveries(act === 'deliver' ? own : everybody).length })}
    </Button>
  ))
}
