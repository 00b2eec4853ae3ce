import type { Currency } from '@daedal/protocol/worlds/currency-api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatCount, formatWei, shortHex } from '../lib/format.ts'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { LiveReading } from '../market/live-reading.tsx'
import { TradeLinks } from '../market/trade-links.tsx'
import { AsyncList } from '../ui/async-list.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Hash } from '../ui/hash.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { currencies } from './currencies.ts'

/** All currencies that worlds declared, the newest first. */
export function CurrenciesPage() {
  const t = useText()
  const language = useLanguage()
  const query = useInfiniteQuery(currencies.list({}))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.data), [query.data])
  const late = useDelayed(query.isPending, 2_000)
  usePageTitle(t('trade.currencies'))
  return (
    <main id="main" className="wrap">
      <TradeLinks />
      <div className="page lots-page">
        <div className="page-head">
          <h1>{t('trade.currencies')}</h1>
          <LiveReading />
        </div>
        <p className="mute currency-note">{t('currencies.text')}</p>
        <AsyncList
          items={rows}
          failed={query.isError}
          loading={
            <p className="mute" role="status">
              {late ? t('app.waitingFor', { what: t('currencies.list') }) : t('app.loading')}
            </p>
          }
          error={
            <ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />
          }
          empty={<EmptyState title={t('currencies.empty.title')} text={t('currencies.empty.text')} />}
        >
          {(items) => <CurrencyTable rows={items} />}
        </AsyncList>
        {query.hasNextPage ? (
          <p className="more">
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('act.more')}
            </Button>
          </p>
        ) : null}
      </div>
    </main>
  )
}

function CurrencyTable({ rows }: { rows: readonly Currency[] }) {
  const t = useText()
  const amount = (value: string, symbol: string) => (
    <span title={`${formatWei(value, { decimals: 0 })} ${symbol}`}>{formatWei(value, { decimals: 2, round: true })}</span>
  )
  const columns: Column<Currency>[] = [
    {
      key: 'name',
      head: t('currencies.name'),
      cell: ({ address, name, symbol }) => (
        <>
          <Link to="/currencies/$address" params={{ address }}>
            {name}
          </Link>{' '}
          <span className="mute">{symbol}</span>
        </>
      ),
    },
    { key: 'world', head: t('currency.world'), cell: ({ world }) => <Hash value={world}>{shortHex(world, 8, 4)}</Hash> },
    { key: 'supply', head: t('currency.supply'), figure: true, cell: ({ supply, symbol }) => amount(supply, symbol) },
    { key: 'allowed', head: t('currency.allowed'), figure: true, cell: ({ allowed, symbol }) => amount(allowed, symbol) },
    { key: 'cap', head: t('currency.cap'), figure: true, cell: ({ cap, symbol }) => amount(cap, symbol) },
    { key: 'holders', head: t('currency.holders'), figure: true, cell: ({ holders }) => formatCount(holders) },
  ]
  return <Table caption={t('currencies.list.caption')} columns={columns} rows={rows} keyOf={({ address }) => address} />
}
