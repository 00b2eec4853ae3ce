import { useText } from '../lib/text/use-text.ts'

export function ActivityPage() {
  const t = useText()
  return (
    <main id="main" className="wrap page">
      <h1>{t('nav.activity')}</h1>
    </main>
  )
}
