import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { isListing } from '@daedal/protocol/market/order'
import type { Address, Hex32 } from '@daedal/protocol/scalars'
import { parseEventLogs } from 'viem'
import type { Payment } from './flow.ts'
import type { ChainReceipt } from './flow-ports.ts'

/** Bits of the nonce below the kind, as the market tells them. */
const NONCE_WIDTH = 136n

/**
 * Who was paid what, from the market's event in a receipt; null when the receipt does not show that the order was filled.
 * The amounts add up to the price, to the last wei.
 */
export function readPayments(receipt: ChainReceipt, market: Address, orderHash: Hex32): Payment[] | null {
  const logs = receipt.logs.filter((log) => log.address.toLowerCase() === market.toLowerCase())
  const filled = parseEventLogs({ abi: marketAbi, eventName: 'OrderFilled', logs: [...logs] }).find(
    (log) => log.args.orderHash === orderHash,
  )
  if (!filled) return null
  const { maker, taker, kindAndNonce, price, fee, royalty, royaltyReceiver } = filled.args
  const seller = isListing({ kind: Number(kindAndNonce >> NONCE_WIDTH) }) ? maker : taker
  const payments: Payment[] = [{ to: seller, amount: (price - fee - royalty).toString(), role: 'seller' }]
  if (royalty > 0n) payments.push({ to: royaltyReceiver, amount: royalty.toString(), role: 'royalty' })
  if (fee > 0n) payments.push({ to: market, amount: fee.toString(), role: 'fee' })
  return payments
}
