import type { DropDetail, DropStageView } from '@daedal/protocol/market/drop-api'

/** A row of a drop's course. `place` is of a stage; `at` a deadline in unix seconds. */
export type CourseRow =
  | { kind: 'stage'; state: 'past' | 'now' | 'next'; place: number; stage: DropStageView }
  | { kind: 'reveal' | 'deliver'; state: 'past' | 'now' | 'next' | 'missed'; at: number }

const ofStage = { over: 'past', live: 'now', upcoming: 'next' } as const

/** The course of a drop: its stages, the reveal where there is one, and the delivery. */
export function courseOf(drop: DropDetail): CourseRow[] {
  const { stages, committed, revealBy, deliverBy } = drop
  return [
    ...stages.map((stage, place): CourseRow => ({ kind: 'stage', state: ofStage[stage.state], place, stage })),
    ...(committed && revealBy !== null ? [{ kind: 'reveal', state: revealState(drop), at: Number(revealBy) } as const] : []),
    { kind: 'deliver', state: deliveryState(drop), at: Number(deliverBy) },
  ]
}

function revealState({ offset, state, now, revealBy, sold }: DropDetail): CourseRow['state'] {
  if (offset !== null) return 'past'
  if (state === 'revealing') return 'now'
  if (state !== 'over') return 'next'
  // Where nothing was sold there is nothing to reveal.
  return sold > 0 && BigInt(now) >= BigInt(revealBy ?? 0) ? 'missed' : 'past'
}

function deliveryState({ offset, state, now, deliverBy, sold, delivered, refunded }: DropDetail): CourseRow['state'] {
  if (state === 'live' || state === 'upcoming') return 'next'
  if (sold === delivered) return 'past'
  if (offset === null && state === 'revealing') return 'next'
  if (state === 'delivering') return 'now'
  return BigInt(now) >= BigInt(deliverBy) || refunded > 0 || offset === null ? 'missed' : 'now'
}
