import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { describeProblem } from '../lib/problem.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Shown in place of a page that broke. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const t = useText()
  const { sentence, code } = describeProblem(error, useLanguage())
  const { reset: resetQueries } = useQueryErrorResetBoundary()
  const retry = () => {
    resetQueries()
    reset()
  }
  return (
    <main id="main" className="wrap page">
      <EmptyState title={t('app.failed.title')} text={t('app.failed.text')}>
        <Button onClick={retry}>{t('act.retry')}</Button>
      </EmptyState>
      <p className="mute small" lang="en">
        {sentence} {code}
      </p>
    </main>
  )
}
