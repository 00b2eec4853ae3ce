import type { Hex32 } from '@daedal/protocol/scalars'
import { isDropRequest } from './drop-request.ts'
import { findSent } from './find-transaction.ts'
import type { FlowFailure, FlowOutcome, FlowStep, FlowTransaction } from './flow.ts'
import type { ChainReceipt, Refusal } from './flow-ports.ts'
import type { FlowPause } from './flow-run.ts'
import { isHouseRequest } from './house-request.ts'
import { readCreated, readDropOutcome } from './read-drop-outcome.ts'
import { readHouseOutcome } from './read-house-outcome.ts'
import { readPayments } from './read-payments.ts'
import { readRentalOutcome } from './read-rental-outcome.ts'
import { isLettingRequest } from './rental-request.ts'
import { refusalOf } from './revert-reason.ts'
import type { StepContext, StepResult } from './run-flow.ts'
import { waitForReceipt } from './wait-for-receipt.ts'
import { walletFault } from './wallet-fault.ts'

/** Sends a transaction once, and waits until a block has it. Its state is told by the receipt's status alone. */
export async function sendStep(step: FlowStep, context: StepContext): Promise<StepResult> {
  const { transaction } = step
  if (!transaction) throw new Error(`step ${step.key} has no transaction`)
  let hash = step.hash ?? null
  if (!hash && step.asked) {
    const found = await lookForSent(step, transaction, context)
    if (found === 'unsure') return 'unsure'
    hash = found
  }
  if (!hash) {
    const asked = await askWallet(step, transaction, context)
    if (asked === 'stopped') return null
    if ('pause' in asked) return asked.pause
    hash = asked.hash
  }
  context.tell({ type: 'sent', key: step.key, hash })
  const end = await waitForReceipt({ hash, step, transaction }, context)
  if (!end) return null
  if ('failure' in end) context.tell({ type: 'failed', key: step.key, at: context.now(), failure: end.failure })
  else await settle(step, transaction, end.receipt, context)
  return null
}

/** The wallet was asked before the page was closed: what it sent is found by the account's nonce. */
async function lookForSent(
  step: FlowStep,
  transaction: FlowTransaction,
  { chain, flow, tell }: StepContext,
): Promise<Hex32 | null | 'unsure'> {
  const { asked } = step
  if (!asked) return null
  const { account } = flow()
  const known = await findSent(chain, account, transaction, asked)
  if (known) return known.hash
  // Something of this account is on its way that no block shows yet: it may be this.
  if ((await chain.nonce(account, 'pending')) > (await chain.nonce(account, 'latest'))) return 'unsure'
  tell({ type: 'unasked', key: step.key })
  return null
}

async function askWallet(
  step: FlowStep,
  transaction: FlowTransaction,
  context: StepContext,
): Promise<{ hash: Hex32 } | { pause: FlowPause } | 'stopped'> {
  const { wallet, chain, flow, tell, now, mayAsk } = context
  const pause = await mayAsk()
  if (pause) return { pause }
  const { account } = flow()
  const fail = (kind: FlowFailure['kind'], refusal: Refusal) =>
    tell({ type: 'failed', key: step.key, at: now(), failure: { kind, ...refusal, networkFee: null } })
  const refusal = await refusalBefore(transaction, context)
  if (refusal) {
    fail('refused', refusal)
    return 'stopped'
  }
  tell({ type: 'asked', key: step.key, at: now(), asked: { nonce: await chain.nonce(account, 'latest'), block: await chain.block() } })
  try {
    return { hash: await wallet.send(account, transaction) }
  } catch (error) {
    const fault = walletFault(error)
    if (fault.kind === 'rejected') tell({ type: 'rejected', key: step.key, at: now() })
    else if (fault.kind === 'reverts') fail('refused', refusalOf(fault.data))
    else if (fault.kind === 'unauthorized') {
      tell({ type: 'unasked', key: step.key })
      return { pause: 'account' }
    } else {
      // The wallet may have sent it and lost the answer.
      const asked = flow().steps.find(({ key }) => key === step.key)?.asked
      const known = asked ? await findSent(chain, account, transaction, asked).catch(() => null) : null
      if (known) return { hash: known.hash }
      fail('wallet', { code: null, detail: fault.sentence })
    }
    return 'stopped'
  }
}

