import type { CurrencyDetail, CurrencyTransfer } from '@daedal/protocol/worlds/currency-api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { formatAge, formatCount, formatMoment, formatWei, shortHex } from '../lib/format.ts'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { AsyncList } from '../ui/async-list.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Hash } from '../ui/hash.tsx'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import { currencies } from './currencies.ts'

/** Every movement, the newest first. */
export function CurrencyMovements({ currency }: { currency: CurrencyDetail }) {
  const t = useText()
  const language = useLanguage()
  const query = useInfiniteQuery(currencies.transfers(currency.address))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.data), [query.data])
  const columns = useColumns(currency.symbol)
  return (
    <Section title={t('currency.movements')}>
      <AsyncList
        items={rows?.map((row, place) => ({ ...row, place }))}
        failed={query.isError}
        loading={
          <p className="mute" role="status">
            {t('app.loading')}
          </p>
        }
        error={<ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />}
        empty={<p className="mute">{t('currency.movements.none')}</p>}
      >
        {(items) => (
          <Table caption={t('currency.movements')} columns={columns} rows={items} keyOf={(row) => `${row.transactionHash} ${row.place}`} />
        )}
      </AsyncList>
      {query.hasNextPage ? (
        <p className="more">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('act.more')}
          </Button>
        </p>
      ) : null}
    </Section>
  )
}

function useColumns(symbol: string): Column<CurrencyTransfer & { place: number }>[] {
  const t = useText()
  const language = useLanguage()
  const account = (address: string | null) => (address === null ? '–' : <AccountName address={address} />)
  return [
    {
      key: 'kind',
      head: t('currency.movement'),
      cell: ({ kind, label }) => (label === null ? t(`currency.move.${kind}`) : `${t(`currency.move.${kind}`)}: ${label}`),
    },
    { key: 'amount', head: symbol, figure: true, cell: ({ amount }) => formatWei(amount, { decimals: 0 }) },
    { key: 'from', head: t('asset.activity.from'), cell: ({ from }) => account(from) },
    { key: 'to', head: t('asset.activity.to'), cell: ({ to }) => account(to) },
    {
      key: 'memo',
      head: t('currency.memo'),
      cell: ({ memo, memoText }) => memoText ?? (memo === null ? '–' : <Hash value={memo}>{shortHex(memo, 10, 6)}</Hash>),
    },
    {
      key: 'age',
      head: t('asset.activity.age'),
      figure: true,
      cell: ({ at }) => (
        <time dateTime={at} title={formatMoment(at, language)}>
          {formatAge(at, language)}
        </time>
      ),
    },
    { key: 'block', head: t('asset.activity.block'), figure: true, cell: ({ block }) => formatCount(block) },
  ]
}
