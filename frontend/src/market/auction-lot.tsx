import type { AuctionView } from '@daedal/protocol/market/auction-api'
import { Link } from '@tanstack/react-router'
import { shortHex } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { AiLabel } from '../ui/ai-label.tsx'
import { Plate } from '../ui/plate.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import { amountName, auctionAmount } from './auction-figure.ts'
import { AuctionRule, AuctionTime } from './auction-time.tsx'
import { type AuctionUnit, amountText } from './auction-unit.ts'
import { LOT_MAT } from './lot-mat.ts'

type LotProps = { auction: AuctionView; unit: AuctionUnit | null; answeredAt: number; eager: boolean }

/** An auction in a list: picture, what it stands at, how many bids, and the time. One link covers it. */
export function AuctionLot({ auction, unit, answeredAt, eager }: LotProps) {
  const t = useText()
  const { id, name, image, tokenId, seller, state, currency } = auction
  return (
    <article className="card lot-card">
      <Plate src={image || null} alt="" ratio={LOT_MAT} eager={eager} />
      <div className="imprint">
        {name === null ? (
          <span className="mute small">{t('auctions.unknownAsset')}</span>
        ) : (
          <AiLabel word={t('ai.word')} how={t('ai.generated')} />
        )}
        <span className="small lot-state" data-state={state}>
          {t(`auctions.state.${state}`)}
        </span>
      </div>
      <h2 className="title">
        <Link className="hit" to="/auctions/$id" params={{ id }}>
          {name ?? t('auctions.token', { token: shortHex(tokenId, 8, 6) })}
        </Link>
      </h2>
      <p className="by">
        {t('auction.by')} <AccountName address={seller} />
      </p>
      <p className="ask">
        <b>{amountText(t, auctionAmount(auction), unit, currency)}</b>
        <span className="mute">{amountName(t, auction)}</span>
      </p>
      <div className="lot-time">
        <AuctionRule auction={auction} answeredAt={answeredAt} />
        <p className="small">
          <AuctionTime auction={auction} answeredAt={answeredAt} />
        </p>
      </div>
    </article>
  )
}
