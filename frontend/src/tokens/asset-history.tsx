import type { Activity, AssetDetail } from '@daedal/protocol/tokens/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatAge, formatCount, formatMoment, formatWei } from '../lib/format.ts'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { AsyncList } from '../ui/async-list.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Section } from '../ui/section.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { AccountName } from '../wallet/account-name.tsx'
import { assets } from './assets.ts'

/** Everything that happened to an asset, latest first. */
export function AssetHistory({ asset }: { asset: AssetDetail }) {
  const t = useText()
  const language = useLanguage()
  const query = useInfiniteQuery(assets.history(asset.id))
  const columns: Column<Activity>[] = [
    { key: 'event', head: t('asset.activity.event'), cell: (row) => t(`activity.${row.type}`) },
    { key: 'from', head: t('asset.activity.from'), cell: (row) => (row.from ? <AccountName address={row.from} /> : '–') },
    { key: 'to', head: t('asset.activity.to'), cell: (row) => (row.to ? <AccountName address={row.to} /> : '–') },
    { key: 'price', head: t('asset.activity.price'), figure: true, cell: (row) => (row.price ? formatWei(row.price) : '–') },
    {
      key: 'age',
      head: t('asset.activity.age'),
      figure: true,
      cell: (row) => (
        <time dateTime={row.occurredAt} title={formatMoment(row.occurredAt, language)}>
          {formatAge(row.occurredAt, language)}
        </time>
      ),
    },
    { key: 'block', head: t('asset.activity.block'), figure: true, cell: (row) => (row.block === null ? '–' : formatCount(row.block)) },
  ]
  return (
    <Section title={t('asset.activity')}>
      <AsyncList
        items={query.data?.pages.flatMap((page) => page.data)}
        failed={query.isError}
        loading={<p className="mute">{t('app.loading')}</p>}
        error={<ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />}
        empty={<p className="mute">{t('asset.activity.none')}</p>}
      >
        {(rows) => <Table caption={t('asset.activity')} columns={columns} rows={rows} keyOf={(row) => row.id} />}
      </AsyncList>
      {query.hasNextPage ? (
        <p className="empty-acts">
          <Button small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('act.more')}
          </Button>
        </p>
      ) : null}
    </Section>
  )
}
