import type { RentalOfferJson } from '@daedal/protocol/market/rental-offer'
import type { Text } from '../lib/text/use-text.ts'

/** For how many days at once an offer is. */
export const daysText = (t: Text, { minDays, maxDays }: Pick<RentalOfferJson, 'minDays' | 'maxDays'>): string =>
  minDays === maxDays ? t('rent.daysFixed', { days: minDays }) : t('rent.daysRange', { min: minDays, max: maxDays })
