import type { RentalOfferView } from '@daedal/protocol/market/rental-api'
import { useQuery } from '@tanstack/react-query'
import { configQuery } from '../lib/status.ts'
import { useText } from '../lib/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { startFlow } from '../wallet/flow-store.ts'
import { auctionSubject } from './auction-subject.ts'
import { auctionUnit } from './auction-unit.ts'

/** Cancels an offer to let of the person's. */
export function CancelOffer({ view, paused }: { view: RentalOfferView; paused: string | null }) {
  const t = useText()
  const { data: config } = useQuery(configQuery)
  const { hash, offer } = view
  const subject = auctionSubject(
    { ...view, tokenId: offer.tokenId },
    offer.pricePerDay,
    auctionUnit(offer.currency, config?.contracts.wrappedEther),
  )
  return (
    <Button small why={paused} onClick={() => startFlow({ kind: 'cancel-let', offer: hash, nonce: offer.nonce }, subject)}>
      {t('orders.cancel')}
    </Button>
  )
}
