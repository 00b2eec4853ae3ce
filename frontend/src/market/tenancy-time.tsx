import { formatSpan } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useNow } from '../lib/use-now.ts'
import { Progress } from '../ui/progress.tsx'
import { type Timed, tenancyClock } from './tenancy-clock.ts'

/** How much time a tenancy has, in words that tick. `answeredAt` says when the service told, in milliseconds. */
export function TenancyTime({ time, answeredAt }: { time: Timed; answeredAt: number }) {
  const t = useText()
  const language = useLanguage()
  const active = time.state === 'active'
  const { left } = tenancyClock(time, answeredAt, useNow(active))
  if (time.state !== 'active') return t(`tenancy.state.${time.state}`)
  // It is over when the service says so, by the chain's clock, not by this one.
  if (left === 0) return t('tenancy.due')
  return <span role="timer">{t('tenancy.left.active', { left: formatSpan(left, language) })}</span>
}

/** How much of the time is over, on the graduated rule, with the needle at now. */
export function TenancyRule({ time, answeredAt }: { time: Timed; answeredAt: number }) {
  const t = useText()
  const { passed } = tenancyClock(time, answeredAt, useNow(time.state === 'active'))
  return <Progress value={passed} label={t('tenancy.passed')} />
}
