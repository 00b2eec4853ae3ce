import type { AuctionView } from '@daedal/protocol/market/auction-api'
import { formatMoment, formatSpan } from '../lib/format.ts'
import type { Language } from '../lib/text/language.ts'
import type { Text } from '../lib/text/use-text.ts'

/** What a late bid does to the end, in words. */
export function extensionRule(t: Text, language: Language, { extensionSeconds, lastEndTime }: AuctionView): string {
  if (!extensionSeconds) return t('auction.terms.noExtension')
  return t('auction.terms.extension', {
    window: formatSpan(extensionSeconds, language),
    last: formatMoment(Number(lastEndTime) * 1_000, language),
  })
}
