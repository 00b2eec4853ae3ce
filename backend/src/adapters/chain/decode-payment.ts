import type { Address } from 'viem'
import type { ChainFact, RawEvent } from '../../tokens/ports.ts'
import { lower } from './known-event.ts'

type Payment = { eventName: 'PaymentCredited' | 'PaymentWithdrawn'; args: { account: Address; currency: Address; amount: bigint } }

/** What a contract with a ledger tells of it, see contracts/market/interfaces/IPayments.sol. */
export const paymentFact = ({ address }: RawEvent, { eventName, args: { account, currency, amount } }: Payment): ChainFact => ({
  name: eventName,
  contract: address,
  account: lower(account),
  currency: lower(currency),
  amount,
})
