import { useStreamState } from '../lib/event-stream.ts'
import { useText } from '../lib/text/use-text.ts'

/** Whether the page hears of changes as they happen. */
export function LiveReading() {
  const t = useText()
  const state = useStreamState()
  return (
    <span className="live">
      <i className={state === 'open' ? undefined : 'late'} />
      {t(`activity.live.${state}`)}
    </span>
  )
}
