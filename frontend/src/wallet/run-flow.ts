import { ApiProblem } from '@daedal/sdk/client'
import type { Store } from '../lib/store.ts'
import { currentStep, type Flow, type FlowFailure, type FlowStep, isSettled } from './flow.ts'
import type { FlowWorld } from './flow-ports.ts'
import { advance, type FlowEvent } from './flow-progress.ts'
import type { FlowPause, FlowRun } from './flow-run.ts'
import { prepareFlow } from './prepare-flow.ts'
import { PreparedMismatch } from './prepared-mismatch.ts'
import { publishStep, signStep } from './run-signature.ts'
import { sendStep } from './run-transaction.ts'
import { waitForIndex } from './wait-for-index.ts'

/** What a step's code is given: the flow as it is now, a way to tell what happened, and what the runner shows meanwhile. */
export type StepContext = FlowWorld & {
  flow(): Flow
  tell(event: FlowEvent): void
  trouble(trouble: FlowRun['trouble']): void
  /** Makes sure the wallet may be asked: consent, the right account, the right chain. */
  mayAsk(): Promise<FlowPause | null>
  /** False once the flow was put away; what is under way then has no effect. */
  alive(): boolean
}

/** A step ends by itself, or tells why it stands still. */
export type StepResult = FlowPause | null

const RETRIES = 3

/**
 * Works through a flow, step by step. Everything that happens is in `flow` (and so in the browser's storage) before the next thing begins.
 * `goOn({ mayAsk: false })` does all that needs no wallet: it looks for what was sent and waits for it.
 */
export function createFlowRunner(world: FlowWorld, flow: Store<Flow | null>, run: Store<FlowRun>, onDone: (flow: Flow) => void) {
  let consent = false
  let working: Promise<void> | null = null

  function contextOf(id: string): StepContext {
    const alive = () => flow.get()?.id === id
    return {
      ...world,
      alive,
      flow: () => flow.get() as Flow,
      tell: (event) => {
        if (alive()) flow.set((value) => (value ? advance(value, event) : value))
      },
      trouble: (trouble) => run.set((value) => (value.trouble === trouble ? value : { ...value, trouble })),
      mayAsk: async () => {
        await world.wallet.ready()
        if (!consent) return 'ask'
        const account = world.wallet.account()
        if (!account) return 'disconnected'
        if (account.toLowerCase() !== flow.get()?.account.toLowerCase()) return 'account'
        if (world.wallet.chainId() === world.venue.chainId) return null
        await world.wallet.useChain().catch(() => undefined)
        return world.wallet.chainId() === world.venue.chainId ? null : 'chain'
      },
    }
  }

  async function work(): Promise<{ pause: FlowPause | null }> {
    for (;;) {
      const value = flow.get()
      const step = value && currentStep(value)
      if (!value || !step || isSettled(value) || step.state === 'rejected') return { pause: null }
      const context = contextOf(value.id)
      context.tell({ type: 'began', key: step.key, at: world.now() })
      const pause = await runStep(step, context).catch((error: unknown) => failed(step, context, error))
      context.trouble(null)
      if (!context.alive()) continue
      if (pause) return { pause }
      const after = flow.get()
      if (after && !currentStep(after)) onDone(after)
    }
  }

  return {
    /** Begins or goes on. Safe to call at any time. */
    goOn({ mayAsk }: { mayAsk: boolean }): Promise<void> {
      consent ||= mayAsk
      if (working) return working
      run.set({ running: true, pause: null, trouble: null })
      working = world
        .exclusive(work)
        .then((end) => {
          const pause = end ? end.pause : 'elsewhere'
          if (pause) consent = false
          run.set({ running: false, pause, trouble: null })
        })
        .finally(() => {
          working = null
        })
      return working
    },
    /** Tries again what was rejected or failed. */
    again(): Promise<void> {
      flow.set((value) => (value ? advance(value, { type: 'again', at: world.now() }) : value))
      return this.goOn({ mayAsk: true })
    },
  }
}

export type FlowRunner = ReturnType<typeof createFlowRunner>

function runStep(step: FlowStep, context: StepContext): Promise<StepResult> {
  switch (step.type) {
    case 'prepare':
      return prepareStep(step, context)
    case 'sign':
      return signStep(step, context)
    case 'publish':
      return publishStep(step, context)
    case 'wrap':
    case 'approve':
    case 'send':
      return sendStep(step, context)
    case 'index':
      return waitForIndex(step, context)
  }
}

async function prepareStep(step: FlowStep, context: StepContext): Promise<StepResult> {
  const { tell, now, venue, flow } = context
  const answer = await withPatience(context, () => prepareFlow(flow(), context))
  if ('refusal' in answer)
    tell({ type: 'failed', key: step.key, at: now(), failure: { kind: 'refused', ...answer.refusal, networkFee: null } })
  else tell({ type: 'prepared', at: now(), chainId: venue.chainId, steps: answer.steps, prepared: answer.prepared })
  return null
}

/** Asks the service again a few times when it does not answer. */
export async function withPatience<T>({ trouble, sleep, alive }: StepContext, ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++)
    try {
      return await ask()
    } catch (error) {
      if (!isUnreachable(error) || tries >= RETRIES || !alive()) throw error
      trouble('service')
      await sleep(1_000 * 2 ** tries)
    }
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 500)

function failed(step: FlowStep, { tell, now }: StepContext, error: unknown): null {
  tell({ type: 'failed', key: step.key, at: now(), failure: failureOf(error) })
  return null
}

/** A thrown value as the reason why a flow stopped. */
function failureOf(error: unknown): FlowFailure {
  if (error instanceof ApiProblem)
    return { kind: isUnreachable(error) ? 'unreachable' : 'refused', code: error.code, detail: error.detail ?? null, networkFee: null }
  const detail = error instanceof Error ? (error.message.split('\n')[0] ?? null) : String(error)
  if (error instanceof PreparedMismatch) return { kind: 'mismatch', code: null, detail, networkFee: null }
  // Nothing else throws but the chain's node: what the wallet says is read where it is asked.
  return { kind: 'unreachable', code: 'CHAIN_UNAVAILABLE', detail, networkFee: null }
}
