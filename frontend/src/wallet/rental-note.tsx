import { formatMoment } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Alert } from '../ui/steps.tsx'
import { AccountName } from './account-name.tsx'
import type { LettingOutcome } from './rental-request.ts'

/** What came of a rental, as the receipt tells it. */
export function RentalNote({ rental }: { rental: LettingOutcome }) {
  const t = useText()
  const language = useLanguage()
  switch (rental.result) {
    case 'rented':
    case 'extended':
      return (
        <Alert tone="info">
          <p>
            {t('rental.note.user', { until: formatMoment(rental.expires * 1_000, language) })} <AccountName address={rental.user} />
          </p>
          {rental.custody ? <p>{t('rental.note.custody')}</p> : null}
        </Alert>
      )
    case 'returned':
      return <Alert tone="info">{t('rental.note.returned')}</Alert>
    case 'released':
      return (
        <Alert tone="info">
          {t('rental.note.released')} <AccountName address={rental.to} />
        </Alert>
      )
    case 'cancelled':
      return <Alert tone="info">{t('rental.note.cancelled')}</Alert>
  }
}
