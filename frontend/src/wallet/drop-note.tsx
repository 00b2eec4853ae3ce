import { formatCount, formatWei } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { Alert } from '../ui/steps.tsx'
import type { DropOutcome } from './drop-request.ts'
import type { Flow } from './flow.ts'

/** What came of an act on a drop, as the receipt tells it. */
export function DropNote({ outcome, unit }: { outcome: DropOutcome; unit: Flow['subject']['unit'] }) {
  const t = useText()
  const amountOf = (wei: string) => `${formatWei(wei)} ${t(unit === 'WETH' ? 'unit.weth' : 'unit.eth')}`
  switch (outcome.result) {
    case 'created':
      return <Alert tone="info">{t('drops.note.created', { count: outcome.count })}</Alert>
    case 'bought':
      return <Alert tone="info">{t('drops.note.bought', { count: outcome.quantity, amount: amountOf(outcome.amount) })}</Alert>
    case 'delivered':
      return <Alert tone="info">{t('drops.note.delivered', { count: outcome.tickets.length })}</Alert>
    case 'refunded':
      return (
        <Alert tone={outcome.credited ? 'weak' : 'info'}>
          {t(outcome.credited ? 'drops.note.credited' : 'drops.note.refunded', { amount: amountOf(outcome.amount) })}
        </Alert>
      )
    case 'taken-back':
      return <Alert tone="info">{t('drops.note.takenBack')}</Alert>
    case 'ended':
      return <Alert tone="info">{t('drops.note.ended', { count: outcome.sold })}</Alert>
    case 'closed':
      return <Alert tone="info">{t('drops.note.closed', { block: formatCount(outcome.block) })}</Alert>
    case 'drawn':
      return <Alert tone="info">{t('drops.note.drawn')}</Alert>
    case 'revealed':
      return <Alert tone="info">{t('drops.note.revealed')}</Alert>
  }
}
