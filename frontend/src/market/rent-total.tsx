import type { PreparedRental, RentalOfferView } from '@daedal/protocol/market/rental-api'
import { formatCount, formatMoment, formatWei } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { PriceSplitTable } from '../ui/price-box.tsx'
import type { AuctionUnit } from './auction-unit.ts'
import { expiryAfter, splitOfDays } from './rental-term.ts'
import { payeesOf, splitLabel } from './split-payees.tsx'

type RentTotalProps = {
  view: RentalOfferView
  days: number
  unit: AuctionUnit
  /** What the service said of it; undefined while it has not. */
  prepared: PreparedRental | undefined
  /** End of the time that the person has already, unix seconds. */
  begun: string | null
  /** Unix seconds. */
  now: number
}

/** Until when so many days last, who is paid what of their price, and what the person pays. */
export function RentTotal({ view, days, unit, prepared, begun, now }: RentTotalProps) {
  const t = useText()
  const language = useLanguage()
  const split = splitOfDays(view.split, days)
  const ends = prepared ? Number(prepared.expires) : expiryAfter(days, begun === null ? null : Number(begun), now)
  const moment = formatMoment(ends * 1_000, language)
  const gas = prepared?.estimatedGas
  const network = gas && prepared?.gasPriceWei ? BigInt(gas) * BigInt(prepared.gasPriceWei) : null
  // Gas is paid in ether, so that it adds to a price in ether alone.
  const inAll =
    network !== null && unit === 'ETH' ? `~${formatWei(BigInt(split.price) + network, { round: true })}` : formatWei(split.price)
  return (
    <div className="rent-total">
      <p className="rent-until">
        <span className="mute small">{t('rent.until')}</span>
        {/* What is added begins at an end that is known; what is rented begins with a block to come. */}
        <b>{begun === null ? t('rent.until.about', { moment }) : moment}</b>
      </p>
      <PriceSplitTable
        label={splitLabel(t, split, 'rental')}
        caption={t('price.caption')}
        payees={payeesOf(t, split, view.offer.owner, false, 'rental')}
        onTop={{
          name: gas ? t('price.network', { gas: formatCount(BigInt(gas)) }) : t('price.networkPlain'),
          share: t('price.onTop'),
          amount: network === null ? '–' : `~${formatWei(network, { round: true })}`,
        }}
        total={{ name: t('price.youPay'), amount: `${inAll} ${t(unit === 'WETH' ? 'unit.weth' : 'unit.eth')}` }}
      />
    </div>
  )
}
