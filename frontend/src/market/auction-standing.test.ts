import type { AuctionState, AuctionView } from '@daedal/protocol/market/auction-api'
import { describe, expect, it } from 'vitest'
import { standingOf } from './auction-standing.ts'

const seller = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const leader = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const other = '0x90F79bf6EB2c4f870365E785982E1f101E93b906'
const auction = (state: AuctionState, bid = true, waiting = false) =>
  ({ state, seller, highestBid: bid ? { bidder: leader } : null, waiting }) as unknown as AuctionView

describe('how an auction stands', () => {
  it('for who leads, in any letter case', () => {
    const told = (['live', 'ended', 'settled', 'failed'] as const).map((state) => standingOf(auction(state), leader.toLowerCase(), true))
    expect(told).toEqual(['leads', 'wins', 'won', 'refunded'])
  })
  it('for who was outbid, and for who has nothing to do with it', () => {
    expect(standingOf(auction('live'), other, true)).toBe('outbid')
    expect(standingOf(auction('settled'), other, true)).toBe('outbid')
    expect(standingOf(auction('live'), other, false)).toBeNull()
    expect(standingOf(auction('live'), null, true)).toBeNull()
  })
  it('for the seller', () => {
    expect(standingOf(auction('live', false), seller, false)).toBe('seller-open')
    expect(standingOf(auction('live'), seller, false)).toBe('seller-bid')
    expect(standingOf(auction('ended'), seller, false)).toBe('seller-wins')
    expect(standingOf(auction('ended', false), seller, false)).toBe('seller-nobody')
    expect(standingOf(auction('settled'), seller, false)).toBe('sold')
    expect(standingOf(auction('unsold', false), seller, false)).toBe('back')
    expect(standingOf(auction('failed', true, true), seller, false)).toBe('waits')
  })
})
