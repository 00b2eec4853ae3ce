import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatWei } from '../lib/format.ts'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { PriceBox } from '../ui/price-box.tsx'
import { isSame, useAccount } from '../wallet/account.ts'
import { amountName } from './auction-figure.ts'
import { AuctionRule, AuctionTime } from './auction-time.tsx'
import { amountText, auctionUnit } from './auction-unit.ts'
import { auctions } from './auctions.ts'

/** In place of a price: that the asset is in an auction, what that stands at, and the way there. */
export function AuctionBox({ held, children }: { held: NonNullable<AssetDetail['auction']>; children: ReactNode }) {
  const t = useText()
  const { address } = useAccount()
  const { data: config } = useQuery(configQuery)
  const { data: auction, dataUpdatedAt } = useQuery(auctions.detail(held.id))
  const unit = auctionUnit(held.currency, config?.contracts.wrappedEther)
  const amount = held.bid ?? held.reserve
  const bids = auction?.state === 'live' && !isSame(held.seller, address)
  return (
    <PriceBox
      label={t('auction.title')}
      figure={unit ? formatWei(amount) : amountText(t, amount, unit, held.currency)}
      unit={unit ? t(unit === 'WETH' ? 'unit.weth' : 'unit.eth') : undefined}
      aside={auction ? amountName(t, auction) : null}
      acts={
        <Link className="btn main" to="/auctions/$id" params={{ id: held.id }}>
          {t(bids ? 'auction.goBid' : 'auction.see')}
        </Link>
      }
      note={children}
    >
      <p>{t(held.outcome ? 'auction.waitsForSeller' : 'auction.inAuction')}</p>
      {auction ? (
        <div className="auction-time">
          <AuctionRule auction={auction} answeredAt={dataUpdatedAt} />
          <p>
            <b>
              <AuctionTime auction={auction} answeredAt={dataUpdatedAt} />
            </b>
          </p>
        </div>
      ) : (
        <div className="auction-time waiting" />
      )}
    </PriceBox>
  )
}
