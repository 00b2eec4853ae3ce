import { Link } from '@tanstack/react-router'
import { useText } from '../lib/text/use-text.ts'
import { useEarlierJobs } from './earlier-jobs.ts'

/** Jobs of this browser with a finished picture, to go back to. */
export function EarlierStrip({ current }: { current: string }) {
  const t = useText()
  const jobs = useEarlierJobs().filter((job) => job.thumbnail && job.id !== current)
  if (!jobs.length) return null
  return (
    <section className="studio-part">
      <h2 className="lab">
        {t('create.earlier')} <small>{t('create.earlier.kept')}</small>
      </h2>
      <div className="film">
        {jobs.slice(0, 7).map((job) => (
          <Link key={job.id} to="/create" search={{ job: job.id }} aria-label={t('create.earlier.open', { prompt: job.prompt })}>
            <img src={job.thumbnail ?? ''} alt="" loading="lazy" />
          </Link>
        ))}
      </div>
    </section>
  )
}
