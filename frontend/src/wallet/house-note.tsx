import { formatMoment, formatWei } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { type Text, useText } from '../lib/text/use-text.ts'
import { Alert } from '../ui/steps.tsx'
import { AccountName } from './account-name.tsx'
import type { Flow } from './flow.ts'
import type { HouseOutcome } from './house-request.ts'

/** What came of an auction, as the receipt tells it. */
export function HouseNote({ house, unit }: { house: HouseOutcome; unit: Flow['subject']['unit'] }) {
  const t = useText()
  const language = useLanguage()
  const amountOf = (wei: string) => `${formatWei(wei)} ${t(unit === 'WETH' ? 'unit.weth' : 'unit.eth')}`
  switch (house.result) {
    case 'created':
    case 'bid':
      return (
        <Alert tone="info">
          {t(`house.${house.result}`, { amount: amountOf(house.amount), end: formatMoment(house.end * 1_000, language) })}
        </Alert>
      )
    case 'settled':
      return (
        <Alert tone="info">
          {t('house.winner')} <AccountName address={house.winner} />
        </Alert>
      )
    case 'unsold':
      return (
        <Alert tone="info">
          {t('house.unsold')} {assetLine(t, house.returned)}
        </Alert>
      )
    case 'failed':
      return (
        <Alert tone="weak">
          <p>{t('house.failed')}</p>
          <p>
            {t(house.refundCredited ? 'house.refundWaits' : 'house.refunded', { amount: amountOf(house.refund) })}{' '}
            <AccountName address={house.bidder} />
          </p>
          <p>{assetLine(t, house.returned)}</p>
        </Alert>
      )
    case 'withdrawn':
      return <Alert tone="info">{t('house.withdrawn', { amount: amountOf(house.amount) })}</Alert>
    default:
      return null
  }
}

const assetLine = (t: Text, returned: boolean): string => t(returned ? 'house.returned' : 'house.waits')
