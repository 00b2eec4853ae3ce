import type { Cancellation, Fulfillment, PreparedOrder, Step } from '@daedal/protocol/market/api'
import type { Address } from '@daedal/protocol/scalars'
import { checkDropSteps } from './check-drops.ts'
import { checkHouseSteps } from './check-house.ts'
import { checkMint, checkOrder, checkStep } from './check-prepared.ts'
import { checkOfferToLet, checkRentalSteps } from './check-rental.ts'
import { isDropRequest } from './drop-request.ts'
import type { Flow, FlowStep } from './flow.ts'
import type { FlowWorld, Refusal } from './flow-ports.ts'
import { isHouseRequest } from './house-request.ts'
import { askDrops } from './prepare-drops.ts'
import { askHouse } from './prepare-house.ts'
import { askOfferToLet, askRentals } from './prepare-rental.ts'
import { must } from './prepared-mismatch.ts'
import { isLettingRequest, type LettingRequest } from './rental-request.ts'
import { prepareCreation } from './run-create-drop.ts'

/** What the service says is needed, or why it cannot be. */
export type Preparation = { steps: FlowStep[]; prepared: Record<string, unknown> } | { refusal: Refusal }

/** Asks the service what a request takes, and checks that it is that and no more. Throws ApiProblem and PreparedMismatch. */
export async function prepareFlow(flow: Flow, world: FlowWorld): Promise<Preparation> {
  const { service, venue, now } = world
  const { request, account } = flow
  if (isLettingRequest(request)) return prepareLetting(request, account, world)
  if (isHouseRequest(request)) {
    const answer = await askHouse(service, request, account)
    if (!answer.possible) return { refusal: { code: answer.reason, detail: answer.detail } }
    checkHouseSteps(answer.steps, request, account, venue)
    return { steps: [...stepsOf(answer.steps), waiting('index')], prepared: {} }
  }
  if (isDropRequest(request)) {
    must(venue.drops !== null, 'There are no drops here.')
    const answer = await askDrops(service, request, account, venue.drops)
    if (!answer.possible) return { refusal: { code: answer.reason, detail: answer.detail } }
    checkDropSteps(answer.steps, request, venue)
    return { steps: [...stepsOf(answer.steps), waiting('index')], prepared: {} }
  }
  const checked = (steps: readonly Step[]): FlowStep[] => {
    for (const step of steps) checkStep(step, request, venue)
    return stepsOf(steps)
  }
  switch (request.kind) {
    case 'buy':
    case 'accept': {
      const answer: Fulfillment = await service.fulfillOrder({
        hash: request.hash,
        filler: account,
        ...(request.kind === 'accept' && { limit: request.limit }),
      })
      if (!answer.fulfillable) return { refusal: { code: answer.reason, detail: answer.detail } }
      return { steps: [...checked(answer.steps), waiting('index')], prepared: {} }
    }
    case 'cancel':
    case 'cancel-all': {
      const answer: Cancellation = await service.cancelOrders(
        request.kind === 'cancel' ? { maker: account, hash: request.hash } : { maker: account, all: true },
      )
      return { steps: [...checked(answer.steps), waiting('index')], prepared: {} }
    }
    case 'list':
    case 'offer': {
      const { collection, tokenId, price, durationSeconds } = request
      const kind = request.kind === 'list' ? 'listing' : 'offer'
      const answer: PreparedOrder = await service.prepareOrder({ kind, maker: account, collection, tokenId, price, durationSeconds })
      checkOrder(answer.order, request, account, venue, now())
      return { steps: [...checked(answer.steps), waiting('publish')], prepared: { order: answer.order } }
    }
    case 'create-drop':
      return prepareCreation(request, flow, world)
    case 'mint': {
      const answer = await service.prepareMint(request.generation, { ...request.body, creator: account })
      const { coreHash, tokenId } = checkMint(answer, account)
      const prepared = { coreHash, tokenId: tokenId.toString(), asset: answer.asset }
      return { steps: [waiting('sign'), waiting('publish'), waiting('send'), waiting('index')], prepared }
    }
  }
}

async function prepareLetting(request: LettingRequest, account: Address, { service, venue, now }: FlowWorld): Promise<Preparation> {
  if (request.kind === 'let') {
    const { offer, steps } = await askOfferToLet(service, request, account)
    checkOfferToLet(offer, request, account, venue, now())
    checkRentalSteps(steps, request, account, venue)
    return { steps: [...stepsOf(steps), waiting('publish')], prepared: { offer } }
  }
  const answer = await askRentals(service, request, account)
  if (!answer.possible) return { refusal: { code: answer.reason, detail: answer.detail } }
  checkRentalSteps(answer.steps, request, account, venue)
  return { steps: [...stepsOf(answer.steps), waiting('index')], prepared: {} }
}

function stepsOf(steps: readonly Step[]): FlowStep[] {
  const seen = new Map<string, number>()
  return steps.map((step) => {
    const count = (seen.get(step.type) ?? 0) + 1
    seen.set(step.type, count)
    const key = count === 1 ? step.type : `${step.type}-${count}`
    if (step.type === 'sign') return { key, type: 'sign', state: 'waiting' }
    const { to, data, value } = step.transaction
    const amount = step.type === 'send' ? {} : { amount: step.amount }
    return { key, type: step.type, state: 'waiting', transaction: { to, data, value }, ...amount }
  })
}

const waiting = (type: FlowStep['type']): FlowStep => ({ key: type, type, state: 'waiting' })
