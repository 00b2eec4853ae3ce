import type { AuctionDetail } from '@daedal/protocol/market/auction-api'
import type { Address } from '@daedal/protocol/scalars'
import { formatBps, formatMoment, shortHex } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Fact } from '../ui/fact.tsx'
import { Hash } from '../ui/hash.tsx'
import { Section } from '../ui/section.tsx'
import { type AuctionUnit, amountText } from './auction-unit.ts'
import { extensionRule } from './extension-rule.ts'

/** What the seller laid down, which nothing changes any more. */
export function AuctionTerms({ auction, unit, house }: { auction: AuctionDetail; unit: AuctionUnit | null; house: Address | undefined }) {
  const t = useText()
  const language = useLanguage()
  const { id, reserve, currency, minIncrementBps, startTime, endTime, quantity } = auction
  const moment = (seconds: string) => formatMoment(Number(seconds) * 1_000, language)
  return (
    <Section title={t('auction.terms.title')}>
      <dl className="facts">
        <Fact name={t('auction.terms.reserve')}>{amountText(t, reserve, unit, currency)}</Fact>
        {quantity ? <Fact name={t('auction.terms.units')}>{quantity}</Fact> : null}
        <Fact name={t('auction.terms.increment')}>{t('auction.terms.incrementText', { increment: formatBps(minIncrementBps) })}</Fact>
        <Fact name={t('auction.terms.opens')}>{moment(startTime)}</Fact>
        <Fact name={t('auction.terms.ends')}>{moment(endTime)}</Fact>
        <Fact name={t('auction.terms.late')}>{extensionRule(t, language, auction)}</Fact>
        <Fact name={t('auction.terms.end')}>{t('auction.terms.endText')}</Fact>
        <Fact name={t('auction.terms.id')}>
          <Hash value={id}>{shortHex(id, 10, 6)}</Hash>
        </Fact>
        {house ? (
          <Fact name={t('auction.terms.house')}>
            <Hash value={house}>{shortHex(house)}</Hash>
          </Fact>
        ) : null}
      </dl>
    </Section>
  )
}
