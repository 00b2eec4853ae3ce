import type { PersonaSummary } from '@daedal/protocol/generation/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../lib/api.ts'
import { describeProblem } from '../lib/problem.ts'
import { textOf } from '../lib/search-params.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useDelayed } from '../lib/use-delayed.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { PersonaDialog } from './persona-dialog.tsx'
import { PersonaTalk } from './persona-talk.tsx'
import { personas } from './personas.ts'

/** Characters to talk to. The address names who. */
export function PersonasPage() {
  const t = useText()
  const language = useLanguage()
  const search = useSearch({ from: '/personas' })
  const navigate = useNavigate({ from: '/personas' })
  const query = useQuery(personas.list)
  const late = useDelayed(query.isPending, 2_000)
  const [making, setMaking] = useState(false)
  const wanted = textOf(search.with)
  const persona = query.data?.find(({ id }) => id === wanted) ?? query.data?.[0]
  usePageTitle(persona?.name ?? t('personas.title'))
  return (
    <main id="main" className="wrap page">
      <h1>{t('personas.title')}</h1>
      <p className="mute lead">{t('personas.lead')}</p>
      {query.isError ? (
        <ErrorBanner {...describeProblem(query.error, language)} retryLabel={t('act.retry')} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? (
        <p className="mute small" role="status">
          {late ? t('app.waitingFor', { what: t('personas.loading') }) : t('app.loading')}
        </p>
      ) : null}
      {persona && query.data ? (
        <div className="personas">
          <nav className="cast" aria-label={t('personas.list')}>
            <ul>
              {query.data.map(({ id, name, occupation }) => (
                <li key={id}>
                  <Link to="/personas" search={{ with: id }} aria-current={id === persona.id ? 'true' : undefined}>
                    <span className="title">{name}</span>
                    <small className="mute">{occupation}</small>
                  </Link>
                </li>
              ))}
            </ul>
            <Button small onClick={() => setMaking(true)}>
              {t('personas.new')}
            </Button>
          </nav>
          <PersonaTalk key={persona.id} persona={persona} />
          <About persona={persona} />
        </div>
      ) : null}
      {making ? (
        <PersonaDialog
          onClose={() => setMaking(false)}
          onMade={({ id }) => {
            setMaking(false)
            void navigate({ search: { with: id } })
          }}
        />
      ) : null}
    </main>
  )
}

function About({ persona }: { persona: PersonaSummary }) {
  const t = useText()
  const { age, occupation } = persona
  return (
    <aside className="about">
      <h2 className="title">{persona.name}</h2>
      <p className="mute small">{age !== null && occupation ? t('personas.age', { age, occupation }) : occupation || age}</p>
      <p className="chips">
        {persona.traits.map((trait) => (
          <Chip key={trait}>{trait}</Chip>
        ))}
      </p>
      <p>{persona.description}</p>
      <p className="small">
        <a href={api.personaCardPath(persona.id)}>{t('personas.card')}</a>
      </p>
    </aside>
  )
}
