import type { CurrencyDetail, CurrencyPoint } from '@daedal/protocol/worlds/currency-api'
import type { ReactNode } from 'react'
import { formatMoment, formatWei, shortHex } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Hash } from '../ui/hash.tsx'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { AccountName } from '../wallet/account-name.tsx'

/** Greatest moment that a date can be, in seconds: a point may be declared for any second that 64 bits hold. */
const LATEST = 8_640_000_000_000n

/** What was declared when the currency was made, which nothing changes. */
export function CurrencyTerms({ currency }: { currency: CurrencyDetail }) {
  const t = useText()
  const language = useLanguage()
  const { symbol, cap, curve, creator, operator, world, declaredAt, address } = currency
  const columns: Column<CurrencyPoint>[] = [
    {
      key: 'time',
      head: t('currency.point.time'),
      cell: ({ time }) => (BigInt(time) > LATEST ? time : formatMoment(Number(time) * 1000, language)),
    },
    { key: 'most', head: t('currency.point.most', { symbol }), figure: true, cell: ({ most }) => formatWei(most, { decimals: 0 }) },
  ]
  return (
    <Section title={t('currency.terms')}>
      <p className="mute small currency-note">{t('currency.terms.text')}</p>
      <Table caption={t('currency.points')} columns={columns} rows={curve} keyOf={({ time }) => time} />
      <dl className="facts currency-facts">
        <Fact name={t('currency.cap')}>
          {formatWei(cap, { decimals: 0 })} {symbol}
        </Fact>
        <Fact name={t('currency.declaredAt')}>{formatMoment(declaredAt, language)}</Fact>
        <Fact name={t('currency.declaredBy')}>
          <AccountName address={creator} />
        </Fact>
        {operator ? (
          <Fact name={t('currency.operator')}>
            <AccountName address={operator} />
          </Fact>
        ) : null}
        <Fact name={t('currency.world')}>
          <Hash value={world}>{shortHex(world, 10, 6)}</Hash>
        </Fact>
        <Fact name={t('currency.contract')}>
          <Hash value={address}>{address}</Hash>
        </Fact>
      </dl>
    </Section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
