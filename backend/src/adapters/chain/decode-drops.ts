import { dropsAbi } from '@daedal/protocol/market/abi.gen'
import { decodeEventLog } from 'viem'
import type { ChainFact, RawEvent } from '../../tokens/ports.ts'
import { paymentFact } from './decode-payment.ts'
import { known, lower, topicsOf } from './known-event.ts'

/** The event of the contract of drops. */
export function dropFact(raw: RawEvent): ChainFact | null {
  const event = known(() => decodeEventLog({ abi: dropsAbi, data: raw.data, topics: topicsOf(raw) }))
  switch (event?.eventName) {
    case 'DropCreated': {
      const { dropId, terms, feeBps } = event.args
      // The terms are kept as they were hashed: whoever acts on the drop has to bring them.
      return { name: 'DropCreated', dropId, feeBps, terms: { ...terms, stages: [...terms.stages] } }
    }
    case 'TicketsSold': {
      const { buyer, stage, ...sold } = event.args
      return { name: 'TicketsSold', ...sold, buyer: lower(buyer), stage: Number(stage) }
    }
    case 'DropSaleEnded':
    case 'DropClosed':
    case 'DropDrawn':
    case 'DropRevealed':
      return { name: event.eventName, ...event.args } as ChainFact
    case 'TicketDelivered': {
      const { buyer, royaltyReceiver, ...delivered } = event.args
      return { name: 'TicketDelivered', ...delivered, buyer: lower(buyer), royaltyReceiver: lower(royaltyReceiver) }
    }
    case 'TicketsRefunded': {
      const { buyer, ...refunded } = event.args
      return { name: 'TicketsRefunded', ...refunded, buyer: lower(buyer) }
    }
    case 'ItemTakenBack': {
      const { collection, tokenId, creator, to } = event.args
      return { name: 'ItemTakenBack', collection: lower(collection), tokenId, creator: lower(creator), to: lower(to) }
    }
    case 'PaymentCredited':
    case 'PaymentWithdrawn':
      return paymentFact(raw, event)
    default:
      return null
  }
}
