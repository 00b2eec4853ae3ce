import type { DropTicket } from '@daedal/protocol/market/drop-api'
import { expect, it } from 'vitest'
import { canRefund, canTakeBack, dropActs, nextDeliveries, openPurchases, revealStep } from './drop-acts.ts'
import { accountOf, BUYER, CREATOR, dropOf } from './testing/sample-drop.ts'

const ticket = (number: number, state: DropTicket['state'] = 'open', first = number) => ({ ticket: number, first, state }) as DropTicket
const entropy = `0x${'5'.repeat(64)}` as const
const sealed = (changed: Parameters<typeof dropOf>[0] = {}) =>
  dropOf({ state: 'revealing', committed: true, offset: null, revealBy: '3000', refundFrom: '3000', now: '2500', ...changed })

it('leads from the end of the sale to the reveal, one step at a time', () => {
  expect(revealStep(sealed({ state: 'live' }), 100)).toBeNull()
  expect(revealStep(sealed(), 100)).toBe('close')
  expect(revealStep(sealed({ entropyBlock: 101 }), 100)).toBe('block')
  expect(revealStep(sealed({ entropyBlock: 101 }), null)).toBe('block')
  expect(revealStep(sealed({ entropyBlock: 101 }), 101)).toBe('draw')
  expect(revealStep(sealed({ entropyBlock: 101 }), 356)).toBe('draw')
  expect(revealStep(sealed({ entropyBlock: 101 }), 357)).toBe('close')
  expect(revealStep(sealed({ entropyBlock: 101, entropy }), 357)).toBe('secret')
})

it('lets anyone close and draw, and only the creator reveal or end the sale', () => {
  expect(dropActs(sealed(), null, 100, [])).toEqual(['close-drop'])
  expect(dropActs(sealed({ entropyBlock: 90, entropy }), BUYER, 100, [])).toEqual([])
  expect(dropActs(sealed({ entropyBlock: 90, entropy }), CREATOR.toLowerCase(), 100, [])).toEqual(['reveal-drop'])
  expect(dropActs(dropOf(), CREATOR, 100, [])).toEqual(['end-drop'])
  expect(dropActs(dropOf({ ended: true }), CREATOR, 100, [])).toEqual([])
  expect(dropActs(dropOf(), BUYER, 100, [])).toEqual([])
})

it('delivers what is known, published and in time: the own, and by the creator everybody’s', () => {
  const own = { account: accountOf({ open: 2 }) }
  expect(dropActs(dropOf(own), BUYER, 100, [ticket(0)])).toEqual(['deliver'])
  expect(dropActs(dropOf({ ...own, published: false }), BUYER, 100, [])).toEqual([])
  expect(dropActs(dropOf({ ...own, now: '9000' }), BUYER, 100, [])).toEqual(['refund'])
  expect(dropActs(sealed(own), BUYER, 100, [])).toEqual(['close-drop'])
  expect(dropActs(dropOf({ ended: true }), CREATOR, 100, [ticket(0)])).toEqual(['deliver-all'])
  expect(dropActs(dropOf({ ended: true }), CREATOR, 100, [ticket(0, 'delivered')])).toEqual([])
})

it('gives back from the moment on that the service names', () => {
  expect(canRefund(dropOf({ now: '8999' }))).toBe(false)
  expect(canRefund(dropOf({ now: '9000' }))).toBe(true)
})

it('takes at most sixteen open tickets into one delivery, and one refund for each purchase', () => {
  const tickets = [ticket(0, 'delivered'), ...Array.from({ length: 20 }, (_, at) => ticket(at + 1))]
  expect(nextDeliveries(tickets)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1))
  expect(openPurchases([ticket(0, 'refunded', 0), ticket(3, 'open', 2), ticket(4, 'open', 2), ticket(7, 'open', 7)])).toEqual([2, 7])
})

it('lets the creator take back what is held when nobody can be delivered it any more', () => {
  expect(canTakeBack(dropOf({ now: '9000' }), { held: true }, CREATOR.toLowerCase())).toBe(true)
  expect(canTakeBack(dropOf({ now: '8999' }), { held: true }, CREATOR)).toBe(false)
  expect(canTakeBack(dropOf({ now: '9000' }), { held: false }, CREATOR)).toBe(false)
  expect(canTakeBack(dropOf({ now: '9000' }), { held: true }, BUYER)).toBe(false)
})
