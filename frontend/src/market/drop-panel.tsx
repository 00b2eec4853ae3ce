import type { DropDetail } from '@daedal/protocol/market/drop-api'
import { useQuery } from '@tanstack/react-query'
import { formatMoment, formatWei } from '../lib/format.ts'
import { statusQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { PriceBox } from '../ui/price-box.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import type { AuctionUnit } from './auction-unit.ts'
import { BuyTicketsForm } from './buy-tickets-form.tsx'
import { buttonsOf, DropActButtons } from './drop-act-buttons.tsx'
import { dropActs } from './drop-acts.ts'
import { SoldBar } from './drop-bar.tsx'
import { dropClock, stageNow } from './drop-clock.ts'
import { DropStanding } from './drop-standing.tsx'
import { DropTime } from './drop-time.tsx'
import { priceText, soldText } from './drop-words.ts'
import { drops } from './drops.ts'
import { RevealForm } from './reveal-form.tsx'

type DropPanelProps = { drop: DropDetail; unit: AuctionUnit | null; answeredAt: number }

/** What a ticket costs, how many are sold, the time, how it stands for the person, the form to buy, and what else can be done. */
export function DropPanel({ drop, unit, answeredAt }: DropPanelProps) {
  const t = useText()
  const language = useLanguage()
  const { address } = useAccount()
  const { data: status } = useQuery(statusQuery)
  const mine = isSame(drop.creator, address)
  const { data: own = [] } = useQuery({ ...drops.open(drop.id, address), enabled: address !== null })
  const { data: everybody = [] } = useQuery({ ...drops.open(drop.id, null), enabled: mine })
  const paused = status?.chain === 'down' ? t('price.why.chain') : null
  const clock = dropClock(drop, answeredAt, answeredAt)
  const { stage } = stageNow(drop.stages)
  const price = priceText(t, stage.price, unit, drop)
  const acts = dropActs(drop, address, status?.headBlock ?? null, everybody)
  const buttons = buttonsOf(acts, own)
  const sells = (drop.state === 'live' || drop.state === 'upcoming') && !drop.ended
  const figure = unit && BigInt(stage.price) > 0n
  return (
    <PriceBox
      label={t('drops.one')}
      figure={figure ? formatWei(stage.price) : price}
      unit={figure ? t(unit === 'WETH' ? 'unit.weth' : 'unit.eth') : undefined}
      aside={t(sells ? 'drops.ticket' : 'drops.ticketWas')}
      acts={
        buttons.length ? <DropActButtons drop={drop} acts={buttons} unit={unit} paused={paused} own={own} everybody={everybody} /> : null
      }
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
      {acts.includes('end-drop') ? <p className="note">{t('drops.you.end', { sold: drop.sold })}</p> : null}
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
