import { expect, it } from 'vitest'
import { courseOf } from './drop-timeline.ts'
import { dropOf, stageOf } from './testing/sample-drop.ts'

const states = (drop: ReturnType<typeof dropOf>) => courseOf(drop).map(({ kind, state }) => `${kind} ${state}`)
const sealed = { committed: true, offset: null, revealBy: '3000', refundFrom: '3000' }
const over = [stageOf({ state: 'over', left: 0 })]

it('shows what is over, what is now and what comes', () => {
  const stages = [stageOf({ state: 'over' }), stageOf({ state: 'live' }), stageOf({ state: 'upcoming' })]
  expect(states(dropOf({ ...sealed, stages }))).toEqual(['stage past', 'stage now', 'stage next', 'reveal next', 'deliver next'])
  expect(states(dropOf({ state: 'delivering', stages: over }))).toEqual(['stage past', 'deliver now'])
  expect(states(dropOf({ ...sealed, state: 'revealing', stages: over }))).toEqual(['stage past', 'reveal now', 'deliver next'])
  expect(states(dropOf({ ...sealed, offset: 4, state: 'delivering', stages: over }))).toEqual(['stage past', 'reveal past', 'deliver now'])
})

it('does not call done what was missed', () => {
  expect(states(dropOf({ ...sealed, state: 'over', now: '3000', stages: over }))).toEqual(['stage past', 'reveal missed', 'deliver missed'])
  expect(states(dropOf({ state: 'over', now: '9000', delivered: 1, stages: over }))).toEqual(['stage past', 'deliver missed'])
  expect(states(dropOf({ state: 'over', now: '2500', delivered: 3, stages: over }))).toEqual(['stage past', 'deliver past'])
  expect(states(dropOf({ ...sealed, state: 'over', sold: 0, now: '2500', stages: over }))).toEqual([
    'stage past',
    'reveal past',
    'deliver past',
  ])
})
