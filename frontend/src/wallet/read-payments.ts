import { marketAbi } from '@daedal/protocol/market/abi.gen'
import { isListing } from '@daedal/protocol/market/order'
import type { Address, Hex32 } from '@daedal/protocol/scalars'
import { parseEventLogs } from 'viem'
import type { Payment } from './flow.ts'
import type { ChainReceipt } from './flow-ports.ts'
import { splitPayments } from './split-payments.ts'

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
  return splitPayments({ price, fee, royalty, royaltyReceiver }, { payee: seller, role: 'seller', contract: market, credits: [] })
}
