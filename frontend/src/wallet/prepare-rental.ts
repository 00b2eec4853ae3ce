import type { HouseAction } from '@daedal/protocol/market/auction-api'
import type { PreparedRentalOffer } from '@daedal/protocol/market/rental-api'
import type { Address } from '@daedal/protocol/scalars'
import type { FlowService } from './flow-ports.ts'
import type { LettingRequest } from './rental-request.ts'

type Letting = Extract<LettingRequest, { kind: 'let' }>

/** Asks the service for the offer that an owner has to sign. Throws ApiProblem. */
export function askOfferToLet(service: FlowService, request: Letting, owner: Address): Promise<PreparedRentalOffer> {
  const { kind: _, renter, ...terms } = request
  return service.prepareRentalOffer({ owner, ...terms, ...(renter && { renter }) })
}

/** Asks the service what a request takes. Throws ApiProblem. */
export function askRentals(service: FlowService, request: Exclude<LettingRequest, Letting>, account: Address): Promise<HouseAction> {
  switch (request.kind) {
    case 'rent':
    case 'add-days':
      return service.rentAsset(request.offer, { renter: account, days: request.days })
    case 'cancel-let':
      return service.cancelRentalOffer(request.offer, { owner: account })
    case 'give-back':
      return service.giveBack({ account, collection: request.collection, tokenId: request.tokenId })
    case 'release-token':
      return service.releaseToken({ account, collection: request.collection, tokenId: request.tokenId })
  }
}
