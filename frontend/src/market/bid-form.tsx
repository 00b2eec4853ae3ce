import type { AuctionDetail } from '@daedal/protocol/market/auction-api'
import { type FormEvent, useRef, useState } from 'react'
import { formatBps, formatWei } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { startFlow } from '../wallet/flow-store.ts'
import { amountName, auctionAmount } from './auction-figure.ts'
import { auctionSubject } from './auction-subject.ts'
import type { AuctionUnit } from './auction-unit.ts'
import { validateBid } from './validate-bid.ts'

type BidFormProps = { auction: AuctionDetail; unit: AuctionUnit; leastBid: string; paused: string | null }

/** Asks for a bid, filled in with the least that is taken, which follows the bids of others until the person types. */
export function BidForm({ auction, unit, leastBid, paused }: BidFormProps) {
  const t = useText()
  const { address } = useAccount()
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const { id, currency, state, highestBid, minIncrementBps } = auction
  const least = formatWei(leastBid)
  const unitWord = t(unit === 'WETH' ? 'unit.weth' : 'unit.eth')
  const bid = validateBid(typed ?? least, BigInt(leastBid))
  const leads = isSame(highestBid?.bidder, address)
  const why = state === 'upcoming' ? t('bid.why.early') : paused
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (bid.wei === null || why) return
    const amount = bid.wei.toString()
    startFlow({ kind: 'bid', auction: id, currency, amount }, auctionSubject(auction, amount, unit))
    setTyped(null)
  }
  const toForm = () => {
    form.current?.scrollIntoView({ block: 'center' })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }
  return (
    <>
      <form className="bid-form" ref={form} onSubmit={submit}>
        <Field
          label={t('bid.amount')}
          value={typed ?? least}
          onValue={setTyped}
          unit={unitWord}
          inputMode="decimal"
          autoComplete="off"
          hint={
            highestBid
              ? t('bid.least', { least, unit: unitWord, increment: formatBps(minIncrementBps) })
              : t('bid.first', { least, unit: unitWord })
          }
          error={bid.why ? t(bid.why, { least, unit: unitWord }) : null}
        />
        <Button look="main" type="submit" why={why}>
          {bid.wei === null ? t('bid.actEmpty') : t(leads ? 'bid.raise' : 'bid.act', { amount: formatWei(bid.wei), unit: unitWord })}
        </Button>
        <p className="note">{t(leads ? 'bid.binding.raise' : 'bid.binding')}</p>
      </form>
      <div className="buybar onlyphone">
        <span>
          <b className="buybar-price">
            {formatWei(auctionAmount(auction))} {unitWord}
          </b>
          <br />
          <span className="small mute">{amountName(t, auction)}</span>
        </span>
        <Button look="main" why={why} onClick={toForm}>
          {t('bid.go')}
        </Button>
      </div>
    </>
  )
}
