import { useText } from '../lib/text/use-text.ts'

export function PortfolioPage() {
  const t = useText()
  return (
    <main id="main" className="wrap page">
      <h1>{t('nav.portfolio')}</h1>
    </main>
  )
}
