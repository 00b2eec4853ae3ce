import type { OrderJson } from '@daedal/protocol/market/order'
import type { RentalOfferJson } from '@daedal/protocol/market/rental-offer'
import type { ReactNode } from 'react'
import { formatBps, formatCount, formatMoment, formatWei, shortHex } from '../lib/format.ts'
import type { Language } from '../lib/text/language.ts'
import type { Text } from '../lib/text/use-text.ts'
import { Hash } from '../ui/hash.tsx'
import type { MarkState } from '../ui/state-mark.tsx'
import type { StepRow } from '../ui/steps.tsx'
import { currentStep, type Flow, type FlowKind, type FlowStep } from './flow.ts'
import type { FlowRun } from './flow-run.ts'

type RowContext = { t: Text; language: Language; now: number; run: FlowRun; explorerUrl: string | null; collection: string }

/** A flow's steps as rows: what has been done with its hash or limit, what is under way, what comes. */
export function flowRows(flow: Flow, context: RowContext): StepRow[] {
  const current = currentStep(flow)
  const over = flow.outcome !== null || flow.failure !== null
  return flow.steps
    .filter((step) => step.type !== 'prepare' || step.state !== 'done')
    .map((step) => {
      const now = step === current
      const stopped = step.state === 'failed' || step.state === 'rejected'
      const text = stopped ? null : over && !(now && step.type === 'index') ? feeText(step, context) : textOf(flow, step, context)
      return {
        key: step.key,
        state: markOf(step, now, context.run),
        name: context.t(`step.${step.type}`),
        aside: asideOf(flow, step, now, context),
        ...(text ? { text } : {}),
      }
    })
}

function markOf({ state }: FlowStep, now: boolean, { running, pause }: FlowRun): MarkState {
  if (state === 'done') return 'pass'
  if (state === 'failed' || state === 'rejected') return 'fail'
  if (!now) return 'none'
  return running ? 'run' : pause ? 'stale' : 'none'
}

function asideOf(flow: Flow, step: FlowStep, now: boolean, { t, now: time, explorerUrl, run }: RowContext): ReactNode {
  const { state, type, hash, block, startedAt, endedAt } = step
  if (state === 'rejected') return t('step.rejected')
  if (state === 'failed') return block === undefined ? null : t('step.reverted', { block: formatCount(block) })
  if (state === 'done') {
    if (hash) {
      const short = shortHex(hash, 6, 2)
      return (
        <HashLink hash={hash} explorerUrl={explorerUrl}>
          {type === 'send' && block !== undefined ? t('step.block', { hash: short, block: formatCount(block) }) : short}
        </HashLink>
      )
    }
    if (type === 'sign') return t('step.inWallet')
    return type === 'index' && endedAt ? t('step.total', { seconds: seconds(endedAt - flow.createdAt) }) : null
  }
  if (!now || !run.running) return null
  if (state === 'asking') return t('step.inWallet')
  return startedAt ? t('step.elapsed', { seconds: seconds(time - startedAt) }) : null
}

const seconds = (milliseconds: number): number => Math.max(0, Math.round(milliseconds / 1_000))

function HashLink({ hash, explorerUrl, children }: { hash: string; explorerUrl: string | null; children: ReactNode }) {
  if (!explorerUrl) return <Hash value={hash}>{children}</Hash>
  return (
    <a href={`${explorerUrl.replace(/\/$/, '')}/tx/${hash}`} target="_blank" rel="noreferrer">
      <Hash value={hash}>{children}</Hash>
    </a>
  )
}

const feeText = ({ networkFee }: FlowStep, { t }: RowContext): string | null =>
  networkFee ? t('step.send.fee', { fee: formatWei(networkFee, { decimals: 6, round: true }) }) : null

/** Why ether is wrapped. */
const wrapText = (kind: Flow['request']['kind']) => {
  if (kind === 'bid') return 'step.wrap.bid'
  if (kind === 'buy-tickets') return 'step.wrap.drop'
  return isRent(kind) ? 'step.wrap.rent' : 'step.wrap.text'
}

function textOf(flow: Flow, step: FlowStep, { t, language, collection }: RowContext): string | null {
  const { type, state, amount, transaction } = step
  const { kind } = flow.request
  switch (type) {
    case 'prepare':
      return t('step.prepare.text')
    case 'wrap':
      return t(wrapText(kind), { amount: formatWei(amount ?? '0') })
    case 'approve':
      if (kind === 'auction') return t('step.approve.house')
      if (kind === 'let') return t('step.approve.rentals')
      if (isRent(kind)) return t('step.approve.rentalsAmount', { amount: formatWei(amount ?? '0') })
      if (kind === 'buy-tickets') return t('step.approve.drops', { amount: formatWei(amount ?? '0') })
      if (kind === 'bid') return t('step.approve.houseAmount', { amount: formatWei(amount ?? '0') })
      if (transaction?.to.toLowerCase() === collection.toLowerCase()) return t('step.approve.token')
      return amount ? t('step.approve.text', { amount: formatWei(amount) }) : t('step.approve.all')
    case 'sign': {
      if (flow.request.kind === 'create-drop') {
        const item = flow.request.items[flow.steps.filter(({ type: of }) => of === 'sign').indexOf(step)]
        return item ? t('step.sign.record', { name: item.body.name }) : t('step.sign.items')
      }
      if (kind === 'mint') return t('step.sign.mint')
      if (kind === 'let') return signingLetting(flow.prepared.offer as RentalOfferJson | undefined, t, language)
      const order = flow.prepared.order as OrderJson | undefined
      if (!order) return t(kind === 'offer' ? 'step.sign.offer' : 'step.sign.list')
      return t('step.sign.limits', {
        price: formatWei(order.price),
        fee: formatBps(order.maxFeeBps),
        royalty: formatBps(order.maxRoyaltyBps),
        until: formatMoment(Number(order.endTime) * 1_000, language),
      })
    }
    case 'publish':
      if (kind === 'let') return t('step.publish.let')
      if (kind === 'create-drop') return t(step.key === 'publish' ? 'step.publish.mint' : 'step.publish.contents')
      return t(kind === 'mint' ? 'step.publish.mint' : 'step.publish.order')
    case 'send':
      if (state === 'sent') return t('step.send.sent')
      return state === 'done' ? null : t('step.send.asking')
    case 'index': {
      const block = flow.outcome ? Math.max(...flow.steps.map((done) => done.block ?? 0)) : 0
      if (state === 'done') return null
      return block ? t('step.index.waiting', { block: formatCount(block) }) : t('step.index.text')
    }
  }
}

const isRent = (kind: FlowKind): boolean => kind === 'rent' || kind === 'add-days'

function signingLetting(offer: RentalOfferJson | undefined, t: Text, language: Language): string {
  if (!offer) return t('step.sign.let')
  return t('step.sign.letLimits', {
    price: formatWei(offer.pricePerDay),
    fee: formatBps(offer.maxFeeBps),
    royalty: formatBps(offer.maxRoyaltyBps),
    until: formatMoment(Number(offer.end) * 1_000, language),
  })
}
