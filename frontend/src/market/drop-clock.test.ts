import { expect, it } from 'vitest'
import { dropClock, stageNow } from './drop-clock.ts'
import { dropOf, stageOf } from './testing/sample-drop.ts'

const stages = [stageOf({ start: '1000', end: '2000', state: 'over' }), stageOf({ start: '3000', end: '4000', state: 'upcoming' })]

it('counts on from the answer, whatever this clock says', () => {
  const drop = dropOf({ state: 'live', now: '3600', stages: [stageOf({ start: '3000', end: '4000', state: 'live' })] })
  const answeredAt = 5_000_000
  expect(dropClock(drop, answeredAt, answeredAt)).toEqual({ moment: 'closes', at: 4_000, left: 400, changesAt: 5_400_000 })
  expect(dropClock(drop, answeredAt, answeredAt + 60_400)?.left).toBe(340)
  expect(dropClock(drop, answeredAt, answeredAt + 9_999_000)?.left).toBe(0)
})

it('opens before the first stage and between two', () => {
  const before = dropOf({ state: 'upcoming', now: '900', stages: [stageOf({ start: '1000', end: '2000', state: 'upcoming' })] })
  expect(dropClock(before, 0, 0)).toMatchObject({ moment: 'opens', left: 100 })
  expect(dropClock(dropOf({ state: 'live', now: '2500', stages }), 0, 0)).toMatchObject({ moment: 'reopens', at: 3_000, left: 500 })
})

it('knows the deadline that counts, and none of what is over', () => {
  const times = { now: '5000', revealBy: '6000', deliverBy: '9000' }
  expect(dropClock(dropOf({ ...times, state: 'revealing' }), 0, 0)).toMatchObject({ moment: 'reveal', left: 1_000 })
  expect(dropClock(dropOf({ ...times, state: 'delivering' }), 0, 0)).toMatchObject({ moment: 'deliver', left: 4_000 })
  expect(dropClock(dropOf({ ...times, state: 'over' }), 0, 0)).toBeNull()
})

it('finds the stage that counts', () => {
  expect(stageNow(stages).place).toBe(1)
  expect(stageNow([{ ...stages[0]!, state: 'live' }, stages[1]!]).place).toBe(0)
  expect(stageNow(stages.map((stage) => ({ ...stage, state: 'over' as const }))).place).toBe(1)
})
