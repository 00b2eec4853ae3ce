import type { DropView } from '@daedal/protocol/market/drop-api'
import { Link } from '@tanstack/react-router'
import { useText } from '../lib/text/use-text.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { Plate } from '../ui/plate.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import type { AuctionUnit } from './auction-unit.ts'
import { SoldBar } from './drop-bar.tsx'
import { stageNow } from './drop-clock.ts'
import { DropTime } from './drop-time.tsx'
import { dropTitle, priceText, soldText } from './drop-words.ts'

/** Width through height of every card's mat; the picture hangs on it whole. */
const MAT = 1.25

type DropCardProps = { drop: DropView; unit: AuctionUnit | null; answeredAt: number; eager: boolean }

/** A drop in a list: its cover where that is public, what a ticket costs, how many are sold, and the time. One link covers it. */
export function DropCard({ drop, unit, answeredAt, eager }: DropCardProps) {
  const t = useText()
  const { id, cover, creator, state, sold, supply } = drop
  return (
    <article className="card lot-card">
      <Plate src={cover?.image ?? null} alt="" ratio={MAT} eager={eager}>
        {cover?.image ? null : <span className="sealed">{t(drop.offset === null ? 'drops.sealed' : 'drops.unpublished')}</span>}
      </Plate>
      <div className="imprint">
        <AiLabel word={t('ai.word')} how={t('ai.generated')} />
        <span className="small lot-state" data-state={state}>
          {t(`drops.state.${state}`)}
        </span>
      </div>
      <h2 className="title">
        <Link className="hit" to="/drops/$id" params={{ id }}>
          {dropTitle(t, drop)}
        </Link>
      </h2>
      <p className="by">
        {t('drops.by')} <AccountName address={creator} />
      </p>
      <p className="ask">
        <b>{priceText(t, stageNow(drop.stages).stage.price, unit, drop)}</b>
        <span className="mute">{soldText(t, drop)}</span>
      </p>
      <div className="lot-time">
        <SoldBar sold={sold} of={supply} />
        <p className="small">
          <DropTime drop={drop} answeredAt={answeredAt} />
        </p>
      </div>
    </article>
  )
}
