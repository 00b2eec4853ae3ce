import type { PrepareMint } from '@daedal/protocol/generation/api'
import type { Address, Hex32 } from '@daedal/protocol/scalars'

/** What a person asked for. */
export type FlowRequest =
  | { kind: 'buy' | 'accept' | 'cancel'; hash: Hex32 }
  | { kind: 'list' | 'offer'; collection: Address; tokenId: string; price: string; durationSeconds: number }
  | { kind: 'cancel-all' }
  | { kind: 'mint'; generation: string; body: Omit<PrepareMint, 'creator'> }
export type FlowKind = FlowRequest['kind']

/** What it is about, for the dialog's head. */
export type FlowSubject = { title: string; image: string | null; asset: string | null; price: string | null; unit: 'ETH' | 'WETH' | null }

/** A transaction as it will be sent. Wei as a decimal string. */
export type FlowTransaction = { to: Address; data: `0x${string}`; value: string }

/**
 * `waiting` not begun · `asking` the wallet is asked · `sent` on its way, `hash` known · `done` · `failed` · `rejected` by the person.
 */
export type StepState = 'waiting' | 'asking' | 'sent' | 'done' | 'failed' | 'rejected'

/** One step. `prepare` asks the service what is needed; `publish` hands the signature over; `index` waits for the pages. */
export type FlowStep = {
  key: string
  type: 'prepare' | 'wrap' | 'approve' | 'sign' | 'publish' | 'send' | 'index'
  state: StepState
  /** For wrap, approve, send. Known before the step begins. */
  transaction?: FlowTransaction
  /** Wei that wrap turns into wrapped ether, or that approve allows; null allows all. */
  amount?: string | null
  hash?: Hex32
  block?: number
  signature?: `0x${string}`
  startedAt?: number
  endedAt?: number
}

/** Why a flow stopped. `code` is one of protocol/errors, when known. */
export type FlowFailure = { code: string | null; message: string; detail: string | null; networkFee: string | null }

/** A flow, whole, as it is kept in the browser. */
export type Flow = {
  id: string
  request: FlowRequest
  subject: FlowSubject
  account: Address
  chainId: number
  createdAt: number
  steps: FlowStep[]
  /** What `prepare` brought that later steps need, as JSON. */
  prepared: Record<string, unknown>
  failure: FlowFailure | null
  /** Set when all steps are done: the asset or order it made, and who was paid, from the receipt. */
  outcome: { asset: string | null; orderHash: string | null; payments: Payment[] } | null
}

/** A payment read from the receipt. Wei. */
export type Payment = { to: Address; amount: string; role: 'seller' | 'royalty' | 'fee' }

/** The steps that are known before the service was asked. */
export function plannedSteps(kind: FlowKind): FlowStep[] {
  const step = (type: FlowStep['type']): FlowStep => ({ key: type, type, state: 'waiting' })
  switch (kind) {
    case 'buy':
    case 'accept':
    case 'cancel':
    case 'cancel-all':
      return [step('prepare'), step('send'), step('index')]
    case 'list':
    case 'offer':
      return [step('prepare'), step('sign'), step('publish')]
    case 'mint':
      return [step('prepare'), step('sign'), step('publish'), step('send'), step('index')]
  }
}

/** Whether nothing more will happen by itself. */
export const isSettled = (flow: Flow): boolean => flow.outcome !== null || flow.failure !== null