/** Why the chain would refuse it now; asked before the wallet is, so that nobody confirms what cannot work. */
async function refusalBefore(transaction: FlowTransaction, { chain, flow }: StepContext): Promise<Refusal | null> {
  const { account } = flow()
  const balance = await chain.balance(account)
  if (balance < BigInt(transaction.value))
    return { code: 'MARKET_BALANCE_TOO_LOW', detail: `The balance is ${balance} wei; ${transaction.value} are to be sent.` }
  return chain.refusal(account, transaction)
}

async function settle(step: FlowStep, transaction: FlowTransaction, receipt: ChainReceipt, context: StepContext): Promise<void> {
  const { tell, now, chain, flow } = context
  const { account, request } = flow()
  const networkFee = receipt.networkFee.toString()
  if (!receipt.succeeded) {
    // Where it ran is gone; the state after its block answers the same, and the block before when it does not.
    const reason = (await chain.refusal(account, transaction, receipt.block).catch(() => null)) ??
      (await chain.refusal(account, transaction, receipt.block - 1).catch(() => null)) ?? { code: null, detail: null }
    tell({ type: 'failed', key: step.key, at: now(), block: receipt.block, failure: { kind: 'reverted', ...reason, networkFee } })
    return
  }
  if (step.type === 'send') {
    const outcome = outcomeOf(receipt, context)
    if (!outcome) {
      const detail = 'The transaction went through, but its receipt does not show what was asked for.'
      tell({
        type: 'failed',
        key: step.key,
        at: now(),
        block: receipt.block,
        failure: { kind: 'reverted', code: null, detail, networkFee },
      })
      return
    }
    const last = flow()
      .steps.filter(({ type }) => type === 'send')
      .at(-1)
    // A drop is not laid down before its contents are published, or its tickets could not be delivered.
    if (request.kind === 'create-drop') return tell({ type: 'done', key: step.key, at: now(), part: { block: receipt.block, networkFee } })
    if (last?.key === step.key || request.kind !== 'cancel-all') tell({ type: 'happened', outcome })
  }
  tell({ type: 'done', key: step.key, at: now(), part: { block: receipt.block, networkFee } })
}

function outcomeOf(receipt: ChainReceipt, { flow, venue }: StepContext): FlowOutcome | null {
  const { request, subject, prepared, account } = flow()
  if (isHouseRequest(request)) {
    const read = readHouseOutcome(receipt, request, account, venue)
    return read && { asset: subject.asset, orderHash: null, ...read }
  }
  if (isLettingRequest(request)) {
    const read = readRentalOutcome(receipt, request, account, venue)
    return read && { asset: subject.asset, orderHash: null, ...read }
  }
  if (request.kind === 'create-drop') {
    const drop = readCreated(receipt, prepared.drop as Hex32, request.items.length, venue)
    return drop && { asset: null, orderHash: null, payments: [], drop }
  }
  if (isDropRequest(request)) {
    const drop = readDropOutcome(receipt, request, account, venue)
    return drop && { asset: subject.asset, orderHash: null, payments: [], drop }
  }
  if (request.kind === 'buy' || request.kind === 'accept') {
    const payments = readPayments(receipt, venue.market, request.hash)
    return payments ? { asset: subject.asset, orderHash: request.hash, payments } : null
  }
  const asset = request.kind === 'mint' ? (prepared.asset as string) : subject.asset
  return { asset, orderHash: request.kind === 'cancel' ? request.hash : null, payments: [] }
}
