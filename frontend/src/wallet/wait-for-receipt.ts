import type { Hex32 } from '@daedal/protocol/scalars'
import { findSent, isSameAct, sentWithNonce } from './find-transaction.ts'
import type { FlowFailure, FlowStep, FlowTransaction } from './flow.ts'
import type { ChainReceipt } from './flow-ports.ts'
import type { StepContext } from './run-flow.ts'

/** Milliseconds after which waiting is called slow, and after which a transaction that no node knows is called lost. */
const SLOW_MS = 30_000
const LOST_MS = 120_000

/**
 * Waits until a block has the transaction, or another of the account has its place. A transaction that the wallet sent again with
 * a higher fee is followed under its new hash. Null when the flow was put away meanwhile.
 */
export async function waitForReceipt(
  sent: { hash: Hex32; step: FlowStep; transaction: FlowTransaction },
  context: StepContext,
): Promise<{ receipt: ChainReceipt } | { failure: FlowFailure } | null> {
  const { chain, flow, tell, trouble, sleep, pollMs, now, alive } = context
  const { account } = flow()
  const begin = now()
  const asked = flow().steps.find(({ key }) => key === sent.step.key)?.asked
  /** What a block has in its place: by its nonce when that is known, else by what it does. */
  const successorOf = async (nonce: number | null) => {
    if (!asked) return null
    return nonce === null ? findSent(chain, account, sent.transaction, asked) : sentWithNonce(chain, account, nonce, asked.block)
  }
  let { hash } = sent
  let nonce: number | null = null
  let seen = begin
  while (alive()) {
    try {
      const receipt = await chain.receipt(hash)
      if (receipt) return { receipt }
      const known = await chain.transaction(hash)
      if (known) {
        nonce = known.nonce
        seen = now()
      }
      if (!known) {
        const taken = await successorOf(nonce)
        if (taken && taken.hash !== hash) {
          if (!isSameAct(taken, sent.transaction))
            return { failure: { kind: 'replaced', code: null, detail: taken.hash, networkFee: null } }
          hash = taken.hash
          tell({ type: 'sent', key: sent.step.key, hash })
          continue
        }
      }
      if (!known && now() - seen > LOST_MS) return { failure: { kind: 'lost', code: null, detail: hash, networkFee: null } }
      trouble(now() - begin > SLOW_MS ? 'slow' : null)
    } catch {
      // No answer is no news: the transaction is out, and is asked for again.
      trouble('chain')
      seen = now()
    }
    await sleep(pollMs)
  }
  return null
}
