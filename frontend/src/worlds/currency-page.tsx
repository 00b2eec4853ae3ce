import type { CurrencyDetail } from '@daedal/protocol/worlds/currency-api'
import { ApiProblem } from '@daedal/sdk/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { formatCount, formatWei } from '../lib/format.ts'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { LiveReading } from '../market/live-reading.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Section } from '../ui/section.tsx'
import { currencies } from './currencies.ts'
import { CurrencyFlows } from './currency-flows.tsx'
import { CurrencyMovements } from './currency-movements.tsx'
import { CurrencyTerms } from './currency-terms.tsx'
import { SupplyChart } from './supply-chart.tsx'

/** One currency of a world: what was declared, what there is, and everything that flowed. */
export function CurrencyPage() {
  const { address } = useParams({ from: '/currencies/$address' })
  const t = useText()
  const language = useLanguage()
  const query = useQuery(currencies.detail(address))
  const late = useDelayed(query.isPending, 2_000)
  usePageTitle(query.data?.name ?? t('trade.currencies'))
  if (query.data) return <CurrencyOf currency={query.data} />
  if (query.isError) {
    const unknown = query.error instanceof ApiProblem && (query.error.status === 404 || query.error.status === 400)
    return (
      <main id="main" className="wrap page">
        {unknown ? (
          <EmptyState title={t('currency.unknown.title')} text={t('currency.unknown.text')}>
            <Link className="btn small" to="/currencies">
              {t('currency.unknown.act')}
            </Link>
          </EmptyState>
        ) : (
          <ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />
        )}
      </main>
    )
  }
  return (
    <main id="main" className="wrap page" aria-busy="true">
      <p className="mute small" role="status">
        {late ? t('app.waitingFor', { what: t('currency.loading') }) : t('app.loading')}
      </p>
      <p className="sk sk-title" />
    </main>
  )
}

function CurrencyOf({ currency }: { currency: CurrencyDetail }) {
  const t = useText()
  const { data: days } = useQuery(currencies.days(currency.address))
  return (
    <main id="main" className="wrap page currency">
      <p className="crumb">
        <Link to="/currencies">{t('trade.currencies')}</Link>
      </p>
      <div className="page-head">
        <h1>{currency.name}</h1>
        <LiveReading />
      </div>
      <Figures currency={currency} />
      <div className="eco">
        <div>
          <Section title={t('currency.supplyAndCurve')}>
            {days ? <SupplyChart currency={currency} flows={days.data} /> : <div className="chart-waiting" />}
          </Section>
          <CurrencyTerms currency={currency} />
        </div>
        <CurrencyFlows currency={currency} />
      </div>
      <CurrencyMovements currency={currency} />
    </main>
  )
}

function Figures({ currency }: { currency: CurrencyDetail }) {
  const t = useText()
  const { symbol, supply, allowed, cap, poured, drained, holders } = currency
  const share = BigInt(allowed) === 0n ? null : ((Number(BigInt(supply)) / Number(BigInt(allowed))) * 100).toFixed(1)
  return (
    <dl className="figs">
      <Figure
        name={t('currency.supply')}
        amount={supply}
        symbol={symbol}
        note={share === null ? null : t('currency.supply.share', { share })}
      />
      <Figure
        name={t('currency.allowed')}
        amount={allowed}
        symbol={symbol}
        note={t('currency.allowed.cap', { cap: formatWei(cap, { decimals: 0, round: true }) })}
      />
      <Figure
        name={t('currency.poured')}
        amount={poured}
        symbol={symbol}
        note={t('currency.poured.text', { count: currency.faucets.length })}
      />
      <Figure
        name={t('currency.drained')}
        amount={drained}
        symbol={symbol}
        note={t('currency.drained.text', { count: currency.sinks.length })}
      />
      <div>
        <dt>{t('currency.holders')}</dt>
        <dd>{formatCount(holders)}</dd>
      </div>
    </dl>
  )
}

/** An amount to two places; the whole of it when pointed at. */
function Figure({ name, amount, symbol, note }: { name: string; amount: string; symbol: string; note: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={`${formatWei(amount, { decimals: 0 })} ${symbol}`}>
        {formatWei(amount, { decimals: 2, round: true })} <small>{symbol}</small>
        {note ? <p className="sub">{note}</p> : null}
      </dd>
    </div>
  )
}
