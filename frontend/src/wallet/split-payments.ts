import type { Address } from '@daedal/protocol/scalars'
import type { Payment } from './flow.ts'

/** What a contract says of the money of a sale or a rental, in the smallest unit. */
type Shares = { price: bigint; fee: bigint; royalty: bigint; royaltyReceiver: Address }
type Credit = { account: Address; amount: bigint }

/**
 * Who was paid what; what a payee did not take, which `credits` tell, waits for it. The fee stays with `contract` until it is withdrawn.
 * The amounts add up to the price, to the last unit.
 */
export function splitPayments(
  { price, fee, royalty, royaltyReceiver }: Shares,
  { payee, role, contract, credits }: { payee: Address; role: 'seller' | 'owner'; contract: Address; credits: readonly Credit[] },
): Payment[] {
  const payments: Payment[] = [{ to: payee, amount: (price - fee - royalty).toString(), role }]
  if (royalty > 0n) payments.push({ to: royaltyReceiver, amount: royalty.toString(), role: 'royalty' })
  if (fee > 0n) payments.push({ to: contract, amount: fee.toString(), role: 'fee' })
  const credited = ({ to, amount, role: part }: Payment): boolean =>
    part !== 'fee' && credits.some((credit) => credit.account.toLowerCase() === to.toLowerCase() && credit.amount === BigInt(amount))
  return payments.map((payment) => (credited(payment) ? { ...payment, credited: true } : payment))
}
