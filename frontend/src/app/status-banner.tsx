import { useQuery } from '@tanstack/react-query'
import { formatCount, formatDuration } from '../lib/format.ts'
import { STALE_LAG_MS, statusQuery } from '../lib/status.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Banner } from '../ui/error-banner.tsx'

/** Says when what is shown may be old: chain down, index behind, service silent. */
export function StatusBanner() {
  const t = useText()
  const language = useLanguage()
  const { data, isError } = useQuery(statusQuery)
  let words: string | null = null
  if (isError) words = t('app.unreachable')
  else if (data?.chain === 'down') words = t('app.chainDown', { block: formatCount(data.indexedBlock) })
  else if (data && data.lagMs >= STALE_LAG_MS)
    words = t('app.indexBehind', { lag: formatDuration(data.lagMs / 1000, language), block: formatCount(data.indexedBlock) })
  if (!words) return null
  return (
    <div className="wrap status-banner">
      <Banner>{words}</Banner>
    </div>
  )
}
