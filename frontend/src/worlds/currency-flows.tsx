import type { CurrencyDetail, CurrencyFaucet, CurrencySink } from '@daedal/protocol/worlds/currency-api'
import type { ReactNode } from 'react'
import { formatMoment, formatSpan, formatWei, shortHex } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Hash } from '../ui/hash.tsx'
import { cssVariables } from '../ui/ratio.ts'
import { Section } from '../ui/section.tsx'
import { AccountName } from '../wallet/account-name.tsx'

/** Where currency comes from and goes, each as a bar on one scale, with the limits that hold for it. */
export function CurrencyFlows({ currency }: { currency: CurrencyDetail }) {
  const t = useText()
  const { faucets, sinks, symbol } = currency
  const most = [...faucets.map(({ poured }) => BigInt(poured)), ...sinks.map(({ drained }) => BigInt(drained))].reduce(
    (top, amount) => (amount > top ? amount : top),
    1n,
  )
  return (
    <Section title={t('currency.flows')}>
      <h3 className="flow-head">{t('currency.faucets')}</h3>
      <ul className="flows">
        {faucets.map((faucet) => (
          <Flow key={faucet.id} of={faucet} amount={faucet.poured} most={most} symbol={symbol} kind="poured">
            <FaucetLimits faucet={faucet} symbol={symbol} />
          </Flow>
        ))}
      </ul>
      <h3 className="flow-head">{t('currency.sinks')}</h3>
      <ul className="flows">
        {sinks.map((sink) => (
          <Flow key={sink.id} of={sink} amount={sink.drained} most={most} symbol={symbol} kind="drained">
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
  /** What the longest bar stands for. */
  most: bigint
  symbol: string
  kind: 'poured' | 'drained'
  children: ReactNode
}

function Flow({ of: { name, label }, amount, most, symbol, kind, children }: FlowProps) {
  // Millionths are finer than any screen.
  const share = Number((BigInt(amount) * 1_000_000n) / most) / 1_000_000
  return (
    <li>
      <p className="flow-name">
        <span>{label ?? <Hash value={name}>{shortHex(name, 10, 6)}</Hash>}</span>
        <span>
          {formatWei(amount, { decimals: 0 })} {symbol}
        </span>
      </p>
      <i className="flow-bar" data-kind={kind} aria-hidden="true" style={cssVariables({ '--v': share })} />
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
