import { useText } from '../lib/text/use-text.ts'

export function PersonasPage() {
  const t = useText()
  return (
    <main id="main" className="wrap page">
      <h1>{t('nav.personas')}</h1>
    </main>
  )
}
