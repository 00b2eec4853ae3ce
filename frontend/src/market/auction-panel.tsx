import type { AuctionDetail } from '@daedal/protocol/market/auction-api'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatMoment, formatWei } from '../lib/format.ts'
import { statusQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { type Text, useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { PriceBox, PriceSplitTable } from '../ui/price-box.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { AccountName } from '../wallet/account-name.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { amountName, auctionAmount } from './auction-figure.ts'
import { AuctionStanding } from './auction-standing-note.tsx'
import { auctionSubject } from './auction-subject.ts'
import { AuctionRule, AuctionTime } from './auction-time.tsx'
import { type AuctionUnit, amountText } from './auction-unit.ts'
import { BidForm } from './bid-form.tsx'
import { extensionRule } from './extension-rule.ts'
import { payeesOf, splitLabel } from './split-payees.tsx'

type Act = 'settle-auction' | 'cancel-auction' | 'reclaim'
type ActsProps = { auction: AuctionDetail; unit: AuctionUnit | null; paused: string | null; mine: boolean }
type PanelProps = { auction: AuctionDetail; unit: AuctionUnit | null; answeredAt: number }

/** What an auction stands at, until when, how it stands for the person, what they can do, and who gets what. */
export function AuctionPanel({ auction, unit, answeredAt }: PanelProps) {
  const t = useText()
  const language = useLanguage()
  const { address } = useAccount()
  const { data: status } = useQuery(statusQuery)
  const { state, highestBid, currency, startTime, endTime, leastBid } = auction
  const paused = status?.chain === 'down' ? t('price.why.chain') : null
  const amount = auctionAmount(auction)
  const over = state !== 'live' && state !== 'upcoming'
  const moment = formatMoment(Number(state === 'upcoming' ? startTime : endTime) * 1_000, language)
  const mine = isSame(address, auction.seller)
  return (
    <PriceBox
      label={t('auction.title')}
      figure={unit ? formatWei(amount) : amountText(t, amount, unit, currency)}
      unit={unit ? t(unit === 'WETH' ? 'unit.weth' : 'unit.eth') : undefined}
      aside={amountName(t, auction)}
      note={over ? null : extensionRule(t, language, auction)}
      acts={actsOf(t, { auction, unit, paused, mine })}
    >
      <p className="vh" role="status">
        {amountName(t, auction)} {amountText(t, amount, unit, currency)}
      </p>
      {highestBid ? (
        <p className="small mute">
          {t(state === 'settled' ? 'auction.boughtBy' : 'auction.bidBy')} <AccountName address={highestBid.bidder} />
        </p>
      ) : null}
      <div className="auction-time">
        <AuctionRule auction={auction} answeredAt={answeredAt} />
        <p>
          <b>
            <AuctionTime auction={auction} answeredAt={answeredAt} />
          </b>
          <span className="mute small">{moment}</span>
        </p>
      </div>
      <AuctionStanding auction={auction} unit={unit} paused={paused} />
      {over || mine || leastBid === null ? null : unit === null ? (
        <p className="note">{t('bid.foreign')}</p>
      ) : (
        <BidForm auction={auction} unit={unit} leastBid={leastBid} paused={paused} />
      )}
      <Split auction={auction} unit={unit} mine={mine} />
    </PriceBox>
  )
}

/** What anybody can do once it is over, and the seller before; null for nothing. Bids are made in the form. */
function actsOf(t: Text, { auction, unit, paused, mine }: ActsProps): ReactNode {
  const { id, state, highestBid, waiting } = auction
  const begin = (kind: Act) => startFlow({ kind, auction: id }, auctionSubject(auction, highestBid?.amount ?? null, unit))
  const act = (kind: Act, main: boolean) => (
    <Button key={kind} look={main ? 'main' : 'plain'} className={main ? '' : 'wide'} why={paused} onClick={() => begin(kind)}>
      {t(`auction.act.${kind}`)}
    </Button>
  )
  if (waiting) return mine ? act('reclaim', true) : null
  const open = state === 'live' || state === 'upcoming' || state === 'ended'
  const acts = [
    ...(state === 'ended' ? [act('settle-auction', true)] : []),
    ...(mine && open && !highestBid ? [act('cancel-auction', state !== 'ended')] : []),
  ]
  return acts.length ? acts : null
}

function Split({ auction, unit, mine }: { auction: AuctionDetail; unit: AuctionUnit | null; mine: boolean }) {
  const t = useText()
  const { split, state, seller, highestBid } = auction
  if (!split || unit === null || state === 'unsold' || state === 'failed' || state === 'cancelled') return null
  // Over without a bid, it is sold at no price.
  if (state === 'ended' && !highestBid) return null
  const words = state === 'settled' ? 'auction.split.sold' : highestBid ? 'auction.split.bid' : 'auction.split.reserve'
  return (
    <div className="auction-split">
      <p className="small mute">{t(words)}</p>
      <PriceSplitTable label={splitLabel(t, split)} caption={t('price.caption')} payees={payeesOf(t, split, seller, mine)} />
    </div>
  )
}
