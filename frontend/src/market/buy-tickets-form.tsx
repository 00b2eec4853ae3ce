import type { DropDetail } from '@daedal/protocol/market/drop-api'
import { shareOf } from '@daedal/protocol/market/price'
import { type FormEvent, useRef, useState } from 'react'
import { formatBps, formatCount, formatMoment, formatWei, placesOf } from '../lib/format.ts'
import { type Language, useLanguage } from '../lib/text/language.ts'
import { type Text, useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { PriceSplitTable } from '../ui/price-box.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import type { AuctionUnit } from './auction-unit.ts'
import { stageNow } from './drop-clock.ts'
import { dropSubject, soldText } from './drop-words.ts'
import { parseQuantity, ticketLimit } from './ticket-limit.ts'

type BuyTicketsFormProps = { drop: DropDetail; unit: AuctionUnit; paused: string | null }

/** Asks how many tickets, and says what they cost, who gets what of it and when, and until when the money is only held. */
export function BuyTicketsForm({ drop, unit, paused }: BuyTicketsFormProps) {
  const t = useText()
  const language = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState('1')
  const { stage, place } = stageNow(drop.stages)
  const { most, why } = ticketLimit(drop)
  const quantity = parseQuantity(text, most)
  const unitWord = t(unit === 'WETH' ? 'unit.weth' : 'unit.eth')
  const total = BigInt(stage.price) * BigInt(quantity ?? 1)
  const amount = `${formatWei(total)} ${unitWord}`
  const reason = paused ?? (why && t(why))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (quantity === null || reason) return
    startFlow(
      { kind: 'buy-tickets', drop: drop.id, stage: place, quantity, currency: drop.currency, total: total.toString() },
      dropSubject(t, drop, total.toString(), unit),
    )
    setText('1')
  }
  const toForm = () => {
    form.current?.scrollIntoView({ block: 'center' })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }
  return (
    <>
      <form className="bid-form" ref={form} onSubmit={submit}>
        <Field
          label={t('drops.quantity')}
          value={text}
          onValue={setText}
          inputMode="numeric"
          autoComplete="off"
          disabled={why !== null}
          hint={why === null ? t('drops.quantityHint', { most: formatCount(most) }) : t(why)}
          error={why === null && text !== '' && quantity === null ? t('drops.quantityWrong', { most: formatCount(most) }) : null}
        />
        <Button look="main" type="submit" why={reason}>
          {quantity === null
            ? t('drops.buyEmpty')
            : total === 0n
              ? t('drops.buyFree', { count: quantity })
              : t('drops.buy', { count: quantity, amount })}
        </Button>
        <p className="note">{heldText(t, language, drop)}</p>
      </form>
      {total > 0n ? <Split drop={drop} price={stage.price} quantity={quantity ?? 1} unitWord={unitWord} /> : null}
      <div className="buybar onlyphone">
        <span>
          <b className="buybar-price">{BigInt(stage.price) === 0n ? t('drops.free') : `${formatWei(stage.price)} ${unitWord}`}</b>
          <br />
          <span className="small mute">{soldText(t, drop)}</span>
        </span>
        <Button look="main" why={reason} onClick={toForm}>
          {t('drops.buyShort')}
        </Button>
      </div>
    </>
  )
}

/** That the money is held until the item is the buyer's, and from when on it can be had back otherwise. */
function heldText(t: Text, language: Language, { committed, revealBy, deliverBy }: DropDetail): string {
  const moment = (seconds: string) => formatMoment(Number(seconds) * 1_000, language)
  if (!committed || revealBy === null) return t('drops.held', { deliver: moment(deliverBy) })
  return t('drops.held.sealed', { reveal: moment(revealBy), deliver: moment(deliverBy) })
}

/** The fee is inside the total; what is left is the creator's, less the royalty that each item names. */
function Split({ drop, price, quantity, unitWord }: { drop: DropDetail; price: string; quantity: number; unitWord: string }) {
  const t = useText()
  const total = BigInt(price) * BigInt(quantity)
  const fee = shareOf(BigInt(price), drop.feeBps) * BigInt(quantity)
  const decimals = placesOf([total, fee])
  const shares = { creator: formatBps(10_000 - drop.feeBps), fee: formatBps(drop.feeBps) }
  return (
    <div className="auction-split">
      <p className="small mute">{t('drops.split')}</p>
      <PriceSplitTable
        label={t('drops.splitLabel', shares)}
        caption={t('price.caption')}
        payees={[
          {
            key: 'creator',
            name: t('drops.split.creator'),
            share: shares.creator,
            amount: formatWei(total - fee, { decimals }),
            part: 10_000 - drop.feeBps,
            colour: 'var(--series-4)',
          },
          {
            key: 'fee',
            name: t('price.fee'),
            share: shares.fee,
            amount: formatWei(fee, { decimals }),
            part: drop.feeBps,
            colour: 'var(--series-3)',
          },
        ]}
        total={{ name: t('price.youPay'), amount: `${formatWei(total, { decimals })} ${unitWord}` }}
      />
    </div>
  )
}
