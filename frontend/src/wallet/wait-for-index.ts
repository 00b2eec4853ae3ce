import type { Hex32 } from '@daedal/protocol/scalars'
import { ApiProblem } from '@daedal/sdk/client'
import { isDropRequest } from './drop-request.ts'
import type { Flow, FlowStep } from './flow.ts'
import type { FlowService } from './flow-ports.ts'
import { isHouseRequest } from './house-request.ts'
import { isLettingRequest } from './rental-request.ts'
import type { StepContext, StepResult } from './run-flow.ts'

/** Milliseconds after which the index is called late. */
const LATE_MS = 15_000

/** Waits until the service has seen the block of the last transaction, so that the pages show what was done. */
export async function waitForIndex(step: FlowStep, context: StepContext): Promise<StepResult> {
  const { service, flow, tell, trouble, sleep, pollMs, now, alive } = context
  const block = Math.max(0, ...flow().steps.map((done) => done.block ?? 0))
  if (!flow().outcome && flow().request.kind !== 'create-drop')
    tell({ type: 'happened', outcome: { asset: flow().subject.asset, orderHash: null, payments: [] } })
  const begin = now()
  while (alive()) {
    try {
      await read(service, flow(), block)
      tell({ type: 'done', key: step.key, at: now() })
      return null
    } catch (error) {
      // It has happened on chain, so no answer makes it a failure: an asset is unknown until its files are read, a service may be down.
      if (!(error instanceof ApiProblem)) throw error
      if (now() - begin > LATE_MS) trouble('index')
      await sleep(Math.max(pollMs, error.retryAfter ? error.retryAfter * 1_000 : 0))
    }
  }
  return null
}

function read(service: FlowService, { request, subject, outcome, account, prepared }: Flow, minBlock: number): Promise<unknown> {
  if (isHouseRequest(request)) {
    if (request.kind === 'withdraw') return service.pendingPayments(account, { minBlock })
    const auction = outcome?.house && 'auction' in outcome.house ? outcome.house.auction : 'auction' in request ? request.auction : null
    if (auction) return service.auction(auction, { minBlock })
  }
  if (isDropRequest(request)) return service.drop(request.drop, { minBlock })
  if (request.kind === 'create-drop') return service.drop(prepared.drop as Hex32, { minBlock })
  const asset = outcome?.asset ?? subject.asset
  if (request.kind === 'cancel-let') return service.rentalOffer(request.offer, { minBlock })
  if (isLettingRequest(request)) return service.tenancies({ ...(asset && { asset }), limit: 1, minBlock })
  if (request.kind === 'cancel') return service.order(request.hash, { minBlock })
  if (asset && request.kind !== 'cancel-all') return service.asset(asset, { minBlock })
  return service.portfolio(account, { minBlock })
}
