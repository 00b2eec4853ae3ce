import type { HouseAction } from '@daedal/protocol/market/auction-api'
import type { Address } from '@daedal/protocol/scalars'
import type { FlowService } from './flow-ports.ts'
import type { HouseRequest } from './house-request.ts'

/** Asks the service what a request takes. Throws ApiProblem. */
export async function askHouse(service: FlowService, request: HouseRequest, account: Address): Promise<HouseAction> {
  switch (request.kind) {
    case 'auction': {
      const { kind: _, ...terms } = request
      const { steps, estimatedGas, gasPriceWei } = await service.prepareAuction({ seller: account, ...terms })
      return { possible: true, reason: null, detail: null, steps, estimatedGas, gasPriceWei }
    }
    case 'bid':
      return service.placeBid(request.auction, { bidder: account, amount: request.amount })
    case 'settle-auction':
      return service.settleAuction(request.auction, { account })
    case 'cancel-auction':
      return service.cancelAuction(request.auction, { account })
    case 'reclaim':
      return service.reclaimAsset(request.auction, { account })
    case 'withdraw':
      return service.withdraw(account, { payer: request.payer, currency: request.currency })
  }
}
