import type { Activity } from '@daedal/protocol/tokens/api'
import { expect, it } from 'vitest'
import { axisSteps, salesOf } from './sales.ts'

const filled = (id: string, occurredAt: string, price: string) => ({ id, type: 'order.filled', occurredAt, price }) as unknown as Activity

it('orders sales and tells the change', () => {
  const sales = salesOf([
    filled('b', '2026-06-19T00:00:00Z', '440'),
    { id: 'x', type: 'asset.minted', occurredAt: '2026-01-01T00:00:00Z', price: null } as unknown as Activity,
    filled('a', '2026-06-02T00:00:00Z', '310'),
    filled('c', '2026-07-04T00:00:00Z', '400'),
  ])
  expect(sales.map((sale) => [sale.id, sale.change])).toEqual([
    ['a', null],
    ['b', '41.9 %'],
    ['c', '−9.0 %'],
  ])
})

it('compares what one unit of an edition cost', () => {
  const sales = salesOf([
    { ...filled('a', '2026-06-02T00:00:00Z', '300'), units: '3' },
    { ...filled('b', '2026-06-19T00:00:00Z', '150'), units: '1' },
  ])
  expect(sales.map(({ price, change }) => [price, change])).toEqual([
    [100n, null],
    [150n, '50.0 %'],
  ])
})

it('labels an axis with round values that reach the top', () => {
  expect(axisSteps(0.84)).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(axisSteps(4)).toEqual([0, 1, 2, 3, 4])
  for (const top of [0.0003, 0.2, 7, 12.4, 999]) {
    const steps = axisSteps(top)
    expect(steps.at(-1)).toBeGreaterThanOrEqual(top)
    expect(steps.length).toBeLessThanOrEqual(6)
  }
  expect(axisSteps(0)).toEqual([0, 1])
})
