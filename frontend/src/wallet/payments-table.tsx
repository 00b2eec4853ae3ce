import { formatWei, placesOf } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { AccountName } from './account-name.tsx'
import type { Payment } from './flow.ts'

/** Who was paid what, as the receipt says it, to the last wei. */
export function PaymentsTable({ payments, unit }: { payments: readonly Payment[]; unit: 'ETH' | 'WETH' | null }) {
  const t = useText()
  const sum = payments.reduce((total, { amount }) => total + BigInt(amount), 0n)
  const decimals = placesOf([...payments.map(({ amount }) => amount), sum])
  return (
    <table className="where receipt">
      <caption className="vh">{t('flow.paid')}</caption>
      <tbody>
        {payments.map(({ to, amount, role, credited }) => (
          <tr key={`${role}-${to}`}>
            <th scope="row">
              {t(`flow.paid.${role}`)} {role === 'fee' ? null : <AccountName address={to} />}{' '}
              {credited ? <span className="mute">{t('flow.paid.waits')}</span> : null}
            </th>
            <td className="num">{formatWei(amount, { decimals })}</td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{t('flow.paid')}</th>
          <td className="num">
            {formatWei(sum, { decimals })} {unit ? t(unit === 'WETH' ? 'unit.weth' : 'unit.eth') : null}
          </td>
        </tr>
      </tbody>
    </table>
  )
}
