import { ApiProblem } from '@daedal/sdk/client'
import type { ReactNode } from 'react'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { ErrorBanner } from '../ui/error-banner.tsx'

type LotMissingProps = {
  query: { isPending: boolean; isError: boolean; error: unknown; refetch(): unknown }
  /** What is waited for, in words. */
  name: string
  /** What stands there when there is no such lot. */
  unknown: ReactNode
}

/** The page of one lot while it is not there: being asked for, not answered, or unknown. */
export function LotMissing({ query, name, unknown }: LotMissingProps) {
  const t = useText()
  const language = useLanguage()
  const late = useDelayed(query.isPending, 2_000)
  if (query.isError) {
    const isUnknown = query.error instanceof ApiProblem && (query.error.status === 404 || query.error.status === 400)
    return (
      <main id="main" className="wrap page">
        {isUnknown ? (
          unknown
        ) : (
          <ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />
        )}
      </main>
    )
  }
  return (
    <main id="main" className="wrap" aria-busy="true">
      <div className="lot">
        <div className="matted">
          <span className="plate hatch asset-waiting" />
        </div>
        <aside>
          <p className="mute small" role="status">
            {late ? t('app.waitingFor', { what: name }) : t('app.loading')}
          </p>
          <p className="sk sk-title" />
          <p className="sk sk-by" />
        </aside>
      </div>
    </main>
  )
}
