import { useText } from '../lib/text/use-text.ts'

export function CreatePage() {
  const t = useText()
  return (
    <main id="main" className="wrap page">
      <h1>{t('nav.create')}</h1>
    </main>
  )
}
