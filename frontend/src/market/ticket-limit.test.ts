import { expect, it } from 'vitest'
import { accountOf, dropOf, stageOf } from './testing/sample-drop.ts'
import { parseQuantity, ticketLimit } from './ticket-limit.ts'

const list = `0x${'1'.repeat(64)}` as const
const of = (own: Partial<ReturnType<typeof accountOf>['stages'][number]>) =>
  accountOf({ stages: [{ bought: 0, allowance: null, left: 9, ...own }] })

it('is what is left, of the drop, the stage, the account and one purchase', () => {
  expect(ticketLimit(dropOf())).toEqual({ most: 9, why: null })
  expect(ticketLimit(dropOf({ supply: 9_000, stages: [stageOf({ left: 8_997 })] })).most).toBe(64)
  expect(ticketLimit(dropOf({ stages: [stageOf({ perWallet: 2 })] })).most).toBe(2)
  expect(ticketLimit(dropOf({ account: of({ bought: 1, left: 1 }) })).most).toBe(1)
})

it('says why nothing is sold', () => {
  expect(ticketLimit(dropOf({ state: 'upcoming', stages: [stageOf({ state: 'upcoming' })] })).why).toBe('drops.why.early')
  expect(ticketLimit(dropOf({ state: 'over', stages: [stageOf({ state: 'over' })] })).why).toBe('drops.why.over')
  expect(ticketLimit(dropOf({ state: 'delivering', sold: 12 })).why).toBe('drops.why.soldOut')
  const pause = [stageOf({ state: 'over' }), stageOf({ state: 'upcoming' })]
  expect(ticketLimit(dropOf({ stages: pause })).why).toBe('drops.why.between')
  expect(ticketLimit(dropOf({ stages: [stageOf({ cap: 3, left: 0 })] })).why).toBe('drops.why.stageSoldOut')
})

it('says why this account may not buy', () => {
  const stages = [stageOf({ allowlistRoot: list })]
  expect(ticketLimit(dropOf({ stages, account: of({ allowance: null, left: 0 }) })).why).toBe('drops.why.listUnknown')
  expect(ticketLimit(dropOf({ stages, account: of({ allowance: 0, left: 0 }) })).why).toBe('drops.why.notOnList')
  expect(ticketLimit(dropOf({ stages, account: of({ allowance: 2, bought: 2, left: 0 }) })).why).toBe('drops.why.limit')
  expect(ticketLimit(dropOf({ stages, account: of({ allowance: 2, left: 2 }) }))).toEqual({ most: 2, why: null })
})

it('reads a whole number of tickets that can be bought', () => {
  expect(parseQuantity(' 3 ', 5)).toBe(3)
  for (const text of ['', '0', '6', '-1', '1.5', '1e1', 'two']) expect(parseQuantity(text, 5)).toBeNull()
})
