import type { Generation } from '@daedal/protocol/generation/api'
import { Link } from '@tanstack/react-router'
import { useText } from '../lib/text/use-text.ts'
import { titleFrom } from './prompt-parts.ts'

type From = NonNullable<Generation['from']>

/** What the pictures of a job came from. */
export function JobOrigin({ from }: { from: From }) {
  const t = useText()
  const [first, second] = from.of
  const nameOf = (source: From['of'][number] | undefined) => {
    if (!source) return t('create.made.gone')
    return source.name ? titleFrom(source.name) : t('create.from.variation', { number: (source.variation ?? 0) + 1 })
  }
  return (
    <p className="job-origin">
      {from.of.map((source) => {
        const picture = source.image ? <img src={source.image} alt={nameOf(source)} /> : null
        if (source.asset)
          return (
            <Link key={source.image} to="/assets/$" params={{ _splat: source.asset }}>
              {picture}
            </Link>
          )
        return source.generation ? (
          <Link key={source.image} to="/create" search={{ job: source.generation }}>
            {picture}
          </Link>
        ) : (
          picture
        )
      })}
      <span>{t(`create.made.${from.how}`, { first: nameOf(first), second: nameOf(second) })}</span>
    </p>
  )
}
