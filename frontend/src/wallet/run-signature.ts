import { type Order, type OrderJson, orderFromJson, orderTypedData } from '@daedal/protocol/market/order'
import { type RentalOfferJson, rentalOfferFromJson, rentalOfferTypedData } from '@daedal/protocol/market/rental-offer'
import { provenanceTypedData } from '@daedal/protocol/provenance/signature'
import type { Address, Hex32 } from '@daedal/protocol/scalars'
import { checkMintTransaction } from './check-prepared.ts'
import type { Flow, FlowStep } from './flow.ts'
import type { FlowVenue, SignedData } from './flow-ports.ts'
import { creationToSign, publishCreation } from './run-create-drop.ts'
import { type StepContext, type StepResult, withPatience } from './run-flow.ts'
import { walletFault } from './wallet-fault.ts'

/** Asks for a signature over the checked data. It is written here, not taken from the service. */
export async function signStep(step: FlowStep, context: StepContext): Promise<StepResult> {
  const { wallet, tell, now, flow, venue, mayAsk } = context
  const pause = await mayAsk()
  if (pause) return pause
  tell({ type: 'asked', key: step.key, at: now() })
  try {
    const signature = await wallet.sign(flow().account, dataToSign(step, flow(), venue))
    tell({ type: 'done', key: step.key, at: now(), part: { signature } })
  } catch (error) {
    const fault = walletFault(error)
    if (fault.kind === 'rejected') tell({ type: 'rejected', key: step.key, at: now() })
    else if (fault.kind === 'unauthorized') {
      tell({ type: 'unasked', key: step.key })
      return 'account'
    } else {
      const detail = fault.kind === 'other' ? fault.sentence : null
      tell({ type: 'failed', key: step.key, at: now(), failure: { kind: 'wallet', code: null, detail, networkFee: null } })
    }
  }
  return null
}

/** Hands the signature to the service: the order into the book, or the record and its files into the store. Both may be repeated. */
export async function publishStep(step: FlowStep, context: StepContext): Promise<StepResult> {
  const { service, tell, now, flow, venue } = context
  const { request, prepared, steps } = flow()
  if (request.kind === 'create-drop') {
    await publishCreation(step, request, context)
    return null
  }
  const signature = steps.find(({ type }) => type === 'sign')?.signature
  if (!signature) throw new Error('there is no signature to publish')
  if (request.kind === 'mint') {
    const coreHash = prepared.coreHash as Hex32
    const signed = await withPatience(context, () => service.signMint(coreHash, { signature }))
    checkMintTransaction(signed, request, coreHash, venue)
    tell({ type: 'given', key: 'send', transaction: signed.transaction, prepared: { root: signed.root } })
    tell({ type: 'done', key: step.key, at: now() })
    return null
  }
  if (request.kind === 'let') {
    const published = await withPatience(context, () => service.publishRentalOffer({ offer: prepared.offer as RentalOfferJson, signature }))
    tell({ type: 'happened', outcome: { asset: published.asset, orderHash: published.hash, payments: [] } })
    tell({ type: 'done', key: step.key, at: now() })
    return null
  }
  const view = await withPatience(context, () => service.publishOrder({ order: prepared.order as OrderJson, signature }))
  tell({ type: 'happened', outcome: { asset: view.asset, orderHash: view.hash, payments: [] } })
  tell({ type: 'done', key: step.key, at: now() })
  return null
}

function dataToSign(step: FlowStep, flow: Flow, venue: FlowVenue): SignedData {
  const { request, account, prepared } = flow
  const { chainId, market, collection, rentals } = venue
  if (request.kind === 'create-drop') return creationToSign(step, flow, venue)
  if (request.kind === 'mint')
    return provenanceTypedData(chainId, collection, {
      creator: account,
      coreHash: prepared.coreHash as Hex32,
      tokenId: BigInt(prepared.tokenId as string),
    })
  if (request.kind === 'let')
    return rentalOfferTypedData(chainId, rentals as Address, rentalOfferFromJson(prepared.offer as RentalOfferJson))
  const order: Order = orderFromJson(prepared.order as OrderJson)
  return orderTypedData(chainId, market, order)
}
