import { Link } from '@tanstack/react-router'
import { useText } from '../lib/text/use-text.ts'
import { EmptyState } from '../ui/empty-state.tsx'

/** Shown for an address that no page has. */
export function PageNotFound() {
  const t = useText()
  return (
    <main id="main" className="wrap page">
      <EmptyState title={t('app.notFound.title')} text={t('app.notFound.text')}>
        <Link to="/" className="btn">
          {t('app.notFound.act')}
        </Link>
      </EmptyState>
    </main>
  )
}
