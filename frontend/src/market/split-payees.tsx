import type { PriceSplit } from '@daedal/protocol/market/price'
import { formatBps, formatWei, placesOf } from '../lib/format.ts'
import type { Text } from '../lib/text/use-text.ts'
import type { Payee } from '../ui/price-box.tsx'
import { AccountName } from '../wallet/account-name.tsx'

/** What is paid for: who sells is called so, and who lets by its own word. */
type Deal = 'sale' | 'rental'

/** The payees of a price, in the order of the bar. Parts sum to the price to the last wei. */
export function payeesOf(t: Text, split: PriceSplit, seller: string | null, youSell: boolean, deal: Deal = 'sale'): Payee[] {
  const decimals = placesOf([split.seller, split.royalty, split.fee])
  const sellerBps = 10_000 - split.royaltyBps - split.feeBps
  const rows: Payee[] = [
    {
      key: 'seller',
      name: youSell ? (
        t(deal === 'sale' ? 'price.youGet' : 'rent.youGet')
      ) : (
        <>
          {t(deal === 'sale' ? 'price.seller' : 'rent.owner')} {seller ? <AccountName address={seller} /> : null}
        </>
      ),
      share: formatBps(sellerBps),
      amount: formatWei(split.seller, { decimals }),
      part: sellerBps,
      colour: 'var(--series-4)',
    },
  ]
  if (BigInt(split.royalty) > 0n)
    rows.push({
      key: 'royalty',
      name: (
        <>
          {t('price.royalty')} {split.royaltyReceiver ? <AccountName address={split.royaltyReceiver} /> : null}
        </>
      ),
      share: formatBps(split.royaltyBps),
      amount: formatWei(split.royalty, { decimals }),
      part: split.royaltyBps,
      colour: 'var(--series-2)',
    })
  rows.push({
    key: 'fee',
    name: t('price.fee'),
    share: formatBps(split.feeBps),
    amount: formatWei(split.fee, { decimals }),
    part: split.feeBps,
    colour: 'var(--series-3)',
  })
  return rows
}

/** The bar in words. */
export const splitLabel = (t: Text, split: PriceSplit, deal: Deal = 'sale'): string =>
  t(deal === 'sale' ? 'price.splitLabel' : 'rent.splitLabel', {
    seller: formatBps(10_000 - split.royaltyBps - split.feeBps),
    royalty: formatBps(split.royaltyBps),
    fee: formatBps(split.feeBps),
  })
