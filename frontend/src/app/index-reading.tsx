import { useQuery } from '@tanstack/react-query'
import { formatCount } from '../lib/format.ts'
import { STALE_LAG_MS, statusQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'

/** Where the index stands, in the header. */
export function IndexReading() {
  const t = useText()
  const { data } = useQuery(statusQuery)
  if (!data) return null
  const well = data.chain === 'up' && data.lagMs < STALE_LAG_MS
  return (
    <span className="reading full" title={t('app.readingTitle')}>
      <i className={well ? undefined : 'late'} />
      {t('app.reading', { block: formatCount(data.indexedBlock), lag: (data.lagMs / 1000).toFixed(1) })}
    </span>
  )
}
