import type { OrderView } from '@daedal/protocol/market/api'
import type { AssetDetail } from '@daedal/protocol/tokens/api'
import { describe, expect, it } from 'vitest'
import { bestListing, bestOffer, deadListing } from './order-choice.ts'

const owner = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const view = (kind: OrderView['kind'], price: string, state: OrderView['status']['state'], maker: string = other) =>
  ({ hash: `${kind}-${price}`, form: 'order', kind, price, order: { maker }, status: { state } }) as unknown as OrderView
const asset = (...orders: OrderView[]) => ({ owner, orders }) as unknown as AssetDetail

describe('best listing', () => {
  it('is the cheapest that can be filled, compared as whole numbers', () => {
    const found = bestListing(asset(view('listing', '900', 'active'), view('listing', '1000', 'active'), view('listing', '5', 'expired')))
    expect(found?.price).toBe('900')
  })
  it('is not a bundle, whose price is for more', () => {
    const bundle = { ...view('listing', '1', 'active'), form: 'bundle' } as OrderView
    expect(bestListing(asset(bundle, view('listing', '9', 'active')))?.price).toBe('9')
  })
  it('is nothing when none can be filled', () => expect(bestListing(asset(view('listing', '1', 'inactive')))).toBeNull())
})

describe('best offer', () => {
  it('is the dearest of others', () => {
    const offers = [view('offer', '900', 'active'), view('offer', '1000', 'active'), view('offer', '5000', 'active', owner.toLowerCase())]
    expect(bestOffer(asset(...offers))?.price).toBe('1000')
  })
})

it('names a dead listing', () => expect(deadListing(asset(view('listing', '7', 'inactive')))?.price).toBe('7'))
