import type { PrepareMint } from '@daedal/protocol/generation/api'
import type { Address, Hex32 } from '@daedal/protocol/scalars'
import type { CreateDropRequest } from './create-drop-request.ts'
import type { DropOutcome, DropRequest } from './drop-request.ts'
import type { HouseOutcome, HouseRequest } from './house-request.ts'
import type { LettingOutcome, LettingRequest } from './rental-request.ts'

/** What a person asked for. */
export type FlowRequest =
  | { kind: 'buy'; hash: Hex32 }
  | { kind: 'cancel'; hash: Hex32 }
  /** `limit` is what the person was shown to receive, wei. */
  | { kind: 'accept'; hash: Hex32; limit: string }
  | { kind: 'list' | 'offer'; collection: Address; tokenId: string; price: string; durationSeconds: number }
  | { kind: 'cancel-all' }
  | { kind: 'mint'; generation: string; body: Omit<PrepareMint, 'creator'> }
  | HouseRequest
  | LettingRequest
  | DropRequest
  | CreateDropRequest
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
  /** When the wallet was asked to send: the account's next nonce and the block then. Finds what was sent although its hash never arrived. */
  asked?: { nonce: number; block: number }
  hash?: Hex32
  block?: number
  /** Wei that the network took, of a transaction that is in a block. */
  networkFee?: string
  signature?: `0x${string}`
  startedAt?: number
  endedAt?: number
}

/**
 * Why a flow stopped. `refused` before anything was sent · `reverted` on chain · `replaced` by another transaction of the account ·
 * `lost`, unknown to the chain · `mismatch`, the service prepared something else than was asked · `wallet` could not · `unreachable`.
 */
export type FailureKind = 'refused' | 'reverted' | 'replaced' | 'lost' | 'mismatch' | 'wallet' | 'unreachable'

/** A failure. `code` is one of protocol/errors, when known; `detail` an English sentence with the values; the fee in wei. */
export type FlowFailure = { kind: FailureKind; code: string | null; detail: string | null; networkFee: string | null }

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
  /** Set when it has happened, whether or not the pages show it yet. */
  outcome: FlowOutcome | null
}

/** The asset or order it made, who was paid, and what came of an auction, a rental or a drop, from the receipt. */
export type FlowOutcome = {
  asset: string | null
  orderHash: Hex32 | null
  payments: Payment[]
  house?: HouseOutcome
  rental?: LettingOutcome
  drop?: DropOutcome
}

/** A payment read from the receipt. Wei. `credited` when the account did not take it, so that it waits to be withdrawn. */
export type Payment = { to: Address; amount: string; role: 'seller' | 'owner' | 'royalty' | 'fee'; credited?: boolean }

/** The steps that are known before the service was asked. */
export function plannedSteps(kind: FlowKind): FlowStep[] {
  const step = (type: FlowStep['type']): FlowStep => ({ key: type, type, state: 'waiting' })
  switch (kind) {
    case 'buy':
    case 'accept':
    case 'cancel':
    case 'cancel-all':
    case 'auction':
    case 'bid':
    case 'settle-auction':
    case 'cancel-auction':
    case 'reclaim':
    case 'withdraw':
    case 'rent':
    case 'add-days':
    case 'cancel-let':
    case 'give-back':
    case 'release-token':
    case 'buy-tickets':
    case 'deliver':
    case 'refund':
    case 'take-back':
    case 'end-drop':
    case 'close-drop':
    case 'draw-drop':
    case 'reveal-drop':
      return [step('prepare'), step('send'), step('index')]
    case 'list':
    case 'offer':
    case 'let':
      return [step('prepare'), step('sign'), step('publish')]
    case 'mint':
    case 'create-drop':
      return [step('prepare'), step('sign'), step('publish'), step('send'), step('index')]
  }
}

/** The step that is under way or comes next; undefined when all are done. */
export const currentStep = (flow: Flow): FlowStep | undefined => flow.steps.find((step) => step.state !== 'done')

/** Whether nothing more will happen by itself. */
export const isSettled = (flow: Flow): boolean => flow.failure !== null || currentStep(flow) === undefined

/** Whether something was signed or sent that a reload must not forget. */
export const isUnderWay = (flow: Flow): boolean =>
  !isSettled(flow) &&
  flow.steps.some(({ type, state, asked }) => state === 'sent' || asked !== undefined || (type !== 'prepare' && state === 'done'))
