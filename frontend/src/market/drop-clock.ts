import type { DropStageView, DropView } from '@daedal/protocol/market/drop-api'

type Timed = Pick<DropView, 'state' | 'stages' | 'revealBy' | 'deliverBy' | 'now'>

/** What time brings next: tickets are sold, from then on or again; no more are sold; a deadline ends. */
export type DropMoment = 'opens' | 'reopens' | 'closes' | 'reveal' | 'deliver'
/** The next moment and the seconds to it. `at` in unix seconds, `changesAt` in milliseconds by this device's clock. */
export type DropClock = { moment: DropMoment; at: number; left: number; changesAt: number }

/** The stage that sells now, else the one that sells next, else the last one. */
export function stageNow(stages: readonly DropStageView[]): { stage: DropStageView; place: number } {
  const live = stages.findIndex(({ state }) => state === 'live')
  const next = live < 0 ? stages.findIndex(({ state }) => state === 'upcoming') : live
  const place = next < 0 ? stages.length - 1 : next
  return { stage: stages[place] as DropStageView, place }
}

/**
 * What the clock says of a drop; null when time changes nothing more. The service's time is counted on from its answer, so this device's
 * clock need not be right. `answeredAt` and `now` in milliseconds.
 */
export function dropClock(drop: Timed, answeredAt: number, now: number): DropClock | null {
  const next = nextMoment(drop)
  if (!next) return null
  const changesAt = answeredAt + (next.at - Number(drop.now)) * 1_000
  return { ...next, left: Math.max(0, Math.ceil((changesAt - now) / 1_000)), changesAt }
}

function nextMoment({ state, stages, revealBy, deliverBy }: Timed): Pick<DropClock, 'moment' | 'at'> | null {
  switch (state) {
    case 'upcoming':
    case 'live': {
      const { stage } = stageNow(stages)
      if (stage.state === 'live') return { moment: 'closes', at: Number(stage.end) }
      return { moment: state === 'live' ? 'reopens' : 'opens', at: Number(stage.start) }
    }
    case 'revealing':
      return { moment: 'reveal', at: Number(revealBy) }
    case 'delivering':
      return { moment: 'deliver', at: Number(deliverBy) }
    case 'over':
      return null
  }
}
