import type { DropDetail } from '@daedal/protocol/market/drop-api'
import { formatCount, formatMoment } from '../lib/format.ts'
import { useLanguage } from '../lib/text/language.ts'
import { useText } from '../lib/text/use-text.ts'
import { Alert } from '../ui/steps.tsx'
import { useAccount } from '../wallet/account.ts'
import { canDeliver, canRefund, revealStep } from './drop-acts.ts'
import { PendingPayments } from './pending-payments.tsx'

type DropStandingProps = { drop: DropDetail; mine: boolean; head: number | null; paused: string | null }

/** How a drop stands: what it waits for, what that means for the person's tickets, and money of theirs that waits. */
export function DropStanding({ drop, mine, head, paused }: DropStandingProps) {
  const t = useText()
  const language = useLanguage()
  const { address } = useAccount()
  const step = revealStep(drop, head)
  const open = drop.account?.open ?? 0
  const late = canRefund(drop)
  const moment = formatMoment(Number(drop.refundFrom) * 1_000, language)
  return (
    <>
      {step ? <Alert tone="info">{t(`drops.step.${step}`, { block: formatCount(drop.entropyBlock ?? 0) })}</Alert> : null}
      {open ? (
        <Alert tone={late ? 'weak' : 'info'}>
          {late
            ? t('drops.you.refund', { count: open })
            : canDeliver(drop)
              ? t('drops.you.deliver', { count: open, moment })
              : t('drops.you.wait', { count: open, moment })}
        </Alert>
      ) : null}
      {mine && !drop.published ? <Alert tone="weak">{t('drops.you.unpublished')}</Alert> : null}
      {address ? <PendingPayments account={address} paused={paused} payer="drops" /> : null}
    </>
  )
}
