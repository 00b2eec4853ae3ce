import type { CurrencyDetail, CurrencyFaucet, CurrencySink } from '@daedal/protocol/worlds/currency-api'
import type { ReactNode } from 'react'
import { formatMoment, formatSpan, formatWei, shortHex } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Hash } from '../ui/hash.tsx'
import { cssVariables } from '../ui/ratio.ts'
import { Section } from '../ui/section.tsx'
import { AccountName } from '../wallet/account-name.tsx'

/** So many times the longest bar is far off. */
const FAR = 4n
const higher = (a: bigint, b: bigint) => (a > b ? a : b)
// Millionths are finer than any screen.
const shareOf = (amount: string, most: bigint) => Number((BigInt(amount) * 1_000_000n) / most) / 1_000_000

/** Where currency comes from and goes, each as a bar on one scale, with the limits that hold for it. */
export function CurrencyFlows({ currency }: { currency: CurrencyDetail }) {
  const t = useText()
  const { faucets, sinks, symbol } = currency
  const largest = [...faucets.map(({ poured }) => BigInt(poured)), ...sinks.map(({ drained }) => BigInt(drained))].reduce(higher, 1n)
  // A limit that is far off would leave nothing to see of the bars.
  const limits = faucets.flatMap(({ total }) => (total !== null && BigInt(total) <= largest * FAR ? [BigInt(total)] : []))
  const most = limits.reduce(higher, largest)
  return (
    <Section title={t('currency.flows')}>
      <h3 className="flow-head">{t('currency.faucets')}</h3>
      <ul className="flows">
        {faucets.map((faucet) => (
          <Flow key={faucet.id} of={faucet} amount={faucet.poured} limit={faucet.total} most={most} symbol={symbol} kind="poured">
            <FaucetLimits faucet={faucet} symbol={symbol} />
          </Flow>
        ))}
      </ul>
      {limits.length ? <p className="flow-note flow-key">{t('currency.limits.mark')}</p> : null}
      <h3 className="flow-head">{t('currency.sinks')}</h3>
      <ul className="flows">
        {sinks.map((sink) => (
          <Flow key={sink.id} of={sink} amount={sink.drained} limit={null} most={most} symbol={symbol} kind="drained">
            {t('currency.drains', { count: sink.drains })}
          </Flow>
        ))}
      </ul>
    </Section>
  )
}

type FlowProps = {
  of: CurrencyFaucet | CurrencySink
  amount: string
  /** Most that it ever lets through; null where there is no such limit. */
  limit: string | null
  /** What the whole width stands for. */
  most: bigint
  symbol: string
  kind: 'poured' | 'drained'
  children: ReactNode
}

function Flow({ of: { name, label }, amount, limit, most, symbol, kind, children }: FlowProps) {
  const marked = limit !== null && BigInt(limit) <= most
  return (
    <li>
      <p className="flow-name">
        <span>{label ?? <Hash value={name}>{shortHex(name, 10, 6)}</Hash>}</span>
        <span>
          {formatWei(amount, { decimals: 0 })} {symbol}
        </span>
      </p>
      <i className="flow-bar" data-kind={kind} aria-hidden="true" style={cssVariables({ '--v': shareOf(amount, most) })}>
        {marked ? <b style={cssVariables({ '--v': shareOf(limit, most) })} /> : null}
      </i>
      <div className="flow-note">{children}</div>
    </li>
  )
}

function FaucetLimits({ faucet, symbol }: { faucet: CurrencyFaucet; symbol: string }) {
  const t = useText()
  const language = useLanguage()
  const { perWindow, perAccount, total, window, source, left, windowEnds } = faucet
  const whole = (amount: string) => `${formatWei(amount, { decimals: 0 })} ${symbol}`
  return (
    <>
      <p>
        {t('currency.limits', { perWindow: whole(perWindow), perAccount: whole(perAccount), window: formatSpan(window, language) })}
        {total === null ? '' : ` ${t('currency.limits.total', { total: whole(total) })}`}
      </p>
      <p>
        {t('currency.left', { left: whole(left), end: formatMoment(Number(windowEnds) * 1000, language) })}{' '}
        {source === null ? (
          t('currency.source.none')
        ) : (
          <>
            {t('currency.source')} <AccountName address={source} />
          </>
        )}
      </p>
    </>
  )
}
