import type { Hex32 } from '@daedal/protocol/scalars'
import { type Flow, type FlowFailure, type FlowOutcome, type FlowStep, plannedSteps } from './flow.ts'

/** What happened to a flow. Times are milliseconds since 1970. */
export type FlowEvent =
  | { type: 'began'; key: string; at: number }
  | { type: 'prepared'; at: number; chainId: number; steps: FlowStep[]; prepared: Record<string, unknown> }
  | { type: 'asked'; key: string; at: number; asked?: { nonce: number; block: number } }
  | { type: 'unasked'; key: string }
  | { type: 'sent'; key: string; hash: Hex32 }
  | { type: 'done'; key: string; at: number; part?: Partial<Pick<FlowStep, 'signature' | 'block' | 'networkFee' | 'transaction'>> }
  | { type: 'given'; key: string; transaction: NonNullable<FlowStep['transaction']>; prepared: Record<string, unknown> }
  | { type: 'rejected'; key: string; at: number }
  | { type: 'failed'; key: string; at: number; failure: FlowFailure; block?: number }
  | { type: 'happened'; outcome: FlowOutcome }
  | { type: 'again'; at: number }

const withStep = (flow: Flow, key: string, change: (step: FlowStep) => FlowStep): Flow => ({
  ...flow,
  steps: flow.steps.map((step) => (step.key === key ? change(step) : step)),
})

const withoutAsked = ({ asked: _, ...step }: FlowStep): FlowStep => step

/** The flow after an event. Pure; an event for a step that does not exist changes nothing. */
export function advance(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case 'began':
      return withStep(flow, event.key, (step) => ({ ...step, startedAt: step.startedAt ?? event.at }))
    case 'prepared': {
      const done = flow.steps
        .filter((step) => step.type === 'prepare')
        .map((step): FlowStep => ({ ...step, state: 'done', endedAt: event.at }))
      return { ...flow, chainId: event.chainId, steps: [...done, ...event.steps], prepared: event.prepared }
    }
    case 'asked':
      return withStep(flow, event.key, (step) => ({
        ...step,
        state: 'asking',
        startedAt: step.startedAt ?? event.at,
        ...(event.asked ? { asked: event.asked } : {}),
      }))
    case 'unasked':
      return withStep(flow, event.key, (step) => ({ ...withoutAsked(step), state: 'waiting' }))
    case 'sent':
      return withStep(flow, event.key, (step) => ({ ...step, state: 'sent', hash: event.hash }))
    case 'done':
      return withStep(flow, event.key, (step) => ({ ...step, ...event.part, state: 'done', endedAt: event.at }))
    case 'given':
      return {
        ...withStep(flow, event.key, (step) => ({ ...step, transaction: event.transaction })),
        prepared: { ...flow.prepared, ...event.prepared },
      }
    case 'rejected':
      return withStep(flow, event.key, (step) => ({ ...withoutAsked(step), state: 'rejected', endedAt: event.at }))
    case 'failed': {
      const failed = withStep(flow, event.key, (step) => ({
        ...step,
        state: 'failed',
        endedAt: event.at,
        ...(event.block === undefined ? {} : { block: event.block }),
      }))
      return { ...failed, failure: event.failure }
    }
    case 'happened':
      return { ...flow, outcome: event.outcome }
    case 'again':
      return again(flow, event.at)
  }
}

/**
 * The flow as it is tried again: a step that was rejected or found nobody to talk to is repeated, and so is what is the same each time. Anything else is prepared anew, because the chain may have changed; what was confirmed stays confirmed there.
 */
function again(flow: Flow, at: number): Flow {
  const stopped = flow.steps.find((step) => step.state === 'rejected' || step.state === 'failed')
  if (!stopped) return flow
  const repeat = stopped.state === 'rejected' || flow.failure?.kind === 'unreachable' || sameEachTime(flow, stopped)
  if (!repeat) return { ...flow, createdAt: at, steps: plannedSteps(flow.request.kind), prepared: {}, failure: null, outcome: null }
  const { key, type, transaction, amount } = stopped
  const fresh: FlowStep = {
    key,
    type,
    state: 'waiting',
    ...(transaction ? { transaction } : {}),
    ...(amount === undefined ? {} : { amount }),
  }
  return { ...withStep(flow, key, () => fresh), failure: null }
}

/** A mint's transaction, that of a new drop, and what is published of its items. */
const sameEachTime = ({ request }: Flow, { type }: FlowStep): boolean =>
  (request.kind === 'mint' && type === 'send') || (request.kind === 'create-drop' && (type === 'send' || type === 'publish'))
