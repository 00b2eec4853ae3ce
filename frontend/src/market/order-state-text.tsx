import type { OrderStatus } from '@daedal/protocol/market/api'
import { useSentenceOf } from '../lib/sentences.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { type MarkState, StateMark } from '../ui/state-mark.tsx'

const marks: Record<OrderStatus['state'], MarkState> = {
  pending: 'stale',
  active: 'pass',
  inactive: 'fail',
  filled: 'pass',
  expired: 'none',
  cancelled: 'none',
}

/** The state of an order in a word, with the reason when it cannot be filled. */
export function OrderStateText({ status }: { status: OrderStatus }) {
  const t = useText()
  const language = useLanguage()
  const sentenceOf = useSentenceOf()
  const dead = status.state === 'inactive'
  const reason = status.reason ? (sentenceOf(status.reason, language) ?? status.reason) : null
  return (
    <span className="order-state" data-s={marks[status.state]} data-state={status.state}>
      <StateMark state={marks[status.state]} className="i14" />
      <span>
        {t(`orders.state.${status.state}`)}
        {dead && reason ? (
          <span className="mute" title={status.detail ?? undefined}>
            {' '}
            {reason}
          </span>
        ) : null}
      </span>
    </span>
  )
}
