import type { OrderView } from '@daedal/protocol/market/api'
import { useQuery } from '@tanstack/react-query'
import { formatCount, formatWei } from '../lib/format.ts'
import { useText } from '../lib/text/use-text.ts'
import { PriceSplitTable } from '../ui/price-box.tsx'
import { useAccount } from '../wallet/account.ts'
import { orders } from './orders.ts'
import { payeesOf, splitLabel } from './split-payees.tsx'

/** Every payee of a listing, the network on top, and what the buyer pays or the seller gets. */
export function SaleSplit({ listing, owned }: { listing: OrderView; owned: boolean }) {
  const t = useText()
  const { address } = useAccount()
  const query = useQuery({
    ...orders.fulfillment(listing.hash, address ?? '0x0000000000000000000000000000000000000000'),
    enabled: Boolean(address) && !owned,
  })
  const { split } = listing
  const unit = t('unit.eth')
  const gas = query.data?.estimatedGas
  const network = gas && query.data?.gasPriceWei ? BigInt(gas) * BigInt(query.data.gasPriceWei) : null
  const total = owned
    ? { name: t('price.youReceive'), amount: `${formatWei(split.seller)} ${unit}` }
    : network === null
      ? { name: t('price.youPay'), amount: `${formatWei(split.price)} ${unit}` }
      : { name: t('price.youPay'), amount: `~${formatWei(BigInt(split.price) + network, { round: true })} ${unit}` }
  const onTop = owned
    ? undefined
    : {
        name: gas ? t('price.network', { gas: formatCount(BigInt(gas)) }) : t('price.networkPlain'),
        share: t('price.onTop'),
        amount: network === null ? '–' : `~${formatWei(network, { round: true })}`,
      }
  return (
    <PriceSplitTable
      label={splitLabel(t, split)}
      caption={t('price.caption')}
      payees={payeesOf(t, split, listing.order.maker, owned)}
      onTop={onTop}
      total={total}
    />
  )
}
