import { createStore, useStore } from '../lib/store.ts'
import { readStored, writeStored } from '../lib/stored.ts'
import { account } from './account.ts'
import { currentStep, type Flow, type FlowRequest, type FlowSubject, isSettled, isUnderWay, plannedSteps } from './flow.ts'
import { openWallet, walletWanted } from './intent.ts'

const STORED = 'flow'

function restored(): Flow | null {
  const value = readStored(STORED) as Flow | null
  if (!value || !Array.isArray(value.steps) || !currentStep(value)) return null
  // The wallet's question did not survive the reload. What it may have sent is looked for, by `asked`, before it is asked again.
  return { ...value, steps: value.steps.map((step) => (step.state === 'asking' ? { ...step, state: 'waiting' } : step)) }
}

/** The flow under way, kept over reloads; null when there is none. */
export const flow = createStore<Flow | null>(restored())
/** Whether its dialog is open. It goes on when closed. */
export const flowOpen = createStore(false)
flow.subscribe(() => writeStored(STORED, flow.get()))

export const useFlow = (): Flow | null => useStore(flow)

let begunHere: string | null = null
/** Whether this page began it, so that the wallet may be asked without another click. */
export const wasBegunHere = (id: string): boolean => begunHere === id

/** A request that waits until a wallet is connected. */
export const pendingRequest = createStore<{ request: FlowRequest; subject: FlowSubject } | null>(null)

/**
 * Begins a flow: opens its dialog and loads the wallet. Without a connected account the connect dialog comes first.
 * One that is under way is shown instead, because a second one would forget what the first has signed or sent.
 */
export function startFlow(request: FlowRequest, subject: FlowSubject): void {
  const running = flow.get()
  if (
    running &&
    !running.outcome &&
    isUnderWay(running) &&
    running.steps.some(({ state, asked }) => state === 'sent' || state === 'asking' || asked)
  ) {
    flowOpen.set(true)
    walletWanted.set(true)
    return
  }
  const { address, status } = account.get()
  if (status === 'none' || !address) {
    pendingRequest.set({ request, subject })
    openWallet('connect')
    return
  }
  pendingRequest.set(null)
  begunHere = crypto.randomUUID()
  flow.set({
    id: begunHere,
    request,
    subject,
    account: address,
    chainId: 0,
    createdAt: Date.now(),
    steps: plannedSteps(request.kind),
    prepared: {},
    failure: null,
    outcome: null,
  })
  flowOpen.set(true)
  walletWanted.set(true)
}

/** Closes the dialog, and forgets a flow that is over or of which nothing was signed or sent. Any other goes on. */
export function closeFlow(): void {
  flowOpen.set(false)
  const value = flow.get()
  if (value && (isSettled(value) || value.outcome || !isUnderWay(value))) flow.set(null)
}

/** Shows the flow again. */
export function openFlow(): void {
  flowOpen.set(true)
  walletWanted.set(true)
}
