import type { DropDetail } from '@daedal/protocol/market/drop-api'
import type { Address } from '@daedal/protocol/scalars'
import { formatBps, formatCount, formatMoment, shortHex } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Fact } from '../ui/fact.tsx'
import { Hash } from '../ui/hash.tsx'
import { Section } from '../ui/section.tsx'

/** What the creator laid down, which nothing changes any more. */
export function DropTerms({ drop, contract }: { drop: DropDetail; contract: Address | undefined }) {
  const t = useText()
  const language = useLanguage()
  const { id, supply, feeBps, committed, revealBy, deliverBy, terms, entropyBlock } = drop
  const moment = (seconds: string) => formatMoment(Number(seconds) * 1_000, language)
  return (
    <Section title={t('drops.terms')}>
      <dl className="facts">
        <Fact name={t('drops.terms.items')}>{formatCount(supply)}</Fact>
        <Fact name={t('drops.terms.order')}>{t(committed ? 'drops.terms.order.sealed' : 'drops.terms.order.open')}</Fact>
        <Fact name={t('drops.terms.money')}>{t('drops.terms.moneyText')}</Fact>
        {revealBy === null ? null : <Fact name={t('drops.terms.reveal')}>{t('drops.terms.revealText', { moment: moment(revealBy) })}</Fact>}
        <Fact name={t('drops.terms.deliver')}>{t('drops.terms.deliverText', { moment: moment(deliverBy) })}</Fact>
        <Fact name={t('drops.terms.fee')}>{t('drops.terms.feeText', { fee: formatBps(feeBps) })}</Fact>
        {committed ? (
          <Fact name={t('drops.terms.commitment')}>
            <Hash value={terms.commitment}>{shortHex(terms.commitment, 10, 6)}</Hash>
          </Fact>
        ) : null}
        {entropyBlock === null ? null : <Fact name={t('drops.terms.block')}>{formatCount(entropyBlock)}</Fact>}
        <Fact name={t('drops.terms.root')}>
          <Hash value={terms.itemsRoot}>{shortHex(terms.itemsRoot, 10, 6)}</Hash>
        </Fact>
        <Fact name={t('drops.terms.id')}>
          <Hash value={id}>{shortHex(id, 10, 6)}</Hash>
        </Fact>
        {contract ? (
          <Fact name={t('auction.terms.house')}>
            <Hash value={contract}>{shortHex(contract)}</Hash>
          </Fact>
        ) : null}
      </dl>
    </Section>
  )
}
