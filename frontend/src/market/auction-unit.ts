import type { Address } from '@daedal/protocol/scalars'
import { formatWei, shortHex } from '../lib/format.ts'
import type { Text } from '../lib/text/use-text.ts'

export type AuctionUnit = 'ETH' | 'WETH'

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** The unit of a currency; null for one of which these pages know neither name nor decimals. */
export function auctionUnit(currency: Address, wrappedEther: Address | undefined): AuctionUnit | null {
  if (/^0x0{40}$/.test(currency)) return 'ETH'
  return wrappedEther && same(currency, wrappedEther) ? 'WETH' : null
}

/**
 * An amount with its unit, with at least `decimals` places, which amounts in one column share. Of a currency that is not known it is
 * counted in the smallest unit.
 */
export function amountText(t: Text, amount: string, unit: AuctionUnit | null, currency: Address, decimals = 4): string {
  if (unit === null) return `${amount} × ${shortHex(currency)}`
  return `${formatWei(amount, { decimals })} ${t(unit === 'WETH' ? 'unit.weth' : 'unit.eth')}`
}
