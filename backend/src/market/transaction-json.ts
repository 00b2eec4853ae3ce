import type { TransactionRequest } from '@daedal/protocol/market/api'
import { getAddress } from 'viem'
import type { MarketTransaction } from './ports.ts'

/** A transaction as it is answered: wei as a decimal string. */
export const transactionJson = ({ to, data, value }: MarketTransaction): TransactionRequest => ({
  to: getAddress(to),
  data,
  value: value.toString(),
})
