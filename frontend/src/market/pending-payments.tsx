import type { Payer } from '@daedal/protocol/market/payments'
import type { Address } from '@daedal/protocol/scalars'
import { useQuery } from '@tanstack/react-query'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Alert } from '../ui/steps.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { amountText, auctionUnit } from './auction-unit.ts'
import { auctions } from './auctions.ts'

/** Money that a contract could not deliver and keeps for the person, with the act that takes it out; nothing when nothing waits. */
export function PendingPayments({ account, paused, payer }: { account: Address; paused: string | null; payer?: Payer }) {
  const t = useText()
  const { data: config } = useQuery(configQuery)
  const { data } = useQuery(auctions.payments(account))
  const waiting = (data?.data ?? []).filter((payment) => payer === undefined || payment.payer === payer)
  return waiting.map(({ payer: from, currency, amount }) => {
    const unit = auctionUnit(currency, config?.contracts.wrappedEther)
    const withdraw = () =>
      startFlow(
        { kind: 'withdraw', payer: from, currency },
        { title: t(`payments.of.${from}`), image: null, asset: null, price: unit && amount, unit },
      )
    return (
      <Alert key={`${from}-${currency}`} tone="weak">
        <p>{t('payments.waits', { amount: amountText(t, amount, unit, currency), of: t(`payments.of.${from}`) })}</p>
        <p>
          <Button small why={paused} onClick={withdraw}>
            {t('payments.withdraw')}
          </Button>
        </p>
      </Alert>
    )
  })
}
