import { useText } from '../lib/text/use-text.ts'
import { ErrorBanner } from '../ui/error-banner.tsx'
import type { ViewerEnd } from './use-viewer.ts'

/** Why a model is not shown any more. */
export function ModelEnd({ end }: { end: ViewerEnd | null }) {
  const t = useText()
  if (end === null) return null
  if (end === 'taken') return <p className="note">{t('model.taken')}</p>
  return <ErrorBanner sentence={t(`model.failed.${end.code}`, { file: end.file })} code={end.code} />
}
