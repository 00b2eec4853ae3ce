import type { ErrorCode } from '@daedal/protocol/errors/codes'
import type { Step } from '@daedal/protocol/market/api'
import { NATIVE_CURRENCY } from '@daedal/protocol/market/order'
import type { Address } from 'viem'
import { AppError } from '../errors.ts'
import type { ChainReader, MarketCalls } from './ports.ts'
import { moneySteps, type Spending } from './prepare-order.ts'

type PayerDeps = {
  spending: Spending
  chain: Pick<ChainReader, 'balanceOf' | 'allowance'>
  calls: Pick<MarketCalls, 'approveCurrency' | 'wrap'>
}

/** What an account has to send before it can pay an amount: nothing for ether; or why it cannot pay. */
export async function payerSteps(
  { spending, chain, calls }: PayerDeps,
  payer: Address,
  currency: Address,
  amount: bigint,
): Promise<Step[] | { code: ErrorCode; detail: string }> {
  const balance = await chain.balanceOf(currency, payer)
  if (currency === NATIVE_CURRENCY) {
    if (balance >= amount) return []
    return { code: 'MARKET_BALANCE_TOO_LOW', detail: `It takes ${amount} wei; ${payer} has ${balance} wei.` }
  }
  const allowance = await chain.allowance(currency, payer, spending.spender)
  try {
    return await moneySteps({ ...spending, chain, calls }, payer, currency, amount, { balance, allowance })
  } catch (error) {
    if (error instanceof AppError && error.code === 'MARKET_BALANCE_TOO_LOW') return { code: error.code, detail: error.message }
    throw error
  }
}
