import type { RentalOfferView, TenancyView } from '@daedal/protocol/market/rental-api'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { amountText, auctionUnit } from './auction-unit.ts'
import { daysText } from './days-text.ts'
import { subjectOf } from './price-panel.tsx'
import { RentTotal } from './rent-total.tsx'
import { mostDaysNow } from './rental-term.ts'
import { chainTime } from './tenancy-clock.ts'
import { usePreparedRental } from './use-prepared-rental.ts'
import { validateDays } from './validate-days.ts'

type RentFormProps = {
  asset: AssetDetail
  /** What the person may take, the cheapest first; at least one. */
  offers: readonly RentalOfferView[]
  /** Of the person, when it uses the asset already and adds days. */
  tenancy: TenancyView | null | undefined
  answeredAt: number
  paused: string | null
}

/** Asks for how many days, says what they cost and until when they last, and rents, or adds them to the time that the person has. */
export function RentForm({ asset, offers, tenancy, answeredAt, paused }: RentFormProps) {
  const t = useText()
  const { data: config } = useQuery(configQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const view = offers.find(({ hash }) => hash === chosen) ?? (offers[0] as RentalOfferView)
  const { offer, hash } = view
  const unit = auctionUnit(offer.currency, config?.contracts.wrappedEther)
  const now = tenancy ? chainTime(tenancy, answeredAt, Date.now()) : Math.floor(Date.now() / 1_000)
  const adds = asset.user !== null
  const most = mostDaysNow(offer, asset.user ? Number(asset.user.expires) : null, now)
  const text = typed ?? String(offer.minDays)
  const days = validateDays(text, offer.minDays, most)
  const prepared = usePreparedRental(hash, days.days)
  const full = most < offer.minDays
  const price = amountText(t, offer.pricePerDay, unit, offer.currency)
  const total = (BigInt(offer.pricePerDay) * BigInt(days.days ?? 0)).toString()
  const refused = unit === null ? t('rent.why.foreign') : full ? t('rent.why.noMore') : prepared.refusal
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (days.days === null || refused || paused) return
    const { collection, tokenId } = asset
    const subject = subjectOf(asset, total, unit)
    startFlow(
      { kind: adds ? 'add-days' : 'rent', offer: hash, collection, tokenId, currency: offer.currency, days: days.days, amount: total },
      subject,
    )
  }
  const range = daysText(t, offer)
  return (
    <form className="rent-form" onSubmit={submit}>
      {offers.length > 1 ? (
        <SelectField
          label={t('rent.offers')}
          value={hash as string}
          onValue={setChosen}
          options={offers.map((other) => ({ value: other.hash as string, text: offerText(other) }))}
        />
      ) : null}
      <Field
        label={t(adds ? 'rent.days.more' : 'rent.days')}
        value={text}
        onValue={setTyped}
        unit={t('rent.days.unit')}
        inputMode="numeric"
        autoComplete="off"
        hint={most < offer.maxDays && !full ? t('rent.days.hintFewer', { range, price, most }) : t('rent.days.hint', { range, price })}
        error={days.why && !full ? t(days.why, { min: offer.minDays, max: most }) : null}
      />
      {days.days === null || unit === null ? null : (
        <RentTotal view={view} days={days.days} unit={unit} prepared={prepared.data} begun={asset.user?.expires ?? null} now={now} />
      )}
      {refused ? (
        <p className="dead-order small" role="status">
          {refused}
        </p>
      ) : null}
      <Button className="wide" type="submit" why={paused ?? refused}>
        {days.days === null || unit === null
          ? t(adds ? 'rent.actEmpty.more' : 'rent.actEmpty')
          : t(adds ? 'rent.act.more' : 'rent.act', { days: days.days, total: amountText(t, total, unit, offer.currency) })}
      </Button>
      <p className="note">
        {t('rent.note')}
        {prepared.data?.custody ? ` ${t('rent.note.custody')}` : ''}
      </p>
    </form>
  )

  function offerText({ offer: other }: RentalOfferView): string {
    const each = amountText(t, other.pricePerDay, auctionUnit(other.currency, config?.contracts.wrappedEther), other.currency)
    return t('rent.offers.one', { price: each, days: daysText(t, other) })
  }
}
