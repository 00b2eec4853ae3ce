import type { HouseAction } from '@daedal/protocol/market/auction-api'
import { dropCommitment, dropIdOf, dropTermsFromJson, revealCall } from '@daedal/protocol/market/drop'
import type { Address } from '@daedal/protocol/scalars'
import type { DropRequest } from './drop-request.ts'
import type { FlowService } from './flow-ports.ts'
import { must } from './prepared-mismatch.ts'

type Answer = Pick<HouseAction, 'possible' | 'reason' | 'detail' | 'steps'>

/** Asks the service what a request takes. Throws ApiProblem. `drops` is where the contract of drops is. */
export async function askDrops(service: FlowService, request: DropRequest, account: Address, drops: Address): Promise<Answer> {
  const { drop } = request
  switch (request.kind) {
    case 'buy-tickets':
      return service.buyTickets(drop, { account, quantity: request.quantity, stage: request.stage })
    case 'deliver':
      return service.deliverTickets(drop, { account, tickets: [...request.tickets] })
    case 'refund':
      return service.refundTickets(drop, { account, first: request.first })
    case 'take-back':
      return service.takeItemBack(drop, { account, item: request.item, to: request.to })
    case 'end-drop':
      return service.endDropSale(drop, { account })
    case 'close-drop':
      return service.closeDrop(drop, { account })
    case 'draw-drop':
      return service.drawDrop(drop, { account })
    case 'reveal-drop':
      return reveal(service, request, drops)
  }
}

/** Written here, because the secret must not travel before the block that decides along with it was drawn. */
async function reveal(service: FlowService, request: Extract<DropRequest, { kind: 'reveal-drop' }>, drops: Address): Promise<Answer> {
  const { terms: json, entropy } = await service.drop(request.drop)
  const terms = dropTermsFromJson(json)
  must(dropIdOf(terms) === request.drop.toLowerCase(), 'The service told the terms of another drop.')
  const refused = (reason: string, detail: string): Answer => ({ possible: false, reason, detail, steps: [] })
  if (entropy === null) return refused('MARKET_DROP_NOT_DRAWN', 'The block that decides was not drawn.')
  if (dropCommitment(request.secret) !== terms.commitment)
    return refused('MARKET_DROP_SECRET_WRONG', `The commitment is ${terms.commitment}.`)
  return { possible: true, reason: null, detail: null, steps: [{ type: 'send', transaction: revealCall(drops, terms, request.secret) }] }
}
