import type { DropView } from '@daedal/protocol/market/drop-api'
import { formatSpan } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { useNow } from '../lib/use-now.ts'
import { dropClock } from './drop-clock.ts'

/** What time it is in a drop, in words that tick. `answeredAt` says when the service told, in milliseconds. */
export function DropTime({ drop, answeredAt }: { drop: DropView; answeredAt: number }) {
  const t = useText()
  const language = useLanguage()
  const clock = dropClock(drop, answeredAt, useNow(drop.state !== 'over'))
  if (!clock) return t(drop.sold ? 'drops.time.over' : 'drops.time.nothingSold')
  // It has changed when the service says so, by the chain's clock, not by this one.
  if (clock.left === 0) return t('drops.time.due')
  return <span role="timer">{t(`drops.time.${clock.moment}`, { left: formatSpan(clock.left, language) })}</span>
}
